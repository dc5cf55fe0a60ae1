"""What is asked about time off, and who covers for whom."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.ui.forms import DayField, HourField, KindForm
from alongside.ui.widgets import Pick

Choices = Sequence[tuple[str, str]]


class TimeOffForm(KindForm):
    """From when until when; what it is for is asked nowhere."""

    staff = forms.ChoiceField(label=_("Who"), required=False, widget=Pick())
    first = DayField(label=_("First day off"))
    last = DayField(label=_("Last day off"), required=False, help_text=_("Left blank, it is one day."))
    begins = HourField(label=_("From this hour of the first day"), required=False)
    ends = HourField(label=_("Until this hour of the last day"), required=False)

    def __init__(self, *args: Any, staff: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["staff"]
        chosen.choices = staff
        if len(staff) < 2:
            del self.fields["staff"]

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if told.get("first") and "last" in told and not self.errors:
            begins, ends = self.span(told)
            if ends <= begins:
                self.add_error("last", _("This ends before it begins. Please look at the day once more."))
        return told

    @staticmethod
    def span(told: dict[str, Any]) -> tuple[datetime, datetime]:
        """The first moment, and the first one after it: whole days where no hours were said."""
        midnight = datetime.min.time()
        first, last = told["first"], told["last"] or told["first"]
        begins = datetime.combine(first, told["begins"] or midnight, clock.zone())
        if told["ends"]:
            return begins, datetime.combine(last, told["ends"], clock.zone())
        return begins, datetime.combine(last + timedelta(days=1), midnight, clock.zone())


class CoverForm(KindForm):
    """Who covers for each of the people; one blank a person."""

    def __init__(
        self, *args: Any, people: Iterable[tuple[str, str, str]], staff: Choices, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for who, alias, otherwise in people:
            self.fields[who] = forms.ChoiceField(
                label=alias, required=False, choices=[("", otherwise), *staff], widget=Pick()
            )
