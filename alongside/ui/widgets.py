"""Ways to answer: blanks that grow with what is written, and choices shown as pills.

Every one of them is an ordinary input underneath, so it works with a keyboard, a screen reader and
without scripts.
"""

from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.ui import dates


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


class _Typed(forms.TextInput):
    """One line in the agency's form, which it says, with the device's picker behind a button where scripts run."""

    template_name = "ui/widgets/typed.html"
    picker: str
    about: Any = ""  # what is chosen, as its question says it; a form tells

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(
            {"class": "form-control short", "autocomplete": "off", "dir": "ltr", **(attrs or {})}
        )

    def say(self, value: Any) -> str:
        """A day or a time as it would be typed."""
        raise NotImplementedError

    def form(self) -> str:
        """How it is typed, in a few letters."""
        raise NotImplementedError

    def format_value(self, value: Any) -> str | None:
        """What was typed stays as it was typed."""
        return value if value is None or isinstance(value, str) else self.say(value)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """With what a picker has to write into the line."""
        context = super().get_context(name, value, attrs)
        given = context["widget"]["attrs"]
        if given.get("id"):
            given["aria-describedby"] = f"{given.get('aria-describedby', '')} {given['id']}_form".strip()
        halves = "|".join((dates.hour(time(1)), dates.hour(time(13)))).replace("1", "")
        context["widget"] |= {
            "form": self.form(),
            "picker": self.picker,
            "about": self.about,
            "order": "m/d/y" if dates.order() == dates.Order.MONTH_FIRST else "d/m/y",
            "halves": halves if dates.hours() == dates.Hours.TWELVE else "",
        }
        return context


class Day(_Typed):
    """A day."""

    picker = "date"

    def say(self, value: Any) -> str:
        return dates.in_figures(value)

    def form(self) -> str:
        return dates.form_of_days()


class Hour(_Typed):
    """A time of day."""

    picker = "time"

    def say(self, value: Any) -> str:
        return dates.hour(value, in_figures=True)

    def form(self) -> str:
        return dates.put(_("such as %(hour)s"), hour=dates.hour(time(18, 30)))


class DayAndHour(_Typed):
    """A day and a time of day together."""

    picker = "datetime-local"

    def say(self, value: Any) -> str:
        return dates.moment_in_figures(value)

    def form(self) -> str:
        return f"{dates.form_of_days()}, {dates.hour(time(18, 30))}"


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
