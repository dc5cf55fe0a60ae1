"""The goal sheet as one form, of which the parts that are open are asked. Every thing on it has its own reference, and
a mark of how it read at first.

A blank that is new carries a reference made with the page, so that a double click keeps it once; the mark
(`was`) tells what somebody has changed from what merely stood there, in what is sent and in a draft.
"""

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from alongside.goals import rules
from alongside.goals.choices import Horizon, Who
from alongside.goals.forms._so import PARTS, keys_in, touched_only
from alongside.goals.queries import Goal, GoalRead, SheetRead, SignOfChange, Step, StepRead
from alongside.ui.forms import DayField, KindForm, WordsField
from alongside.ui.widgets import Blank, Chips, OurWords

LONGEST = 60_000
MOST = 300
Said = Callable[[str], str]
# What can be opened by itself, beside each goal by its reference.
WHOLE, NEW, FITS, SIGNS, OPTIONS = "all", "new", "fits", "signs", "options"


@dataclass
class Piece:
    """One thing on the sheet with its questions. `row` is what stands, if it stands already."""

    kind: str
    key: str
    form: "SheetForm"
    row: Goal | Step | SignOfChange | None = None
    read: GoalRead | StepRead | None = None
    steps: list["Piece"] = field(default_factory=list)
    number: int = 0
    clash: bool = False

    def bound(self, part: str) -> BoundField:
        """One question of this piece."""
        return self.form[f"{self.kind}-{self.key}-{part}"]

    @property
    def anchor(self) -> str:
        """Where on the page it is."""
        return f"{self.kind}-{self.row.pk if self.row else self.key}"

    def __getattr__(self, name: str) -> BoundField:
        if name in ("words", "horizon", "barriers", "tried", "on", "who", "was", "goal"):
            return self.bound(name)
        raise AttributeError(name)

    @property
    def is_told(self) -> bool:
        """Whether anything stands in its more hidden questions."""
        parts = ("barriers", "tried") if self.kind == "g" else ("on",)
        return any(self.bound(part).value() for part in parts)


