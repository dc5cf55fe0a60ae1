"""What one may ask oneself about oneself, and what is asked of everybody about a month."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.access.actor import Actor
from alongside.participants.naming import names_said
from alongside.practice.feelings import Carried, Feeling
from alongside.ui.forms import KindForm, WordsField
from alongside.ui.widgets import Chips, ChipsMany


class HowIAmForm(KindForm):
    """A few words to pick, and a line; each may stay blank."""

    picked = forms.MultipleChoiceField(
        label=_("How am I?"),
        required=False,
        choices=Feeling.choices,
        widget=ChipsMany(),
        help_text=_("As many as fit, or none. They stand in no order."),
    )
    words = WordsField(theirs=False, rows=2, label=_("In my own words"), max_length=20_000)

    def names_in(self, actor: Actor) -> list[str]:
        """Whoever of those the writer walks with is named."""
        return names_said(actor, [self.cleaned_data["words"]])

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if not self.errors and not told.get("picked") and not told.get("words"):
            self.add_error(None, _("One word is enough, picked or written."))
        return told


class MonthForm(KindForm):
    """One question, one of four answers."""

    answer = forms.ChoiceField(
        label=_("How heavy was this month?"),
        choices=Carried.choices,
        widget=Chips(),
        error_messages={"required": _("Pick one of the four, or leave the page: nothing is asked of you.")},
    )
