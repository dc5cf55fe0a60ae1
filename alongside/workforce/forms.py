"""What is asked when somebody is put on call."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.ui.forms import KindForm, MomentField
from alongside.ui.widgets import Chips, Line, Pick
from alongside.workforce.choices import Outage, Place


class ShiftForm(KindForm):
    """Who, first or second, from when until when."""

    staff = forms.ChoiceField(label=_("Who"), widget=Pick())
    place = forms.ChoiceField(label=_("First or second"), choices=Place.choices, widget=Chips())
    begins = MomentField(label=_("From"))
    ends = MomentField(label=_("Until"))

    def __init__(self, *args: Any, staff: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["staff"]
        chosen.choices = [("", _("Choose somebody")), *staff]

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        begins, ends = told.get("begins"), told.get("ends")
        if begins and ends and ends <= begins:
            self.add_error("ends", _("This ends before it begins. Please look at the day once more."))
        return told


class PhoneForm(KindForm):
    """A number for colleagues on call."""

    number = forms.CharField(
        label=_("Your number"),
        max_length=60,
        required=False,
        widget=Line({"dir": "ltr", "inputmode": "tel", "autocomplete": "tel"}),
        help_text=_("Left blank, nobody has one. A line beside it is fine: let it ring long."),
    )


class OutageForm(KindForm):
    """What the page is for; without an answer there is no page."""

    purpose = forms.ChoiceField(
        label=_("What is it for?"),
        choices=Outage.choices,
        widget=Chips(),
        error_messages={"required": _("Please say what it is for. Then the page is made.")},
    )
