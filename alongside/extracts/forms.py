"""What is asked when a file is wanted."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.extracts.choices import For, Kind
from alongside.extracts.rules.months import month_after
from alongside.ui import dates
from alongside.ui.forms import KindForm
from alongside.ui.widgets import Chips, Pick


class ExtractForm(KindForm):
    """Which file, for whom, what for, and of which months."""

    kind = forms.ChoiceField(widget=Chips(), label=_("Form of the file"))
    agency = forms.ChoiceField(
        widget=Pick, label=_("For whom"),
        help_text=_("Only people whose permission names this agency are in it."),
    )  # fmt: skip
    purpose = forms.ChoiceField(
        choices=For, widget=Chips(), label=_("What it is for"),
        help_text=_("Their permission has to name this too."),
    )  # fmt: skip
    first = forms.ChoiceField(widget=Pick, label=_("From the month"))
    last = forms.ChoiceField(widget=Pick, label=_("To the month"))
    looked = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        agencies: Iterable[tuple[UUID, str]],
        months: Iterable[date],
        without: Iterable[str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["kind"].choices = [each for each in Kind.choices if each[0] not in without]
        fields["agency"].choices = [(str(key), name) for key, name in agencies]
        for name in ("first", "last"):
            fields[name].choices = [(each.isoformat(), dates.month(each)) for each in months]

    def clean(self) -> dict[str, Any]:
        """Bring the months together."""
        told: dict[str, Any] = super().clean() or {}
        if self.errors:
            return told
        told["begins"] = date.fromisoformat(told["first"])
        told["after"] = month_after(date.fromisoformat(told["last"]))
        if told["after"] <= told["begins"]:
            self.add_error("last", _("The last month is before the first. Please look at both."))
        return told
