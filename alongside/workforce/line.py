"""Who is on call, said in a few words: for the top of every page, and day by day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside import clock
from alongside.ui import dates
from alongside.ui.dates import Said, put
from alongside.workforce import rules
from alongside.workforce.choices import Place
from alongside.workforce.models import OnCallShift, ShiftSwap
from alongside.workforce.queries import IN_SIGHT
from alongside.workforce.rota_queries import Rota
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


def day_and_hours(begins: datetime, ends: datetime) -> str:
    """The day of a shift with its name, and its hours."""
    local = timezone.localtime(begins)
    return f"{dates.weekday(local)}, {span(begins, ends, local.date())}"


def said_of(shift: OnCallShift) -> str:
    """A shift in a few words, but for whose it is."""
    return f"{day_and_hours(shift.during.lower, shift.during.upper)} · {shift.get_place_display()}"


def swap_line(swap: ShiftSwap) -> str:
    """Who asks whom to take which shift."""
    return _("%(name)s asks you to take %(shift)s") % {
        "name": swap.asked_by.name,
        "shift": said_of(swap.shift),
    }


def swap_returns(swap: ShiftSwap) -> str:
    """What is taken in return, where it is an exchange."""
    if swap.in_return is None:
        return ""
    return _("In return they take yours: %(shift)s") % {"shift": said_of(swap.in_return)}


def gaps(rota: Rota) -> list[Gap]:
    """When nobody is first, and when somebody is and nobody second, among the shifts in sight; in their order."""
    now = clock.now()

    def of(place: Place) -> list[Gap]:
        spans = [(each.during.lower, each.during.upper) for each in rota.shifts if each.place == place]
        is_over = place == Place.FIRST and rota.was_any
        found = rules.gaps(spans, now, now + IN_SIGHT, any_set=is_over)
        return [replace(each, place=place) for each in found]

    first = of(Place.FIRST)
    second = [gap for gap in of(Place.SECOND) if not any(each.holds(gap) for each in first)]
    return sorted([*first, *second], key=lambda gap: gap.begins)


def gaps_soon(rota: Rota) -> list[Gap]:
    """The gaps of the first place that begin in the next two days."""
    soon = clock.now() + TOLD_AHEAD
    return [gap for gap in gaps(rota) if gap.place == Place.FIRST and gap.begins < soon]


def gap_line(gap: Gap) -> str:
    """A time in which nobody is first, or second, on call, said with its days."""
    begins = _day_and_hour(timezone.localtime(gap.begins))
    is_first = gap.place == Place.FIRST
    if gap.ends is None:
        from_on = _("Nobody is set as first from %(time)s on.")
        return put(from_on if is_first else _("Nobody is set as second from %(time)s on."), time=begins)
    ends = timezone.localtime(gap.ends)
    until = dates.hour(ends) if ends.date() == timezone.localtime(gap.begins).date() else _day_and_hour(ends)
    between = _("Nobody is set as first: %(begins)s – %(ends)s.")
    told = between if is_first else _("Nobody is set as second: %(begins)s – %(ends)s.")
    return put(told, begins=begins, ends=until)


def gap_lasts(gap: Gap) -> str:
    """How long it is, and that clocks are moved in it where they are."""
    if gap.ends is None or gap.lasts is None:
        return ""
    moved = timezone.localtime(gap.begins).utcoffset() != timezone.localtime(gap.ends).utcoffset()
    said = lasting(gap.lasts)
    return _("%(time)s in all: the clocks change in it") % {"time": said} if moved else said


def lasting(time: timedelta) -> str:
    """Hours and minutes that passed."""
    hours, minutes = divmod(round(time.total_seconds() / 60), 60)
    told = [ngettext("%(count)s hour", "%(count)s hours", hours) % {"count": hours}] if hours else []
    if minutes or not hours:
        told.append(ngettext("%(count)s minute", "%(count)s minutes", minutes) % {"count": minutes})
    return ", ".join(told)


def fills(gap: Gap) -> str:
    """Where it is filled: the form with its hours."""
    query = urlencode({"gap": f"{gap.place}-{int(gap.begins.timestamp())}"})
    return f"{reverse('workforce:on_call')}?{query}#put"


def gap_named(name: str, gaps: list[Gap]) -> Gap | None:
    """The gap that an address names, or what is left of it by now."""
    place, _dash, since = name.partition("-")
    try:
        begins = datetime.fromtimestamp(int(since), UTC)
    except (ValueError, OverflowError, OSError):
        return None
    meant = Gap(max(begins, clock.now()), None, place)
    return next((each for each in gaps if each.place == place and _in(meant.begins, each)), None)


def _in(moment: datetime, gap: Gap) -> bool:
    return gap.begins <= moment and (gap.ends is None or moment < gap.ends)


def by_day(shifts: list[OnCallShift], gaps: Sequence[Gap] = ()) -> list[tuple[date, list[dict[str, Any]]]]:
    """Shifts, and gaps among them, under the day on which they begin; what runs already stands under today."""
    today = clock.today()
    found = [
        *({"shift": each, "gap": None, "begins": each.during.lower, "place": each.place} for each in shifts),
        *({"shift": None, "gap": each, "begins": each.begins, "place": each.place} for each in gaps),
    ]

    def day(row: dict[str, Any]) -> date:
        return max(timezone.localtime(row["begins"]).date(), today)

    found.sort(key=lambda row: (day(row), row["begins"], row["place"]))
    return [
        (
            each,
            [
                row | {"span": span(row["begins"], row["shift"].during.upper, each)} if row["shift"] else row
                for row in rows
            ],
        )
        for each, rows in groupby(found, key=day)
    ]


@dataclass(frozen=True)
class Days:
    """Days one after the other on which the same people are on call at the same hours."""

    begins: date
    ends: date
    rows: list[dict[str, Any]]  # of the first of these days, and every gap
    shifts: list[OnCallShift]  # of all of them


def by_days(shifts: list[OnCallShift], gaps: Sequence[Gap] = ()) -> list[Days]:
    """Shifts and gaps by day; days that follow each other with the same shifts are said once."""
    found, before = list[Days](), list[Any]()
    for day, rows in by_day(shifts, gaps):
        these = [row["shift"] for row in rows if row["shift"]]
        said = [_alike(shift, day) for shift in these]
        if found and said == before and found[-1].ends + timedelta(days=1) == day:
            last = found.pop()
            alike = [row | ({"span": _hours(row["shift"])} if row["shift"] else {}) for row in last.rows]
            more = [row for row in rows if row["gap"]]
            found.append(Days(last.begins, day, [*alike, *more], [*last.shifts, *these]))
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
