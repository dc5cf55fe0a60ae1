"""What is asked when several days are put at once."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.participants.naming import names_said
from alongside.ui.forms import DayField, HourField, KindForm, WordsField
from alongside.ui.widgets import Chips, ChipsMany, Line, Pick
from alongside.workforce.choices import Seats, Turns
from alongside.workforce.rota_rules import LONGEST, Pattern

PEOPLE = 6
A_DAY = _("Please choose a day.")
AN_HOUR = _("Please choose an hour.")


class SwapForm(KindForm):
    """Whom one asks to take a shift, and what one takes in return."""

    of = forms.ChoiceField(label=_("Whom do you ask?"), required=False, widget=Pick())
    in_return = forms.ChoiceField(
        label=_("What you take in return"),
        required=False,
        widget=Pick(),
        help_text=_("Only if you exchange shifts: choose one of theirs."),
    )

    def __init__(
        self,
        *args: Any,
        staff: Iterable[tuple[str, str]],
        shifts: Iterable[tuple[str, str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        shifts = list(shifts)
        self.whose = {shift: who for shift, who, _said in shifts}
        fields: Any = self.fields
        fields["of"].choices = [("", _("Choose somebody")), *staff]
        fields["in_return"].choices = [("", _("Nothing")), *((shift, said) for shift, _who, said in shifts)]

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        of, back = told.get("of"), told.get("in_return")
        if back and not of:
            told["of"] = self.whose[back]
        elif back and self.whose[back] != of:
            self.add_error("in_return", _("This is a shift of somebody else. Choose one of whom you ask."))
        elif not of and "of" in told:
            self.add_error("of", _("Choose somebody"))
        return told


class HandOverForm(KindForm):
    """What the next one on call needs to know."""

    words = WordsField(
        theirs=False,
        rows=5,
        max_length=4_000,
        label=_("What only the next one needs"),
        help_text=_("Without names. Whoever comes next reads it, not only those who know the person."),
    )
    about = forms.CharField(
        label=_("About somebody"),
        required=False,
        max_length=80,
        widget=Line(theirs=True),
        help_text=_("Their name as you find them. Only who may open their page sees a way there."),
    )

    def names_in(self, actor: Actor) -> list[str]:
        """Whoever of those the writer may see is named in the words."""
        return names_said(actor, [self.cleaned_data["words"]])


class RotaForm(KindForm):
    """Which days, which hours, and who takes turns."""

    begins_on = DayField(label=_("First day"), error_messages={"required": A_DAY})
    ends_on = DayField(label=_("Last day"), error_messages={"required": A_DAY})
    weekdays = forms.MultipleChoiceField(
        label=_("On which days of the week"),
        choices=[(str(number), WEEKDAYS[number]) for number in range(7)],
        widget=ChipsMany(),
        error_messages={"required": _("Please choose at least one day of the week.")},
    )
    since = HourField(label=_("From"), error_messages={"required": AN_HOUR})
    until = HourField(
        label=_("Until"),
        help_text=_("The same hour or an earlier one is that of the next day."),
        error_messages={"required": AN_HOUR},
    )
    seats = forms.ChoiceField(label=_("First or second"), choices=Seats.choices, widget=Chips())
    turns = forms.ChoiceField(
        label=_("Where several take turns, it goes on to the next"), choices=Turns.choices, widget=Chips()
    )

    def __init__(self, *args: Any, staff: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = list(staff)
        for number in range(1, PEOPLE + 1):
            first = number == 1
            self.fields[f"person_{number}"] = forms.ChoiceField(
                label=_("Who") if first else _("Then"),
                choices=[("", _("Choose somebody") if first else _("Nobody else")), *names],
                widget=Pick(),
                required=first,
                error_messages={"required": _("Choose somebody")},
            )
        self.order_fields(
            ["begins_on", "ends_on", "weekdays", "since", "until", "seats", *self._people(), "turns"]
        )

    def _people(self) -> list[str]:
        return [f"person_{number}" for number in range(1, PEOPLE + 1)]

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        begins, ends = told.get("begins_on"), told.get("ends_on")
        if begins and begins < clock.today():
            self.add_error("begins_on", _("This day is over. Please choose one from today on."))
        elif begins and ends and ends < begins:
            self.add_error("ends_on", _("This ends before it begins. Please look at the day once more."))
        elif begins and ends and ends - begins > LONGEST:
            self.add_error("ends_on", _("Half a year at once is as far as this goes. Choose an earlier day."))
        people = [told[each] for each in self._people() if told.get(each)]
        if told.get("seats") == Seats.BOTH and people and _next_to_themselves(people):
            said = _("Whoever comes next is second: choose somebody else after each.")
            self.add_error("person_2", said)
        return told

    def pattern(self) -> Pattern:
        """What was answered."""
        told = self.cleaned_data
        return Pattern(
            begins_on=told["begins_on"],
            ends_on=told["ends_on"],
            weekdays=frozenset(int(each) for each in told["weekdays"]),
            since=told["since"],
            until=told["until"],
            people=tuple(UUID(told[each]) for each in self._people() if told[each]),
            seats=told["seats"],
            turns=told["turns"],
        )


def _next_to_themselves(people: list[str]) -> bool:
    """Whether somebody follows on themselves, the last on the first among them."""
    return any(who == people[(number + 1) % len(people)] for number, who in enumerate(people))
