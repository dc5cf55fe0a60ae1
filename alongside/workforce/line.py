"""Who is on call now, said in a few words for the top of every page."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.dateformat import time_format
from django.utils.translation import gettext as _

from alongside import clock
from alongside.ui.templatetags.ui import say_when

A_NIGHT = timedelta(hours=20)


def on_call_line(row: object) -> str:
    """The first on call and until when, from the columns that `queries.beside` brought."""
    name: str | None = getattr(row, "on_call_name", None)
    until: datetime | None = getattr(row, "on_call_until", None)
    if not name or until is None:
        return _("nobody is set")
    return _("%(name)s, until %(time)s") % {"name": name, "time": _hour_of(until)}


def _hour_of(moment: datetime) -> str:
    """The hour alone within a night; the day too when it is further off."""
    local = timezone.localtime(moment)
    hour = time_format(local.time(), "G:i")
    return hour if moment - clock.now() < A_NIGHT else f"{say_when(local.date())}, {hour}"
