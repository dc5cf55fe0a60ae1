"""How the log of a record says what was looked at in this room."""

from django.utils.translation import gettext_lazy as _

LOOKS = {
    "open_contact": _("read a call or visit"),
    "open_what_helps_here": _("read what helps them, at the drop-in"),
    "open_acquaintance": _("saw the alias and the needs"),
}
