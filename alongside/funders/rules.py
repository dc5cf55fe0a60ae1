"""The shape of a funder's form, and judgements about answers that need no database."""

import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

BLANK = date(1, 1, 1)  # a day that is not known
UNSAID = ("declined", "unknown")


class OneAlone(ValueError):
    """Of this item one answer alone is given; and what somebody prefers not to say stands alone."""


@dataclass(frozen=True)
class Item:
    """One item of a form: what it is called there and its values, by their keys.

    `kind` is `one` or `several` of its values, or `services`, whose values are counted by a crosswalk. `counted` says
    of whom: those who are `new` in the fiscal year, or everybody `served`. What an answer that was declined or is not
    known, and no answer, are called on the form stands in `declined`, `unknown` and `blank`. `like` names values of
    other items that look the same.
    """

    label: str
    kind: str
    counted: str = "served"
    closing: bool = False
    values: dict[str, str] = field(default_factory=dict)
    declined: str = ""
    unknown: str = ""
    blank: str = ""
    like: tuple[str, ...] = ()
    note: str = ""

    @property
    def is_asked(self) -> bool:
        """Whether answers are kept for it; an item without a list of values waits for one."""
        return self.kind != "services" and bool(self.values)


@dataclass(frozen=True)
class FormRow:
    """A version of a form as the file has it. What is left out is not known."""

    family: str
    name: str
    number: str
    version: str
    year_from: int
    confidence: str
    source_title: str
    known_until: date
    source_url: str = ""
    from_on: date = BLANK
    expires_on: date = BLANK
    note: str = ""


@dataclass(frozen=True)
class Form:
    """A version of a funder's form, with its items."""

    key: str
    told: FormRow
    items: Mapping[str, Item]

    @property
    def called(self) -> str:
        """Its name and number."""
        return f"{self.told.name}, {self.told.number}"

    @property
    def expires_on(self) -> date | None:
        """The day its approval ends, where that is known."""
        return None if self.told.expires_on == BLANK else self.told.expires_on

    def asked(self, *, closing: bool = False) -> dict[str, Item]:
        """The items that answers are kept for."""
        return {key: each for key, each in self.items.items() if each.is_asked and each.closing == closing}

    def services(self) -> dict[str, str]:
        """What services count as, item by item."""
        return {
            key: label
            for each in self.items.values()
            if each.kind == "services"
            for key, label in each.values.items()
        }


Answers = Mapping[str, tuple[str, ...]]  # of each item the values that were given


def fits(item: Item, values: Iterable[str]) -> bool:
    """Whether these may be the answer to an item. Raises OneAlone."""
    given = list(values)
    if any(each not in item.values and each not in UNSAID for each in given):
        return False
    if len(given) > 1 and (item.kind == "one" or set(given) & set(UNSAID)):
        raise OneAlone
    return True


def state_of(answers: Mapping[str, Iterable[str]]) -> int:
    """A number that is another one whenever what was chosen is another."""
    told = "|".join(f"{item}={'+'.join(sorted(answers[item]))}" for item in sorted(answers))
    return zlib.crc32(told.encode()) & 0x7FFFFFFF


def key_of(label: str) -> str:
    """A value's key, made of what it is called."""
    return re.sub(r"[^a-z0-9]+", "_", label.lower()).strip("_")[:38] or "value"
