"""What is asked of a rule for clocks."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.benefits import sentences
from alongside.benefits.choices import IN_DAYS, KINDS, OF_DAYS, Confidence, Unit, Way
from alongside.benefits.rules import ANYWHERE, Written
from alongside.ui.forms import DayField, KindForm, WordsField
from alongside.ui.widgets import Line, Pick, Tick

_PLACE = re.compile(r"[A-Z]{2}(-[A-Z]{2})?")


def _line(label: Any, longest: int = 160, **more: Any) -> forms.CharField:
    return forms.CharField(required=False, max_length=longest, widget=Line, label=label, **more)


class ClockRuleForm(KindForm):
    """One rule, as a new version of itself."""

    key = forms.ChoiceField(required=False, widget=Pick, label=_("What it is about"))
    name = _line(_("What your agency calls it"))
    jurisdiction = _line(_("Where it holds"), 12, help_text=_("US, or a state: US-CA."))
    who = WordsField(theirs=False, label=_("Whom it is about"))
    anchor = WordsField(theirs=False, label=_("What starts it"))
    amount = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=9999,
        label=_("How long"),
        widget=forms.NumberInput({"class": "form-control short", "inputmode": "numeric"}),
        help_text=_("Blank: not known."),
    )
    unit = forms.ChoiceField(
        required=False, widget=Pick, label=_("Counted in"), choices=[("", "–"), *Unit.choices]
    )
    way = forms.ChoiceField(
        required=False, widget=Pick, label=_("How it is counted"), choices=[("", "–"), *Way.choices]
    )
    document = forms.BooleanField(
        required=False, widget=Tick, label=_("Nothing is counted: take the date of the document")
    )
    never_past = DayField(required=False, label=_("Never past this day"))
    from_on = DayField(required=False, label=_("In force from"))
    ends_on = DayField(
        required=False,
        label=_("In force until"),
        help_text=_("For what starts up to this day. A clock that runs does not end with it."),
    )
    known_until = DayField(required=False, label=_("Last looked at on"))
    remind = _line(_("Days before the end on which it comes up"), help_text=_("Your own practice: 60, 30."))
    says = WordsField(theirs=False, rows=2, label=_("What it says"))
    figures = WordsField(
        theirs=False, rows=2, label=_("Other numbers in it"), help_text=_("One a line: longer days: 30.")
    )
    excludes = forms.MultipleChoiceField(
        required=False,
        widget=forms.SelectMultiple({"class": "form-select", "size": 6}),
        label=_("May exclude"),
    )
    confidence = forms.ChoiceField(
        required=False, widget=Pick, label=_("How sure we are"), choices=Confidence.choices
    )
    source_title = WordsField(theirs=False, label=_("Where this stands, or who decided it"))
    source_url = _line(_("Its address"), 600)
    source_date = _line(_("Its date"), 80)
    note = WordsField(theirs=False, rows=2, label=_("Note"))
    off = forms.BooleanField(required=False, widget=Tick, label=_("Do not offer this for new clocks"))

    def __init__(self, *args: Any, of: str = "", kinds: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["excludes"].choices = kinds
        if of:
            del self.fields["key"]
        else:
            fields["key"].choices = [("", _("Something of our own")), *(KINDS | dict(kinds)).items()]

    def clean_jurisdiction(self) -> str:
        """A country, or a state in it."""
        told = str(self.cleaned_data["jurisdiction"]).strip().upper() or ANYWHERE
        if not _PLACE.fullmatch(told):
            raise forms.ValidationError(_("Write US, or a state as in US-CA."))
        return told

    def clean_remind(self) -> list[int]:
        """Numbers of days."""
        days = sentences.days_of(self.cleaned_data["remind"])
        if days is None:
            raise forms.ValidationError(_("Write numbers of days with commas between them, as in 60, 30."))
        return days

    def clean_figures(self) -> dict[str, int]:
        """A name and a number on each line."""
        found = sentences.figures_of(self.cleaned_data["figures"])
        if found is None:
            raise forms.ValidationError(_("Write a name, a colon and a number on each line."))
        return found

    def clean(self) -> None:
        """A length says how it is counted; the first day of a rule is not after its last."""
        told = self.cleaned_data
        if told.get("amount") is not None:
            self._length(told)
        if told.get("from_on") and told.get("ends_on") and told["from_on"] > told["ends_on"]:
            self.add_error("ends_on", _("This is before the day it is in force from."))
        if "key" in self.fields and not told.get("key") and not (told.get("name") or "").strip():
            self.add_error("name", _("Write what your agency calls it."))

    def _length(self, told: dict[str, Any]) -> None:
        if told.get("document"):
            self.add_error("document", _("Choose one: a length, or the date of the document."))
        if not told.get("unit"):
            self.add_error("unit", _("Choose what it is counted in."))
        elif not told.get("way") or (told["unit"] in IN_DAYS) != (told["way"] in OF_DAYS):
            self.add_error("way", _("Choose a way of counting that fits: of days, or of months."))

    def written(self, key: str) -> Written:
        """What was said, as the act takes it."""
        said = {name: self.cleaned_data[name] for name in self.fields if name in Written.__dataclass_fields__}
        lists = {name: tuple(said[name]) for name in ("remind", "excludes")}
        if said["amount"] is None:
            said["unit"] = said["way"] = ""
        return Written(**said | lists | {"key": key or said.get("key") or "", "name": said["name"].strip()})
