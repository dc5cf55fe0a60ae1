"""What is asked when a meeting is planned: a time. Everything else may stay blank."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.access.actor import Actor
from alongside.meetings.choices import Again, Interpreted
from alongside.ui.forms import DayField, KindForm, MomentField, WordsField
from alongside.ui.widgets import Chips, Pick, Tick

FIELDS = ("at", "minutes", "place", "purpose", "interpreter", "cover_words")


class AsksFirst(KindForm):
    """A form that books somebody's time. Over a time they keep free it asks, before it books."""

    asked = forms.BooleanField(label=_("I have asked, and this time may be used"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["asked"].widget = Tick() if self._sent("asked") else forms.HiddenInput()

    def ask_first(self) -> None:
        """Say that this time is kept free, and offer the way on for whoever has asked."""
        self.add_error(
            "at", _("They keep this time free to think. Please ask them first, or choose another time.")
        )
        self.fields["asked"].widget = Tick()


class MeetingForm(AsksFirst):
    """When, with whom, where, with which interpreter, and how I introduce myself."""

    at = MomentField(
        label=_("When"),
        error_messages={"required": _("Please choose a day and a time. Everything else can stay blank.")},
    )
    minutes = forms.IntegerField(
        label=_("How many minutes"),
        required=False,
        min_value=1,
        max_value=24 * 60,
        widget=forms.NumberInput({"class": "form-control short", "inputmode": "numeric"}),
    )
    with_whom = forms.ChoiceField(label=_("With whom"), required=False, widget=Pick())
    backup = forms.ChoiceField(
        label=_("Backup"), required=False, widget=Pick(), help_text=_("It stands on their Today as well.")
    )
    purpose = WordsField(theirs=False, label=_("What for"))
    place = WordsField(theirs=False, label=_("Where"))
    interpreter = WordsField(label=_("Interpreter"), help_text=_("What they wish for, and what is booked."))
    cover_words = WordsField(
        theirs=False,
        label=_("How I introduce myself"),
        help_text=_("What I say if somebody else asks, or answers the phone."),
    )

    def __init__(
        self,
        *args: Any,
        staff: Iterable[tuple[str, str]],
        backups: Iterable[tuple[str, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["with_whom"]
        chosen.choices = list(staff)
        chosen = self.fields["backup"]
        chosen.choices = [("", "-"), *backups]

    def who(self, actor: Actor) -> dict[str, UUID | None]:
        """Who of us comes, and who is backup: somebody else, or nobody."""
        told = self.cleaned_data
        with_whom = UUID(told["with_whom"]) if told["with_whom"] else actor.id
        backup = UUID(told["backup"]) if told["backup"] else None
        return {"with_whom": with_whom, "backup": None if backup == with_whom else backup}


class InterpretingForm(KindForm):
    """Who interpreted, how, and whether they would like the same one again. Only who is needed."""

    who = WordsField(
        theirs=False, label=_("Who interpreted"), help_text=_("A name or a service, and the language.")
    )
    day = DayField(required=False, label=_("Day"))
    way = forms.ChoiceField(
        choices=Interpreted, required=False, widget=Chips(take_back=True), label=_("How they interpreted")
    )
    again = forms.ChoiceField(
        choices=Again, required=False, widget=Chips(take_back=True), label=_("The same one next time?")
    )
    words = WordsField(label=_("How it was for them, in their words"))


class KeptTimeForm(KindForm):
    """From when, and for how long."""

    begins = MomentField(label=_("From"))
    minutes = forms.TypedChoiceField(
        label=_("For how long"),
        coerce=int,
        choices=((15, _("15 minutes")), (30, _("30 minutes")), (45, _("45 minutes")), (60, _("an hour"))),
        widget=Chips(),
    )
