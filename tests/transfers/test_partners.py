"""Partners one might tell of a change of case manager: where a live permission allows it, and nobody else."""

from alongside.consent.actions import pause_sharing, withdraw_release
from tests import cast
from tests.consent.make import clinic, released
from tests.people import lantern
from tests.transfers import make

WORDS = "From now on please turn to Case manager 3 at"


def test_a_partner_is_named_while_a_live_permission_covers_it_and_no_longer() -> None:
    person, other = lantern(), lantern("Harbor")
    allowed = released(person, clinic("Legal clinic"))
    clinic("Day clinic")
    released(other, clinic("Shelter of another"))
    giver = make.agreed(person)
    page = giver.get(make.of(person)).content.decode()
    assert "Legal clinic" not in page, "nobody is told of what is not certain yet"
    assert giver.post(f"{make.of(person)}overlap/", make.UNTIL).status_code == 302
    page = giver.get(make.of(person)).content.decode()
    assert "Legal clinic" in page and WORDS in page and f"/{allowed.pk}/" in page
    assert "Day clinic" not in page and "Shelter of another" not in page
    with cast.acting(cast.CM1) as by:
        withdraw_release(by=by, participant=person, release=allowed.pk)
    page = giver.get(make.of(person)).content.decode()
    assert "Legal clinic" not in page and WORDS not in page


def test_none_is_named_after_its_last_day_or_while_all_sharing_is_paused() -> None:
    ended, paused = lantern(), lantern("Harbor")
    for person in (ended, paused):
        released(person, clinic(f"Clinic of {person}"), days=5)
        giver = make.overlap(person)
        assert f"Clinic of {person}" in giver.get(make.of(person)).content.decode()
    with cast.acting(cast.CM1) as by:
        pause_sharing(by=by, participant=paused)
    assert "Clinic of" not in giver.get(make.of(paused)).content.decode()
    make.later(6)
    assert "Clinic of" not in giver.get(make.of(ended)).content.decode()
