"""The questions put about a participant. Nothing but an alias, or a first need, is ever needed."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import time
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.agency.forms import ZONES
from alongside.agency.queries import Staff
from alongside.agency.words import Words
from alongside.participants.actions import DETAIL_FIELDS
from alongside.participants.choices import ANSWERS, About, Channel, PassedOn, Safe, State, Under18
from alongside.participants.reaching import FIELDS
from alongside.participants.rules import LONGEST_ALIAS
from alongside.ui.forms import HourField, KindForm, WordsField, how_to_ask
from alongside.ui.widgets import Chips, Line, Pick, Tick

HOW = {
    "name": _("Only if they want to give one. The alias is enough for everything we do."),
    "gender": _("“Is there anything about who you are that you want me to know?” Any words, or none."),
    "languages": _("“Which languages feel good to you? Is there one you would rather not use?”"),
    "interpreter": _("Ask who they would feel safe with: a woman or a man, by phone, not from here."),
    "helps": _("“When things are too much, what helps?” Such as tea, a seat near the door, silence."),
    "does_not_help": _("“Is there anything I should not do?” Such as being touched, or being asked twice."),
    "if_quiet": _("“If I do not hear from you for a while, what would you like me to do?”"),
    "time_zone": _("Only where it is another than ours. Hours and meetings then say both."),
}
LONG = {"helps", "does_not_help", "if_quiet"}


def _zones() -> list[tuple[str, Any]]:
    return [("", _("The same as ours")), *((zone, zone.replace("_", " ")) for zone in ZONES)]


def alias_field(**given: Any) -> forms.CharField:
    """The name somebody chose to go by with us."""
    return forms.CharField(
        max_length=LONGEST_ALIAS,
        required=False,
        widget=Line(theirs=True),
        label=_("Alias"),
        **given,
    )


class AboutForm(KindForm):
    """What somebody tells us about themselves: blanks in the agency's words, all optional."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = Words()
        for name in DETAIL_FIELDS:
            if words.hidden(f"about.{name}"):
                continue
            label = words.say(f"about.{name}")
            field: forms.Field = WordsField(rows=2 if name in LONG else 1, label=label)
            if name == "time_zone":
                field = forms.ChoiceField(choices=_zones, label=label, required=False, widget=Pick())
            self.fields[name] = how_to_ask(field, HOW.get(name, ""))
        self.order_fields([*DETAIL_FIELDS, "once", "draft", "version"])

    def told(self) -> dict[str, str]:
        """The words by field, of the fields that were shown."""
        return {name: self.cleaned_data[name] for name in DETAIL_FIELDS if name in self.cleaned_data}


class AliasForm(KindForm):
    """Another alias."""

    alias = alias_field(help_text=_("Any name they choose. It is what you will find them by."))

    def clean_alias(self) -> str:
        """An alias cannot be empty: it is all that we need."""
        alias: str = self.cleaned_data["alias"].strip()
        if not alias:
            raise forms.ValidationError(_("One word is enough, whatever they would like to be called."))
        return alias


class NewForm(KindForm):
    """Somebody new: what to call them, and one need in their own words."""

    alias = alias_field(
        help_text=_("Whatever they would like to be called. It can stay blank for now and change any time.")
    )
    need = WordsField(rows=2, label=_("What they would like help with, in their own words"))
    start = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """To start case management one sentence is needed, and nothing else."""
        told = super().clean() or {}
        if told.get("start") and not told.get("need", "").strip():
            self.add_error(
                "need",
                _("One sentence in their own words opens the door. If there is none, keep them in contact."),
            )
        return told


