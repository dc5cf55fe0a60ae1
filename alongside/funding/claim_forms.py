"""What is asked before a claim goes into a file."""

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from alongside.ui.forms import KindForm
from alongside.ui.widgets import Chips


class FileFor(models.TextChoices):
    """What a file of a claim is for; the log keeps it."""

    CLAIM = "claim", pgettext_lazy("what a file is for", "A claim to the funder")
    REPORT = "report", pgettext_lazy("what a file is for", "A report to the funder")
    AUDIT = "audit", pgettext_lazy("what a file is for", "An audit")
    BOOKS = "books", pgettext_lazy("what a file is for", "Our own bookkeeping")


class FileForm(KindForm):
    """What the file is for, and which kind of file."""

    purpose = forms.ChoiceField(
        label=_("What is it for?"),
        choices=FileFor,
        widget=Chips,
        error_messages={"required": _("Please say what it is for. Then the file is made.")},
    )
    kind = forms.ChoiceField(
        label=_("Which kind of file"), choices=[("csv", "CSV"), ("xlsx", "XLSX")], initial="csv", widget=Chips
    )
