"""What is asked about a critical period, and for the on-call brief."""

from typing import Any

from django import forms
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from alongside.participants.choices import CriticalKind, Intensity
from alongside.participants.critical import Windows
from alongside.participants.night import THEIRS
from alongside.participants.rules import LONGEST_WINDOW
from alongside.ui.forms import DayField, KindForm, WordsField
from alongside.ui.widgets import Chips, Line, Pick, Tick


class PeriodForm(KindForm):
    """Its days, what it is about, and how much more support."""

    kind = forms.ChoiceField(choices=CriticalKind, required=False, widget=Pick(), label=_("What it is about"))
    begins_on = DayField(label=_("First day"))
    ends_on = DayField(label=_("Last day"))
    intensity = forms.ChoiceField(
        choices=Intensity, required=False, widget=Chips(), label=_("How much support")
    )
    words = WordsField(rows=2, label=_("What they would like then, in their words"))
    of = forms.CharField(required=False, widget=forms.HiddenInput)


class WindowsForm(KindForm):
    """Days before and after, for each kind."""

    def __init__(self, *args: Any, windows: Windows, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.windows = windows
        for kind in CriticalKind:
            for place, label in enumerate((_("%(kind)s: days before"), _("%(kind)s: days after"))):
                self.fields[f"{kind}_{place}"] = forms.IntegerField(
                    min_value=0,
                    max_value=LONGEST_WINDOW,
                    initial=windows[kind][place],
                    widget=Line(attrs={"inputmode": "numeric"}),
                    label=now(str(label)) % {"kind": kind.label},
                )

    def pairs(self) -> list[tuple[Any, forms.BoundField, forms.BoundField]]:
        """Each kind with its days before and after."""
        return [(kind.label, self[f"{kind}_0"], self[f"{kind}_1"]) for kind in CriticalKind]

    def changed(self) -> Windows:
        """The kinds whose days are others now."""
        told = self.cleaned_data
        days = {kind.value: (told[f"{kind}_0"], told[f"{kind}_1"]) for kind in CriticalKind}
        return {kind: each for kind, each in days.items() if each != self.windows[kind]}


class LineForm(KindForm):
    """One line of the on-call brief."""

    kind = forms.ChoiceField(
        choices=[(each.value, each.label) for each in THEIRS], widget=Chips(), label=_("What it is")
    )
    words = WordsField(rows=2, label=_("The line, in their words"))
    approved = forms.BooleanField(
        required=False, widget=Tick(), label=_("I read it to them, and they approve it")
    )


class QuestionForm(KindForm):
    """What is asked on the phone."""

    question = WordsField(rows=2, label=_("What we ask, so that they can say the code word"))
