"""What is asked when a card is worded, and what one may ask oneself."""

from dataclasses import fields
from typing import Any

from django import forms
from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from alongside.practice import rules
from alongside.ui.forms import KIND_SENTENCES, KindForm, WordsField
from alongside.ui.widgets import Line, OurWords, Tick

TOO_LONG = _("A card is read in a hard moment. Please keep it to 150 words; nothing was cut off.")
GUARDED = tuple(each.name for each in fields(rules.Guarded))
ONE_WORD = _("One word in any of these is enough to keep it.")
CHANGED = _("This was saved elsewhere meanwhile. What stands now is shown above; saving again keeps yours.")


class CardForm(KindForm):
    """A card's title and its lines."""

    begun_from = forms.CharField(required=False, widget=forms.HiddenInput())
    language = forms.ChoiceField(choices=settings.LANGUAGES, widget=forms.HiddenInput())
    title = forms.CharField(label=_("Title"), max_length=80, widget=Line())
    words = WordsField(
        theirs=False,
        rows=12,
        required=True,
        max_length=3000,
        label=_("What the card says"),
        help_text=_("One thought a line, 150 words at most. What stands before a colon is set in bold."),
    )

    def clean_words(self) -> str:
        """The words, when there are few enough of them."""
        words: str = self.cleaned_data["words"]
        if rules.words_in(words) > rules.LONGEST_CARD:
            raise forms.ValidationError(TOO_LONG)
        return words


def _listed(rows: int, label: Any, help_text: Any = "", *, required: bool = True) -> WordsField:
    # These blanks hold the words of the list themselves, so no hint comes under them.
    return WordsField(
        widget=OurWords(rows=rows, guard=""),
        required=required,
        max_length=3000,
        label=label,
        help_text=help_text,
    )


class GuardForm(KindForm):
    """Words the guard points at, why, and what to write instead."""

    begun_from = forms.CharField(required=False, widget=forms.HiddenInput())
    language = forms.ChoiceField(choices=settings.LANGUAGES, widget=forms.HiddenInput())
    phrases = _listed(
        4,
        _("Words or phrases"),
        format_lazy(
            _(
                "In all their forms, with commas between: {several}. Capital letters and accents do not matter."
            ),
            several=rules.EXAMPLES["several"],
        ),
    )
    options = _listed(
        3,
        _("Other words, one a line"),
        _(
            "Two or three that describe what happened. ___ is a gap to fill in; a line with - offers to take it out."
        ),
    )
    why = forms.CharField(label=_("Why, in one sentence"), max_length=200, widget=Line())
    fine = _listed(
        2,
        _("Where these words are fine"),
        format_lazy(_("Phrases in which they mean something else: {fine}"), fine=rules.EXAMPLES["fine"]),
        required=False,
    )
    names = forms.BooleanField(
        label=_("Somebody may be called so: leave a capital letter inside a sentence alone"),
        required=False,
        widget=Tick(),
    )
    plans = forms.BooleanField(label=_("Only in plans"), required=False, widget=Tick())

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        for name, needed in (("phrases", rules.several), ("options", rules.one_a_line)):
            if name in told and not needed(told[name]):
                self.add_error(name, str(KIND_SENTENCES["required"]))
        return told

    def said(self) -> rules.Guarded:
        """What was written."""
        return rules.Guarded(**{name: self.cleaned_data[name] for name in GUARDED})


def _blank(label: Any) -> WordsField:
    return WordsField(theirs=False, rows=1, label=label, max_length=20_000)


class ReflectionForm(KindForm):
    """Six things one may ask oneself; each may stay blank."""

    begun_from = forms.CharField(required=False, widget=forms.HiddenInput())
    expected = _blank(_("What did I expect?"))
    urgency = _blank(_("Where is the urgency, and whose is it?"))
    unsure = _blank(_("What am I unsure of?"))
    body = _blank(_("What did my body do?"))
    well = _blank(_("What did I do well enough?"))
    bring = _blank(_("What would I like to bring to someone?"))

    def said(self) -> rules.Reflected:
        """What was written."""
        return rules.Reflected(**{name: self.cleaned_data[name] for name in rules.PROMPTS})

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if not self.errors and not any(told.get(name) for name in rules.PROMPTS):
            self.add_error(None, ONE_WORD)
        return told
