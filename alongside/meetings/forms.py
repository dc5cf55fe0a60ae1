"""What is asked when a meeting is planned: a time. Everything else may stay blank."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.ui.forms import KindForm, WordsField
from alongside.ui.widgets import DayAndHour, Pick

FIELDS = ("at", "minutes", "with_whom", "place", "purpose", "interpreter", "cover_words")


class MeetingForm(KindForm):
    """When, with whom, where, with which interpreter, and how I introduce myself."""

    at = forms.DateTimeField(
        label=_("When"),
        widget=DayAndHour(),
        error_messages={"required": _("Please choose a day and a time. Everything else can stay blank.")},
    )
    minutes = forms.IntegerField(
        label=_("How many minutes"),
        required=False,
        min_value=1,
        max_value=24 * 60,
        widget=forms.NumberInput({"class": "form-control short", "inputmode": "numeric"}),
    )
    with_whom = forms.ChoiceField(label=_("With whom"), required=False, widget=Pick())
    purpose = WordsField(theirs=False, label=_("What for"))
    place = WordsField(theirs=False, label=_("Where"))
    interpreter = WordsField(label=_("Interpreter"), help_text=_("What they wish for, and what is booked."))
    cover_words = WordsField(
        theirs=False,
        label=_("How I introduce myself"),
        help_text=_("What I say if somebody else asks, or answers the phone."),
    )

    def __init__(self, *args: Any, staff: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["with_whom"]
        chosen.choices = list(staff)
