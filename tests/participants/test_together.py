"""Two records of one person: one story for whoever sees both, nothing more for anybody, and apart again exactly."""

import uuid
from datetime import timedelta

import pytest
from django.test import Client

from alongside import clock
from alongside.clock.models import ClockSetting
from alongside.participants.actions import save_alias
from alongside.participants.choosing import request_case_manager
from alongside.participants.models import LinkedRecords, Moment, Participant, PossibleDuplicate
from alongside.trail.models import TrailEntry
from tests import cast
from tests.attacks.test_rows import seen
from tests.desk import make
from tests.desk.counting import counted
from tests.participants.twice import OTHER_BOSS, OTHER_WORKER, known, two_teams, work

STORY = "She brought the letter."


def two_records(second: cast.Member | None = cast.CM1) -> tuple[uuid.UUID, uuid.UUID, uuid.UUID]:
    """Two records with the same alias, both open to the supervisor, and the pair they make."""
    kept = make.person("Lantérn", backup=None)
    make.note(kept, "We sat outside.")
    ClockSetting.set_to(clock.now() + timedelta(days=40), running=False)
    other = make.person("Lantern", case_manager=second, backup=None, needs=("a warm coat",))
    if second == cast.CM1:
        make.note(other, STORY)
    work()
    with cast.acting(cast.SUPERVISOR):
        pair = PossibleDuplicate.objects.get().pk
    return kept, other, pair


def bring(pair: uuid.UUID, kept: uuid.UUID, member: cast.Member = cast.SUPERVISOR, **more: str) -> int:
    """Bring two together over HTTP."""
    told = {"kept": str(kept), "once": str(uuid.uuid4())} | more
    return cast.signed_in(member).post(f"/same/{pair}/together/", told).status_code


def ties() -> int:
    """How many ties hold just now."""
    with cast.acting(cast.SUPERVISOR):
        return LinkedRecords.objects.filter(ended_at=None).count()


def test_two_records_become_one_story_and_the_other_leads_to_the_kept_one() -> None:
    kept, other, pair = two_records()
    worker = cast.signed_in(cast.CM1)
    assert STORY not in _timeline(worker, kept)
    page = cast.signed_in(cast.SUPERVISOR).get(f"/same/{pair}/").content.decode()
    assert page.count("Go on with Lant") == 2
    once = str(uuid.uuid4())
    for _click in range(2):
        assert bring(pair, kept, once=once) == 302
    assert ties() == 1
    assert "Two records of one person" in worker.get(f"/people/{kept}/").content.decode()
    story = _timeline(worker, kept)
    assert STORY in story and "We sat outside." in story
    assert story.index(STORY) < story.rindex("We sat outside.")
    assert _story(story).count("in the other record") == 3  # a note, and how they came to be there
    led = worker.get(f"/people/{other}/").content.decode()
    assert "Go on with" in led and f'href="/people/{kept}/"' in led and STORY not in led
    alone = worker.get(f"/people/{other}/?alone=1").content.decode() + _timeline(worker, other)
    assert STORY in alone and "We sat outside." not in alone and "New words belong there" in alone
    found = worker.post("/search/", {"q": "lantern"}).content.decode()
    assert f"/people/{kept}/" in found and f"/people/{other}/" not in found
    with cast.acting(cast.CM1):
        for chain in (kept, other):
            assert TrailEntry.objects.filter(chain=chain, act="link_records", outcome="done").count() == 1
        assert TrailEntry.objects.filter(chain=other, act="open_record", outcome="looked").count() >= 2


def test_nothing_moves_and_apart_again_each_stands_as_it_did() -> None:
    kept, other, pair = two_records()
    worker, boss = cast.signed_in(cast.CM1), cast.signed_in(cast.SUPERVISOR)

    def standing() -> list[str]:
        with cast.acting(cast.CM1):
            return [
                rows
                for key, rows in sorted(seen().items())
                if key.startswith(("core.", "vault.")) and "linkedrecords" not in key and "draft" not in key
            ]

    before, shown = standing(), [_story(_timeline(worker, each)) for each in (kept, other)]
    bring(pair, kept)
    assert standing() == before
    assert boss.post(f"/same/{pair}/apart/").status_code == 302
    assert ties() == 0
    assert standing() == before
    assert [_story(_timeline(worker, each)) for each in (kept, other)] == shown
    assert "Not the same person" in boss.get(f"/same/{pair}/").content.decode()
    with cast.acting(cast.CM1):
        for chain in (kept, other):
            acts = TrailEntry.objects.filter(chain=chain, act__in=("link_records", "unlink_records"))
            assert acts.count() == 2
    with cast.acting(cast.SUPERVISOR):
        tie = LinkedRecords.objects.get()
    assert tie.by_id == tie.ended_by_id == cast.SUPERVISOR.id


