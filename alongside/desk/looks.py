"""How the log of a record says what was looked at in this room."""

from django.utils.translation import gettext_lazy as _

LOOKS = {
    "open_timeline": _("read the timeline"),
    "open_head": _("opened a page about them, with how to reach them safely"),
    "open_taken_away": _("looked at what was taken away and can come back"),
    "open_trail": _("read this list"),
    "open_another_way": _("looked for another way"),
    "open_holding": _("read what holds"),
    "open_doing": _("read what we are doing for them"),
    "print_doing": _("printed what we are doing for them"),
}
