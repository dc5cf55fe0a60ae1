"""What is asked on the pages of funders' forms; the blanks are those of the form itself."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.funders import rules
from alongside.funders.choices import NOT_COLLECTED, Takes, Unsaid, When
from alongside.ui.forms import KindForm, WordsField
from alongside.ui.widgets import Chips, ChipsMany, Line, Pick


class AnswersForm(KindForm):
    """One blank for each item of a form. Every one may stay blank."""

    def __init__(self, *args: Any, items: Mapping[str, rules.Item], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = items
        for key, item in items.items():
            self.fields[key] = _blank(item)
            if item.kind == "one":
                self.initial[key] = next(iter(self.initial.get(key) or ()), "")

    def clean(self) -> dict[str, Any]:
        """Say kindly where two answers do not go together."""
        told = super().clean() or {}
        for key, item in self.items.items():
            try:
                rules.fits(item, _several(told.get(key)))
            except rules.OneAlone:
                self.add_error(
                    key,
                    _("Prefers not to say and Does not know stand alone. Please choose one or the other."),
                )
        return told

    def answers(self) -> dict[str, list[str]]:
        """What was chosen, item by item."""
        return {key: _several(self.cleaned_data.get(key)) for key in self.items}


def _several(value: Any) -> list[str]:
    return list(value) if isinstance(value, list) else [value] if value else []


def _blank(item: rules.Item) -> forms.Field:
    offered = [*item.values.items(), *Unsaid.choices]
    if item.kind == "several":
        return forms.MultipleChoiceField(
            required=False, choices=offered, widget=ChipsMany, label=item.label,
            help_text=_("Several, if they said so. None chosen: not collected."),
        )  # fmt: skip
    return forms.ChoiceField(
        required=False, choices=[("", NOT_COLLECTED), *offered], widget=Chips, label=item.label
    )


class CrosswalkForm(KindForm):
    """Of each kind of service what it counts as."""

    def __init__(
        self, *args: Any, kinds: Iterable[tuple[UUID, str]], groups: Iterable[rules.Item], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offered: list[Any] = [("", _("Nothing on this form"))]
        for group in groups:
            offered.append(
                (group.label, [(key, _with_key(key, label)) for key, label in group.values.items()])
            )
        self.kinds = dict(kinds)
        for kind, called in self.kinds.items():
            self.fields[kind.hex] = forms.ChoiceField(
                required=False, choices=offered, widget=Pick, label=called
            )

    def told(self) -> dict[UUID, str]:
        """What was chosen for each kind."""
        return {kind: self.cleaned_data.get(kind.hex) or "" for kind in self.kinds}


def _with_key(key: str, label: str) -> str:
    return f"{key} {label}" if key[0].isupper() else label


class FieldForm(KindForm):
    """A field that a funder asks for."""

    item = forms.ChoiceField(
        required=False, widget=Pick, label=_("Which item of the form"),
        help_text=_("An item whose list of answers did not come with the form, or one that the form did not have."),
    )  # fmt: skip
    label = forms.CharField(max_length=120, widget=Line(), label=_("What it is called on the form"))
    why = WordsField(
        theirs=False, rows=2, label=_("Why the funder asks for it"),
        help_text=_("A colleague reads this before anybody is asked. Without a reason it is not asked."),
    )  # fmt: skip
    wording = WordsField(
        theirs=False, rows=2, label=_("How it may be asked, if at all"),
        help_text=_("In words that leave them free. A survivor adviser looks at them before the field is used."),
    )  # fmt: skip
    values = WordsField(
        theirs=False, rows=5, label=_("Answers, one on each line"),
        help_text=_("As the form has them. Prefers not to say, Does not know and Not collected are always there."),
    )  # fmt: skip
    takes = forms.ChoiceField(
        choices=Takes, initial=Takes.ONE, widget=Chips, label=_("How many may be chosen")
    )
    when = forms.ChoiceField(choices=When, initial=When.ANY, widget=Chips, label=_("When it is looked at"))

    def __init__(self, *args: Any, items: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["item"].choices = [("", _("A field of its own")), *items]

    def clean_values(self) -> list[str]:
        """The lines that say something, each once."""
        lines = (each.strip()[:80] for each in (self.cleaned_data["values"] or "").splitlines())
        return list(dict.fromkeys(filter(None, lines)))
