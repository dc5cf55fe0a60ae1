"""How the log of a record says what was looked at in this room."""

from django.utils.translation import gettext_lazy as _

LOOKS = {
    "open_transfer": _("read the transfer to another case manager"),
    "open_pack": _("read what is handed on"),
    "print_pack": _("printed what is handed on"),
    "open_asked_transfer": _("read what they are asked about walking with them"),
}
