"""What is asked on a card: what to hold and when to look again, and when to say a word after court."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.practice import rules
from alongside.ui.forms import DayField, KindForm, MomentField
from alongside.ui.widgets import ChipsMany

STILL_TO_COME = _("Please choose a day still to come, or leave it blank.")


class HoldForm(KindForm):
    """Goals to hold, and the day to look again."""

    goals = forms.MultipleChoiceField(required=False, widget=ChipsMany, label=_("Hold for now"))
    on_day = DayField(
        required=False,
        label=_("Look again on"),
        help_text=_("It comes to your Today on that day. Left blank, it rests without one."),
    )

    def __init__(self, *args: Any, standing: Iterable[tuple[UUID, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["goals"].choices = [(str(goal), words) for goal, words in standing]  # type: ignore[attr-defined]
        if not self.fields["goals"].choices:  # type: ignore[attr-defined]
            del self.fields["goals"]

    def clean_on_day(self) -> date | None:
        """A day still to come."""
        day: date | None = self.cleaned_data["on_day"]
        if day is not None and day <= clock.today():
            raise forms.ValidationError(STILL_TO_COME)
        return day

    def held(self) -> set[UUID]:
        """The goals that were ticked."""
        return {UUID(goal) for goal in self.cleaned_data.get("goals", ())}


class CheckInForm(KindForm):
    """Two short check-ins after court; either may stay out."""

    first = MomentField(required=False, label=_("The next day"))
    second = MomentField(required=False, label=_("On day three"))

    def planned(self) -> list[tuple[UUID, datetime]]:
        """The check-ins that have a time, each with the id it keeps when the form is sent twice."""
        times = ((name, self.cleaned_data[name]) for name in ("first", "second"))
        return [(uuid5(self.once(), name), at) for name, at in times if at]


def check_ins_proposed() -> dict[str, datetime]:
    """Tomorrow and on day three, in the middle of the morning."""
    first, second = rules.days_after_court(clock.today(), clock.zone())
    return {"first": first, "second": second}
