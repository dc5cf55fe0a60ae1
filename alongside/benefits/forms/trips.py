"""What is asked of time out of the country."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.benefits.actions import Trips
from alongside.benefits.choices import Excused
from alongside.keeping.rules import reference
from alongside.ui.forms import DayOrMonthField, KindForm, WordsField
from alongside.ui.widgets import Pick


class TripForm(KindForm):
    """One absence, as far as it is known."""

    member = forms.ChoiceField(required=False, widget=Pick, label=_("Whose it is"))
    left_on = DayOrMonthField(
        required=False, label=_("Day of leaving"), help_text=_("A day, or a month alone: March 2027.")
    )
    back_on = DayOrMonthField(
        required=False, label=_("Day of coming back"), help_text=_("Blank: not back yet, or not known.")
    )
    excused = forms.ChoiceField(
        required=False,
        widget=Pick,
        label=_("Left out of the count, because"),
        choices=[("", _("It is counted")), *Excused.choices],
    )
    words = WordsField(theirs=False, rows=2, label=_("In our words"))

    def __init__(self, *args: Any, family: Iterable[tuple[str, Any]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["member"].choices = [("", _("Their own")), *family]
        if len(fields["member"].choices) == 1:
            del self.fields["member"]

    def told(self) -> Trips:
        """What was said, as the act takes it."""
        said = self.cleaned_data
        plain = {name: said[name] for name in ("left_on", "back_on", "excused", "words")}
        return Trips(**plain, member=reference(said.get("member")))
