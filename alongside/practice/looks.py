"""How the log of a record says what was looked at in this room."""

from django.utils.translation import gettext_lazy as _

LOOKS = {
    "open_what_helps": _("read what helps them, on a card"),
    "open_team_questions": _("read what the team was asked about them"),
    "print_supervision_sheet": _("printed a sheet for supervision with their goals on it"),
}
