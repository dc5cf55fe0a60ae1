"""How the trail says what was looked at in this room. None of it is about one person."""

from django.utils.translation import gettext_lazy as _

LOOKS = {
    "see_reports": _("looked at reports"),
    "see_report": _("read a report"),
    "take_report": _("took a report as a file"),
}