def _timeline(client: Client, person: uuid.UUID) -> str:
    return client.get(f"/people/{person}/timeline/").content.decode()


def _story(page: str) -> str:
    return page.split('id="timeline"')[1].split("</section>", maxsplit=1)[0]


def test_what_was_written_meanwhile_stays_where_it_was_written() -> None:
    kept, other, pair = two_records()
    bring(pair, kept)
    make.note(kept, "Written after.")
    make.note(other, "Written in the other one.")
    worker = cast.signed_in(cast.CM1)
    page = worker.get(f"/people/{kept}/").content.decode()
    assert "Written after." in page and "Written in the other one." in page
    cast.signed_in(cast.SUPERVISOR).post(f"/same/{pair}/apart/")
    one, two = (worker.get(f"/people/{each}/").content.decode() for each in (kept, other))
    assert "Written after." in one and "Written in the other one." not in one
    assert "Written in the other one." in two and "Written after." not in two


def test_a_timeline_of_two_goes_on_page_by_page_and_to_every_year() -> None:
    kept, other, pair = two_records()
    for number in range(15):
        make.note(kept, f"kept {number}.", clock.now() - timedelta(days=3, hours=2 * number))
        make.note(other, f"other {number}.", clock.now() - timedelta(days=3, hours=2 * number + 1))
    bring(pair, kept)
    worker = cast.signed_in(cast.CM1)
    page, found = _timeline(worker, kept), ""
    while True:
        found += _story(page)
        if 'rel="next"' not in page:
            break
        where = page.split('rel="next" href="')[1].split('"')[0].split("#")[0].replace("&amp;", "&")
        page = worker.get(where).content.decode()
    for number in range(15):
        assert found.count(f"kept {number}.") == found.count(f"other {number}.") == 1, number


def test_the_page_takes_no_query_more_for_whoever_has_one_record() -> None:
    kept, other, pair = two_records()
    client = cast.signed_in(cast.CM1)
    client.get(f"/people/{kept}/")
    with counted() as before:
        client.get(f"/people/{kept}/")
    bring(pair, kept)
    with counted() as tied:
        client.get(f"/people/{kept}/")
    assert len(before) <= 12
    assert len(tied) <= len(before) + 4
    with counted() as led:
        client.get(f"/people/{other}/")
    assert len(led) <= 8


# Nobody sees more than before ---------------------------------------------------------------------------------


def test_where_other_colleagues_walk_with_one_than_with_the_other_it_is_refused_kindly() -> None:
    kept, other, pair = two_records(second=cast.CM2)
    boss = cast.signed_in(cast.SUPERVISOR)
    page = boss.get(f"/same/{pair}/").content.decode()
    assert "would show somebody more" in page and "/together/" not in page
    assert f"/people/{kept}/team/" in page and f"/people/{other}/team/" in page
    answer = boss.post(f"/same/{pair}/together/", {"kept": str(kept)}, follow=True)
    assert "cannot be brought together just now" in answer.content.decode()
    assert ties() == 0
    assert cast.signed_in(cast.CM1).get(f"/people/{other}/").status_code == 404
    with cast.acting(cast.CM1):  # nor does a try tell the colleague of one that there is another
        assert not TrailEntry.objects.filter(act="link_records").exists()
    with cast.acting(cast.SUPERVISOR):
        assert TrailEntry.objects.get(act="link_records").chain == cast.SUPERVISOR.id


