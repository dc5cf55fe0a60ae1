"""What is asked when one asks colleagues, or answers one."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from alongside.practice import rules
from alongside.ui.forms import KindForm, WordsField

A_SENTENCE = _("A sentence is enough.")


class ConsultForm(KindForm):
    """A question to colleagues."""

    question = WordsField(
        theirs=False,
        rows=5,
        max_length=20_000,
        label=_("What would you like to think through together?"),
        help_text=_("Without names, days or places. What you feel pulled to do is worth saying too."),
    )

    def clean_question(self) -> str:
        """The words, when there are any."""
        return _said(self.cleaned_data["question"])


class ReplyForm(KindForm):
    """An answer to a colleague."""

    words = WordsField(
        theirs=False,
        rows=3,
        max_length=20_000,
        label=_("What you would hold on to"),
        help_text=_("Your name stands beside it. What you have seen help is worth more than advice."),
    )

    def clean_words(self) -> str:
        """The words, when there are any."""
        return _said(self.cleaned_data["words"])


def _said(words: str) -> str:
    """The words, when there are any."""
    if not rules.words_in(words):
        raise ValidationError(A_SENTENCE)
    return words
