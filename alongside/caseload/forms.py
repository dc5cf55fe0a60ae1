"""What is asked about load."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.caseload.choices import Interim, Level, Measure
from alongside.caseload.rules import MOST
from alongside.ui.forms import KindForm, WordsField
from alongside.ui.widgets import Chips, Line, Tick

LEAST = Decimal("0.001")
_FIGURES = {"inputmode": "decimal"}


def _weight(**given: Any) -> forms.DecimalField:
    widget = Line(attrs=_FIGURES)
    return forms.DecimalField(min_value=LEAST, max_value=MOST, decimal_places=3, widget=widget, **given)


class IntensityForm(KindForm):
    """What walking with somebody takes just now."""

    level = forms.ChoiceField(choices=Level, widget=Chips(), label=_("Intensity"))
    far = forms.BooleanField(required=False, widget=Tick(), label=_("Long travel"))
    interpreter = forms.BooleanField(required=False, widget=Tick(), label=_("With an interpreter"))


class OwnWeightForm(KindForm):
    """What one person weighs, in place of every reason."""

    amount = _weight(
        required=False, label=_("Weight of this person"), help_text=_("Any number. Empty: the reasons count.")
    )
    words = WordsField(theirs=False, rows=2, label=_("Why, if you want to say it"))


class OtherPeopleForm(KindForm):
    """Other people of whom no record is here."""

    called = WordsField(
        theirs=False,
        required=True,
        label=_("What they are called together"),
        help_text=_("A program or group. No names."),
        max_length=80,
    )
    number = forms.IntegerField(
        min_value=1, max_value=999, widget=Line(attrs={"inputmode": "numeric"}), label=_("How many people")
    )
    weight = _weight(label=_("Weight of each"))


class WaitingForm(KindForm):
    """Who is there for somebody while they wait."""

    interim = forms.ChoiceField(choices=Interim, widget=Chips(), label=_("Who is there for them meanwhile"))
    who_and_when = WordsField(
        theirs=False,
        rows=2,
        required=True,
        label=_("Who and when"),
        help_text=_("A name or a place, days and hours."),
    )
    reason = WordsField(theirs=False, rows=2, label=_("Why they wait"))


class MeasuresForm(KindForm):
    """Every number by which load is told here."""

    def __init__(self, *args: Any, measures: dict[str, Decimal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.measures = measures
        for kind in Measure:
            self.fields[kind.value] = _weight(label=kind.label)
            self.fields[kind.value].initial = f"{measures[kind].normalize():f}"

    def changed(self) -> dict[str, Decimal]:
        """The kinds whose number is another now."""
        told = {kind.value: self.cleaned_data[kind.value] for kind in Measure}
        return {kind: amount for kind, amount in told.items() if amount != self.measures[kind]}
