"""Load: worked by hand for the fixture's weeks, told as reasons and hours, read by the worker and their supervisor."""

import re
import uuid
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from alongside import clock
from alongside.agency.actions import set_pattern
from alongside.caseload import queries, rules
from alongside.caseload.actions import (
    add_other_people,
    set_intensity,
    set_measures,
    set_own_weight,
)
from alongside.caseload.models import OwnWeight
from alongside.connection.actions import log_contact
from alongside.participants.actions import assign, change_state, save_alias
from alongside.participants.agreeing import agree_period
from alongside.participants.choices import Part, State
from alongside.participants.models import Participant
from alongside.practice.actions import plan_supervision
from alongside.ui import dates
from alongside.workforce.cover_actions import confirm_time_off, plan_time_off
from tests import cast

MONTHS = cast.BEGINS - timedelta(days=90)
# Worked by hand: light 1, steady 2, close 4, intense 6; a critical period 2 more, travel, an interpreter and the first
# weeks 1 more each. CM1 2x6 + 3x4 + 3x2 + (2+1) + 1 = 34; CM2 2x4 + 2x2 + 2x1 = 14; CM3 4 + 2x2 + 1 = 9.
WEEK: dict[cast.Member, list[dict[str, Any]]] = {
    cast.CM1: [
        *[{"level": "intense"}] * 2,
        *[{"level": "close"}] * 3,
        *[{"level": "steady"}] * 3,
        {"level": "steady", "interpreter": True},
        {"level": "light"},
    ],
    cast.CM2: [*[{"level": "close"}] * 2, *[{}] * 2, *[{"level": "light"}] * 2],
    cast.CM3: [{"level": "close"}, *[{}] * 2, {"level": "light"}],
}


def walks_with(member: cast.Member, alias: str = "Somebody", **takes: Any) -> uuid.UUID:
    """Somebody new of a case manager, with what that takes; where nothing is given, nothing was said."""
    person = uuid.uuid4()
    with cast.acting(cast.SUPERVISOR) as by:
        save_alias(by=by, participant=person, alias=alias)
        assign(by=by, participant=person, staff=member.id, part=Part.CASE_MANAGER, why="she is kind")
    if takes:
        with cast.acting(member) as by:
            set_intensity(by=by, participant=person, row=uuid.uuid4(), **takes)
    return person


def fixture_week() -> None:
    """Case manager 2 works half time, from Monday to Wednesday."""
    half = {"begins": [time(9)] * 3 + [None] * 4, "ends": [time(16)] * 2 + [time(15)] + [None] * 4}
    with clock.stopped_at(MONTHS), cast.acting(cast.SUPERVISOR) as by:
        told = {"since": MONTHS.date(), "zone": "", "weekly_hours": Decimal(20), "part_time": True}
        set_pattern(by=by, pattern=uuid.uuid4(), staff=cast.CM2.id, **half, **told)
    with clock.stopped_at(MONTHS):
        for member, people in WEEK.items():
            for takes in people:
                walks_with(member, **takes)


def loads(as_whom: cast.Member = cast.SUPERVISOR) -> dict[str, rules.Load]:
    with cast.acting(as_whom) as by:
        return {each.worker.name: each.load for each in queries.caseloads(queries.workers(by))}


def weight(member: cast.Member) -> Decimal:
    return loads()[member.name].weight


def test_the_fixtures_weeks_as_they_are_worked_by_hand() -> None:
    fixture_week()
    found = loads()
    assert [(found[each.name].weight, found[each.name].room) for each in WEEK] == [
        (34, 30),
        (14, 15),
        (9, 30),
    ]
    assert [found[each.name].hours for each in WEEK] == [Decimal("45.5"), Decimal("18.5"), Decimal(12)]
    board = cast.signed_in(cast.SUPERVISOR).get("/load/").content.decode()
    assert "34 of 30" in board and "about 45.5 hours of 40 a week" in board
    assert "2 intense, 3 close, 4 steady, 1 light, 1 with an interpreter" in board


def test_a_number_without_records_and_a_weight_of_one_person_are_right_at_once() -> None:
    fixture_week()
    client = cast.signed_in(cast.SUPERVISOR)
    form = {"called": "Domestic violence program", "number": "25", "weight": "1", "once": str(uuid.uuid4())}
    assert client.post(f"/load/{cast.CM3.id}/others/", form).status_code == 302
    assert weight(cast.CM3) == Decimal(34)
    person = walks_with(cast.CM3, "Juniper")
    assert weight(cast.CM3) == Decimal(34) + 2 + 1  # steady where nothing is said, and first weeks
    form = {"amount": "25", "words": "a trial each week", "once": str(uuid.uuid4())}
    assert client.post(f"/people/{person}/weight/", form).status_code == 302
    assert weight(cast.CM3) == Decimal(59)
    page = client.get(f"/load/{cast.CM3.id}/").content.decode()
    assert "59 of 30" in page and "Domestic violence program" in page and "Juniper" in page
    assert (
        client.post(f"/people/{person}/weight/", {"amount": "", "once": str(uuid.uuid4())}).status_code == 302
    )
    assert weight(cast.CM3) == Decimal(37)


