"""Ways to answer: blanks that grow with what is written, and choices shown as pills.

Every one of them is an ordinary input underneath, so it works with a keyboard, a screen reader and
without scripts.
"""

import re
from typing import Any

from django import forms


class Blank(forms.Textarea):
    """An open blank for a participant's own words: their face, any script, grows and never cuts off."""

    classes = "blank theirs"

    def __init__(self, attrs: dict[str, Any] | None = None, *, rows: int = 1) -> None:
        given = {"rows": rows, "dir": "auto", "class": self.classes, "data-grow": True, "spellcheck": "true"}
        super().__init__({**given, **(attrs or {})})


class OurWords(Blank):
    """An open blank for what a worker writes, in our own face; hints about its words come under it.

    `guard` says what is written here: "words", or "plans", where "should" weighs more; "" asks for no hints.
    """

    classes = "blank ours"
    template_name = "ui/widgets/our_words.html"

    def __init__(self, attrs: dict[str, Any] | None = None, *, rows: int = 1, guard: str = "words") -> None:
        super().__init__({**({"data-guard": guard} if guard else {}), **(attrs or {})}, rows=rows)


class Line(forms.TextInput):
    """One line of words in any script; `theirs` sets it in a participant's face."""

    def __init__(self, attrs: dict[str, Any] | None = None, *, theirs: bool = False) -> None:
        face = "theirs" if theirs else "ours"
        given = {"class": f"form-control {face}", "dir": "auto", "autocomplete": "off"}
        super().__init__({**given, **(attrs or {})})


class Pick(forms.Select):
    """One of a longer list."""

    def __init__(self, attrs: dict[str, Any] | None = None, choices: Any = ()) -> None:
        super().__init__({"class": "form-select", **(attrs or {})}, choices)


class _Picker:
    """A picker of the device that still shows words it cannot read, instead of dropping them."""

    shape: str
    picker: str

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Fall back to a plain line when what was sent is not what the picker could show."""
        context: dict[str, Any] = super().get_context(name, value, attrs)  # type: ignore[misc]
        shown = context["widget"]["value"]
        readable = not shown or re.fullmatch(self.shape, shown)
        context["widget"]["type"] = self.picker if readable else "text"
        return context


class Day(_Picker, forms.DateInput):
    """A day, with the picker of the device."""

    shape, picker = r"\d{4}-\d\d-\d\d", "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"class": "form-control short", **(attrs or {})}, format="%Y-%m-%d")


class Hour(_Picker, forms.TimeInput):
    """A time of day, with the picker of the device."""

    shape, picker = r"\d\d:\d\d(:\d\d)?", "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"class": "form-control short", **(attrs or {})}, format="%H:%M")


class DayAndHour(_Picker, forms.DateTimeInput):
    """A day and a time of day together."""

    shape, picker = r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?", "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"class": "form-control short", **(attrs or {})}, format="%Y-%m-%dT%H:%M")


class Chips(forms.RadioSelect):
    """One answer out of a few, as pills; with `take_back` one tap on the chosen pill takes it back."""

    template_name = "ui/widgets/chips.html"
    option_template_name = "ui/widgets/input.html"

    def __init__(
        self, attrs: dict[str, Any] | None = None, choices: Any = (), *, take_back: bool = False
    ) -> None:
        super().__init__({"class": "choice-input", **(attrs or {})}, choices)
        self.take_back = take_back

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Say whether an answer may be taken back; a list with an empty choice offers that itself."""
        context = super().get_context(name, value, attrs)
        has_empty = any(str(key) == "" for key, _label in self.choices)
        context["widget"]["take_back"] = self.take_back and not has_empty
        return context


class ChipsMany(forms.CheckboxSelectMultiple):
    """Any number of answers out of a few, as pills."""

    template_name = "ui/widgets/chips.html"
    option_template_name = "ui/widgets/input.html"

    def __init__(self, attrs: dict[str, Any] | None = None, choices: Any = ()) -> None:
        super().__init__({"class": "choice-input", **(attrs or {})}, choices)


class Tick(forms.CheckboxInput):
    """One statement to tick."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"class": "form-check-input", **(attrs or {})})
