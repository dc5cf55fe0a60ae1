"""The rules the room begins with. Loading them again adds what is new, and a new version of what we changed; a rule
that an agency has changed is its own and stays."""

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from alongside.benefits.models import ClockRule
from alongside.benefits.rules import ANYWHERE
from alongside.keeping.data_files import entries

OURS = UUID("7d4bb1de-2c8a-4f53-9e57-5b0a6a4c2e10")
BLANK = date(1, 1, 1)  # a day that is not known


@dataclass(frozen=True)
class Row:
    """A rule as the file has it. What is left out is not known."""

    key: str
    who: str
    anchor: str
    confidence: str
    source_title: str
    source_date: str
    known_until: date
    jurisdiction: str = ANYWHERE
    amount: int = 0
    unit: str = ""
    way: str = ""
    document: bool = False
    from_on: date = BLANK
    ends_on: date = BLANK
    never_past: date = BLANK
    says: str = ""
    figures: dict[str, int] = field(default_factory=dict)
    remind: tuple[int, ...] = ()
    excludes: tuple[str, ...] = ()
    source_url: str = ""
    note: str = ""

    def columns(self) -> dict[str, Any]:
        """The columns of its table."""
        told = {name: None if value == BLANK else value for name, value in asdict(self).items()}
        lists = {"remind": list(self.remind), "excludes": list(self.excludes)}
        return told | lists | {"amount": self.amount or None, "figures": self.figures}


ROWS = entries("benefits", "rules", Row)


def load() -> None:
    """Put what is not there yet in place."""
    newest = {row.line: row for row in ClockRule.objects.order_by("version")}
    for name, row in ROWS.items():
        line, told = uuid5(OURS, name), row.columns()
        stands = newest.get(line)
        if stands is None or (
            stands.by_id is None and any(getattr(stands, each) != told[each] for each in told)
        ):
            version = stands.version + 1 if stands else 1
            ClockRule.objects.create(id=uuid5(line, str(version)), line=line, version=version, **told)
