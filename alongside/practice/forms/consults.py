"""What is asked when one asks colleagues, or answers one."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from alongside.access.actor import Actor
from alongside.practice import rules
from alongside.practice.queries import pointers_in
from alongside.ui.forms import KindForm, WordsField

A_SENTENCE = _("A sentence is enough.")


class AboutNobody(KindForm):
    """Words for colleagues: whatever may point to a participant is pointed out first."""

    words_of = "words"

    def names_in(self, actor: Actor) -> list[str]:
        """What could point to somebody."""
        return pointers_in(actor, self.cleaned_data[self.words_of])


class ConsultForm(AboutNobody):
    """A question to colleagues."""

    words_of = "question"

    question = WordsField(
        theirs=False,
        rows=5,
        max_length=20_000,
        label=_("What would you like to think through together?"),
        help_text=_("Without names, days or places. What you feel pulled to do is worth saying too."),
    )

    def clean_question(self) -> str:
        """The words, when there are any."""
        return said(self.cleaned_data["question"])


class TeamQuestionForm(KindForm):
    """A question about somebody to those who know them."""

    question = WordsField(
        theirs=False,
        rows=4,
        max_length=20_000,
        label=_("What would you like to think through together?"),
    )

    def clean_question(self) -> str:
        """The words, when there are any."""
        return said(self.cleaned_data["question"])


class TeamAnswerForm(KindForm):
    """An answer to it."""

    words = WordsField(theirs=False, rows=3, max_length=20_000, label=_("Your answer"))

    def clean_words(self) -> str:
        """The words, when there are any."""
        return said(self.cleaned_data["words"])


class ReplyForm(AboutNobody):
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
        return said(self.cleaned_data["words"])


def said(words: str) -> str:
    """The words, when there are any."""
    if not rules.words_in(words):
        raise ValidationError(A_SENTENCE)
    return words
