"""Time out of the country is typed as far as it is known, and counted by the rule of a clock; nothing is decided.

The numbers are worked out by hand, none by the code under test. 8 USC 1255(l)(3) and (m)(2): "any period in excess of
90 days", "any periods in the aggregate exceeding 180 days"; day 90 is not more, day 91 is.
"""

import uuid
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from alongside.benefits import actions, queries
from alongside.benefits.absences import ALL, END_DATES, ONE, Counted, count, in_order
from alongside.benefits.models import Trip
from alongside.benefits.reference import ROWS
from alongside.benefits.rules import Started, Written
from alongside.keeping.rules import ChangedMeanwhile
from tests import cast
from tests.people import lantern

TODAY = date(2027, 1, 6)
WINTER = ("2026-03-01", "2026-05-29")  # 31 days of March, 30 of April, 29 of May: 90 with both end days
SPRING = ("2026-08-01", "2026-10-29")  # 31, 30, 29: 90

# absences; how many end days count (None: the rule does not say); from which day on; the longest and all together, each
# at least and at most
BY_HAND: list[tuple[list[tuple[str, str]], int | None, str, tuple[int, int], tuple[int, int]]] = [
    ([], 2, "", (0, 0), (0, 0)),
    ([WINTER], 2, "", (90, 90), (90, 90)),
    ([("2026-03-01", "2026-05-30")], 2, "", (91, 91), (91, 91)),
    ([("2026-03-01", "2026-05-30")], 1, "", (90, 90), (90, 90)),
    ([("2026-03-01", "2026-05-30")], 0, "", (89, 89), (89, 89)),
    ([("2026-03-01", "2026-05-30")], None, "", (89, 91), (89, 91)),
    ([("2024-02-01", "2024-04-30")], 2, "", (90, 90), (90, 90)),  # 29, 31, 30: a leap year
    ([("2025-02-01", "2025-05-01")], 2, "", (90, 90), (90, 90)),  # 28, 31, 30, 1
    ([("2026-12-15", "2027-01-10")], 2, "", (27, 27), (27, 27)),  # 17, 10
    ([("2026-03-07", "2026-03-09")], 2, "", (3, 3), (3, 3)),  # over a change of daylight saving time
    ([("2026-03-07", "2026-03-07")], 2, "", (1, 1), (1, 1)),
    ([("2026-03-07", "2026-03-07")], 1, "", (0, 0), (0, 0)),
    ([("2026-03-07", "2026-03-08")], 0, "", (0, 0), (0, 0)),
    ([WINTER, SPRING], 2, "", (90, 90), (180, 180)),
    ([WINTER, SPRING, ("2026-12-24", "2026-12-24")], 2, "", (90, 90), (181, 181)),
    ([WINTER, SPRING, ("2026-12-24", "2026-12-24")], 1, "", (89, 89), (178, 178)),
    # Typed twice, and back on the day of leaving again: a day is counted once.
    ([("2026-03-01", "2026-03-10"), ("2026-03-05", "2026-03-12")], 2, "", (10, 10), (12, 12)),
    ([("2026-03-01", "2026-03-05"), ("2026-03-05", "2026-03-08")], 2, "", (5, 5), (8, 8)),
    # A month alone: from its last day at least, from its first at most.
    ([("2026-03", "2026-05-29")], 2, "", (60, 90), (60, 90)),  # 1, 30, 29; 31, 30, 29
    ([("2026-02", "2026-04")], 2, "", (33, 89), (33, 89)),  # 1, 31, 1; 28, 31, 30
    ([("2026-03", "2026-03")], 2, "", (0, 31), (0, 31)),
    # Not back, or not known: nothing for certain, and at most until today.
    ([("2026-10-20", "")], 2, "", (0, 79), (0, 79)),  # 12, 30, 31, 6
    ([("2027-02-01", "")], 2, "", (0, 0), (0, 0)),
    ([("", "2026-05-29")], 2, "", (0, 0), (0, 0)),
    # Before the status nothing counts.
    ([WINTER], 2, "2026-04-01", (59, 59), (59, 59)),  # 30, 29
    ([WINTER], 2, "2026-06-01", (0, 0), (0, 0)),
]  # fmt: skip


def found(trips: list[tuple[str, str]], end_dates: int | None, since: str = "", excused: str = "") -> Counted:
    figures = {ONE: 90, ALL: 180} | ({} if end_dates is None else {END_DATES: end_dates})
    rows = [SimpleNamespace(left_on=left, back_on=back, excused=excused) for left, back in trips]
    return count(rows, figures, date.fromisoformat(since) if since else None, TODAY)