def test_numbers_are_exact() -> None:
    person = walks_with(cast.CM3)
    with cast.acting(cast.SUPERVISOR) as by:
        for amount in ("0.1", "0.2", "24.7"):
            given = {"row": uuid.uuid4(), "staff": cast.CM3.id, "called": "a program"}
            add_other_people(by=by, **given, number=1, weight=Decimal(amount))
        set_own_weight(by=by, participant=person, row=uuid.uuid4(), amount=Decimal("0.001"))
    assert weight(cast.CM3) == Decimal("25.001")


def test_everything_that_takes_more_counts_while_it_lasts() -> None:
    with clock.stopped_at(MONTHS):
        person = walks_with(cast.CM1, level="steady", far=True, interpreter=True)
    assert weight(cast.CM1) == Decimal(2 + 1 + 1)
    with cast.acting(cast.CM1) as by:
        days = {"begins_on": clock.today(), "ends_on": clock.today() + timedelta(days=9)}
        agree_period(by=by, participant=person, period=uuid.uuid4(), kind="court", words="", **days)
    assert weight(cast.CM1) == Decimal(6)
    client = cast.signed_in(cast.CM1)
    form = {"level": "intense", "once": str(uuid.uuid4())}
    assert client.post(f"/people/{person}/intensity/", form).status_code == 302
    assert weight(cast.CM1) == Decimal(6 + 2)
    with cast.acting(cast.CM1) as by:
        change_state(by=by, participant=person, state=State.CLOSED, chosen=True)
    assert weight(cast.CM1) == Decimal(0)


def test_first_weeks_end_by_themselves() -> None:
    for days, takes in ((27, 3), (28, 2)):
        with clock.stopped_at(cast.BEGINS - timedelta(days=days)):
            walks_with(cast.CM2 if days == 27 else cast.CM3)
        assert weight(cast.CM2 if days == 27 else cast.CM3) == Decimal(takes)


def test_who_carries_nothing_is_a_row_and_rows_go_by_name() -> None:
    board = cast.signed_in(cast.SUPERVISOR).get("/load/?sort=notes&order=contacts").content.decode()
    names = [name for name in ("Case manager 1", "Case manager 2", "Case manager 3") if name in board]
    assert len(names) == 3 and sorted(names, key=board.index) == names
    table = board.partition("<table")[2].partition("</table")[0]
    assert "0 of 30" in table and "sort" not in table and table.count("href=") == table.count('scope="row"')


def test_the_agencys_own_numbers_count_from_now_on_and_not_before() -> None:
    with clock.stopped_at(MONTHS):
        walks_with(cast.CM1, level="close")
    with clock.stopped_at(cast.BEGINS - timedelta(days=1)), cast.acting(cast.ADMIN) as by:
        set_measures(by=by, amounts={"close": Decimal("7.25")})
    assert weight(cast.CM1) == Decimal("7.25")
    with cast.acting(cast.SUPERVISOR):
        assert queries.measures(MONTHS)["close"] == 4
    client = cast.signed_in(cast.ADMIN)
    page = client.get("/program/load/").content.decode()
    assert 'value="7.25"' in page and "common practice" in page
    assert client.post("/program/load/", {"close": "0"}).status_code == 422


STRANGERS = [cast.CM2, cast.DIRECTOR, cast.ADMIN, cast.ON_CALL]


