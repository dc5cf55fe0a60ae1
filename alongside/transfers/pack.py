"""What is handed on with somebody: of each room what it gives in its `on_transfer.py`, as it stands now."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from uuid import UUID

from alongside.access.given import Handed
from alongside.access.room import rooms


def of_person(participant: UUID) -> list[Handed]:
    """Everything that is handed on, of every room that has something to say; blanks are left out."""
    given = (each for room in rooms() if room.on_transfer for each in room.on_transfer(participant))
    said = [Handed(each.side, each.title, tuple(filter(str.strip, each.lines))) for each in given]
    return [each for each in said if each.lines]


def sides(handed: Iterable[Handed]) -> dict[str, list[Handed]]:
    """The same by its side: both strands, and what is around them."""
    found: dict[str, list[Handed]] = {"connection": [], "plan": [], "around": []}
    for each in handed:
        found[each.side if each.side in found else "around"].append(each)
    return found


def as_words(handed: Iterable[Handed]) -> str:
    """As it is kept for whoever is asked."""
    return json.dumps([asdict(each) for each in handed], ensure_ascii=False)
