"""How the log of a record says what was looked at in this room."""

from django.utils.translation import gettext_lazy as _

LOOKS = {
    "open_questions": _("read what they asked"),
    "print_questions": _("printed their questions"),
}
