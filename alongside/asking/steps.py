"""A long form in steps: a few questions at a time, every other answer carried along in the page and in its draft.

Each step is an address of its own, so that the way back of the browser leads through them, with or without JavaScript.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.forms import BooleanField, MultipleChoiceField
from django.forms.boundfield import BoundField
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from alongside.access.doors import StaffRequest
from alongside.drafts.actions import save_draft
from alongside.ui.forms import KindForm

ON = "step:"
NOT_OF_THE_FORM = ("csrfmiddlewaretoken", "do", "once", "draft")
Titles = Sequence[tuple[str | Promise, Sequence[str]]]


@dataclass(frozen=True)
class Steps:
    """The steps of a form, and at which one we are, counted from 0."""

    form: KindForm
    parts: Titles
    at: int

    @property
    def titles(self) -> list[str]:
        """What each step is about."""
        return [str(title) for title, _names in self.parts]

    @property
    def is_last(self) -> bool:
        """Whether what was written is saved from here."""
        return self.at == len(self.parts) - 1

    def asked(self) -> list[BoundField]:
        """The questions of this step."""
        return [self.form[name] for name in self.parts[self.at][1] if name in self.form.fields]

    def carried(self) -> SafeString:
        """What the other steps hold. A choice with nothing chosen is carried as nothing chosen."""
        here = {each.name for each in self.asked()}
        others = (name for _title, names in self.parts for name in names if name in self.form.fields)
        return format_html_join(
            "", "{}", ((each,) for name in others if name not in here for each in self._held(name))
        )

    def _held(self, name: str) -> Iterator[SafeString]:
        values = _values(self.form[name])
        for value in values:
            yield format_html('<input type="hidden" name="{}" value="{}">', name, value)
        if not values:
            yield format_html('<input type="checkbox" name="{}" hidden>', name)


def _values(field: BoundField) -> list[str]:
    value = field.value()
    if isinstance(field.field, BooleanField):
        return ["on"] if value else []
    if isinstance(field.field, MultipleChoiceField):
        return [str(each) for each in value or ()]
    shown = field.field.widget.format_value(value)
    told = shown[0] if isinstance(shown, list) and shown else shown
    return [str(told or "")]


def in_steps(request: StaffRequest, form: KindForm, parts: Titles) -> Steps:
    """The step that was asked for; where something does not fit, the one in which it is asked."""
    asked = request.GET.get("step", "")
    at = min(int(asked), len(parts) - 1) if asked.isascii() and asked.isdigit() and len(asked) < 3 else 0
    if form.is_bound:
        wrong = (number for number, (_title, names) in enumerate(parts) if set(names) & set(form.errors))
        at = next(wrong, at)
    return Steps(form, parts, at)


def moved_on(
    request: StaffRequest, form: KindForm, filled_in: Mapping[str, list[str]] | None = None
) -> HttpResponse | None:
    """Where another step was pressed: what was written so far is kept as the draft, and that step is opened.

    `filled_in` is put where nothing is chosen yet.
    """
    pressed = request.POST.get("do", "")
    if request.method != "POST" or not pressed.startswith(ON):
        return None
    told = {name: request.POST.getlist(name) for name in request.POST if name not in NOT_OF_THE_FORM}
    for name, field in form.fields.items():
        if isinstance(field, BooleanField | MultipleChoiceField):
            told.setdefault(name, [])
    for name, values in (filled_in or {}).items():
        if not any(told.get(name, ())):
            told[name] = values
    save_draft(by=request.actor, form=form.draft_key(), fields=told, once=form.once())
    asked = request.GET.copy()
    asked["step"] = pressed.removeprefix(ON)
    return redirect(f"{request.path}?{asked.urlencode()}")


def preset(form: KindForm, begins: Mapping[str, Any], why: str | Promise) -> None:
    """Mark answers that stand there because we put them there, for as long as they are what we put."""
    for name, value in begins.items():
        field = form.fields.get(name)
        if field is None or not value or form.is_bound:
            continue
        told = form[name].value()
        # A day that came back from the draft stands as it was typed, in the agency's form.
        if _same(told, value) or (isinstance(value, date) and told == field.widget.format_value(value)):
            field.preset = why  # type: ignore[attr-defined]


def _same(told: Any, value: Any) -> bool:
    if isinstance(value, list | tuple):
        return sorted(map(str, told or ())) == sorted(map(str, value))
    return str(told or "") == str(value)
