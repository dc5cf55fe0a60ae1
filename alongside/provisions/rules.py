"""Judgements about asks that need no database."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID


class NoItem(ValueError):
    """An ask names a thing; everything else may stay blank."""


class PointsAtSomebody(ValueError):
    """A text for donors holds words that point at somebody; `found` lists them, `field` is where they stand."""

    def __init__(self, field: str, found: Sequence[str]) -> None:
        super().__init__(field)
        self.field = field
        self.found = list(found)


@dataclass(frozen=True)
class Asked:
    """What an ask says. Thing and size are read by donors; the rest stays inside."""

    item: str
    size: str = ""
    helps_until: date | None = None
    handing: str = ""
    need: UUID | None = None


def looked_for(words: str, kinds: Iterable[tuple[str, tuple[str, ...]]]) -> str:
    """Under which kind of service a need may be looked for; nothing where no word says so."""
    said = words.casefold()
    for kind, begins in kinds:
        if any(re.search(rf"\b{re.escape(each)}", said) for each in begins):
            return kind
    return ""
