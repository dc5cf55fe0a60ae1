"""What is asked about a strand."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.legal.choices import StrandState
from alongside.legal.rules import Plan
from alongside.meetings.forms import MeetingForm
from alongside.ui.forms import DayField, KindForm, WordsField
from alongside.ui.widgets import Chips, Line


def ours(label: Any, help_text: Any = "") -> WordsField:
    """An open blank for what staff write."""
    return WordsField(theirs=False, label=label, help_text=help_text, max_length=20_000)


def line(label: Any, help_text: Any = "") -> forms.CharField:
    """One line that staff write."""
    return forms.CharField(required=False, max_length=300, widget=Line, label=label, help_text=help_text)


class StrandForm(KindForm):
    """Which one it is, where it stands, and when it next comes up."""

    kind = forms.ChoiceField(
        widget=Chips,
        label=_("What kind it is"),
        error_messages={"required": _("Please choose a kind. Everything else can stay blank.")},
    )
    words = line(
        _("What it is called"), _("Their words, if they have some. Left blank, it has the name of its kind.")
    )
    state = forms.ChoiceField(
        choices=StrandState.choices, required=False, widget=Chips, label=_("Where it is")
    )
    waits_on = line(
        _("Whose decision it waits on"), _("An office, a court. No help from us depends on their answer.")
    )
    holder = line(_("Who is responsible"), _("An office, a lawyer, one of us. Unclear is an honest answer."))
    since = DayField(required=False, label=_("Since"))
    comes_up_on = DayField(
        required=False, label=_("When it next comes up"), help_text=_("On this day it stands on your Today.")
    )
    said = WordsField(
        rows=2,
        label=_("What changed, or how it ended, in their words"),
        help_text=_("Facts of support only. What somebody says in court, or saw, is not written here."),
    )

    def __init__(self, *args: Any, kinds: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = list(kinds)  # type: ignore[attr-defined]


class PlanForm(KindForm):
    """What is planned around an event. Everything may stay blank."""

    kind = forms.ChoiceField(
        widget=Chips,
        label=_("What it is"),
        error_messages={"required": _("Please choose what it is. Everything else can stay blank.")},
    )
    asked_for = WordsField(label=_("What they asked us to be there for, in their words"))
    before = ours(_("Plan before"), _("Sleep, food, what to bring, who is with them the evening before."))
    comes = ours(_("Who else comes"), _("A friend, an interpreter, a lawyer."))
    meet_at = ours(_("Where we meet"))
    side_door = ours(_("Side door, or another way in"))
    stop_signal = ours(_("Agreed signal to stop"), _("A sign between you, like putting down a pen."))
    ride_home = ours(_("Ride home"))
    after = ours(
        _("Plan after"), _("Facts of support only. What somebody says in court, or saw, is not written here.")
    )

    def __init__(self, *args: Any, kinds: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = list(kinds)  # type: ignore[attr-defined]

    def plan(self) -> Plan:
        """The plan as the act wants it."""
        return Plan(**{name: self.cleaned_data[name] for name in vars(Plan())})


class EventForm(PlanForm, MeetingForm):
    """An event with its appointment, asked for on one page."""

    purpose = ours(
        _("What it is called"),
        _("It stands on Today and on the timeline. Left blank, it has the name of its kind."),
    )
