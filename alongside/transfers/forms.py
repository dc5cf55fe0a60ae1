"""What is asked in a transfer."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.participants.beside_colleague import Beside
from alongside.participants.words import GO_ON, NOT_TRAINED
from alongside.ui.forms import DayField, KindForm, WordsField
from alongside.ui.widgets import Chips, Pick


def _ours(label: Any, help_text: Any = "", rows: int = 2) -> WordsField:
    return WordsField(theirs=False, rows=rows, label=label, help_text=help_text, max_length=20_000)


def _theirs(label: Any, help_text: Any = "", rows: int = 2) -> WordsField:
    return WordsField(rows=rows, label=label, help_text=help_text, max_length=20_000)


def _in_a_few_words(said: str) -> str:
    if not said:
        raise forms.ValidationError(_("Write why, in a few words."))
    return said


class ToForm(KindForm):
    """To whom."""

    to = forms.ChoiceField(
        widget=Pick,
        label=_("New case manager"),
        error_messages={"required": _("Choose a colleague.")},
    )

    def __init__(
        self, *args: Any, colleagues: Iterable[Any], beside: Mapping[UUID, Beside], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["to"]
        field.choices = [
            ("", _("Choose a colleague")),
            *((str(each.pk), _named(each, beside.get(each.pk, Beside()))) for each in colleagues),
        ]


def _named(staff: Any, beside: Beside) -> str:
    lacks = "" if staff.trafficking_training_on else _("trafficking training not recorded")
    told = (staff.name, ", ".join(staff.languages), staff.hours, lacks, *beside.warns, *beside.lines)
    return " · ".join(str(each) for each in told if each)


class AnywayForm(KindForm):
    """Why a colleague without training about trafficking on record, or without room: asked only where that is so."""

    anyway = _ours(_("Why them, and what they have at their side"), NOT_TRAINED)
    field_order = ("to", "stands", "until", "anyway")

    def only_if(self, lacks_training: bool, past: Sequence[str] = ()) -> None:
        """Ask for the words, or for nothing."""
        if past:
            also = [str(NOT_TRAINED)] if lacks_training else []
            self.fields["anyway"].help_text = " ".join((*past, *(also or [str(GO_ON)])))
        elif not lacks_training:
            del self.fields["anyway"]

    def clean_anyway(self) -> str:
        """Words, where they are asked for."""
        return _in_a_few_words(self.cleaned_data["anyway"])


class ProposeForm(ToForm):
    """To whom and why."""

    why = _ours(_("Why"), _("The colleague reads this, if you write nothing else for them."))
    last_day = DayField(required=False, label=_("Last day of the case manager of now, if there is one"))

    def clean_why(self) -> str:
        """Why it is, in a word."""
        return _in_a_few_words(self.cleaned_data["why"])


class AtOnceForm(ToForm, AnywayForm):
    """To whom, where the case manager of before cannot be there any more."""

    stands = _ours(
        _("Why there is no time for a conversation first"),
        _(
            "Your words stand for the conversation and for the colleague's yes. The conversation is still to come."
        ),
    )

    def clean_stands(self) -> str:
        """A supervisor's words."""
        return _in_a_few_words(self.cleaned_data["stands"])


class TalkForm(KindForm):
    """The conversation, or why there was none; and what the colleague reads."""

    talked_on = DayField(required=False, label=_("We talked about it on"))
    whether = _theirs(_("Whether they want it, in their words"))
    whom = _theirs(_("With whom they would like to go on, in their words"))
    how = _theirs(_("How it should go, in their words"))
    unreached = _ours(_("Or: we could not reach them, because"))
    asks = _ours(
        _("What the colleague reads before they say yes or no"),
        _("With the alias, this is all they read: languages, how often you meet, what is heavy just now."),
    )


class AnswerForm(KindForm):
    """Yes, or what speaks against it."""

    answer = forms.ChoiceField(
        widget=Chips,
        choices=[("yes", _("Yes, I can walk with them")), ("no", _("Something speaks against it"))],
        label=_("Your answer"),
        error_messages={"required": _("Choose one of the two.")},
    )
    words = _ours(_("What speaks against it, or what you would need"))


class HandoverForm(KindForm):
    """The meeting of all three, their words, and the goodbye."""

    meeting = forms.ChoiceField(required=False, widget=Pick, label=_("Meeting with both of us"))
    met_on = DayField(required=False, label=_("Or it was held on"))
    to_know = _theirs(_("What they want the new case manager to know, in their words"), rows=4)
    not_again = _theirs(_("What not to ask them again"), rows=3)
    goodbye = _ours(_("The goodbye: how, when, with what words"), rows=3)

    def __init__(self, *args: Any, meetings: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["meeting"]
        field.choices = [("", _("No meeting chosen")), *meetings]


class OverlapForm(AnywayForm):
    """Until when both are there."""

    until = DayField(
        label=_("Last day of the overlap"),
        help_text=_("Until the end of this day both of you can open the record."),
    )


class StopForm(KindForm):
    """A pause, or back to how it was."""

    do = forms.ChoiceField(
        widget=Chips,
        choices=[("pause", _("Pause it")), ("take_back", _("Take it back"))],
        label=_("What should happen"),
        error_messages={"required": _("Choose one of the two.")},
    )
    words = _ours(_("Why, if you want to say it"))