@pytest.mark.no_database
@pytest.mark.parametrize(("trips", "end_dates", "since", "longest", "together"), BY_HAND)
def test_days_are_counted_as_worked_out_by_hand(
    trips: list[tuple[str, str]],
    end_dates: int | None,
    since: str,
    longest: tuple[int, int],
    together: tuple[int, int],
) -> None:
    told = found(trips, end_dates, since)
    assert told.one
    assert told.all
    assert (told.one.span.least, told.one.span.most) == longest
    assert (told.all.span.least, told.all.span.most) == together
    assert told.not_counted == sum(not left for left, _back in trips)


@pytest.mark.no_database
@pytest.mark.parametrize(
    ("trips", "end_dates", "one", "together"),
    [
        ([WINTER], 2, (False, False), (False, False)),
        ([("2026-03-01", "2026-05-30")], 2, (True, True), (False, False)),
        ([("2026-03-01", "2026-05-30")], None, (False, True), (False, False)),
        ([WINTER, SPRING], 2, (False, False), (False, False)),
        ([WINTER, SPRING, ("2026-12-24", "2026-12-24")], 2, (False, False), (True, True)),
    ],
)
def test_only_more_than_the_rule_says_is_more(
    trips: list[tuple[str, str]], end_dates: int | None, one: tuple[bool, bool], together: tuple[bool, bool]
) -> None:
    told = found(trips, end_dates)
    assert told.one
    assert told.all
    assert (told.one.is_more, told.one.may_be_more) == one
    assert (told.all.is_more, told.all.may_be_more) == together


@pytest.mark.no_database
def test_what_is_excused_is_left_out_and_what_a_rule_does_not_say_is_not_counted_against_it() -> None:
    told = found([WINTER], 2, excused="certified")
    assert told.one
    assert (told.one.span.most, told.excused) == (0, 1)
    assert count([], {ALL: 180}, None, TODAY).one is None
    assert in_order("2026-03", "2026-03-01")
    assert not in_order("2026-03-02", "2026-02")


@pytest.mark.no_database
def test_both_rules_say_after_how_many_days_and_which_end_days_count() -> None:
    for name in ("t_green_card", "u_green_card"):
        assert ROWS[name].figures == {ONE: 90, ALL: 180, END_DATES: 2}


def typed(person: uuid.UUID, **told: Any) -> uuid.UUID:
    trip = uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        actions.save_trip(by=by, participant=person, trip=trip, told=actions.Trips(**told))
    return trip


def status(person: uuid.UUID, on: date = date(2026, 1, 1), **more: Any) -> None:
    with cast.acting(cast.CM1) as by:
        told = Started("t_green_card", "US", on, **more)
        actions.start_clock(by=by, participant=person, running=uuid.uuid4(), told=told)


def test_typed_trips_stand_beside_the_status_with_the_rule_that_counts_them() -> None:
    person = lantern()
    status(person)
    client, address = cast.signed_in(cast.CM1), f"/people/{person}/clocks/"
    sent = {"left_on": "Mar 1, 2026", "back_on": "5/30/2026", "words": "Her mother was ill."}
    assert client.post(f"{address}away/new/", sent).status_code == 302
    page = client.get(address).content.decode()
    for words in (
        "Longest absence: 91 days. More than the 90 of our rule.",
        "All absences together: 91 days. Not more than the 180 of our rule.",
        "Counted by our rule; check with counsel.",
        "8 USC 1255(l)",
        "Her mother was ill.",
    ):
        assert words in page, words
    assert "ligible" not in page
    assert "broken" not in page


def test_a_month_alone_and_blanks_are_kept_as_they_were_said() -> None:
    person = lantern()
    client, address = cast.signed_in(cast.CM1), f"/people/{person}/clocks/"
    for left, back in (("March 2026", "5/29/2026"), ("2026-11", ""), ("", "marzo de 2025")):
        assert client.post(f"{address}away/new/", {"left_on": left, "back_on": back}).status_code == 302
    with cast.acting(cast.CM1):
        assert [(row.left_on, row.back_on) for row in queries.of_page(person, "cert").trips] == [
            ("2026-11", ""),
            ("2026-03", "2026-05-29"),
            ("", "2025-03"),
        ]
        trip = queries.of_page(person, "cert").trips[1].pk
    page = client.get(address).content.decode()
    assert "Left March 2026, back May 29, 2026" in page
    assert "Left November 2026; not back yet, or not known" in page
    assert "1 absence has no day of leaving and is not counted." in page
    # Without a clock every rule of now that says something of absences is shown.
    assert "8 USC 1255(m)" in page
    shown = client.get(f"{address}away/{trip}/").content.decode()
    assert 'value="March 2026"' in shown
    assert 'value="05/29/2026"' in shown


