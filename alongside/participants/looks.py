"""How the log of a record says what was looked at in this room."""

from django.utils.translation import gettext_lazy as _

LOOKS = {
    "open_record": _("opened the page"),
    "open_about": _("read what they told us about themselves"),
    "open_reaching": _("read how to reach them safely"),
    "open_states": _("read the status"),
    "open_team": _("read who is case manager and backup"),
    "open_periods": _("read the critical periods"),
    "open_brief": _("read the on-call brief"),
    "open_choices": _("read what they choose"),
}
