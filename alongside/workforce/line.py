"""Who is on call, said in a few words: for the top of every page, and day by day."""

from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from django.utils import timezone
from django.utils.dateformat import format as date_format
from django.utils.dateformat import time_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from alongside import clock
from alongside.ui.templatetags.ui import say_when
from alongside.workforce.models import Shift

A_NIGHT = timedelta(hours=20)


def on_call_line(row: object) -> str:
    """The first on call and until when, from the columns that `queries.beside` brought."""
    name: str | None = getattr(row, "on_call_name", None)
    until: datetime | None = getattr(row, "on_call_until", None)
    if not name or until is None:
        return _("nobody is set")
    return _("%(name)s, until %(time)s") % {"name": name, "time": hour_of(until)}


def hour_of(moment: datetime) -> str:
    """The hour alone within a night; the day too when it is further off."""
    local = timezone.localtime(moment)
    return _hour(local) if moment - clock.now() < A_NIGHT else _day_and_hour(local)


def span(begins: datetime, ends: datetime, under: date) -> str:
    """From when until when, said under the heading of a day: other days are named, this one is not."""
    told = [timezone.localtime(moment) for moment in (begins, ends)]
    return " – ".join(_hour(local) if local.date() == under else _day_and_hour(local) for local in told)


def by_day(shifts: list[Shift]) -> list[tuple[date, list[dict[str, Any]]]]:
    """Shifts under the day on which they begin; those that run already stand under today."""
    today = clock.today()

    def day(shift: Shift) -> date:
        return max(timezone.localtime(shift.during.lower).date(), today)

    return [
        (each, [{"shift": row, "span": span(row.during.lower, row.during.upper, each)} for row in rows])
        for each, rows in groupby(shifts, key=day)
    ]


def now_of(shifts: list[Shift]) -> dict[str, dict[str, Any]]:
    """Who is first and who is second at this moment, with the hour until which they are."""
    now = clock.now()
    return {
        shift.place: {"staff": shift.staff, "until": hour_of(shift.during.upper)}
        for shift in shifts
        if now in shift.during
    }


def _hour(local: datetime) -> str:
    return time_format(local.time(), "G:i")


def _day_and_hour(local: datetime) -> str:
    """The name of the day within a week of today, else its date."""
    away = abs((local.date() - clock.today()).days)
    day = (
        date_format(local.date(), pgettext("until that day of the week", "l"))
        if away < 7
        else say_when(local.date())
    )
    return f"{day}, {_hour(local)}"
