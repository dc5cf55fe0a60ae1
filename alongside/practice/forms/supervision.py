"""What is asked when something is brought to supervision, and when the two meet."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.meetings.forms import AsksFirst
from alongside.ui.forms import KindForm, MomentField, WordsField
from alongside.ui.widgets import Line, Tick


class BringForm(KindForm):
    """What to bring, in words meant for two."""

    words = WordsField(
        theirs=False, rows=5, required=True, max_length=20_000, label=_("What I would like to bring")
    )


class SupervisionForm(AsksFirst):
    """When, how long, and whether it has been. Never what was said."""

    at = MomentField(label=_("When"))
    minutes = forms.IntegerField(
        label=_("Minutes"),
        required=False,
        min_value=1,
        max_value=600,
        widget=Line({"class": "form-control short", "inputmode": "numeric"}),
    )
    held = forms.BooleanField(label=_("We have met"), required=False, widget=Tick())
    field_order = ("at", "minutes", "held", "asked")
