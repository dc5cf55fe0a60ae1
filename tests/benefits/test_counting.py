"""Every rule that counts a clock, on both sides of each change, at month ends and over leap days.

The ends are worked out by hand from the source that stands beside them, none by the code under test.
"""

from datetime import date

import pytest

from alongside.benefits.choices import Unit, Way
from alongside.benefits.reference import ROWS
from alongside.benefits.rules import (
    NotCountable,
    Written,
    counts_a_clock,
    end_of,
    ends,
    is_in_force,
    next_reminder,
    ruling,
)

pytestmark = pytest.mark.no_database

RULES = {
    name: Written(
        **{each: told for each, told in row.columns().items() if each in Written.__dataclass_fields__}
    )
    for name, row in ROWS.items()
}
NONE = ""

# kind, where, start, the row that rules, the last day by hand
BY_HAND = [
    # 87 FR 17312 and 90 FR 13370: 8, 12, 4 months; 8 USC 1522(e)(1): the first month is month 1.
    ("cash_medical", "US", "1991-09-30", NONE, NONE),
    ("cash_medical", "US", "1991-10-01", "cash_medical-1991", "1992-05-31"),  # Oct 1, Nov 2, ... May 8
    ("cash_medical", "US", "2020-07-31", "cash_medical-1991", "2021-02-28"),  # Jul 1, ... Feb 8
    ("cash_medical", "US", "2021-09-30", "cash_medical-1991", "2022-04-30"),  # Sep 1, ... Apr 8
    ("cash_medical", "US", "2021-10-01", "cash_medical-2021", "2022-09-30"),  # Oct 1, ... Sep 12
    ("cash_medical", "US", "2023-03-31", "cash_medical-2021", "2024-02-29"),  # Mar 1, ... Feb 12 of a leap year
    ("cash_medical", "US", "2025-05-04", "cash_medical-2021", "2026-04-30"),  # May 1, ... Apr 12
    ("cash_medical", "US", "2025-05-05", "cash_medical-2025", "2025-08-31"),  # May 1, Jun 2, Jul 3, Aug 4
    ("cash_medical", "US", "2025-11-30", "cash_medical-2025", "2026-02-28"),  # Nov 1, Dec 2, Jan 3, Feb 4
    ("cash_medical", "US", "2027-11-15", "cash_medical-2025", "2028-02-29"),  # the same in a leap year
    ("cash_medical", "US-CA", "2027-01-31", "cash_medical-2025", "2027-04-30"),  # Jan 1, ... Apr 4
    # WAC 388-466-0120: 30 days.
    ("cash_decision", "US", "2024-01-30", "cash_decision", "2024-02-29"),  # one of January, 29 of February
    ("cash_decision", "US", "2025-01-30", "cash_decision", "2025-03-01"),  # one, 28, one
    ("cash_decision", "US-WA", "2026-12-15", "cash_decision", "2027-01-14"),  # 16 of December, 14
    # 22 USC 7105(b)(1)(G): 90 days.
    ("interim_letter", "US", "2027-01-06", "interim_letter", "2027-04-06"),  # 25, 28, 31, 6
    ("interim_letter", "US", "2023-12-01", "interim_letter", "2024-02-29"),  # 30, 31, 29
    # TAGGS 93.566: 5 years.
    ("support_services", "US", "2024-02-29", "support_services", "2029-02-28"),
    ("support_services", "US", "2023-03-31", "support_services", "2028-03-31"),
    # Becker's on KFF: at the latest on 4 Jan 2027.
    ("medicare", "US", "2025-07-03", NONE, NONE),
    ("medicare", "US", "2025-07-04", "medicare", "2027-01-04"),
    ("medicare", "US", "2026-12-31", "medicare", "2027-01-04"),
    # 8 USC 1612(a)(2)(A): 7 years, since 22 Aug 1996.
    ("ssi", "US", "1996-08-21", NONE, NONE),
    ("ssi", "US", "1996-08-22", "ssi", "2003-08-22"),
    ("ssi", "US", "2024-02-29", "ssi", "2031-02-28"),
    ("ssi", "US", "2025-01-31", "ssi", "2032-01-31"),
    # Guidelines of 2008: 31 days.
    ("grant_enrol", "US", "2007-12-31", NONE, NONE),
    ("grant_enrol", "US", "2008-01-01", "grant_enrol", "2008-02-01"),  # 30 of January, one
    ("grant_enrol", "US", "2024-01-31", "grant_enrol", "2024-03-02"),  # 29 of February, two
    ("grant_enrol", "US", "2025-01-31", "grant_enrol", "2025-03-03"),  # 28, three
    # The older text: 180 days; Assistance Listing 93.567: 240 days.
    ("grant_service", "US", "2008-01-01", "grant_service-older", "2008-06-29"),  # 30, 29, 31, 30, 31, 29
    ("grant_service", "US", "2019-09-30", "grant_service-older", "2020-03-28"),  # 31, 30, 31, 31, 29, 28
    ("grant_service", "US", "2019-10-01", "grant_service-newer", "2020-05-28"),  # 30, 30, 31, 31, 29, 31, 30, 28
    ("grant_service", "US", "2026-12-01", "grant_service-newer", "2027-07-29"),  # 30, 31, 28, 31, 30, 31, 30, 29
    # 8 USC 1184(o)(7): 4 years.
    ("t_status", "US", "2024-02-29", "t_status", "2028-02-29"),
    ("t_status", "US", "2025-02-28", "t_status", "2029-02-28"),
    ("t_status", "US", "2027-08-31", "t_status", "2031-08-31"),
    # 8 USC 1184(o)(4), (5): under 21; the last day is the one before the birthday.
    ("t_child", "US", "2006-01-06", "t_child", "2027-01-05"),
    ("t_child", "US", "2008-02-29", "t_child", "2029-02-27"),  # no 29 February in 2029: the earlier birthday
    ("t_principal", "US", "2007-03-01", "t_principal", "2028-02-29"),
    ("t_principal", "US", "2004-02-29", "t_principal", "2025-02-27"),
    # USCIS Policy Manual 3 B 4: under 18.
    ("t_sibling", "US", "2009-01-06", "t_sibling", "2027-01-05"),
    ("t_sibling", "US", "2010-03-01", "t_sibling", "2028-02-29"),
    ("t_sibling", "US", "2012-02-29", "t_sibling", "2030-02-27"),
    # 8 USC 1255(l), (m): 3 years.
    ("t_green_card", "US", "2024-02-29", "t_green_card", "2027-02-28"),
    ("t_green_card", "US", "2025-08-31", "t_green_card", "2028-08-31"),
    ("u_green_card", "US", "2024-02-29", "u_green_card", "2027-02-28"),
    ("u_green_card", "US", "2025-05-31", "u_green_card", "2028-05-31"),
    # 8 USC 1184(p)(6): 4 years; (p)(7): under 21.
    ("u_status", "US", "2024-02-29", "u_status", "2028-02-29"),
    ("u_status", "US", "2022-02-28", "u_status", "2026-02-28"),
    ("u_age", "US", "2006-02-28", "u_age", "2027-02-27"),
    ("u_age", "US", "2008-02-29", "u_age", "2029-02-27"),
    # Mil Mujeres: six months from the signature.
    ("u_certificate", "US", "2026-08-31", "u_certificate", "2027-02-28"),
    ("u_certificate", "US", "2027-08-31", "u_certificate", "2028-02-29"),
    ("u_certificate", "US", "2026-11-30", "u_certificate", "2027-05-30"),
    # USCIS Policy Manual 3 C 5: 4 years, from 14 Jun 2021.
    ("u_bona_fide", "US", "2021-06-13", NONE, NONE),
    ("u_bona_fide", "US", "2021-06-14", "u_bona_fide", "2025-06-14"),
    ("u_bona_fide", "US", "2024-02-29", "u_bona_fide", "2028-02-29"),
    # Catholic Charities: six weeks, 42 days.
    ("tvap_unscreened", "US", "2027-01-06", "tvap_unscreened", "2027-02-17"),  # 25 of January, 17
    ("tvap_unscreened", "US", "2024-01-18", "tvap_unscreened", "2024-02-29"),  # 13, 29
    ("tvap_unscreened", "US", "2023-01-18", "tvap_unscreened", "2023-03-01"),  # 13, 28, one
]  # fmt: skip


