"""Who comes over in a spreadsheet may be here already: supervision learns it, the custodian does not."""

from alongside.custody.models import Move
from alongside.participants.models import ContactPoint, Participant, PossibleDuplicate
from tests import cast
from tests.custody.make import brought, press
from tests.participants.twice import OTHER_BOSS, jobs, known, two_teams, work


def test_an_import_asks_alike_about_everybody_and_is_taken_back_whole() -> None:
    two_teams()
    known("Harbor", number="555 0100")
    known("Quite another", number="(1) 555-0100")
    work()
    move = brought()
    asked = jobs()
    assert len(asked) == 2 and {name for name, _told in asked} == {"participants.look_for_same"}
    work()
    with cast.acting(OTHER_BOSS):
        through = sorted(PossibleDuplicate.objects.values_list("through", flat=True))
    assert through == ["alias", "way"]
    with cast.acting(cast.SUPERVISOR):
        assert PossibleDuplicate.objects.count() == 2
        assert ContactPoint.objects.count() == 1
    with cast.acting(cast.CUSTODIAN):
        assert not PossibleDuplicate.objects.exists()
    page = press(cast.CUSTODIAN, move, "back").content.decode()
    assert "Harbor" not in page
    with cast.acting(cast.CUSTODIAN):
        assert Move.objects.get(pk=move.pk).undone_at is not None
    with cast.acting(OTHER_BOSS):
        assert not PossibleDuplicate.objects.exists()
        assert Participant.objects.count() == 2
