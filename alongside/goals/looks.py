"""How the log of a record says what was looked at in this room."""

from django.utils.translation import gettext_lazy as _

LOOKS = {
    "open_goals": _("opened the goal sheet"),
    "print_goals": _("printed the goal sheet for them"),
    "open_long_view": _("read how they describe parts of their life"),
    "open_support": _("read the support level, and the steps to need us less"),
}
