"""How the log of a record says what was looked at in this room."""

from django.utils.translation import gettext_lazy as _

LOOKS = {
    "print_who_to_reach": _("printed who to reach when their case manager is not here"),
    "open_call_brief": _("read the on-call brief while on call"),
    "print_outage_page": _("printed how they are reached, for hours without a computer"),
}
