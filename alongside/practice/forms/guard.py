"""What is asked when words are put on the guard's list."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from alongside.practice import rules
from alongside.ui.forms import KIND_SENTENCES, KindForm, WordsField
from alongside.ui.widgets import Line, OurWords, Tick

GUARDED = rules.GUARDED


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
