"""What is asked of an hour beside the work with people."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.funding.stream_choices import TimeKind
from alongside.funding.time_rules import read_hours
from alongside.ui.forms import DayField, KindForm
from alongside.ui.widgets import Chips, Line, Pick

_HOW = _("Please write hours like 6, 1.5 or 1:30, at most 24.")


class HoursForm(KindForm):
    """A kind and how long are enough; the day is today, and no stream covers it where none is chosen."""

    kind = forms.ChoiceField(
        choices=TimeKind,
        widget=Chips,
        label=_("What it was"),
        error_messages={"required": _("Choose what it was.")},
    )
    hours = forms.CharField(
        max_length=8,
        widget=Line(attrs={"inputmode": "decimal"}),
        label=_("Hours"),
        error_messages={"required": _HOW},
    )
    stream = forms.ChoiceField(required=False, widget=Pick, label=_("Which stream pays for it"))
    day = DayField(label=_("Day"), error_messages={"required": _("Enter the day.")})

    def __init__(self, *args: Any, streams: Iterable[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["stream"].choices = [("", _("None covers it")), *streams]

    def clean_hours(self) -> int:
        """Minutes of a day."""
        minutes = read_hours(self.cleaned_data["hours"])
        if minutes is None or not 0 < minutes <= 24 * 60:
            raise forms.ValidationError(_HOW)
        return minutes
