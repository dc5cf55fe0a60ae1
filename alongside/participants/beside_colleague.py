"""What every room says of the colleagues who may be chosen as somebody's case manager."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from alongside.access.actor import Actor
from alongside.access.room import rooms
from alongside.ui.cards import Words


@dataclass
class Beside:
    """What stands beside a colleague's name."""

    lines: list[Words] = field(default_factory=list)
    warns: list[Words] = field(default_factory=list)
    past: list[str] = field(default_factory=list)


def beside_colleagues(actor: Actor, participant: UUID, staff: Iterable[UUID]) -> dict[UUID, Beside]:
    """By colleague, what the rooms say; where none says anything, nothing."""
    found, wanted = dict[UUID, Beside](), list(staff)
    for room in rooms():
        for told in room.when_chosen(actor, participant, wanted) if room.when_chosen else ():
            each = found.setdefault(told.staff, Beside())
            each.lines.extend(told.lines)
            each.warns.extend(told.warns)
            each.past.extend([told.past] if told.past else [])
    return found
