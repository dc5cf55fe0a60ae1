"""What is asked when a training is planned, thought about, or written down."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.practice.forms.consults import AboutNobody
from alongside.ui.forms import DayField, KindForm, MomentField, WordsField
from alongside.ui.widgets import Line, Pick, Tick

_NUMBER = {"class": "form-control short", "inputmode": "numeric"}


def _choose(field: Any, choices: Iterable[tuple[str, str]], empty: Any = None) -> None:
    field.choices = [*([("", empty)] if empty else []), *choices]


class SessionForm(KindForm):
    """What, when, where, with whom, for how many."""

    topic = forms.ChoiceField(label=_("Topic"), widget=Pick())
    title = forms.CharField(
        label=_("Title"),
        required=False,
        max_length=120,
        widget=Line(),
        help_text=_("Left blank, the topic stands there."),
    )
    at = MomentField(label=_("When"))
    minutes = forms.IntegerField(
        label=_("Minutes"), required=False, min_value=1, max_value=1440, widget=Line(_NUMBER)
    )
    places = forms.IntegerField(
        label=_("Places"),
        required=False,
        min_value=1,
        max_value=1000,
        widget=Line(_NUMBER),
        help_text=_("Left blank, there is room for everybody."),
    )
    facilitator = forms.CharField(label=_("Who leads it"), required=False, max_length=120, widget=Line())
    where = forms.CharField(label=_("Where"), required=False, max_length=200, widget=Line())

    def __init__(self, *args: Any, topics: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self.fields["topic"], topics, _("Choose a topic"))


class ScenarioForm(AboutNobody):
    """A situation, told so that it points to nobody."""

    words = WordsField(
        theirs=False,
        rows=8,
        required=True,
        max_length=20_000,
        label=_("The situation, told so that it points to nobody"),
        help_text=_(
            "No names, places, days, nationality or rare facts. Change what can be changed, and put two"
            " situations into one where that helps."
        ),
    )


class ThoughtsForm(KindForm):
    """What one takes from a session; each may stay blank, one word is enough."""

    stays = WordsField(theirs=False, rows=2, max_length=20_000, label=_("What stays with me?"))
    tries = WordsField(theirs=False, rows=2, max_length=20_000, label=_("What will I try?"))

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if not self.errors and not told.get("stays") and not told.get("tries"):
            self.add_error(None, _("One word in either is enough to keep it."))
        return told


class RecordForm(KindForm):
    """Who learned about what, on which day."""

    staff = forms.ChoiceField(label=_("Who"), widget=Pick())
    topic = forms.ChoiceField(label=_("Topic"), widget=Pick())
    on_day = DayField(label=_("On which day"))

    def __init__(
        self, *args: Any, people: Iterable[tuple[str, str]], topics: Iterable[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        _choose(self.fields["staff"], people)
        _choose(self.fields["topic"], topics, _("Choose a topic"))

    def clean_on_day(self) -> date:
        """A day that has been."""
        day: date = self.cleaned_data["on_day"]
        if day > clock.today():
            raise forms.ValidationError(_("This day is still to come. Please look at it once more."))
        return day


class TopicForm(KindForm):
    """What a topic is called, and when it is good to refresh."""

    topic = forms.CharField(required=False, widget=forms.HiddenInput())
    name = forms.CharField(label=_("Name of the topic"), max_length=80, widget=Line())
    refresh_months = forms.IntegerField(
        label=_("Good to refresh after how many months"),
        required=False,
        min_value=1,
        max_value=120,
        widget=Line(_NUMBER),
        help_text=_("Left blank, once is enough."),
    )
    on_profile = forms.BooleanField(
        label=_("It is the trafficking training that colleagues see in the profile"),
        required=False,
        widget=Tick(),
    )
    hidden = forms.BooleanField(label=_("Do not offer this any more"), required=False, widget=Tick())
