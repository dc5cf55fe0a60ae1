"""How long ago something was, as the two of a supervision say it."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside import clock


def how_long_since(moment: datetime | None) -> str:
    """ "3 weeks ago", "this week"; or that no time is written down yet."""
    if moment is None:
        return _("no time is written down yet")
    days = (clock.today() - timezone.localtime(moment).date()).days
    if days < 7:
        return _("this week") if days > 0 else _("today")
    weeks = days // 7
    return ngettext("%(weeks)d week ago", "%(weeks)d weeks ago", weeks) % {"weeks": weeks}
