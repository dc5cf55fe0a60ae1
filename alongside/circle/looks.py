"""How the log of a record says what was looked at in this room."""

from django.utils.translation import gettext_lazy as _

LOOKS = {
    "print_who": _("printed who is doing what for them"),
    "open_circle": _("read who is involved, who holds what and what was said"),
    "open_who": _("read who is doing what, as they see it"),
}
