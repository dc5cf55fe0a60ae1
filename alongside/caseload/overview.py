"""What whoever directs is told: sums of teams of five case managers or more, and counts. Nobody's name, no signal."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

from django.db import connection

from alongside import clock
from alongside.agency.queries import staff_names
from alongside.caseload.queries import A_MOMENT, hours_of, measures
from alongside.caseload.rules import Load

QUARTERS = (2, 5, 8, 11)  # a load is looked at in the middle of each quarter
YEARS = 3


@dataclass(frozen=True)
class WaitingCounts:
    """How many wait for a case manager."""

    waiting: int
    since: datetime | None
    named: int
    alone: int


@dataclass(frozen=True)
class TeamYear:
    """One year of a team: each for one worker, so that years of other sizes compare."""

    year: int
    load: Decimal | None
    nights: Decimal
    days_off: Decimal
    changes: Decimal


@dataclass(frozen=True)
class Team:
    """One team of five or more."""

    name: str
    workers: int
    people: int
    load: Load
    years: list[TeamYear]


def waiting_counts() -> WaitingCounts:
    """Counts of who waits."""
    with connection.cursor() as cursor:
        cursor.execute("select waiting, since, named, alone from core.waiting_counts()")
        return WaitingCounts(*cursor.fetchone())


def _loads(at: datetime) -> dict[UUID, tuple[list[UUID], int, Decimal]]:
    """Of each team who is in it, how many people, and what they weigh, at a moment."""
    known, found = measures(at), dict[UUID, tuple[list[UUID], int, Decimal]]()
    new_since = at - timedelta(weeks=float(known["weeks"]))
    with connection.cursor() as cursor:
        cursor.execute("select * from core.team_loads(%s, %s)", [at + A_MOMENT, new_since])
        rows = cursor.fetchall()
    for team, members, level, far, interpreter, critical, is_new, number, amount in rows:
        more = {"far": far, "interpreter": interpreter, "critical": critical, "new": is_new}
        one = known.get(level, Decimal(0)) + sum(
            (known[kind] for kind, holds in more.items() if holds), Decimal(0)
        )
        before = found.get(team, (members, 0, Decimal(0)))
        found[team] = (members, before[1] + number, before[2] + (amount if level == "set" else one * number))
    return found


def _year(year: int) -> tuple[datetime, datetime]:
    first, after = (
        datetime.combine(date(each, 1, 1), time(), tzinfo=clock.zone()) for each in (year, year + 1)
    )
    return first, min(after, clock.now())  # what is planned has not been


def _mid_quarters(year: int) -> list[datetime]:
    days = [datetime.combine(date(year, month, 15), time(12), tzinfo=clock.zone()) for month in QUARTERS]
    return [day for day in days if day <= clock.now()]


def teams() -> list[Team]:
    """Every team of five case managers or more, by the name of its supervisor."""
    now, known = clock.now(), measures()
    loads = _loads(now)
    names = staff_names(loads)
    years = {year: _signals(year) for year in range(now.year, now.year - YEARS, -1)} if loads else {}
    found = []
    for team, (members, people, weight) in loads.items():
        worked = sum(hours_of(members, known["hours"]).values(), Decimal(0))
        room = (known["full"] * worked / known["hours"]).quantize(Decimal("0.01"))
        load = Load(weight, room, worked, known["full"], known["hours"])
        told = [each[team] for each in years.values() if team in each]
        found.append(Team(names[team], len(members), people, load, told))
    return sorted(found, key=lambda each: each.name.casefold())


def _signals(year: int) -> dict[UUID, TeamYear]:
    """Of each team what one year was, for one worker."""
    columns = "supervisor_id, workers, nights, days_off, changes"
    with connection.cursor() as cursor:
        begins, ends = _year(year)
        told: list[datetime | str] = [begins, ends, str(clock.zone().key)]
        cursor.execute(f"select {columns} from core.team_years(%s, %s, %s)", told)
        rows = cursor.fetchall()
    looked = [_loads(at) for at in _mid_quarters(year)]
    found = {}
    for team, workers, nights, days_off, changes in rows:
        weights = [each[team][2] / workers for each in looked if team in each]
        average = sum(weights, Decimal(0)) / len(weights) if weights else None
        one = [_short(Decimal(each) / workers) for each in (nights, days_off, changes)]
        found[team] = TeamYear(year, None if average is None else _short(average), *one)
    return found


def _short(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.1"))
