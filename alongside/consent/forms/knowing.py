"""What is asked about programs they know already, about how I introduce myself, and in whose name we write."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.consent.choices import Wish
from alongside.ui.forms import KindForm, WordsField
from alongside.ui.widgets import Chips, Pick

WISHES = [each for each in Wish.choices if each[0]]


class ProgramForm(KindForm):
    """A program they work with already, and their wish."""

    agency = forms.ChoiceField(required=False, widget=Pick, label=_("One of our partners"))
    name = WordsField(label=_("Or what they call it"))
    helps_with = WordsField(label=_("What it helps them with"))
    reach = WordsField(theirs=False, label=_("How it is reached"))
    wish = forms.ChoiceField(
        required=False,
        choices=WISHES,
        widget=Chips(take_back=True),
        label=_("What they wish"),
        help_text=_("Until they say yes, we do not contact it."),
    )
    words = WordsField(label=_("In their words, if they say more"))

    def __init__(self, *args: Any, agencies: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = [("", _("None of these")), *agencies]  # type: ignore[attr-defined]


class CoverForm(KindForm):
    """What I say when I call, write or come, as they wish."""

    agency = forms.ChoiceField(required=False, widget=Pick, label=_("To one of our partners"))
    who = WordsField(
        label=_("Or to whom"), help_text=_("A landlord, a school. Left blank: to anybody, wherever I call.")
    )
    introduce = WordsField(label=_("How I introduce myself"))
    why = WordsField(label=_("Why I am calling"))
    never = WordsField(rows=3, label=_("What I never say"), help_text=_("One thing on each line."))

    def __init__(self, *args: Any, agencies: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = [("", _("Nobody of these")), *agencies]  # type: ignore[attr-defined]


class IdentityForm(KindForm):
    """In whose name we write."""

    program = forms.ChoiceField(required=False, widget=Chips, label=_("In whose name we write"))

    def __init__(self, *args: Any, umbrella: str, programs: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["program"].choices = [("", umbrella), *programs]  # type: ignore[attr-defined]
