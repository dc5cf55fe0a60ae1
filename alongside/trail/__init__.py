"""Who did what and who looked: append-only, hash-chained per participant, without a single free word.

A request gathers its entries here; they are written together, last thing before the commit. If they cannot
be written, the page fails: nobody reads unlogged.
"""

from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.db import connections

from alongside import clock


class Purpose(StrEnum):
    """What a paper or a file is for: known by its kind, so nobody is asked, and kept with the look."""

    OWN_COPY = "participants_own_copy"
    WORKERS_CALENDAR = "workers_calendar"
    SUPERVISION = "supervision"
    TRANSFER = "warm_transfer"
    FUNDER = "report_to_a_funder"
    RESEARCH = "research"


@dataclass(frozen=True)
class Entry:
    """One thing done or looked at. `act` is a short verb; `chain` is a participant or a worker."""

    act: str
    chain: UUID
    outcome: str = "done"  # done, looked, turned_away, failed
    kind: str = ""
    ref: UUID | None = None


_gathered: ContextVar[list[Entry] | None] = ContextVar("trail_gathered", default=None)


def note(entry: Entry) -> None:
    """Keep an entry for the end of this request."""
    gathered = _gathered.get()
    if gathered is None:
        gathered = []
        _gathered.set(gathered)
    gathered.append(entry)


def looked(act: str, chain: UUID, kind: str = "", ref: UUID | None = None) -> None:
    """Somebody opened, printed or exported something. `chain` is the participant, or the reader for a list."""
    note(Entry(act, chain, "looked", kind, ref))


def taken(act: str, chain: UUID, purpose: Purpose, ref: UUID | None = None) -> None:
    """Something about a participant was printed or went into a file, for a purpose."""
    looked(act, chain, purpose, ref)


def gathered() -> list[Entry]:
    """What this request has gathered so far."""
    return list(_gathered.get() or [])


def clear() -> None:
    """Begin anew, for the next request."""
    _gathered.set(None)


def keep_only_turned_away() -> None:
    """After a rollback only what was attempted in vain, or turned away, has happened."""
    kept = [entry for entry in gathered() if entry.outcome in ("turned_away", "failed")]
    _gathered.set(kept)


def flush() -> None:
    """Write what was gathered, chain by chain, so that two requests never wait for each other crosswise."""
    entries = sorted(gathered(), key=lambda entry: entry.chain.bytes)
    clear()
    if not entries:
        return
    worked = clock.now()
    columns = zip(
        *((each.chain, each.act, each.outcome, each.kind, each.ref) for each in entries), strict=True
    )
    with connections["default"].cursor() as cursor:
        cursor.execute(
            "select trail.append(chain, act, outcome, kind, ref, %s) from unnest"
            "(%s::uuid[], %s::text[], %s::text[], %s::text[], %s::uuid[]) as each(chain, act, outcome, kind, ref)",
            [worked, *map(list, columns)],
        )
