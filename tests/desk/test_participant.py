"""A participant's page: who may open it, what stands on it, and how many queries it takes."""

import uuid
from datetime import datetime, timedelta

import pytest

from alongside import clock
from alongside.connection.choices import NoteKind
from alongside.connection.models import Note
from alongside.meetings.actions import schedule_meeting
from alongside.participants.actions import change_state, go_gently
from alongside.participants.choices import State
from alongside.participants.models import Moment, Participant
from alongside.trail.models import TrailEntry
from tests import cast
from tests.desk import make
from tests.desk.counting import counted

STRANGERS = [
    (cast.CM3, 404),
    (cast.ON_CALL, 403),
    (cast.DROP_IN, 403),
    (cast.DIRECTOR, 403),
    (cast.CUSTODIAN, 403),
    (cast.ADMIN, 403),
    (cast.ADVISER, 403),
    (cast.PRACTICE, 403),
]


@pytest.mark.parametrize("page", ["", "record/"])
@pytest.mark.parametrize(("member", "status"), STRANGERS)
def test_a_stranger_finds_nothing(member: cast.Member, status: int, page: str) -> None:
    person = make.person()
    answer = cast.signed_in(member).get(f"/people/{person}/{page}")
    assert answer.status_code in (status, 404)
    assert "Lantérn" not in answer.content.decode()


def test_nobody_is_asked_to_sign_in() -> None:
    person = make.person()
    answer = cast.nobody().get(f"/people/{person}/")
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/sign-in/")


def test_whoever_knows_the_alias_at_the_drop_in_does_not_open_the_record() -> None:
    with cast.acting(cast.SUPERVISOR):
        from alongside.agency.models import Site

        site = Site.objects.get().pk
    both = drop_in_who_is_a_case_manager()
    person = make.person(at_site=site)
    client = cast.signed_in(both)
    assert client.get(f"/people/{person}/").status_code == 404
    assert "Lantérn" in client.get("/people/").content.decode()


def drop_in_who_is_a_case_manager() -> cast.Member:
    """The drop-in worker, who now works as a case manager too."""
    from alongside.access.roles import Role
    from alongside.agency.actions import change_staff
    from alongside.agency.models import Staff

    with cast.acting(cast.ADMIN) as by:
        them = Staff.objects.get(pk=cast.DROP_IN.id)
        change_staff(
            by=by,
            staff=them.pk,
            name=them.name,
            roles=[Role.DROP_IN, Role.CASE_MANAGER],
            supervisor=them.supervisor_id,
            site=them.site_id,
            languages=[],
            credentials="",
            hours="",
            trafficking_training_on=None,
        )
    return cast.DROP_IN


def test_an_attempt_in_vain_is_written_down() -> None:
    person = make.person()
    cast.signed_in(cast.CM3).get(f"/people/{person}/")
    with cast.acting(cast.CM1):
        assert TrailEntry.objects.filter(chain=person, actor=cast.CM3.id, outcome="turned_away").exists()
    page = cast.signed_in(cast.CM1).get(f"/people/{person}/record/").content.decode()
    assert "Case manager 3" in page
    assert "tried, and it did not open" in page


@pytest.mark.parametrize("member", [cast.CM1, cast.CM2, cast.SUPERVISOR])
def test_the_head_says_how_to_be_with_them(member: cast.Member) -> None:
    person = make.person()
    make.told(person)
    with cast.acting(cast.CM1) as by:
        go_gently(by=by, participant=person, topic="health", stance="not_now")
    page = cast.signed_in(member).get(f"/people/{person}/").content.decode()
    for words in (
        "Lantérn",
        "Text only, before 6 PM.",
        "Say “Riverbend”.",
        "Code word first.",
        "Checked today",
        "አማርኛ",
        "a woman, by phone, not from here",
        "tea, sitting near a door",
        "being touched",
        "one text, then wait two weeks",
        "Health: Not now",
        "Connection",
        "Plan",
        "a room with a lock",
    ):
        assert words in page, words
    assert "maple leaf" not in page
    assert "<title>Together - Riverbend Community Services</title>" in page
    if member == cast.CM1:
        assert "Case manager: you · backup: Case manager 2" in page


def test_where_nobody_was_asked_the_page_is_honest() -> None:
    page = cast.signed_in(cast.CM1).get(f"/people/{make.person()}/").content.decode()
    assert "Nobody has told us how to reach them safely yet" in page


def test_states_come_and_go_and_come_back() -> None:
    person = make.person()
    with cast.acting(cast.CM1) as by:
        for state in (State.PAUSED, State.ACTIVE, State.CLOSED, State.ACTIVE):
            change_state(
                by=by, participant=person, state=state, words="my own words" if state == "closed" else ""
            )
    client = cast.signed_in(cast.CM1)
    page = client.get(f"/people/{person}/").content.decode()
    told = page[page.index('id="timeline"') :]
    order = [told.index("back again"), told.index("Closed (door open)"), told.index("Paused (their choice)")]
    assert order == sorted(order)
    assert told.count("back again") == 1
    assert "my own words" in told
    assert client.get(f"/people/{person}/state/").content.decode().count("back again") == 1


