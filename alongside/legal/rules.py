"""Judgements about strands that need no database."""

from dataclasses import dataclass
from datetime import timedelta

STANDS = timedelta(days=30)  # so long after its day a strand stands on Today; then it waits on its own page


@dataclass(frozen=True)
class Plan:
    """What is planned around an event, each in words or left blank."""

    asked_for: str = ""
    before: str = ""
    comes: str = ""
    meet_at: str = ""
    side_door: str = ""
    stop_signal: str = ""
    ride_home: str = ""
    after: str = ""