def _day(words: str) -> date | None:
    return date.fromisoformat(words) if words else None


def _ruling(kind: str, place: str, start: str) -> list[str]:
    names = {id(rule): name for name, rule in RULES.items()}
    rows = [rule for rule in RULES.values() if rule.key == kind]
    return [names[id(each)] for each in ruling(rows, date.fromisoformat(start), place)]


@pytest.mark.parametrize(("kind", "place", "start", "name", "last"), BY_HAND)
def test_a_start_finds_its_rule_and_ends_as_worked_out_by_hand(
    kind: str, place: str, start: str, name: str, last: str
) -> None:
    found = _ruling(kind, place, start)
    assert found[:1] == ([name] if name else [])
    if name:
        assert ends(RULES[name], date.fromisoformat(start)) == _day(last)


def test_every_rule_that_counts_was_worked_out_twice_at_least() -> None:
    counted = {name for name, rule in RULES.items() if counts_a_clock(rule) and not rule.document}
    tried = [name for *_what, name, _last in BY_HAND]
    assert {name for name in counted if tried.count(name) < 2} == set()
    assert counted >= set(tried) - {NONE}


# What takes the day of its document, or says a fact, and from which day: FNS, CDSS, CCF, KFF as the rows cite them.
@pytest.mark.parametrize(
    ("kind", "place", "start", "names"),
    [
        ("snap_new", "US", "2025-07-03", []),
        ("snap_new", "US", "2025-07-04", ["snap_new-US"]),
        ("snap_new", "US-CA", "2025-07-04", ["snap_new-US-CA-before", "snap_new-US"]),
        ("snap_new", "US-CA", "2026-03-31", ["snap_new-US-CA-before", "snap_new-US"]),
        ("snap_new", "US-CA", "2026-04-01", ["snap_new-US-CA", "snap_new-US"]),
        ("snap_open", "US-TX", "2026-04-01", ["snap_open-US"]),
        ("snap_open", "US-CA", "2026-04-01", ["snap_open-US-CA", "snap_open-US"]),
        ("medicaid", "US", "2026-09-30", []),
        ("medicaid", "US", "2026-10-01", ["medicaid-US"]),
        ("medicaid", "US-CA", "2026-10-01", ["medicaid-US-CA", "medicaid-US"]),
        ("premium_credit", "US", "2025-12-31", []),
        ("premium_credit", "US", "2026-01-01", ["premium_credit-2026"]),
        ("premium_credit", "US", "2027-01-01", ["premium_credit-2027", "premium_credit-2026"]),
        ("work_permit_bridge", "US", "2025-10-29", ["work_permit_bridge-before"]),
        ("work_permit_bridge", "US", "2025-10-30", ["work_permit_bridge-after"]),
        ("t_bona_fide", "US", "2024-08-27", []),
        ("continued_presence", "US", "2024-08-27", ["continued_presence"]),
        ("tvap", "US", "2021-09-30", ["tvap-2018"]),
        ("tvap", "US", "2021-10-01", ["tvap-2021"]),
    ],
)
def test_the_most_local_rule_comes_first_and_the_others_are_shown(
    kind: str, place: str, start: str, names: list[str]
) -> None:
    assert _ruling(kind, place, start) == names
    assert all(ends(RULES[name], date.fromisoformat(start)) is None for name in names)


