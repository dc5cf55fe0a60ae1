"""What is asked when a card is worded."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from alongside.practice import rules
from alongside.practice.forms.consults import AboutNobody, said
from alongside.ui.forms import KindForm, WordsField
from alongside.ui.widgets import Line

TOO_LONG = _("A card is read in a hard moment. Please keep it to 150 words; nothing was cut off.")


class CardForm(KindForm):
    """A card's title and its lines."""

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


class CardNoteForm(AboutNobody):
    """What one says about a card, to whoever words them."""

    words = WordsField(
        theirs=False,
        rows=3,
        max_length=2_000,
        label=_("What should the practice lead know about this card?"),
        help_text=_("About the card, and about nobody: no names, days or places."),
    )

    def clean_words(self) -> str:
        """The words, when there are any."""
        return said(self.cleaned_data["words"])