@pytest.mark.parametrize(
    ("left", "back", "said"),
    [
        ("", "", "Enter a day or a month"),
        ("5/30/2026", "April 2026", "This is before the day of leaving"),
        ("the week after the snow", "", "day or a month"),
    ],
)
def test_what_does_not_fit_is_said_kindly_and_no_word_is_lost(left: str, back: str, said: str) -> None:
    person = lantern()
    client = cast.signed_in(cast.CM1)
    sent = {"left_on": left, "back_on": back, "words": "Her mother was ill."}
    answer = client.post(f"/people/{person}/clocks/away/new/", sent)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert said in page
    assert "Her mother was ill." in page
    assert left in page
    with cast.acting(cast.CM1):
        assert not Trip.objects.exists()


def test_nobody_out_of_reach_reads_or_touches_it() -> None:
    person = lantern()
    trip = typed(person, left_on="2026-03-01")
    for member, status_code in ((cast.CM3, 404), (cast.ADMIN, 403), (cast.DIRECTOR, 403)):
        client = cast.signed_in(member)
        for address in ("new/", f"{trip}/"):
            assert client.get(f"/people/{person}/clocks/away/{address}").status_code == status_code
        for address in ("new/", f"{trip}/", f"{trip}/remove/", f"{trip}/bring-back/"):
            sent = {"left_on": "2026-01-01"}
            assert client.post(f"/people/{person}/clocks/away/{address}", sent).status_code == status_code
    other = lantern("Maple")
    assert cast.signed_in(cast.CM1).get(f"/people/{other}/clocks/away/{trip}/").status_code == 404
    with cast.acting(cast.CM3):
        assert not Trip.objects.exists()


def test_it_is_changed_with_what_another_saved_in_sight_and_taken_away_and_brought_back() -> None:
    person = lantern()
    trip = typed(person, left_on="2026-03-01", back_on="2026-03-10")
    client, address = cast.signed_in(cast.CM1), f"/people/{person}/clocks/"
    changed = {"left_on": "March 2, 2026", "back_on": "March 10, 2026", "version": "1"}
    assert client.post(f"{address}away/{trip}/", changed).status_code == 302
    assert client.post(f"{address}away/{trip}/", changed | {"left_on": "March 3, 2026"}).status_code == 409
    with cast.acting(cast.CM1) as by, pytest.raises(ChangedMeanwhile):
        actions.save_trip(by=by, participant=person, trip=trip, told=actions.Trips("2026-02"), seen=1)
    client.post(f"{address}away/{trip}/remove/")
    assert "Left Mar 2, 2026" not in client.get(address).content.decode()
    assert "Left Mar 2, 2026" in client.get(f"/people/{person}/taken-away/").content.decode()
    client.post(f"{address}away/{trip}/bring-back/")
    assert "Left Mar 2, 2026" in client.get(address).content.decode()


def test_each_of_the_family_is_counted_by_their_own_clock() -> None:
    person, kin = lantern(), uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        actions.save_family_member(by=by, participant=person, member=kin, called="my little one")
    status(person)
    status(person, member=kin)
    typed(person, left_on="2026-03-01", back_on="2026-05-30")
    typed(person, left_on="2026-03-01", back_on="2026-03-10", member=kin)
    with cast.acting(cast.CM1):
        read = queries.of_page(person, "cert").counted
        told = {each.member and each.member.pk: each.found.one for each in read}
        assert [told[key].span.most for key in (None, kin)] == [91, 10]  # type: ignore[union-attr]
        assert len(read) == 2


def test_another_way_of_counting_end_days_touches_no_clock_that_runs() -> None:
    person = lantern()
    status(person)
    typed(person, left_on="2026-03-01", back_on="2026-05-30")
    with cast.acting(cast.ADMIN) as by:
        row = next(each for each in queries.rules_now() if each.key == "t_green_card")
        told = {name: getattr(row, name) for name in ("jurisdiction", "amount", "unit", "way", "confidence")}
        figures = {ONE: 90, ALL: 180, END_DATES: 0}
        written = Written(row.key, **told, source_title="Our counsel", figures=figures)
        actions.save_clock_rule(by=by, rule=uuid.uuid4(), line=row.line, told=written, seen=row.version)
    client = cast.signed_in(cast.CM1)
    assert "Longest absence: 91 days." in client.get(f"/people/{person}/clocks/").content.decode()
    other = lantern("Maple")
    status(other)
    typed(other, left_on="2026-03-01", back_on="2026-05-30")
    page = client.get(f"/people/{other}/clocks/").content.decode()
    assert "Longest absence: 89 days. Not more than the 90 of our rule." in page
    assert "Our counsel" in page
