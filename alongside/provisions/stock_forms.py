"""What is asked about stock: a kind of thing, how many came in, how many there are."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.agency.queries import Site
from alongside.provisions import stock_rules as rules
from alongside.provisions.stock_models import MOST
from alongside.provisions.stock_queries import StockLine
from alongside.provisions.stock_words import called
from alongside.ui.forms import KindForm
from alongside.ui.widgets import Blank, Line, Pick, Tick

ONE_TAP = 4  # how many can be taken by one tap


def _figures(**given: Any) -> forms.IntegerField:
    return forms.IntegerField(max_value=MOST, widget=Line({"inputmode": "numeric"}), **given)


class ThingForm(KindForm):
    """A kind of thing, in the agency's own words."""

    name = forms.CharField(max_length=60, required=False, label=_("What it is called"), widget=Line())
    sizes = forms.CharField(
        required=False,
        label=_("Sizes"),
        help_text=_("One a line, or with commas between. Leave it blank where there are none."),
        widget=Blank(rows=3),
    )
    low_at = _figures(
        required=False,
        min_value=0,
        label=_("Tell us when this many or fewer are left"),
        help_text=_("In one size, at one place. Blank: never told."),
    )
    is_kept = forms.BooleanField(required=False, label=_("We keep this"), widget=Tick())

    def clean_sizes(self) -> tuple[str, ...]:
        """Sizes, each short enough to stand on a button."""
        found = rules.sizes(self.cleaned_data["sizes"])
        if any(len(each) > 30 for each in found):
            raise forms.ValidationError(_("A size may have 30 letters. Please shorten the longest."))
        return found

    def told(self) -> rules.Thing:
        """What was said, as the act takes it."""
        said = self.cleaned_data
        return rules.Thing(said["name"], said["sizes"], said["low_at"], said["is_kept"])


class ManyForm(KindForm):
    """How many are taken, where a tap is not enough."""

    number = _figures(min_value=1, label=_("How many"))


class CameForm(KindForm):
    """Something came in: which thing, and how many."""

    what = forms.ChoiceField(label=_("What came in"), widget=Pick())
    number = _figures(min_value=1, label=_("How many"))

    def __init__(self, *args: Any, lines: Iterable[StockLine], **given: Any) -> None:
        super().__init__(*args, **given)
        self.lines = {f"{each.thing_id}|{each.size}": each for each in lines}
        named = [(key, called(each.thing.name, each.size)) for key, each in self.lines.items()]
        self.fields["what"].choices = [("", ""), *named]  # type: ignore[attr-defined]


class AskedForm(KindForm):
    """Something that donors were asked for came in: which thing it is in stock, where, and how many."""

    what = forms.ChoiceField(label=_("What it is in stock"), widget=Pick())
    site = forms.ChoiceField(label=_("Where"), widget=Pick())
    number = _figures(min_value=1, label=_("How many"))

    def __init__(self, *args: Any, lines: Iterable[StockLine], sites: Iterable[Site], **given: Any) -> None:
        super().__init__(*args, **given)
        self.lines = {f"{each.thing_id}|{each.size}": each for each in lines}
        named = [(key, called(each.thing.name, each.size)) for key, each in self.lines.items()]
        self.fields["what"].choices = [("", ""), *named]  # type: ignore[attr-defined]
        self.fields["site"].choices = [(str(each.pk), each.name) for each in sites]  # type: ignore[attr-defined]

    def came(self) -> rules.Came:
        """What was said, as the act takes it."""
        said, row = self.cleaned_data, self.lines[self.cleaned_data["what"]]
        return rules.Came(row.thing_id, row.size, UUID(said["site"]), said["number"])


class CountForm(KindForm):
    """How many there are of each thing at a place. A blank one was not counted, and stays as it is."""

    def __init__(self, *args: Any, lines: Iterable[StockLine], **given: Any) -> None:
        super().__init__(*args, **given)
        self.lines = {rules.mark_of(each.thing_id, each.size): each for each in lines}
        for mark, line in self.lines.items():
            label = called(line.thing.name, line.size)
            self.fields[f"found_{mark}"] = _figures(required=False, min_value=0, label=label)
            self.fields[f"seen_{mark}"] = forms.CharField(required=False, widget=forms.HiddenInput)
            self.initial.setdefault(f"seen_{mark}", str(line.version))

    def found(self) -> list[rules.Counted]:
        """What was counted, each with the version that stood on the page."""
        return [
            rules.Counted(line.thing_id, line.size, self._seen(mark), number)
            for mark, line in self.lines.items()
            if (number := self.cleaned_data.get(f"found_{mark}")) is not None
        ]

    def _seen(self, mark: str) -> int:
        told = str(self.cleaned_data.get(f"seen_{mark}") or "")
        return int(told) if told.isascii() and told.isdigit() and len(told) < 10 else -1

    def see_anew(self, mark: str, version: int) -> None:
        """Let the next sending know of what stands now."""
        answers: Any = self.data  # a copy of what was sent
        answers[f"seen_{mark}"] = str(version)
