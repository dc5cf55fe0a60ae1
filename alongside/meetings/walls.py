"""Meetings are seen and changed by those whose person it is; a kept time by all, and changed by its keeper."""

from alongside.access.wall import GOES, ME, SIGNED_IN, Policy, Wall, of_participant, stays

WALLS = [
    of_participant("core.meetings_meeting", "select, insert, update", leaves=GOES),
    of_participant(
        "core.meetings_interpreting", "select, insert, update (removed_at)", author="by_id", leaves=GOES
    ),
    Wall(
        "core.meetings_reservedtime",
        (
            Policy("colleagues ask before they book", on="select", using=SIGNED_IN, to=("desk",)),
            Policy("kept for oneself", on="insert", check=f"staff_id = {ME}", to=("desk",)),
            Policy("let go by oneself", on="delete", using=f"staff_id = {ME}", to=("desk",)),
        ),
        {"desk": "select, insert, delete"},
        leaves=stays("a worker's own time"),
    ),
]
