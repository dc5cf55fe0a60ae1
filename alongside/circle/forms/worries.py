"""What is asked about something that feels off."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.circle.choices import ConcernState
from alongside.circle.forms.together import A_WORD, ours
from alongside.ui.forms import DayField, KindForm, WordsField
from alongside.ui.widgets import Chips, OurWords, Pick

Choices = Sequence[tuple[str, str]]


def mine(label: Any, help_text: Any = "", guard: str = "") -> WordsField:
    """A blank for oneself; hints about its words only where somebody else may read or hear them later."""
    return WordsField(
        label=label, help_text=help_text, max_length=20_000, widget=OurWords(rows=2, guard=guard)
    )


class _AboutPartner(KindForm):
    """A form that may say which partner it is about."""

    def __init__(self, *args: Any, agencies: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = [("", "-"), *agencies]  # type: ignore[attr-defined]


class WorryForm(_AboutPartner):
    """One line, for oneself."""

    words = mine(_("What feels off"), _("One line is enough. Nobody but you can read it."))
    agency = forms.ChoiceField(required=False, widget=Pick, label=_("Which partner, if it is one"))

    def clean_words(self) -> str:
        """The words, or a kind sentence."""
        words = str(self.cleaned_data["words"])
        if not words.strip():
            raise forms.ValidationError(A_WORD)
        return words


class ConcernForm(_AboutPartner):
    """Four parts of a concern; the second stays with its author."""

    agency = forms.ChoiceField(required=False, widget=Pick, label=_("With which partner"))
    saw = mine(_("What I saw or heard"), _("As a camera would show it."), guard="words")
    story = mine(
        _("The story I am telling myself"), _("For you alone. It is never shown or sent to anybody.")
    )
    impact = mine(_("What it does"), _("To the work, to people, to you."), guard="words")
    ask = mine(_("What I am asking"), _("Something the other side can say yes or no to."), guard="words")

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if not self.errors and not any(told.get(name) for name in ("saw", "story", "impact", "ask")):
            self.add_error(None, _("A word in one of these is enough to keep it."))
        return told


class PeerForm(KindForm):
    """A colleague to read three parts."""

    reader = forms.ChoiceField(
        widget=Pick,
        label=_("A colleague I choose"),
        error_messages={"required": _("Please choose a colleague first.")},
    )

    def __init__(self, *args: Any, readers: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reader"].choices = [("", "-"), *readers]  # type: ignore[attr-defined]


class PeerReplyForm(KindForm):
    """How it reads to a colleague."""

    words = ours(_("How it reads to me"), rows=2)


class AgreedForm(KindForm):
    """What came of speaking, about nobody."""

    state = forms.ChoiceField(
        choices=ConcernState.choices[1:], required=False, widget=Chips, label=_("Where it is")
    )
    agreed = ours(
        _("What we agreed"),
        _("About nobody: everybody who works here can read it on the partner's page."),
        rows=2,
    )
    check_in_on = DayField(required=False, label=_("When to check in"))
