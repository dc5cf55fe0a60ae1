"""Critical periods: proposed from hard dates, agreed or declined, live on just their days, and told as one."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside import clock
from alongside.access.given import HardDate
from alongside.clock.models import ClockSetting
from alongside.legal.actions import plan_event, save_strand
from alongside.participants import critical, rules
from alongside.participants.actions import change_state
from alongside.participants.agreeing import agree_period
from alongside.participants.choices import State
from alongside.participants.models import CriticalPeriod, Participant
from tests import cast
from tests.desk.counting import counted
from tests.people import lantern

DAY = date(2027, 1, 6)


def _agreed(person: uuid.UUID, begins: int, ends: int, kind: str = "deposition") -> uuid.UUID:
    period = uuid.uuid4()
    given = {"begins_on": DAY + timedelta(days=begins), "ends_on": DAY + timedelta(days=ends), "kind": kind}
    with cast.acting(cast.CM1) as by:
        agree_period(by=by, participant=person, period=period, words="tea, and no calls", **given)
    return period


def _today(member: cast.Member) -> str:
    return cast.signed_in(member).get("/").content.decode().split("<main")[1]


def _page(person: uuid.UUID, member: cast.Member = cast.CM1) -> str:
    return cast.signed_in(member).get(f"/people/{person}/periods/").content.decode().split("<main")[1]


def test_the_first_weeks_are_proposed_and_agreed_in_one_press() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    assert "First weeks with us" in _page(person) and "critical period" not in _today(cast.CM1)
    assert "Critical period proposed" in client.get(f"/people/{person}/").content.decode()
    for _twice in range(2):
        told = {"of": str(person), "answer": "agree"}
        assert client.post(f"/people/{person}/periods/answer/", told).status_code == 302
    with cast.acting(cast.CM1):
        row = CriticalPeriod.objects.get()
        assert (row.begins_on, row.ends_on, row.kind) == (DAY, DAY + timedelta(days=42), "first_weeks")
    for member in (cast.CM1, cast.CM2):
        assert "Through Feb 17: First weeks with us" in _today(member)
    assert "Critical period through Feb 17" in client.get(f"/people/{person}/about/").content.decode()
    assert "Proposed" not in _page(person)


def test_what_is_declined_shows_nowhere_and_is_not_proposed_again() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    client.post(f"/people/{person}/periods/answer/", {"of": str(person), "answer": "decline"})
    assert "critical period" not in _today(cast.CM1) and ">Proposed<" not in _page(person)
    assert "Critical period" not in client.get(f"/people/{person}/").content.decode()


def test_other_days_are_set_by_hand_and_an_end_takes_it_from_every_page() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    told = {"kind": "court", "begins_on": "1/9/2027", "ends_on": "1/4/2027", "words": "walk with me"}
    answer = client.post(f"/people/{person}/periods/new/", told)
    assert answer.status_code == 422 and b"walk with me" in answer.content
    answer = client.post(
        f"/people/{person}/periods/new/", told | {"begins_on": "1/4/2027", "ends_on": "1/9/2027"}
    )
    assert answer.status_code == 302 and ": Court day" in _today(cast.CM1)
    assert "walk with me" in _page(person)
    with cast.acting(cast.CM1):
        period = CriticalPeriod.objects.get().pk
    client.post(f"/people/{person}/periods/{period}/end/")
    assert "Court day" not in _today(cast.CM1)


def test_two_who_change_one_see_each_other() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    period = _agreed(person, 0, 9)
    told = {"kind": "court", "begins_on": "1/4/2027", "ends_on": "1/9/2027", "version": "1"}
    assert client.post(f"/people/{person}/periods/{period}/", told).status_code == 302
    answer = cast.signed_in(cast.CM2).post(f"/people/{person}/periods/{period}/", told | {"words": "mine"})
    assert answer.status_code == 409 and b"mine" in answer.content


def test_coming_back_is_proposed() -> None:
    person = lantern()
    with cast.acting(cast.CM1) as by:
        change_state(by=by, participant=person, state=State.CLOSED)
        change_state(by=by, participant=person, state=State.ACTIVE)
    assert "Coming back" in _page(person)


def test_a_hard_date_that_moved_is_proposed_with_what_was_agreed() -> None:
    person, ref = lantern(), uuid.uuid4()
    before = critical.Period(uuid.uuid4(), DAY, DAY, True, "court", "more", "", DAY, str(ref))
    moved = HardDate("court", DAY + timedelta(days=5), ref)
    found = critical._proposal(moved, rules.WINDOWS, before)
    assert found is not None and found.moved == before and person
    assert critical._proposal(HardDate("court", DAY, ref), rules.WINDOWS, before) is None


def test_the_agency_sets_the_days_and_what_was_agreed_stays() -> None:
    person, admin = lantern(), cast.signed_in(cast.ADMIN)
    days = {f"{kind}_{place}": str(rules.WINDOWS[kind][place]) for kind in rules.WINDOWS for place in (0, 1)}
    asked = admin.get("/program/periods/").content.decode()
    assert asked.count("<legend>") == asked.count("two short") == len(rules.WINDOWS)
    refused = admin.post("/program/periods/", days | {"first_weeks_1": "x"})
    assert refused.status_code == 422 and 'id="id_first_weeks_1_error"' in refused.content.decode()
    assert admin.post("/program/periods/", days | {"first_weeks_1": "10"}).status_code == 302
    cast.signed_in(cast.CM1).post(f"/people/{person}/periods/answer/", {"of": str(person)})
    admin.post("/program/periods/", days | {"first_weeks_1": "20"})
    with cast.acting(cast.CM1):
        assert CriticalPeriod.objects.get().ends_on == DAY + timedelta(days=10)


# Walls ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("member", [cast.CM3, cast.ON_CALL, cast.DROP_IN, cast.DIRECTOR, cast.ADMIN])
def test_nobody_else_reads_or_sets_one(member: cast.Member) -> None:
    person = lantern()
    period = _agreed(person, 0, 3)
    client = cast.signed_in(member)
    for path in ("", "new/", f"{period}/"):
        assert client.get(f"/people/{person}/periods/{path}").status_code in (403, 404)
    assert client.post(f"/people/{person}/periods/{period}/end/").status_code in (403, 404)
    assert client.post(f"/people/{person}/periods/answer/", {"of": str(person)}).status_code in (403, 404)
    with cast.acting(member):
        assert not CriticalPeriod.objects.exists()
    with cast.acting(cast.CM1):
        assert CriticalPeriod.objects.get().is_open


# The days are those of the agency's place ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("last", "hour"),
    [(date(2027, 3, 14), 23), (date(2027, 11, 7), 23), (date(2027, 3, 13), 23), (date(2027, 11, 6), 0)],
)
def test_the_last_day_ends_at_midnight_of_the_agencys_place(last: date, hour: int) -> None:
    person = lantern()
    _agreed(person, 0, (last - DAY).days)
    here = timezone.get_current_timezone()
    for moment, shows in (
        (datetime.combine(last, time(hour, 59), tzinfo=here), True),
        (datetime.combine(last + timedelta(days=1), time(0, 1), tzinfo=here), False),
    ):
        ClockSetting.set_to(moment, running=False)
        assert (": Deposition" in _today(cast.CM1)) is shows, moment


# The union ------------------------------------------------------------------------------------------------

SPANS = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 20), st.booleans()), max_size=9)
NIGHTS = [(day - DAY).days * 24 for day in (date(2027, 3, 14), date(2027, 11, 7))]
# the nights on which clocks are put forward and back, hour by hour, and any other hour
MOMENTS = st.one_of(st.integers(0, 430 * 24), *(st.integers(hours - 6, hours + 36) for hours in NIGHTS))


@pytest.mark.no_database
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(SPANS, MOMENTS)
def test_what_is_live_is_the_union_and_nothing_else(drawn: list[tuple[int, int, bool]], hours: int) -> None:
    zone = ZoneInfo("America/New_York")
    moment = datetime.combine(DAY, time(), tzinfo=zone).astimezone(UTC) + timedelta(hours=hours)
    found = [_period(*each) for each in drawn]
    with timezone.override(zone), clock.stopped_at(moment):
        today = clock.today()
        live = critical.live(found, today)
    assert today == moment.astimezone(zone).date()
    # the model: every single day of every period that was agreed
    days = {
        each.begins_on + timedelta(days=n)
        for each in found
        if each.is_open
        for n in range((each.ends_on - each.begins_on).days + 1)
    }
    assert (live is not None) is (today in days)
    if live is not None:
        first = last = today
        while first - timedelta(days=1) in days:
            first -= timedelta(days=1)
        while last + timedelta(days=1) in days:
            last += timedelta(days=1)
        assert (live.begins_on, live.ends_on) == (first, last)
        inside = [each for each in found if each.is_open and first <= each.begins_on <= last]
        assert sorted(live.periods, key=_name) == sorted(inside, key=_name)


def _period(begins: int, length: int, is_open: bool, **more: Any) -> critical.Period:
    first = DAY + timedelta(days=begins)
    return critical.Period(
        uuid.uuid4(), first, first + timedelta(days=length), is_open, "court", "more", "", None, "", **more
    )


def _name(period: critical.Period) -> uuid.UUID:
    return period.id


def test_a_period_stands_once_on_the_timeline_though_it_is_agreed_again() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    client.post(f"/people/{person}/periods/answer/", {"of": str(person)})
    with cast.acting(cast.CM1):
        period = CriticalPeriod.objects.get()
    client.post(f"/people/{person}/periods/{period.pk}/end/")
    told = {"kind": "first_weeks", "begins_on": "1/6/2027", "ends_on": "2/10/2027", "version": "2"}
    assert client.post(f"/people/{person}/periods/{period.pk}/", told).status_code == 302
    page = client.get(f"/people/{person}/timeline/").content.decode()
    assert page.count("Critical period</a>") == 1 and "First weeks with us" in page


@contextmanager
def _on(day: date) -> Iterator[None]:
    ClockSetting.set_to(datetime.combine(day, time(9), cast.ZONE), running=False)
    yield
    ClockSetting.set_to(cast.BEGINS, running=False)


def _hearing(person: uuid.UUID, on: date) -> None:
    """A hearing, written down on 6 January."""
    with cast.acting(cast.CM1) as by:
        strand = save_strand(
            by=by, participant=person, strand=uuid.uuid4(), kind="criminal", words="the case"
        ).pk
        told = {"kind": "hearing", "meeting": {"at": datetime.combine(on, time(9), cast.ZONE), "purpose": ""}}
        plan_event(by=by, participant=person, strand=strand, event=uuid.uuid4(), **told)


def test_a_proposal_comes_up_on_today_before_its_days_and_is_gone_once_answered() -> None:
    person, hearing = lantern(), DAY + timedelta(days=30)  # 5 February; three days before, seven after
    _hearing(person, hearing)
    said = "Proposed: Court day, Feb 2 to Feb 12"
    with _on(date(2027, 1, 27)):
        assert said not in _today(cast.CM1)
    with _on(date(2027, 1, 28)):
        assert said in _today(cast.CM1)
        assert said not in _today(cast.CM2)
        assert f"/people/{person}/periods/" in _today(cast.CM1)
        with cast.acting(cast.CM1):
            (ref,) = [each.of.ref for each in critical.to_come(_with_dates(person), date(2027, 2, 28))]
        told = {"of": str(ref), "answer": "decline"}
        assert cast.signed_in(cast.CM1).post(f"/people/{person}/periods/answer/", told).status_code == 302
        assert said not in _today(cast.CM1)
    with _on(hearing):
        assert "critical period" not in _today(cast.CM1)


def _with_dates(person: uuid.UUID) -> Any:
    along = critical.beside() | critical.dates_beside()
    return Participant.objects.annotate(**along).get(pk=person)


def test_many_proposals_ask_no_more_of_today() -> None:
    _hearing(lantern(), DAY + timedelta(days=3))
    client = cast.signed_in(cast.CM1)
    client.get("/")
    with counted() as few:
        client.get("/")
    for number in range(4):
        _hearing(lantern(f"Bird {number}"), DAY + timedelta(days=3))
    with counted() as many:
        assert client.get("/").content.decode().count("Proposed: Court day") == 5
    assert len(many) <= len(few)
