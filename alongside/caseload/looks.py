"""How the log of a record says what was looked at in this room."""

from django.utils.translation import gettext_lazy as _

LOOKS = {
    "open_intensity": _("read what walking with them takes"),
    "see_load_board": _("looked at the load board"),
    "see_overview": _("looked at the overview of teams"),
    "see_not_spoken": _("looked at who was not spoken with for a while"),
    "see_waiting": _("looked at the waiting list"),
    "see_load": _("looked at the load of a colleague"),
}
