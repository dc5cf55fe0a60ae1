"""How the log of a record says what was looked at in this room."""

from django.utils.translation import gettext_lazy as _

LOOKS = {
    "print_outage_page": _("printed how they are reached, for hours without a computer"),
}
