"""What is asked of a stream, and of an enrolment."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.agency.forms import ZONES
from alongside.funders import catalog
from alongside.funding.stream_choices import Asks, StreamKind
from alongside.funding.stream_rules import StreamTold
from alongside.keeping.rules import reference
from alongside.ui.dates import month_name
from alongside.ui.forms import DayField, KindForm, WordsField
from alongside.ui.money import MoneyField
from alongside.ui.widgets import Chips, ChipsMany, Line, Pick, Tick

Pairs = Iterable[tuple[str, Any]]


class StreamForm(KindForm):
    """A stream. Its name and how it pays are enough; everything else may stay blank."""

    name = forms.CharField(max_length=80, widget=Line(), label=_("Name"), help_text=_("Nobody's name."))
    kind = forms.ChoiceField(choices=StreamKind, widget=Chips, label=_("How it pays"))
    place = forms.IntegerField(
        min_value=1,
        max_value=99,
        initial=1,
        widget=Line(attrs={"inputmode": "numeric"}),
        label=_("In which order it pays"),
        help_text=_("Where several could pay, the one with the lowest number does."),
    )
    beside = forms.BooleanField(
        required=False, widget=Tick(), label=_("It also pays where another stream pays already")
    )
    program = forms.ChoiceField(required=False, widget=Pick, label=_("Which program it is for"))
    fund = forms.ChoiceField(
        required=False,
        widget=Pick,
        label=_("The fund that its help comes out of"),
        help_text=_("What is spent of it belongs to this stream."),
    )
    year_from = forms.ChoiceField(widget=Pick, label=_("Its fiscal year begins with"))
    zone = forms.ChoiceField(required=False, widget=Pick, label=_("Its time zone"))
    begins_on = DayField(required=False, label=_("First day"))
    ends_on = DayField(required=False, label=_("Last day"))
    rate = MoneyField(required=False, label=_("Amount for a person and month"))
    budget = MoneyField(required=False, label=_("Budget"))
    admin_share = forms.DecimalField(
        required=False,
        min_value=0,
        max_value=100,
        max_digits=5,
        decimal_places=2,
        widget=Line(attrs={"inputmode": "decimal"}),
        label=_("Administrative share of the budget, in percent"),
    )
    asks = forms.ChoiceField(
        choices=Asks, initial=Asks.WORK, widget=Chips, label=_("What a month needs to be paid")
    )
    approved = forms.BooleanField(
        required=False, widget=Tick(), label=_("It pays only months that were approved")
    )
    months = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=600,
        widget=Line(attrs={"inputmode": "numeric"}),
        label=_("For how many months it pays, from the first day of an enrollment"),
        help_text=_("Empty: without an end."),
    )
    kinds = forms.MultipleChoiceField(
        required=False,
        widget=ChipsMany,
        label=_("Kinds of service that are paid back"),
        help_text=_("None chosen: all of them."),
    )
    form = forms.ChoiceField(
        required=False,
        widget=Pick,
        label=_("The funder's form that it needs"),
        help_text=_("Nothing has to be asked for it: a blank counts as not collected."),
    )
    who = WordsField(
        theirs=False,
        rows=2,
        label=_("Who may be enrolled, in your own words"),
        help_text=_("Nothing here is asked of anybody. Ask for no more than the contract needs."),
    )
    guide = WordsField(
        theirs=False,
        rows=5,
        label=_("Guide in plain language"),
        help_text=_("What it pays, what it does not, what it needs and what it does not need."),
    )

    def __init__(self, *args: Any, programs: Pairs, funds: Pairs, kinds: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["program"].choices = [("", _("No program of its own")), *programs]
        fields["fund"].choices = [("", _("None")), *funds]
        fields["year_from"].choices = [(str(each), month_name(date(2000, each, 1))) for each in range(1, 13)]
        fields["zone"].choices = [
            ("", _("As the agency")),
            *((each, each.replace("_", " ")) for each in ZONES),
        ]
        fields["kinds"].choices = list(kinds)
        fields["form"].choices = [
            ("", _("None")),
            *((key, each.called) for key, each in catalog.forms().items()),
        ]
        if not fields["kinds"].choices:
            del self.fields["kinds"]

    def told(self) -> StreamTold:
        """What was said, as the act takes it."""
        said = dict(self.cleaned_data)
        for name in ("once", "draft", "version"):
            said.pop(name, None)
        found = (reference(each) for each in said.pop("kinds", ()))
        said |= {
            "program": reference(said["program"]),
            "fund": reference(said["fund"]),
            "year_from": int(said["year_from"]),
            "kinds": tuple(each for each in found if each),
        }
        return StreamTold(**said)


class EnrolmentForm(KindForm):
    """From which day on, and through which."""

    begins_on = DayField(label=_("From"), error_messages={"required": _("Enter the day it begins.")})
    ends_on = DayField(required=False, label=_("Through"), help_text=_("Empty: it goes on."))


class NewEnrolmentForm(EnrolmentForm):
    """In which stream, and from which day on."""

    stream = forms.ChoiceField(
        widget=Chips, label=_("Funding stream"), error_messages={"required": _("Choose a stream.")}
    )
    field_order = ("stream", "begins_on", "ends_on")

    def __init__(self, *args: Any, streams: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["stream"].choices = list(streams)