def test_one_whom_nobody_walks_with_waits_until_somebody_does() -> None:
    kept = make.person("Lantérn", backup=None)
    other = uuid.uuid4()
    with cast.acting(cast.SUPERVISOR) as by:
        save_alias(by=by, participant=other, alias="Lantern")
    work()
    with cast.acting(cast.SUPERVISOR):
        pair = PossibleDuplicate.objects.get().pk
    bring(pair, kept)
    assert ties() == 0
    cast.signed_in(cast.SUPERVISOR).post(
        f"/people/{other}/team/", {"staff": str(cast.CM1.id), "part": "case_manager"}
    )
    bring(pair, kept)
    assert ties() == 1


def test_a_wish_for_another_case_manager_comes_first() -> None:
    kept, other, pair = two_records()
    with cast.acting(cast.CM1) as by:
        request_case_manager(by=by, whom=other, ask=uuid.uuid4(), words="somebody older")
    bring(pair, kept)
    assert ties() == 0


def test_bringing_together_changes_nobody_s_reach() -> None:
    kept, _other, pair = two_records()
    with cast.acting(cast.SUPERVISOR):
        everybody = set(Participant.objects.values_list("pk", flat=True))
    reach = {}
    for member in cast.CAST:
        with cast.acting(member):
            reach[member] = set(Participant.objects.values_list("pk", flat=True))
    bring(pair, kept)
    assert ties() == 1
    for member in cast.CAST:
        with cast.acting(member):
            assert set(Participant.objects.values_list("pk", flat=True)) == reach[member]
            assert LinkedRecords.objects.exists() == (everybody <= reach[member])


def test_whoever_comes_to_see_one_alone_later_sees_that_one_and_no_tie() -> None:
    two_teams()
    kept, other, pair = two_records()
    bring(pair, kept)
    with cast.acting(cast.CM1) as by:
        request_case_manager(by=by, whom=kept, ask=uuid.uuid4(), words="somebody else")
    boss = cast.signed_in(cast.SUPERVISOR)
    boss.post(f"/people/{kept}/team/end/", {"part": "case_manager"})
    boss.post(f"/people/{kept}/team/", {"staff": str(OTHER_WORKER.id), "part": "case_manager", "why": "new"})
    for member, open_to, closed in ((OTHER_WORKER, kept, other), (cast.CM1, other, kept)):
        client = cast.signed_in(member)
        page = client.get(f"/people/{open_to}/").content.decode()
        assert 'id="timeline"' in page and "of one person" not in page and str(closed) not in page
        assert client.get(f"/people/{closed}/").status_code == 404
    assert STORY not in cast.signed_in(OTHER_WORKER).get(f"/people/{kept}/").content.decode()
    # Nobody sees both any more, so nobody takes them apart, and nothing of it is lost.
    assert cast.signed_in(OTHER_BOSS).post(f"/same/{pair}/apart/").status_code == 302
    with cast.acting(OTHER_BOSS):
        assert not TrailEntry.objects.filter(act="unlink_records").exists()


@pytest.mark.parametrize(
    "member", [cast.CM1, cast.CM3, cast.ON_CALL, cast.DROP_IN, cast.DIRECTOR, cast.ADMIN, cast.CUSTODIAN]
)
def test_nobody_but_a_supervisor_who_sees_both_ties_or_unties(member: cast.Member) -> None:
    kept, _other, pair = two_records()
    assert bring(pair, kept, member) == 403
    assert ties() == 0
    bring(pair, kept)
    assert cast.signed_in(member).post(f"/same/{pair}/apart/").status_code == 403
    assert ties() == 1


def test_a_supervisor_who_sees_one_alone_cannot_bring_them_together() -> None:
    two_teams()
    person = known()
    work()
    with cast.acting(cast.SUPERVISOR) as by:
        save_alias(by=by, participant=uuid.uuid4(), alias="Lantern")
    new = make.person("Lantern", backup=None)
    work()
    with cast.acting(OTHER_BOSS):
        pair = PossibleDuplicate.objects.exclude(one__in=[new], two__in=[new]).filter(
            raised_by=cast.SUPERVISOR.id
        )
        found = [each.pk for each in pair if new in (each.one_id, each.two_id)]
    assert found
    for each in found:
        assert bring(each, person, OTHER_BOSS) == 302
        page = cast.signed_in(OTHER_BOSS).get(f"/same/{each}/").content.decode()
        assert "to whom both are open" in page
    with cast.acting(OTHER_BOSS):
        assert not LinkedRecords.objects.exists()
        assert not Moment.objects.filter(participant_id=new).exists()
