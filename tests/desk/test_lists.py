"""Today, People and Find: who sees whom, in how many queries, and how a name is found."""

import re
import uuid
from datetime import timedelta

import pytest

from alongside import clock
from alongside.agency.models import Site
from alongside.meetings.actions import schedule_meeting
from alongside.participants import finding
from alongside.participants.actions import save_alias
from tests import cast
from tests.desk import make
from tests.desk.counting import OF_TODAY, counted

NO_PEOPLE = [cast.DIRECTOR, cast.CUSTODIAN, cast.ADMIN, cast.ADVISER, cast.PRACTICE]


def _site() -> uuid.UUID:
    with cast.acting(cast.SUPERVISOR):
        return uuid.UUID(str(Site.objects.get().pk))


@pytest.mark.parametrize("address", ["/people/", "/search/"])
def test_a_stranger_sees_nobody(address: str) -> None:
    make.person()
    for member in NO_PEOPLE:
        assert cast.signed_in(member).get(address).status_code == 403
    for member in (cast.CM3, cast.ON_CALL, cast.DROP_IN):
        client = cast.signed_in(member)
        answer = client.post(address, {"q": "lantern"}) if address == "/search/" else client.get(address)
        assert answer.status_code == 200
        assert "Lantérn" not in answer.content.decode()
    assert cast.nobody().get(address).status_code == 302


@pytest.mark.parametrize("member", cast.CAST)
def test_everybody_has_a_today(member: cast.Member) -> None:
    make.person(case_manager=cast.CM2, backup=None)
    answer = cast.signed_in(member).get("/")
    assert answer.status_code == 200
    assert ("Lantérn" in answer.content.decode()) == (member == cast.CM2)
    assert cast.nobody().get("/").status_code == 302


@pytest.mark.parametrize("asked", ["LANTER", "lantérn", "nter", "L", "té", "  lan  "])
def test_any_part_of_an_alias_finds_somebody(asked: str) -> None:
    person = make.person()
    make.person("Maple")
    page = cast.signed_in(cast.CM1).post("/search/", {"q": asked}).content.decode()
    assert f"/people/{person}/" in page
    if asked != "L":
        assert ">Maple<" not in page


def test_names_in_any_script_are_found_and_what_was_asked_is_in_no_address() -> None:
    person = make.person("سمر القمر")
    client = cast.signed_in(cast.CM1)
    answer = client.post("/search/", {"q": "القم"})
    assert f"/people/{person}/" in answer.content.decode()
    assert client.get("/search/?q=zanzibar").content.decode().count('value="zanzibar') == 0
    for nonsense in ("nobody by this name", "\x00", "'; --", "x" * 5000):
        assert (
            "within your reach" in client.post("/search/", {"q": nonsense}).content.decode()
            or nonsense == "\x00"
        )


def test_the_drop_in_sees_alias_and_needs_of_its_place_alone() -> None:
    person = make.person("Pebble", case_manager=None, backup=None, at_site=_site())
    make.person("Elsewhere", case_manager=None, backup=None)
    client = cast.signed_in(cast.DROP_IN)
    for page in (client.get("/people/"), client.post("/search/", {"q": "pebb"})):
        shown = page.content.decode()
        assert f"/acquaintances/{person}/" in shown
        assert "a room with a lock" in shown
        assert "Elsewhere" not in shown
        assert f'/people/{person}/"' not in shown


def test_whom_nobody_walks_with_stands_first_for_the_supervisor() -> None:
    make.person("Pebble", case_manager=None, backup=None)
    make.person("Maple")
    today = cast.signed_in(cast.SUPERVISOR).get("/").content.decode()
    assert today.index("No case manager yet") < today.index("Pebble")
    people = cast.signed_in(cast.SUPERVISOR).get("/people/").content.decode()
    assert people.index("Pebble") < people.index("Maple")
    assert "Pebble" not in cast.signed_in(cast.CM1).get("/").content.decode()