@pytest.mark.parametrize("rows", [1, 30])
def test_the_page_takes_twelve_queries_at_most(rows: int) -> None:
    person = make.person()
    make.told(person)
    for each in range(rows):
        make.note(person, f"number {each}", clock.now() - timedelta(days=each))
        with cast.acting(cast.CM1) as by:
            schedule_meeting(
                by=by, participant=person, meeting=uuid.uuid4(), at=clock.now() + timedelta(days=each + 1)
            )
    client = cast.signed_in(cast.CM1)
    client.get(f"/people/{person}/")
    with counted() as queries:
        assert client.get(f"/people/{person}/").status_code == 200
    assert len(queries) <= 12, "\n\n".join(queries)


def test_years_are_one_click_away_and_pages_neither_lose_nor_repeat() -> None:
    person = make.person()
    same = datetime(2025, 5, 4, 12, 0, tzinfo=cast.ZONE)
    for each in range(45):
        make.note(person, f"moment-{each:02}.", same)
    client = cast.signed_in(cast.CM1)
    top = client.get(f"/people/{person}/timeline/").content.decode()
    assert '?year=2025"' in top
    assert '?year=2027"' in top
    may = client.get(f"/people/{person}/timeline/?year=2025").content.decode()
    assert '?month=2025-5"' in may and ">May</a>" in may and '?month=2027-1"' not in may
    april = client.get(f"/people/{person}/timeline/?month=2025-4").content.decode()
    assert "moment-" not in april and "moment-" in may
    found, address = [], f"/people/{person}/timeline/?month=2025-5"
    while address:
        page = client.get(address).content.decode()
        told = page[page.index('id="timeline"') :]
        found += [f"moment-{each:02}." for each in range(45) if f"moment-{each:02}." in told]
        more = told.split('rel="next" href="')
        address = more[1].split('"')[0] if len(more) > 1 else ""
    assert len(found) == 45
    assert len(set(found)) == 45


def test_two_thousand_moments_are_quick() -> None:
    person = make.person()
    with cast.acting(cast.CM1):
        key_id = Participant.objects.get(pk=person).key_id
        notes = [
            Note(
                key_id=key_id,
                participant_id=person,
                kind=NoteKind.MET,
                at=clock.now() - timedelta(hours=each),
                by_id=cast.CM1.id,
                happened="she brought the letter",
                responded="read it twice",
                written_at=clock.now(),
            )
            for each in range(2000)
        ]
        Note.objects.bulk_create(notes)
        Moment.objects.bulk_create(
            Moment(
                participant_id=person,
                at=note.at,
                room="connection",
                kind="note",
                ref=note.pk,
                by_id=note.by_id,
            )
            for note in notes
        )
    client = cast.signed_in(cast.CM1)
    client.get(f"/people/{person}/")
    began = clock.wall()
    answer = client.get(f"/people/{person}/timeline/?year=2026")
    assert answer.status_code == 200
    assert clock.wall() - began < timedelta(seconds=1.5)


def test_nonsense_in_the_address_shows_the_page() -> None:
    person = make.person()
    client = cast.signed_in(cast.CM1)
    queries = (
        "year=nonsense",
        "year=99999",
        "before=nonsense",
        f"before={uuid.uuid4()}",
        "year=²",
        "month=2027-13",
    )
    for query in queries:
        assert client.get(f"/people/{person}/timeline/?{query}").status_code == 200
    older = client.get(f"/people/{person}/?year=2025&strand=plan")
    assert older.headers["Location"] == f"/people/{person}/timeline/?strand=plan&year=2025"


def test_the_timeline_is_narrowed_to_a_strand_and_stays_so_from_year_to_year() -> None:
    from alongside.goals.actions import save_goal_sheet
    from alongside.goals.rules import WrittenGoal, WrittenSheet

    person = make.person()
    for days in range(30):
        make.note(person, f"note {days}", clock.now() - timedelta(days=20 * days + 1))
    with cast.acting(cast.CM1) as by:
        goals = (WrittenGoal(uuid.uuid4(), words="a lamp of my own"),)
        save_goal_sheet(by=by, participant=person, written=WrittenSheet(goals=goals))
    client = cast.signed_in(cast.CM1)
    here = f"/people/{person}/timeline/"

    def timeline(asked: str) -> str:
        return client.get(here + asked).content.decode().split('id="timeline"')[1]

    everything, together, plan = timeline(""), timeline("?strand=connection"), timeline("?strand=plan")
    assert "a lamp of my own" in everything and "note 1" in everything
    assert "a lamp of my own" not in together and "note 1" in together
    assert "a lamp of my own" in plan and "note 1" not in plan
    year = clock.today().year - 1
    assert f"?year={year}&amp;strand=connection" in together
    older = timeline(f"?year={year}&strand=connection")
    assert "note 0<" not in older and "note 1<" in older and f"strand=plan&amp;year={year}" in older
    assert "&amp;strand=connection" in together.split('rel="next"')[1]
    assert "a lamp of my own" in timeline("?strand=nonsense")
    with counted() as all_of_it:
        client.get(here)
    with counted() as narrowed:
        client.get(f"{here}?strand=connection")
    assert len(narrowed) <= len(all_of_it) <= 12
