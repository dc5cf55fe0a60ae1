"""What is asked when support is written down, asked for or answered."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.care.choices import OfferKind, Thanks, ToldBy
from alongside.care.rules import days_fit
from alongside.ui.forms import DayField, KindForm, WordsField
from alongside.ui.widgets import Chips, Line, Pick, Tick

Choices = list[tuple[str, str]]


class OfferForm(KindForm):
    """One kind of support there is here."""

    kind = forms.ChoiceField(
        choices=OfferKind.choices, widget=Chips(), initial="other", label=_("What it is")
    )
    name = forms.CharField(max_length=120, widget=Line, label=_("What it is called, or who it is"))
    about = WordsField(theirs=False, rows=2, label=_("What to expect"))
    reach = WordsField(theirs=False, rows=2, label=_("How to reach it"))
    hours = forms.CharField(required=False, max_length=120, widget=Line, label=_("When"))
    cost = forms.CharField(required=False, max_length=120, widget=Line, label=_("What it costs the worker"))
    source = forms.CharField(
        required=False,
        max_length=200,
        widget=Line,
        label=_("Where this was found"),
        help_text=_("A contract, a page, or who told you."),
    )
    checked_on = DayField(required=False, label=_("Last checked on"))


class SettingsForm(KindForm):
    """How long things are kept."""

    request_days = forms.IntegerField(
        min_value=1, max_value=3650, label=_("A request for support: days after the answer")
    )
    check_days = forms.IntegerField(
        min_value=1, max_value=3650, label=_("How it feels to work with us: days after it was read")
    )


class AskForm(KindForm):
    """A request of one colleague: no word of it is needed."""

    reader = forms.ChoiceField(
        widget=Pick,
        label=_("Who reads it"),
        help_text=_("You and this one colleague. Nobody else, whatever their role."),
    )
    first_day = DayField(required=False, label=_("First day off, if you know it"))
    last_day = DayField(required=False, label=_("Last day off"))
    words = WordsField(
        theirs=False,
        rows=2,
        label=_("Anything you would like to say"),
        help_text=_("No reason is needed. Please leave out names of people you walk with."),
    )

    def __init__(self, *args: Any, readers: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reader"].choices = readers  # type: ignore[attr-defined]

    def clean_last_day(self) -> Any:
        """A day that does not come before the first."""
        last = self.cleaned_data["last_day"]
        if not days_fit(self.cleaned_data.get("first_day"), last):
            raise forms.ValidationError(_("This day comes before the first. Please choose a later one."))
        return last


class AnswerForm(KindForm):
    """An answer to a colleague who asked."""

    words = WordsField(
        theirs=False,
        rows=3,
        label=_("Your answer"),
        help_text=_("When and where you can talk, or what you can do about the time off."),
    )


class FeelsForm(KindForm):
    """How it feels to somebody to work with us: each question a blank, and who reads it their choice."""

    reader = forms.ChoiceField(widget=Chips(), label=_("Who reads it, as they choose"))
    named = forms.BooleanField(
        required=False, widget=Tick, label=_("They want the reader to know who says this")
    )
    may_see = forms.BooleanField(
        required=False, widget=Tick, label=_("They want their case manager to read it too")
    )
    told_by = forms.ChoiceField(
        required=False, choices=ToldBy.choices, widget=Chips(take_back=True), label=_("How it came to you")
    )

    def __init__(self, *args: Any, asked: Choices, readers: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reader"].choices = readers  # type: ignore[attr-defined]
        for name, text in asked:
            self.fields[name] = WordsField(rows=2, label=text)
        self.order_fields([name for name, _text in asked])


class FollowForm(KindForm):
    """What follows from it, if anything."""

    words = WordsField(
        theirs=False,
        rows=3,
        label=_("What follows from it"),
        help_text=_("Ask them what would make it better, and what of this may be told to whom."),
    )


class ThanksForm(KindForm):
    """What a supervisor grants."""

    worker = forms.ChoiceField(widget=Pick, label=_("Whom"))
    kind = forms.ChoiceField(
        choices=Thanks.choices, initial="words", widget=Chips(), label=_("What you give")
    )
    day = DayField(required=False, label=_("Which day off, if it is agreed"))
    words = WordsField(theirs=False, rows=2, label=_("What you would like to say"))

    def __init__(self, *args: Any, workers: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["worker"].choices = workers  # type: ignore[attr-defined]