@pytest.mark.parametrize("other", STRANGERS, ids=lambda each: each.name)
def test_nobody_else_reads_a_load_by_address_or_in_a_raw_query(other: cast.Member) -> None:
    with clock.stopped_at(MONTHS):
        person = walks_with(cast.CM1, "Lantern", level="intense")
    with cast.acting(cast.SUPERVISOR) as by:
        set_own_weight(by=by, participant=person, row=uuid.uuid4(), amount=Decimal(25), words="the trial")
        given = {"row": uuid.uuid4(), "staff": cast.CM1.id, "called": "a program"}
        add_other_people(by=by, **given, number=3, weight=Decimal(2))
    client = cast.signed_in(other)
    for address in (
        "/load/",
        f"/load/{cast.CM1.id}/",
        f"/people/{person}/intensity/",
        f"/people/{person}/weight/",
    ):
        assert client.get(address).status_code in (403, 404), address
    assert (
        "25"
        not in client.get("/capacity/").content.decode().partition("<main")[2].partition("first weeks")[0]
    )
    with cast.acting(other), connection.cursor() as cursor:
        cursor.execute("select count(*) from core.my_load(access.now()) where staff_id <> access.actor()")
        assert cursor.fetchone()[0] == 0
        for table in ("intensity", "ownweight", "otherpeople"):
            cursor.execute(f"select count(*) from core.caseload_{table}")
            assert cursor.fetchone()[0] == 0, table
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            cursor.execute("select * from core.takes_of(%s, access.now())", [[cast.CM1.id]])


def test_a_case_manager_sets_no_weight_in_place_of_the_reasons() -> None:
    person = walks_with(cast.CM1)
    assert cast.signed_in(cast.CM1).post(f"/people/{person}/weight/", {"amount": "25"}).status_code == 403
    with cast.acting(cast.CM1) as by, pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
        row = OwnWeight(
            id=uuid.uuid4(), participant_id=person, amount=25, words="", at=clock.now(), by_id=by.id
        )
        row.key_id = Participant.objects.get(pk=person).key_id
        row.save(force_insert=True)


def test_oneself_reads_ones_own_load_with_people_by_alias_and_amounts_alone() -> None:
    with clock.stopped_at(MONTHS):
        walks_with(cast.CM1, "Lantern", level="intense")
    page = cast.signed_in(cast.CM1).get("/capacity/").content.decode()
    assert "6 of 30" in page and "Lantern" in page and "Intense" in page


def test_nights_and_heavy_notes_are_amounts_to_oneself_and_the_supervisor_and_open_nothing() -> None:
    with clock.stopped_at(MONTHS):
        person = walks_with(cast.CM1, "Lantern", level="intense")
    with cast.acting(cast.CM1) as by:
        for days in (2, 3, 5):
            at = cast.BEGINS - timedelta(days=days)  # two in the morning
            said = {"happened": "she cried all night", "kind": "call", "tags": ["crisis"]}
            log_contact(by=by, participant=person, note=uuid.uuid4(), services=[], at=at, **said)
    mine = cast.signed_in(cast.CM1).get("/capacity/").content.decode()
    theirs = cast.signed_in(cast.SUPERVISOR).get(f"/load/{cast.CM1.id}/").content.decode()
    for page in (mine, theirs):
        assert "3 contacts in 3 nights" in page and "3 notes" in page
    main = theirs.partition("<main")[2]
    assert "cried" not in main and "/notes/" not in main and "/timeline" not in main


def test_the_board_has_what_rooms_tell_and_no_notes() -> None:
    with cast.acting(cast.SUPERVISOR) as by:
        when = cast.BEGINS - timedelta(weeks=5)
        given = {"worker": cast.CM3.id, "at": when, "minutes": 60, "held": True}
        plan_supervision(by=by, supervision=uuid.uuid4(), **given)
    board = cast.signed_in(cast.SUPERVISOR).get("/load/").content.decode()
    assert "5 weeks ago" in board and "no time is written down yet" in board
    assert "Nights on call" in board and "Heavy notes" not in board


def test_who_is_away_stands_on_the_board_with_the_last_day_and_never_why() -> None:
    """The end of a span is the first moment after it: what is said is the day before."""
    zone, day = clock.zone(), clock.today()
    now, coming, asked = (day + timedelta(days=each) for each in (-1, 5, 2))
    for member, first in ((cast.CM1, now), (cast.CM2, coming), (cast.CM3, asked)):
        begins = datetime.combine(first, time(), tzinfo=zone)
        span = {"begins": begins, "ends": begins + timedelta(days=4)}
        off = uuid.uuid4()
        with cast.acting(member) as by:
            plan_time_off(by=by, off=off, staff=member.id, **span)
        if member is not cast.CM3:  # nobody confirmed theirs
            with cast.acting(cast.SUPERVISOR) as by:
                confirm_time_off(by=by, off=off)
    page = cast.signed_in(cast.SUPERVISOR).get("/load/").content.decode()
    board = re.sub(r"<[^>]+>", "", page.partition("<table")[2].partition("</table>")[0])
    first, end = (dates.dated(coming + timedelta(days=each)) for each in (0, 3))
    assert f"until {dates.day(now + timedelta(days=3))}" in board
    assert f"from {first} to {end}" in board
    assert board.count("until ") == 1 and board.count("from ") == 1