@pytest.mark.parametrize(
    ("start", "amount", "unit", "way", "last"),
    [
        ("2027-01-31", 1, Unit.MONTHS, Way.SAME_DAY, "2027-02-28"),
        ("2027-01-31", 1, Unit.MONTHS, Way.DAY_BEFORE, "2027-02-27"),
        ("2027-01-31", 1, Unit.MONTHS, Way.MONTHS_WITH, "2027-01-31"),
        ("2027-01-31", 1, Unit.MONTHS, Way.MONTHS_AFTER, "2027-02-28"),
        ("2027-01-31", 2, Unit.MONTHS, Way.SAME_DAY, "2027-03-31"),  # in one step, not by way of February
        ("2027-08-31", 8, Unit.MONTHS, Way.SAME_DAY, "2028-04-30"),
        ("2027-08-31", 8, Unit.MONTHS, Way.MONTHS_AFTER, "2028-04-30"),
        ("2027-08-31", 8, Unit.MONTHS, Way.MONTHS_WITH, "2028-03-31"),
        ("2027-10-01", 4, Unit.MONTHS, Way.SAME_DAY, "2028-02-01"),
        ("2024-02-29", 1, Unit.YEARS, Way.SAME_DAY, "2025-02-28"),
        ("2027-12-31", 2, Unit.MONTHS, Way.SAME_DAY, "2028-02-29"),
        ("2027-01-06", 10, Unit.DAYS, Way.DAYS_AFTER, "2027-01-16"),
        ("2027-01-06", 10, Unit.DAYS, Way.DAYS_WITH, "2027-01-15"),
        ("2027-01-06", 1, Unit.WEEKS, Way.DAYS_WITH, "2027-01-12"),
        # Over both changes to and from daylight saving time a day is a day.
        ("2027-03-13", 2, Unit.DAYS, Way.DAYS_AFTER, "2027-03-15"),
        ("2027-11-06", 2, Unit.DAYS, Way.DAYS_AFTER, "2027-11-08"),
    ],
)
def test_each_way_of_counting(start: str, amount: int, unit: Unit, way: Way, last: str) -> None:
    assert end_of(date.fromisoformat(start), amount, unit, way) == date.fromisoformat(last)


@pytest.mark.parametrize("unit", [Unit.DAYS, Unit.YEARS])
def test_past_the_calendar_nothing_can_be_counted(unit: Unit) -> None:
    with pytest.raises(NotCountable):
        end_of(date(9999, 12, 1), 9999, unit, Way.DAYS_AFTER if unit == Unit.DAYS else Way.SAME_DAY)


def test_a_day_that_is_not_known_shuts_nothing_out() -> None:
    assert is_in_force(Written("x"), date(1900, 1, 1))
    assert not is_in_force(Written("x", from_on=date(2027, 1, 6)), date(2027, 1, 5))
    assert not is_in_force(Written("x", ends_on=date(2027, 1, 6)), date(2027, 1, 7))


def test_what_ends_comes_up_before_it_and_at_last_on_its_day() -> None:
    last = date(2028, 4, 30)
    assert next_reminder(last, [30, 60], date(2027, 8, 31)) == date(2028, 3, 1)
    assert next_reminder(last, [60, 30], date(2028, 3, 1)) == date(2028, 3, 31)
    assert next_reminder(last, [60, 30], date(2028, 3, 31)) == last
    assert next_reminder(last, [60, 30], last) is None
    assert next_reminder(None, [60], last) is None
