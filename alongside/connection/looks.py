"""How the log of a record says what was looked at in this room."""

from django.utils.translation import gettext_lazy as _

LOOKS = {
    "open_note": _("read a note"),
    "open_shift": _("read how we go on after a change"),
    "open_seasons": _("read the seasons of the connection"),
    "open_presence": _("read the check-in plan"),
    "open_trust": _("read what builds and strains trust"),
    "open_agreement": _("read the agreement"),
    "print_agreement": _("printed the agreement for them"),
    "open_activity": _("looked at services and minutes of a month"),
    "open_movements": _("read changes over time"),
}
