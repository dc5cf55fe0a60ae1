"""What is asked at night, and by a supervisor the day after."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.break_glass.choices import Outcome
from alongside.ui.forms import KindForm, WordsField
from alongside.ui.widgets import Blank, Chips, ChipsMany, Line


class SaidForm(KindForm):
    """What somebody says who calls at night. Either may stay blank: then nothing opens."""

    alias = forms.CharField(
        required=False, max_length=80, widget=Line(theirs=True), label=_("The name they gave")
    )
    word = forms.CharField(
        required=False, max_length=120, widget=Line(theirs=True), label=_("The code word they said")
    )


class ReasonForm(KindForm):
    """Why a record has to be open at this hour."""

    reason = forms.CharField(
        widget=Blank({"autofocus": True}, rows=3),
        label=_("Why the brief is not enough just now"),
        help_text=_("A sentence. The person may read it, and their supervisor does."),
    )


class ReviewForm(KindForm):
    """What a supervisor found."""

    outcome = forms.ChoiceField(choices=Outcome.choices, widget=Chips(), label=_("What you found"))
    follows = WordsField(theirs=False, rows=3, label=_("What follows, if anything"))

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if told.get("outcome") == Outcome.NOT_RIGHT and not told.get("follows"):
            self.add_error("follows", _("Please write what follows from it."))
        return told


class RestrictForm(KindForm):
    """To whom a record stays open."""

    staff = forms.MultipleChoiceField(
        required=False,
        widget=ChipsMany(),
        label=_("Who may open it, beside you"),
        help_text=_(
            "Being named opens nothing by itself: it stays open to those of them who reach it anyway."
        ),
    )
    words = WordsField(theirs=False, rows=2, label=_("Why, in a few words"))

    def __init__(self, *args: Any, staff: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.MultipleChoiceField, self.fields["staff"]).choices = list(staff)
