"""What is asked about a question of theirs."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.questions.choices import MayTell, Stands, UpdateKind
from alongside.ui.forms import DayField, KindForm, WordsField
from alongside.ui.widgets import Chips


class QuestionForm(KindForm):
    """What they asked, who holds the answer, and when they hear from us. Only their words are needed."""

    words = WordsField(rows=2, label=_("What they asked, in their words"))
    holder = WordsField(theirs=False, label=_("Who holds the answer"))
    stands = forms.ChoiceField(
        choices=Stands, required=False, widget=Chips(), label=_("Where the question is")
    )
    may_tell = forms.ChoiceField(
        choices=MayTell, required=False, widget=Chips(take_back=True), label=_("May it be told")
    )
    teller = WordsField(theirs=False, label=_("Who may tell it"))
    asked_on = DayField(required=False, label=_("The day we asked"))
    themselves = WordsField(theirs=False, rows=2, label=_("How they can ask themselves"))
    next_on = DayField(
        required=False,
        label=_("They hear from us by"),
        help_text=_("It comes up on Today that day, even without news."),
    )


class UpdateForm(KindForm):
    """What is said today."""

    kind = forms.ChoiceField(choices=UpdateKind, required=False, widget=Chips(), label=_("What there is"))
    words = WordsField(rows=2, theirs=False, label=_("In a few words, as they are told it"))
    stands = forms.ChoiceField(
        choices=Stands, required=False, widget=Chips(), label=_("Where the question is")
    )
    next_on = DayField(required=False, label=_("They hear from us again by"))
