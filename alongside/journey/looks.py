"""How the log of a record says what was looked at in this room."""

from django.utils.translation import gettext_lazy as _

LOOKS = {
    "open_welcome": _("opened the welcome"),
    "print_welcome": _("printed the welcome for them"),
    "open_intake": _("opened the intake"),
    "open_gentle_topics": _("read which topics to go gently with"),
    "open_closing": _("opened the page to close together"),
    "print_card": _("printed a card with our number for them"),
    "open_aloud": _("read what to say at a hard moment"),
    "print_aloud": _("printed a page to take home"),
    "open_preparing": _("prepared for a first meeting"),
}
