"""How the log of a record says what was looked at in this room."""

from django.utils.translation import gettext_lazy as _

LOOKS = {
    "open_interpreters": _("read who interpreted"),
    "open_meeting": _("opened a meeting"),
    "plan_meeting": _("opened the page to plan a meeting"),
    "export_calendar": _("made a calendar file with a neutral title"),
}
