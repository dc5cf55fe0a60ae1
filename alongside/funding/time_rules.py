"""A month of hours by stream. Only sums: nobody is set beside anybody."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

PEOPLE = "people"
KINDS = (PEOPLE, "outreach", "training", "on_call", "downtime", "other")


@dataclass
class Part:
    """What of a month belongs to one stream, or to none: minutes by what they were."""

    stream: UUID | None
    name: str = ""
    program: str = ""
    minutes: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """All of it."""
        return sum(self.minutes.values())

    @property
    def beside(self) -> int:
        """What is not work with people."""
        return self.total - self.minutes.get(PEOPLE, 0)


def split(told: Iterable[tuple[UUID | None, str, int]], named: Mapping[UUID, tuple[str, str]]) -> list[Part]:
    """Minutes by stream in the order of `named`; what no stream covers last. Empty streams are no rows."""
    found: dict[UUID | None, Part] = {}
    for stream, kind, minutes in told:
        name, program = named.get(stream, ("", "")) if stream else ("", "")
        part = found.setdefault(stream, Part(stream, name, program))
        part.minutes[kind] = part.minutes.get(kind, 0) + minutes
    order: dict[UUID | None, int] = {stream: number for number, stream in enumerate(named)}
    order[None] = len(named)
    return sorted(found.values(), key=lambda each: order[each.stream])


def uncovered(parts: Iterable[Part]) -> tuple[int, int]:
    """Minutes that no stream covers: beside the work with people, and with them."""
    none = next((each for each in parts if each.stream is None), Part(None))
    return none.beside, none.minutes.get(PEOPLE, 0)


def hours(minutes: int) -> Decimal:
    """Minutes as hours, to two places."""
    return (Decimal(minutes) / 60).quantize(Decimal("0.01"))


def read_hours(text: str) -> int | None:
    """Minutes, out of what somebody typed: 6, 1.5, 1,5, 1:30. None where it is none of these."""
    text = text.strip().replace(",", ".").removesuffix("h").strip()
    if not text.isascii() or len(text) > 6:
        return None
    whole, sign, rest = text.partition(":")
    if sign:
        fits = whole.isdigit() and len(rest) == 2 and rest.isdigit() and int(rest) < 60
        return int(whole) * 60 + int(rest) if fits else None
    whole, _sign, rest = text.partition(".")
    if not (whole + rest).isdigit():
        return None
    return round(Decimal(text) * 60)
