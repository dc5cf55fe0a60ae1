"""What one may ask oneself."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.access.actor import Actor
from alongside.participants.naming import names_said
from alongside.practice import rules
from alongside.practice.feelings import Footing
from alongside.ui.forms import KindForm, WordsField
from alongside.ui.widgets import Chips

ONE_WORD = _("One word in any of these is enough to keep it.")


def _blank(label: Any) -> WordsField:
    return WordsField(theirs=False, rows=1, label=label, max_length=20_000)


class ReflectionForm(KindForm):
    """Six things one may ask oneself, and a word to pick; each may stay blank."""

    expected = _blank(_("What did I expect?"))
    urgency = _blank(_("Where is the urgency, and whose is it?"))
    unsure = _blank(_("What am I unsure of?"))
    body = _blank(_("What did my body do?"))
    well = _blank(_("What did I do well enough?"))
    bring = _blank(_("What would I like to bring to someone?"))
    beside = forms.CharField(required=False, widget=forms.HiddenInput)
    footing = forms.ChoiceField(
        label=_("How sure of my footing am I?"),
        required=False,
        choices=Footing.choices,
        widget=Chips(take_back=True),
        help_text=_("A word for your own picture over time, and for nobody else."),
    )

    def said(self) -> rules.Reflected:
        """What was written."""
        told = self.cleaned_data
        return rules.Reflected(**{name: told[name] for name in rules.PROMPTS}, footing=told["footing"])

    def names_in(self, actor: Actor) -> list[str]:
        """Whoever of those the writer walks with is named."""
        return names_said(actor, [self.said().whole()])

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if not self.errors and not any(told.get(name) for name in rules.PROMPTS):
            self.add_error(None, ONE_WORD)
        return told
