"""What is asked before records move."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.custody.choices import FIELDS, DayStyle, SamePeople
from alongside.custody.reading import LARGEST_FILE
from alongside.custody.rules.columns import BARRED, meaning
from alongside.ui.dates import put
from alongside.ui.forms import KindForm, WordsField
from alongside.ui.widgets import Chips, Pick

LETTERS = [
    ("", _("Find out")),
    ("utf-8-sig", "UTF-8"),
    ("cp1252", _("Western")),
    ("cp1250", _("Central European")),
    ("cp1251", _("Cyrillic")),
    ("cp1256", _("Arabic")),
    ("cp1255", _("Hebrew")),
    ("cp1254", _("Turkish")),
    ("mac_roman", _("Older Mac")),
]


class BringForm(KindForm):
    """A spreadsheet of people, and why they come over."""

    file = forms.FileField(
        label=_("A spreadsheet (CSV or XLSX)"),
        error_messages={"required": _("Please choose a file first."), "empty": _("This file is empty.")},
    )
    letters = forms.ChoiceField(label=_("Its letters"), choices=LETTERS, required=False, widget=Pick())
    purpose = WordsField(label=_("Why they come over, for whoever agrees"), theirs=False)
    sheet = forms.CharField(label=_("Which sheet"), required=False, widget=forms.HiddenInput())

    def ask_which(self, sheets: list[str]) -> None:
        """Offer the sheets of a workbook to choose from."""
        self.fields["sheet"].widget = Pick(choices=[(each, each) for each in sheets])

    def clean_file(self) -> Any:
        """The file, when it is not too large to be one."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise forms.ValidationError(_("This file is larger than 50 MB. Please split it in parts."))
        return file


class TakeForm(KindForm):
    """Why everything is taken along."""

    purpose = WordsField(label=_("Why it is taken along, and where to, for whoever agrees"), theirs=False)

    def clean_purpose(self) -> str:
        """A purpose: the one thing that is asked for without which nothing leaves."""
        if not self.cleaned_data["purpose"]:
            raise forms.ValidationError(_("Please say why. Nothing leaves here without a purpose."))
        return str(self.cleaned_data["purpose"])


class ColumnsForm(KindForm):
    """What each column means."""

    def __init__(
        self, *args: Any, columns: list[str], chosen: list[str], style: str, example: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offered = [("", _("Leave out")), *FIELDS.items()]
        self.columns = columns
        for at, (column, field) in enumerate(zip(columns, chosen, strict=True)):
            if meaning(column) != BARRED and column:
                self.fields[f"column_{at}"] = forms.ChoiceField(
                    label=column, choices=offered, required=False, initial=field, widget=Pick()
                )
        asks = _("This file does not tell whether the day or the month comes first, as in %(example)s.")
        self.fields["day_style"] = forms.ChoiceField(
            label=_("How days are written"),
            choices=DayStyle,
            required=False,
            initial=style,
            widget=Chips(),
            help_text="" if style or not example else asks % {"example": example},
        )

    def ask_whether_the_same(self, same: str = "", when: str = "") -> None:
        """Ask about numbers that came over before."""
        self.fields["same_people"] = forms.ChoiceField(
            label=_("Numbers that came over before"),
            choices=SamePeople,
            required=False,
            initial=same,
            widget=Chips(),
            help_text=put(_("Some numbers of this file came over before, last: %(day)s."), day=when)
            if when
            else "",
        )

    def chosen(self) -> list[str]:
        """What was chosen, column by column."""
        return [str(self.cleaned_data.get(f"column_{at}", "")) for at in range(len(self.columns))]
