"""Who is on call, said in a few words: for the top of every page, and day by day."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from alongside import clock
from alongside.ui import dates
from alongside.ui.dates import Said, put
from alongside.workforce import rules
from alongside.workforce.choices import Place
from alongside.workforce.models import OnCallShift
from alongside.workforce.queries import IN_SIGHT
from alongside.workforce.rules import Gap

A_NIGHT = timedelta(hours=20)
TOLD_AHEAD = timedelta(days=2)


def on_call_line(row: object) -> str:
    """The first on call and until when, from the columns that `queries.beside` brought."""
    name: str | None = getattr(row, "on_call_name", None)
    until: datetime | None = getattr(row, "on_call_until", None)
    if not name or until is None:
        return _("nobody is set")
    return put(_("%(name)s, until %(time)s"), name=name, time=hour_of(until))


def hour_of(moment: datetime) -> Said:
    """The hour alone within a night; the day too when it is further off."""
    local = timezone.localtime(moment)
    return dates.hour(local) if moment - clock.now() < A_NIGHT else _day_and_hour(local)


def span(begins: datetime, ends: datetime, under: date) -> str:
    """From when until when, said under the heading of a day: other days are named, this one is not."""
    told = [timezone.localtime(moment) for moment in (begins, ends)]
    return " – ".join(dates.hour(local) if local.date() == under else _day_and_hour(local) for local in told)


def gaps(shifts: list[OnCallShift]) -> list[Gap]:
    """When nobody is first on call, among the shifts in sight."""
    now = clock.now()
    spans = [(each.during.lower, each.during.upper) for each in shifts if each.place == Place.FIRST]
    return rules.gaps(spans, now, now + IN_SIGHT)


def gaps_soon(shifts: list[OnCallShift]) -> list[str]:
    """The gaps that begin in the next two days, said in words."""
    soon = clock.now() + TOLD_AHEAD
    return [gap_line(gap) for gap in gaps(shifts) if gap.begins < soon]


def gap_line(gap: Gap) -> str:
    """A time in which nobody is first on call, said with its days."""
    begins = _day_and_hour(timezone.localtime(gap.begins))
    if gap.ends is None:
        return put(_("Nobody is set as first from %(time)s on."), time=begins)
    ends = timezone.localtime(gap.ends)
    until = dates.hour(ends) if ends.date() == timezone.localtime(gap.begins).date() else _day_and_hour(ends)
    return put(_("Nobody is set as first: %(begins)s – %(ends)s."), begins=begins, ends=until)


def by_day(shifts: list[OnCallShift]) -> list[tuple[date, list[dict[str, Any]]]]:
    """Shifts under the day on which they begin; those that run already stand under today."""
    today = clock.today()

    def day(shift: OnCallShift) -> date:
        return max(timezone.localtime(shift.during.lower).date(), today)

    return [
        (each, [{"shift": row, "span": span(row.during.lower, row.during.upper, each)} for row in rows])
        for each, rows in groupby(shifts, key=day)
    ]


@dataclass(frozen=True)
class Days:
    """Days one after the other on which the same people are on call at the same hours."""

    begins: date
    ends: date
    rows: list[dict[str, Any]]  # of the first of these days
    shifts: list[OnCallShift]  # of all of them


def by_days(shifts: list[OnCallShift]) -> list[Days]:
    """Shifts by day, alike days that follow each other said once."""
    found, before = list[Days](), list[Any]()
    for day, rows in by_day(shifts):
        said = [_alike(row["shift"], day) for row in rows]
        these = [row["shift"] for row in rows]
        if found and said == before and found[-1].ends + timedelta(days=1) == day:
            last = found.pop()
            alike = [row | {"span": _hours(row["shift"])} for row in last.rows]
            found.append(Days(last.begins, day, alike, [*last.shifts, *these]))
        else:
            found.append(Days(day, day, rows, these))
        before = said
    return found


def _hours(shift: OnCallShift) -> str:
    """From when until when as a clock shows it, for days that are alike."""
    told = (shift.during.lower, shift.during.upper)
    return " – ".join(dates.hour(timezone.localtime(moment)) for moment in told)


def _alike(shift: OnCallShift, under: date) -> tuple[Any, ...]:
    """Who, and from when until when as a clock shows it, each with how many days it is away."""
    told = [timezone.localtime(moment) for moment in (shift.during.lower, shift.during.upper)]
    return shift.place, shift.staff_id, *(((local.date() - under).days, local.time()) for local in told)


def now_of(shifts: list[OnCallShift]) -> dict[str, dict[str, Any] | None]:
    """Who is first and who is second at this moment, with the hour until which they are."""
    now = clock.now()
    return {place: None for place in Place.values} | {
        shift.place: {"staff": shift.staff, "until": hour_of(shift.during.upper)}
        for shift in shifts
        if now in shift.during
    }


def _day_and_hour(local: datetime) -> Said:
    """The name of the day within a week of today, else its date."""
    away = abs((local.date() - clock.today()).days)
    day = dates.weekday_name(local) if away < 7 else dates.day(local.date())
    return dates.at_hour(day, dates.hour(local))