class SheetForm(KindForm):
    """The sheet: goals with their steps, what it fits around, signs of change, one more option. Asked is the `part`
    that is open, and whatever else was begun; what was sent is all that is kept.
    """

    def __init__(self, *args: Any, standing: SheetRead, said: Said, part: str = WHOLE, **kwargs: Any) -> None:
        self.standing, self.said, self.part = standing, said, part
        bound = bool(args and args[0] is not None) or kwargs.get("data") is not None
        given: Mapping[str, Any] = kwargs.get("initial") or {}
        if bound:
            given = args[0] if args else kwargs["data"]
        if not bound:
            kwargs["initial"] = given = touched_only(dict(given))
        self._rows = _rows_of(standing)
        self.base_fields = {**type(self).base_fields, **_around(standing)}  # type: ignore[misc]
        self.goals: list[Piece] = []
        self.later: list[Piece] = []
        self.signs: list[Piece] = []
        self._lay_out(keys_in(given), bound, given)
        self.open = self._opened(given, bound)
        super().__init__(*args, **kwargs)

    def _opened(self, given: Mapping[str, Any], bound: bool) -> set[str]:
        """Which of the parts beside the goals are asked."""
        told = {FITS: "fits_was" in given, SIGNS: bool(self.signs)}
        told[OPTIONS] = "option" in given if bound else bool(given.get("option"))
        asked = () if bound else self._asked(FITS, OPTIONS)
        return {part for part in told if told[part] or part in asked}

    def _asked(self, *parts: str) -> tuple[str, ...]:
        return tuple(part for part in parts if self.part in (part, WHOLE))

    @property
    def is_open(self) -> bool:
        """Whether anything is asked."""
        return bool(self.goals or self.later or self.open)

    @property
    def now(self) -> list["Beside"]:
        """The goals of now in their order, each as it reads or open; then what is new or went away meanwhile."""
        return _beside(self.standing.standing, self.goals)

    @property
    def for_later(self) -> list["Beside"]:
        """The same of the goals that are kept for later."""
        return _beside(self.standing.later, self.later)

    def _lay_out(self, found: dict[str, list[str]], bound: bool, given: Mapping[str, Any]) -> None:
        by_key = self._goals(found["g"], bound, given)
        self._steps(found["s"], bound, given, by_key)
        self._signs(found["c"], bound)
        if not bound:
            for piece in (*self.goals, *self.later):
                blanks = 1 if piece.row else 2
                for _number in range(blanks - sum(step.row is None for step in piece.steps)):
                    piece.steps.append(self._piece("s", _fresh(), None, goal=piece.key))

    def _goals(self, keys: list[str], bound: bool, given: Mapping[str, Any]) -> dict[str, Piece]:
        wanted = list(keys)
        if not bound:
            opened = {self.part, *keys, *self._homes(given)}
            there = [str(read.goal.pk) for read in self._reads()]
            new = [key for key in keys if self._row(key) is None]
            blanks = {
                WHOLE: max(rules.PLENTY - len(self.standing.standing) - len(new), 0 if new else 1),
                NEW: 0 if new else 1,
            }
            wanted = [key for key in there if self.part == WHOLE or key in opened]
            wanted += [*new, *(_fresh() for _ in range(blanks.get(self.part, 0)))]
        pieces = {key: self._piece("g", key, self._row(key)) for key in wanted[:MOST]}
        for piece in pieces.values():
            is_later = isinstance(piece.row, Goal) and piece.row.later
            (self.later if is_later else self.goals).append(piece)
        self.goals.sort(key=lambda piece: piece.row is None)
        for number, beside in enumerate(self.now, start=1):
            if beside.piece:
                beside.piece.number = number
        return {name: piece for key, piece in pieces.items() for name in {key, _id_of(piece)}}

    def _homes(self, given: Mapping[str, Any]) -> Iterable[str]:
        """The goals whose steps were begun."""
        for key in keys_in(given)["s"]:
            row = self._row(key)
            yield str(row.goal_id) if isinstance(row, Step) else str(given.get(f"s-{key}-goal", ""))

    def _steps(self, keys: list[str], bound: bool, given: Mapping[str, Any], goals: dict[str, Piece]) -> None:
        if not goals:
            return
        wanted = list(keys)
        if not bound:
            there = [str(step.step.pk) for read in self._reads() for step in read.steps]
            wanted = [*there, *(key for key in keys if self._row(key) is None)]
        for key in wanted[:MOST]:
            row = self._row(key)
            named = str(row.goal_id) if isinstance(row, Step) else str(given.get(f"s-{key}-goal", ""))
            home = goals.get(named)
            if home is None:
                if row is not None and not bound:
                    continue
                home = next(reversed(goals.values()))
            home.steps.append(self._piece("s", key, row, goal=home.key))

    def _signs(self, keys: list[str], bound: bool) -> None:
        wanted = list(keys)
        if not bound:
            new = [key for key in keys if self._row(key) is None]
            asked = keys or self._asked(SIGNS)
            there = [str(sign.pk) for sign in self.standing.signs]
            wanted = [*there, *new, *([] if new else [_fresh()])] if asked else []
        self.signs = [self._piece("c", key, self._row(key)) for key in wanted[:MOST]]

    def _reads(self) -> tuple[GoalRead, ...]:
        return (*self.standing.standing, *self.standing.later)

    def _row(self, key: str) -> Goal | Step | SignOfChange | None:
        read = self._rows.get(key)
        if read is None and self.standing.participant:
            read = self._rows.get(str(rules.own_reference(self.standing.participant, uuid.UUID(key))))
        return read[0] if read else None

    def _piece(self, kind: str, key: str, row: Goal | Step | SignOfChange | None, *, goal: str = "") -> Piece:
        make = {"g": _goal_fields, "s": _step_fields, "c": _sign_fields}[kind]
        fields = make(row, self.said)
        fields["was"] = _hidden(row.mark if row else "")
        if kind == "s":
            fields["goal"] = _hidden(goal)
        for part, question in fields.items():
            self.base_fields[f"{kind}-{key}-{part}"] = question
        read = self._rows[str(row.pk)][1] if row else None
        return Piece(kind, key, self, row, read)

    def clean(self) -> dict[str, Any]:
        """Only a goal's words are needed; a blank that says more asks for them kindly."""
        cleaned: dict[str, Any] = self.cleaned_data
        for piece in (*self.goals, *self.later):
            if piece.row is not None or self._value(piece, "words"):
                continue
            more = [self._value(piece, part) for part in ("barriers", "tried")]
            more += [self._value(step, "words") for step in piece.steps]
            if any(more):
                self.add_error(
                    f"g-{piece.key}-words",
                    _("A few words for the goal itself are needed here. Everything else you wrote is kept."),
                )
        return cleaned

    def _value(self, piece: Piece, part: str) -> Any:
        return self.cleaned_data.get(f"{piece.kind}-{piece.key}-{part}")

    def written(self) -> rules.WrittenSheet:
        """The sheet as it was sent."""
        goals = (*self.goals, *self.later)
        return rules.WrittenSheet(
            fits_around=self.cleaned_data["fits_around"] if "fits_was" in self.data else None,
            fits_was=self.cleaned_data["fits_was"],
            goals=tuple(self._goal(piece) for piece in goals),
            steps=tuple(self._step(step, piece) for piece in goals for step in piece.steps),
            signs=tuple(
                rules.WrittenSign(
                    row=uuid.UUID(piece.key),
                    was=self._was(piece),
                    words=self._value(piece, "words"),
                    on=self._value(piece, "on"),
                )
                for piece in self.signs
            ),
        )

    def _was(self, piece: Piece) -> str:
        return str(self._value(piece, "was") or "")

    def _goal(self, piece: Piece) -> rules.WrittenGoal:
        said = [self._value(piece, part) for part in PARTS["g"]]
        return rules.WrittenGoal(uuid.UUID(piece.key), self._was(piece), *said)

    def _step(self, piece: Piece, home: Piece) -> rules.WrittenStep:
        return rules.WrittenStep(
            row=uuid.UUID(piece.key),
            was=self._was(piece),
            goal=home.row.pk if home.row else uuid.UUID(home.key),
            words=self._value(piece, "words"),
            on=self._value(piece, "on"),
            who=self._value(piece, "who") or "",
        )

    def show_both(self, clashes: Iterable[rules.Clash], stands: SheetRead) -> None:
        """Show what stands now beside what was sent; the next Save is a knowing one."""
        rows = _rows_of(stands)
        pieces = [*self.goals, *self.later, *self.signs]
        pieces += [step for piece in (*self.goals, *self.later) for step in piece.steps]
        marked = {clash.row for clash in clashes}
        self.fits_clash = any(clash.kind == "sheet" for clash in clashes)
        if self.fits_clash:
            self._set("fits_was", rules.fingerprint([stands.fits_around]))
        for piece in pieces:
            if piece.row is not None and piece.row.pk in marked:
                piece.row, piece.clash = rows[str(piece.row.pk)][0], True
                self._set(f"{piece.kind}-{piece.key}-was", piece.row.mark)

    fits_clash = False

    def _set(self, name: str, value: str) -> None:
        self.data[name] = value  # type: ignore[index]


