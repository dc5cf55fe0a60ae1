"""How the log of a record says what was looked at in this room."""

from django.utils.translation import gettext_lazy as _

LOOKS = {
    "open_needs": _("read their needs and what was asked for"),
    "see_wanted": _("read what donors are asked for"),
    "print_donor_sheet": _("printed the sheet for donors, which is about nobody"),
}
