"""The questions of the strand of connection. None of them has to be answered but which season it is."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.connection.choices import Lane, Lens, Response, Rhythm, Season, SetBy
from alongside.ui.forms import DayField, KindForm, WordsField
from alongside.ui.widgets import Chips, ChipsMany, Pick


class ShiftForm(KindForm):
    """After a shift: how we go on, when we say hello next, what we wondered, what followed."""

    response = forms.ChoiceField(
        required=False,
        choices=Response.choices,
        widget=Chips(take_back=True),
        label=_("How we go on"),
    )
    reach_on = DayField(
        required=False,
        label=_("The next gentle hello"),
        help_text=_("A day to think of them. It comes up on Today, and nothing happens if it passes."),
    )
    lens = forms.MultipleChoiceField(
        required=False,
        choices=Lens.choices,
        widget=ChipsMany,
        label=_("What we wondered"),
        help_text=_("If you like. Wondering is not finding out, and it stays with us."),
    )
    wondered = WordsField(theirs=False, rows=2, label=_("We wondered whether..."))
    followed = WordsField(theirs=False, rows=2, label=_("What followed"))


class SeasonForm(KindForm):
    """Which season the connection is in."""

    season = forms.ChoiceField(
        choices=Season.choices,
        widget=Chips,
        label=_("The season now"),
        error_messages={"required": _("Please choose a season. Your words are still here.")},
    )
    at = DayField(required=False, label=_("Since"), help_text=_("Today, unless you say another day."))
    set_by = forms.ChoiceField(
        required=False, choices=SetBy.choices, widget=Chips(take_back=True), label=_("Who said so")
    )
    words = WordsField(theirs=False, rows=2, label=_("In a few words, if you like"))


class TrustForm(KindForm):
    """What builds trust with them and what strains it."""

    builds = WordsField(theirs=True, rows=3, label=_("What builds trust"))
    strains = WordsField(theirs=True, rows=3, label=_("What strains it"))


class SinceForm(KindForm):
    """The day of the first contact."""

    on = DayField(
        label=_("The first contact was on"),
        help_text=_("About that day is enough."),
        error_messages={"required": _("Please say a day; about that day is enough.")},
    )


class LaterForm(KindForm):
    """Until when somebody with no check-in plan is left off Today."""

    until = DayField(
        required=False,
        label=_("Until"),
        help_text=_("Left empty: for as long as nobody says otherwise."),
    )


class ReminderForm(KindForm):
    """After how many days somebody with no check-in plan comes round."""

    every_days = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=366,
        label=_("After how many days without contact"),
        help_text=_("Left empty, nobody comes round by themselves."),
    )
    from_on = DayField(required=False, label=_("From which day"))


class PresenceForm(KindForm):
    """How we stay present, as they would like it."""

    how = WordsField(theirs=True, rows=2, label=_("A hello as they would like it"))
    every_days = forms.TypedChoiceField(
        required=False,
        choices=Rhythm.choices,
        coerce=int,
        empty_value=None,
        widget=Chips(take_back=True),
        label=_("How often, if you agreed that"),
    )
    next_on = DayField(
        required=False,
        label=_("The next one"),
        help_text=_("Left empty, it follows from how often."),
    )

    def planned(self) -> dict[str, Any]:
        """The plan as the act takes it."""
        return {name: self.cleaned_data[name] for name in ("how", "every_days", "next_on")}


class AgreementForm(KindForm):
    """What we agreed, in both people's words."""

    our_words = WordsField(
        theirs=False,
        rows=5,
        label=_("In our words"),
        help_text=_(
            "When we are there and how to reach us, what we can and cannot do, and what we do if"
            " something goes wrong between us."
        ),
    )
    their_words = WordsField(theirs=True, rows=5, label=_("In their words"))


class MovementForm(KindForm):
    """How something moved, from a day on."""

    lane = forms.ChoiceField(
        choices=Lane.choices,
        widget=Chips,
        label=_("What moved"),
        error_messages={"required": _("Please choose what moved. Your words are still here.")},
    )
    words = WordsField(rows=3, label=_("How, in a few words"))
    on = DayField(required=False, label=_("Since"), help_text=_("Today, unless you say another day."))
    instead_of = forms.ChoiceField(
        required=False,
        widget=Pick,
        label=_("In place of an earlier need, if it is one"),
        help_text=_("The earlier one stays here with its dates."),
    )

    def __init__(self, *args: Any, needs: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if needs:
            offered = [(name, words[:60]) for name, words in needs]
            self.fields["instead_of"].choices = [("", "-"), *offered]  # type: ignore[attr-defined]
        else:
            del self.fields["instead_of"]

    def instead(self) -> tuple[str, UUID] | None:
        """Which need this one takes the place of: where it was told, and its reference."""
        what, _colon, which = self.cleaned_data.get("instead_of", "").partition(":")
        is_need = self.cleaned_data["lane"] == Lane.NEEDS
        return (what, UUID(which)) if which and is_need else None
