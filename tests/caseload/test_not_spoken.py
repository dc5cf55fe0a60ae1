"""Who was not spoken with for a while: in words, without a count or a rank, for the supervisor of whoever walks with
them."""

import re
import uuid
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from alongside import clock
from alongside.caseload.actions import set_measures
from alongside.caseload.not_spoken import in_words
from alongside.connection.actions import log_contact, set_season
from alongside.participants.actions import change_state
from alongside.participants.choices import State
from tests import cast
from tests.attacks.reach import by_keeper
from tests.caseload.test_load import walks_with

PAGE = "/load/not-spoken/"
LONG_AGO = cast.BEGINS - timedelta(days=140)


def noted(person: uuid.UUID, at: datetime, kind: str = "met", by_whom: cast.Member = cast.CM1) -> None:
    with clock.stopped_at(at), cast.acting(by_whom) as by:
        log_contact(by=by, participant=person, note=uuid.uuid4(), happened="We sat.", kind=kind, minutes=5)


def known(alias: str, spoken: timedelta | None, **more: Any) -> uuid.UUID:
    """Somebody known for long, with whom we spoke so long ago."""
    with clock.stopped_at(LONG_AGO):
        person = walks_with(more.pop("of", cast.CM1), alias, **more)
    if spoken is not None:
        noted(person, cast.BEGINS - spoken)
    return person


def read(member: cast.Member = cast.SUPERVISOR) -> str:
    page = cast.signed_in(member).get(PAGE).content.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.partition("<main")[2].partition("</main>")[0]))


def test_it_says_since_when_in_words_and_counts_nothing() -> None:
    known("Heron", timedelta(days=120))
    tried = known("Alder", timedelta(days=100))
    noted(tried, cast.BEGINS - timedelta(days=30), kind="no_answer")
    known("Wren", timedelta(days=10))
    known("Finch", None)
    page = read()
    assert page.index("Alder") < page.index("Finch") < page.index("Heron"), "by alias, and not by how long"
    assert "Wren" not in page
    assert "Heron not spoken with since autumn · with Case manager 1" in page.replace("  ", " ").replace(
        "  ", " "
    )
    assert "Last tried Dec 7, 2026." in page and "no contact is written down yet" in page
    assert not re.search(r"\d+ (day|week|month|people|time)", page)
    assert "red" not in re.findall(r'class="[^"]*"', page)


def test_who_wished_for_distance_is_shown_as_that_and_what_a_colleague_says_is_no_wish() -> None:
    quiet, said, paused = (known(alias, timedelta(days=100)) for alias in ("Quill", "Sage", "Pine"))
    with cast.acting(cast.CM1) as by:
        set_season(by=by, participant=quiet, change=uuid.uuid4(), season="quiet", set_by="they")
        set_season(by=by, participant=said, change=uuid.uuid4(), season="distant", set_by="we")
        change_state(by=by, participant=paused, state=State.PAUSED)
    page = read()
    assert "Quill Quiet, as they said" in page and "Pine Paused, as they chose" in page
    assert "Sage" in page and "Distant" not in page


def test_what_a_while_is_the_agency_says() -> None:
    known("Heron", timedelta(days=30))
    assert "Heron" not in read()
    with cast.acting(cast.ADMIN) as by:
        set_measures(by=by, amounts={"while": Decimal(4)})
    assert "Heron" in read()


def test_it_names_the_people_of_my_team_alone_and_nobody_elses() -> None:
    hers = known("Heron", timedelta(days=120))
    assert (
        "Heron" in read() and f"/people/{hers}/" in cast.signed_in(cast.SUPERVISOR).get(PAGE).content.decode()
    )
    for member in (cast.CM1, cast.DIRECTOR, cast.ADMIN, cast.PRACTICE):
        assert cast.signed_in(member).get(PAGE).status_code == 403
    board = cast.signed_in(cast.SUPERVISOR).get("/load/").content.decode()
    assert PAGE in board
    # Who walks with them names another supervisor from now on.
    by_keeper("update core.agency_staff set supervisor_id = %s where id = %s", cast.DIRECTOR.id, cast.CM1.id)
    assert "Heron" not in read()


@pytest.mark.no_database
@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2027, 1, 3), "January"),
        (date(2026, 11, 30), "November"),
        (date(2026, 10, 1), "autumn"),
        (date(2026, 6, 1), "summer"),
        (date(2026, 5, 31), "spring"),
        (date(2026, 4, 30), "April 2026"),
        (date(2025, 12, 31), "December 2025"),
    ],
)
def test_a_day_in_the_past_as_people_speak_of_it(day: date, words: str) -> None:
    assert in_words(day, date(2027, 2, 22)) == words


@pytest.mark.no_database
def test_winter_is_of_december_to_february() -> None:
    assert {in_words(date(2027, month, 9), date(2027, 6, 30)) for month in (1, 2)} == {"winter"}
