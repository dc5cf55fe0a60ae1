"""What of this room still goes on when somebody's work would close."""

from uuid import UUID

from alongside.agency.modules import is_off
from alongside.legal import queries


def still_open(participant: UUID) -> list[str]:
    """The strands that have not ended, by what they are called."""
    return [] if is_off("legal:strands") else queries.still_open(participant)
