"""What is asked about somebody's working hours."""

from datetime import time
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from alongside.agency.forms import ZONES
from alongside.agency.rules import hours_of
from alongside.ui.forms import DayField, HourField, KindForm
from alongside.ui.widgets import Line, Pick, Tick

BOTH = _("Please write when the day begins and when it ends, or leave both blank.")


class PatternForm(KindForm):
    """The hours of each day, from one day on."""

    since = DayField(label=_("From this day on"))
    weekly_hours = forms.DecimalField(
        label=_("Hours a week"),
        required=False,
        min_value=0,
        max_value=168,
        max_digits=4,
        decimal_places=1,
        widget=Line({"inputmode": "decimal"}),
        help_text=_("Left blank, the hours above are added up."),
    )
    part_time = forms.BooleanField(label=_("This is part time"), required=False, widget=Tick())
    zone = forms.ChoiceField(
        label=_("Time zone"),
        required=False,
        choices=[("", _("Our agency's")), *((zone, zone.replace("_", " ")) for zone in ZONES)],
        widget=Pick(),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, name in WEEKDAYS.items():
            self.fields[f"begins_{number}"] = HourField(
                label=_("%(day)s, from") % {"day": name}, required=False
            )
            self.fields[f"ends_{number}"] = HourField(
                label=_("%(day)s, until") % {"day": name}, required=False
            )

    def days(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The blanks of each day, from Monday on."""
        return [(self[f"begins_{number}"], self[f"ends_{number}"]) for number in WEEKDAYS]

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        for number in WEEKDAYS:
            names = f"begins_{number}", f"ends_{number}"
            given = [bool(told.get(name) is not None) for name in names]
            if any(given) and not all(given) and not any(name in self.errors for name in names):
                self.add_error(names[0], BOTH)
        return told

    def week(self) -> dict[str, Any]:
        """The hours as the act takes them."""
        told = self.cleaned_data
        begins: list[time | None] = [told[f"begins_{number}"] for number in WEEKDAYS]
        ends: list[time | None] = [told[f"ends_{number}"] for number in WEEKDAYS]
        said: Decimal | None = told["weekly_hours"]
        return {
            "begins": begins,
            "ends": ends,
            "weekly_hours": hours_of(begins, ends) if said is None else said,
            "part_time": told["part_time"],
            "since": told["since"],
            "zone": told["zone"],
        }
