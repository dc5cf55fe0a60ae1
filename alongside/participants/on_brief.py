"""What an on-call brief copies of this room: how to reach them safely. No number and no address is among it."""

from collections.abc import Iterator
from uuid import UUID

from alongside.participants.choices import LineKind
from alongside.participants.queries import contact_points
from alongside.participants.safely import in_a_line, more_of


def copies(participant: UUID) -> Iterator[tuple[str, str]]:
    """Each way's rule, the one to try first ahead."""
    for way in contact_points(participant):
        told = [f"{in_a_line(way, is_copied=True)}.", *more_of(way)]
        yield LineKind.REACH, " ".join([*told, way.hours_words.strip()]).strip()