def test_a_first_meeting_says_how_to_begin() -> None:
    person = make.person()
    make.told(person)
    with cast.acting(cast.CM1) as by:
        schedule_meeting(
            by=by,
            participant=person,
            meeting=uuid.uuid4(),
            at=clock.now() + timedelta(hours=8),
            purpose="welcome",
        )
    page = cast.signed_in(cast.CM1).get("/").content.decode()
    said = re.sub(r"<[^>]+>|\s+", " ", page)
    for words in ("first meeting, 10 AM", "Text only, before 6 PM.", "Interpreter:", "a woman", "We didn"):
        assert words in said, words


@pytest.mark.parametrize("member", [cast.CM1, cast.SUPERVISOR])
@pytest.mark.parametrize("rows", [1, 30])
@pytest.mark.parametrize(
    ("address", "most"), [("/", OF_TODAY), ("/people/", 9), ("/people/?as=table", 9), ("/search/", 8)]
)
def test_queries_do_not_grow_with_the_rows(address: str, most: int, rows: int, member: cast.Member) -> None:
    for each in range(rows):
        person = make.person(f"Person {each}", case_manager=cast.CM1 if each % 2 else None, backup=None)
        if each % 2:
            with cast.acting(cast.CM1) as by:
                schedule_meeting(
                    by=by, participant=person, meeting=uuid.uuid4(), at=clock.now() + timedelta(hours=3)
                )
    client = cast.signed_in(member)
    client.get("/people/")
    with counted() as queries:
        answer = client.post(address, {"q": "person"}) if address == "/search/" else client.get(address)
    assert answer.status_code == 200
    assert len(queries) <= most, "\n\n".join(queries)


def test_sixty_people_stand_on_two_pages() -> None:
    for each in range(60):
        make.person(f"Person {each:02}", backup=None)
    client = cast.signed_in(cast.CM1)
    first = client.get("/people/").content.decode()
    second = client.get("/people/?page=2").content.decode()
    assert "Person 00" in first
    assert "Person 59" not in first
    assert "Person 59" in second


def test_the_record_tells_who_looked_in_plain_words() -> None:
    person = make.person()
    cast.signed_in(cast.CM2).get(f"/people/{person}/")
    client = cast.signed_in(cast.CM1)
    client.post(f"/people/{person}/state/", {"state": "paused"})
    client.get(f"/people/{person}/")  # what is said once is said here
    with counted() as queries:
        page = client.get(f"/people/{person}/record/").content.decode()
    assert "Case manager 2" in page
    assert "opened the page" in page
    assert "saved the status" in page
    assert len(queries) <= 8, "\n\n".join(queries)


def test_a_long_record_is_turned_page_by_page() -> None:
    person = make.person()
    client = cast.signed_in(cast.CM1)
    for _time in range(52):
        client.get(f"/people/{person}/reaching/")
    first = client.get(f"/people/{person}/record/").content.decode()
    assert "?before=" in first
    older = first.split('href="?before=')[1].split('"')[0]
    second = client.get(f"/people/{person}/record/?before={older}").content.decode()
    assert "read how to reach them safely" in second
    assert "Newest" in second
    assert client.get(f"/people/{person}/record/?before=nonsense").status_code == 200


def test_today_of_a_supervisor_shows_those_who_came_first_and_where_the_others_are() -> None:
    with cast.acting(cast.SUPERVISOR) as by:
        for number in range(12):
            with clock.stopped_at(cast.BEGINS - timedelta(days=100 - number)):
                save_alias(by=by, participant=uuid.uuid4(), alias=f"Waiting {number:02}")
    page = cast.signed_in(cast.SUPERVISOR).get("/").content.decode()
    assert [number for number in range(12) if f"Waiting {number:02}" in page] == list(range(10))
    assert "Everyone without a case manager" in page


def test_a_search_opens_so_many_aliases_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "MOST_OPENED", 3)
    with cast.acting(cast.SUPERVISOR) as by:
        for number in range(9):
            save_alias(by=by, participant=uuid.uuid4(), alias=f"Ashley {number}")
        assert len(finding.found_by_alias(by, "hley")) == 3  # those that are opened
        assert 3 <= len(finding.found_by_alias(by, "ashl")) <= 6  # and as many that have the token
        for number in range(9):
            (found,) = finding.found_by_alias(by, f"{number} ashley")
            assert found.alias == f"Ashley {number}"
