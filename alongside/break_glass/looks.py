"""How the log of a record says what was looked at in this room."""

from django.utils.translation import gettext_lazy as _

LOOKS = {
    "open_at_night": _("looked at what was opened on call"),
    "came_by_code_word": _("heard their alias and code word on call"),
    "open_restriction": _("looked at who may open the record"),
}
