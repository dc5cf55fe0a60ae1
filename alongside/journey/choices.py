"""The words an answer chooses from, when it is not written."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Choice(models.TextChoices):
    """A whole answer without a word."""

    RATHER_NOT = "rather_not", _("Rather not")
    NOT_NOW = "not_now", _("Not now")
    ASK_LATER = "ask_later", _("Ask me later")


# How colleagues read the same choices: a choice that is respected.
READ_AS = {
    Choice.RATHER_NOT: _("Chose not to share"),
    Choice.NOT_NOW: _("Not now (their choice)"),
    Choice.ASK_LATER: _("Asked to be asked later"),
}


def reads_as(choice: str) -> str:
    """A choice as colleagues read it; nothing where there is none."""
    return str(READ_AS[Choice(choice)]) if choice in Choice.values else ""
