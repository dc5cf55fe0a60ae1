"""How the log of a record says what was looked at in this room."""

from django.utils.translation import gettext_lazy as _

LOOKS = {
    "look_at_paper": _("looked at a page for paper before it was given to them"),
    "open_sharing": _("read permissions and what went out"),
    "open_release": _("read a permission to share"),
    "open_disclosure": _("read what went out"),
    "open_exception": _("read about sharing without a permission"),
    "open_program": _("opened how a program they know is reached"),
    "print_release": _("printed a permission to share for them"),
    "print_moves": _("printed how information moves for them"),
    "print_letter": _("printed a letter"),
    "show_number": _("had a number or address shown, to get in touch"),
}