class ReachForm(KindForm):
    """One way to reach somebody, and what is safe about it."""

    channel = forms.ChoiceField(choices=Channel, required=False, widget=Pick(), label=_("How"))
    address = forms.CharField(
        required=False,
        max_length=300,
        widget=Line(theirs=True),
        label=_("Number, address or whom to ask for"),
    )
    may_call = forms.ChoiceField(choices=Safe, required=False, widget=Chips(), label=_("Is it safe to call?"))
    may_leave_message = forms.ChoiceField(
        choices=Safe, required=False, widget=Chips(), label=_("Is it safe to leave a message?")
    )
    may_text = forms.ChoiceField(choices=Safe, required=False, widget=Chips(), label=_("Is it safe to text?"))
    may_say_who = forms.ChoiceField(
        choices=Safe, required=False, widget=Chips(), label=_("Is it safe to say who we are?")
    )
    from_time = HourField(required=False, label=_("From"))
    until_time = HourField(required=False, label=_("Until"))
    hours_words = WordsField(label=_("When is it safe, in their words"))
    code_word = WordsField(label=_("Code word"), help_text=_("Said first, before anything else."))
    say = WordsField(
        label=_("How I introduce myself"), help_text=_("The exact words to say when somebody answers.")
    )
    who_else_sees = WordsField(label=_("Who else might see or hear it"))
    preferred = forms.BooleanField(required=False, widget=Tick(), label=_("Try this way first"))
    confirmed = forms.BooleanField(
        required=False, widget=Tick(), label=_("I asked today, and it is safe as written here")
    )

    @staticmethod
    def start(way: Any) -> dict[str, Any]:
        """What stands, as the form shows it: `rule` the other way round."""
        told = {name: getattr(way, name) for name in FIELDS}
        for name in ("from_time", "until_time"):
            with suppress(ValueError):
                told[name] = time.fromisoformat(told[name])
        return told

    def rule(self) -> dict[str, Any]:
        """The rule as it is kept: times as hours and minutes."""
        told = {name: self.cleaned_data[name] for name in FIELDS}
        for name in ("from_time", "until_time"):
            told[name] = told[name].isoformat("minutes") if told[name] else ""
        told["channel"] = told["channel"] or Channel.PHONE
        return told


class StateForm(KindForm):
    """Where we are together. Any state can follow any other."""

    state = forms.ChoiceField(choices=State, widget=Chips(), label=_("Status"))
    words = WordsField(rows=2, label=_("In their words, if they would like to say"))


class Under18Form(KindForm):
    """A worker's tick."""

    under_18 = forms.ChoiceField(choices=Under18, required=False, widget=Chips(), label=_("Under 18"))


class PauseForm(KindForm):
    """A pause, or going on after one."""

    words = WordsField(rows=2, label=_("In their words, if they would like to say"))


class NeedForm(KindForm):
    """One sentence, and nothing else, starts case management."""

    need = WordsField(rows=2, label=_("What they would like help with, in their own words"))


class AnotherForm(KindForm):
    """Asking for another case manager, or saying how it feels. No reason is needed."""

    kind = forms.ChoiceField(
        required=False, choices=PassedOn.choices, widget=Chips(take_back=True), label=_("What they say")
    )
    concerns = forms.ChoiceField(
        required=False,
        widget=Pick(),
        label=_("Whom it is about"),
        help_text=_("Nobody chosen: their case manager."),
    )
    words = WordsField(rows=3, label=_("In their words, if they would like to say"))

    def __init__(self, *args: Any, colleagues: Iterable[Staff], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(each.pk), each.name) for each in colleagues]
        cast(forms.ChoiceField, self.fields["concerns"]).choices = [("", _("Their case manager")), *named]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("kind") == PassedOn.NOT_THEM and not told.get("concerns"):
            self.add_error("concerns", _("Please choose whom they would rather not have."))
        return told


class ChoiceForm(KindForm):
    """Something they chose about us."""

    words = WordsField(rows=3, label=_("In their words, if they would like to say"))

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        answers = ANSWERS.get(about)
        if answers is None:
            self.fields["words"].label = about.label
            return
        self.fields["answer"] = forms.ChoiceField(
            choices=answers.choices, widget=Chips(), required=False, label=about.label
        )
        self.order_fields(["answer", "words"])

    def chosen(self) -> dict[str, str]:
        """What was chosen, as the act takes it; no answer to a question of choices reads as not said."""
        answer = self.cleaned_data.get("answer")
        if answer is not None:
            answer = answer or "not_said"
        return {"answer": answer or "", "words": self.cleaned_data["words"]}
