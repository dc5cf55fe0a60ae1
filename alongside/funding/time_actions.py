"""Writing down hours beside the work with people."""

from datetime import date
from uuid import UUID

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.roles import Can
from alongside.funding.claim_models import WorkTime
from alongside.funding.stream_choices import TimeKind
from alongside.funding.stream_models import Stream
from alongside.keeping.rows import held, held_or_new, insert
from alongside.keeping.rules import NotHere

A_DAY = 24 * 60


@act(Can.LOG_HOURS)
def log_hours(
    *, by: Actor, row: UUID, day: date, kind: str, minutes: int, stream: UUID | None = None
) -> WorkTime:
    """Write down hours of one's own; sent twice, they are one. Raises NotHere, TurnedDown."""
    found = held_or_new(WorkTime, row, by_id=by.id)
    if found is not None:
        return found
    if kind not in TimeKind.values or not 0 < minutes <= A_DAY:
        raise TurnedDown("not_offered")
    if stream is not None and not Stream.objects.filter(pk=stream).exists():
        raise NotHere
    told = {"day": day, "kind": kind, "minutes": minutes, "stream_id": stream}
    found = WorkTime(id=row, **told, at=clock.now(), by_id=by.id)
    insert(found)
    return found


@act(Can.LOG_HOURS)
def take_hours_away(*, by: Actor, row: UUID) -> WorkTime:
    """Take hours of one's own away. Raises NotHere."""
    found = held(WorkTime, row, by_id=by.id)
    found.take_away()
    return found


@act(Can.LOG_HOURS)
def bring_hours_back(*, by: Actor, row: UUID) -> WorkTime:
    """Bring them back, within 30 days. Raises NotHere."""
    found = held(WorkTime, row, by_id=by.id)
    found.bring_back()
    return found