@dataclass(frozen=True)
class Beside:
    """A goal as it reads, and the questions about it where it is open; without a `read` it is new here."""

    read: GoalRead | None
    piece: Piece | None


def _beside(reads: list[GoalRead], pieces: list[Piece]) -> list[Beside]:
    opened = {piece.row.pk: piece for piece in pieces if piece.row}
    there = [Beside(read, opened.pop(read.goal.pk, None)) for read in reads]
    return there + [Beside(None, each) for each in pieces if not each.row or each.row.pk in opened]


Rows = dict[str, tuple[Goal | Step | SignOfChange, GoalRead | StepRead | None]]


def _rows_of(sheet: SheetRead) -> Rows:
    rows: Rows = {str(sign.pk): (sign, None) for sign in (*sheet.signs, *sheet.signs_taken_away)}
    for read in (*sheet.standing, *sheet.later, *sheet.resting, *sheet.taken_away):
        rows[str(read.goal.pk)] = (read.goal, read)
        for step in (*read.steps, *read.resting, *read.taken_away):
            rows[str(step.step.pk)] = (step.step, step)
    return rows


def _id_of(piece: Piece) -> str:
    return str(piece.row.pk) if piece.row else piece.key


def _fresh() -> str:
    return str(uuid.uuid4())


def _words(
    standing: str, label: str = "", *, ours: bool = False, rows: int = 1, attrs: dict[str, str] | None = None
) -> WordsField:
    widget = OurWords(attrs, rows=rows, guard="plans") if ours else Blank(attrs, rows=rows)
    return WordsField(widget=widget, label=label, initial=standing, max_length=LONGEST)


def _hidden(standing: str) -> forms.CharField:
    return forms.CharField(required=False, initial=standing, widget=forms.HiddenInput, max_length=40)


def _around(standing: SheetRead) -> dict[str, forms.Field]:
    fits = standing.fits_around
    return {
        "fits_around": _words(fits, rows=2, attrs={"aria-labelledby": "fits-title"}),
        "fits_was": _hidden(rules.fingerprint([fits])),
        "option": _words("", str(_("Something we could offer, in our words")), ours=True),
    }


def _goal_fields(row: Any, said: Said) -> dict[str, forms.Field]:
    labels = [(choice.value, said(choice.value)) for choice in Horizon if choice.value]
    placeholder = {} if row else {"placeholder": said("another")}
    return {
        "words": _words(row.words if row else "", attrs={"aria-label": said("title"), **placeholder}),
        "horizon": forms.ChoiceField(
            choices=labels,
            widget=Chips(take_back=True),
            required=False,
            label=said("when"),
            initial=row.horizon if row else "",
        ),
        "barriers": _words(row.barriers if row else "", said("barriers")),
        "tried": _words(row.tried if row else "", said("tried")),
    }


def _step_fields(row: Any, said: Said) -> dict[str, forms.Field]:
    placeholder = {} if row else {"placeholder": said("new_step")}
    fields: dict[str, forms.Field] = {
        "words": _words(row.words if row else "", attrs={"aria-label": said("steps"), **placeholder}),
        "on": DayField(required=False, label=said("on"), initial=row.on if row else None),
    }
    if row is None:
        labels = [(who.value, said(who.value)) for who in Who if who.value]
        fields["who"] = forms.ChoiceField(
            choices=labels, widget=Chips(take_back=True), required=False, label=said("who")
        )
    return fields


def _sign_fields(row: Any, said: Said) -> dict[str, forms.Field]:
    return {
        "words": _words(row.words if row else "", attrs={"aria-label": said("signs")}),
        "on": DayField(
            required=False,
            label=str(_("A day to look at it, if they name one")),
            initial=row.on if row else None,
        ),
    }
