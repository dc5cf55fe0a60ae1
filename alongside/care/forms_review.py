"""What is asked for an organisation review."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.access.roles import ROLE_NAMES, Role
from alongside.care.choices import Ended, Stands
from alongside.ui.forms import DayField, KindForm, WordsField
from alongside.ui.widgets import Chips, ChipsMany, Line, Pick, Tick

Choices = list[tuple[str, str]]
OF_US = _("About how we work. Never a participant: no name, no story.")


class ReviewForm(KindForm):
    """Of which year a review is, and who goes through it."""

    year = forms.IntegerField(min_value=2000, max_value=2200, label=_("Year"))
    roles = forms.MultipleChoiceField(
        required=False,
        widget=ChipsMany(),
        choices=[(role.value, name) for role, name in ROLE_NAMES.items() if role != Role.DIRECTOR],
        label=_("Who goes through it with you"),
        help_text=_("Everybody with one of these roles reads it and answers with you. Nobody else does."),
    )
    about = WordsField(
        theirs=False,
        rows=2,
        label=_("Who took part, and how you listened"),
        help_text=_("Survivor advisers, staff, partners: how they were asked."),
    )


class AnswerReviewForm(KindForm):
    """How it is, honestly."""

    state = forms.ChoiceField(
        required=False, choices=Stands.choices, widget=Chips(take_back=True), label=_("Is it so?")
    )
    words = WordsField(theirs=False, rows=4, label=_("In words"), help_text=OF_US)


class ActionForm(KindForm):
    """What follows, who does it, by which day."""

    words = WordsField(theirs=False, rows=2, label=_("What we will do"), help_text=OF_US)
    owner = forms.ChoiceField(widget=Pick, label=_("Who does it"))
    due_on = DayField(label=_("By which day"))

    def __init__(self, *args: Any, owners: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = owners  # type: ignore[attr-defined]


class EndActionForm(KindForm):
    """What came of it."""

    ended_as = forms.ChoiceField(
        required=False,
        choices=[("", _("Open")), *Ended.choices],
        widget=Chips(),
        label=_("How it stands"),
    )
    outcome = WordsField(theirs=False, rows=3, label=_("What came of it"), help_text=OF_US)


class ReviewQuestionForm(KindForm):
    """A question of the agency's own."""

    name = forms.CharField(max_length=200, widget=Line, label=_("The question"))
    hidden = forms.BooleanField(required=False, widget=Tick, label=_("Not asked any more"))
