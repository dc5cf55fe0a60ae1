"""Bringing something to supervision, and writing down that the two met: when and how long, nothing more."""

import uuid
from datetime import datetime
from uuid import UUID

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.keeper import call, one_at_a_time
from alongside.access.keys import shared_key
from alongside.access.roles import Can
from alongside.agency.models import Staff
from alongside.keeping.rules import ChangedMeanwhile, NothingWritten, is_stale
from alongside.meetings.queries import is_kept_free
from alongside.meetings.rules import TimeIsKept
from alongside.practice import rules
from alongside.practice.models import Supervision, SupervisionItem, SupervisionPair


def _pair(worker: UUID) -> SupervisionPair:
    """The worker and the supervisor named for them now, with a key of their own from the first time on."""
    supervisor = Staff.objects.filter(pk=worker).values_list("supervisor_id", flat=True).first()
    if supervisor is None:
        raise rules.NobodySupervises
    one_at_a_time(f"supervision of {worker}")
    found = SupervisionPair.objects.filter(worker_id=worker, supervisor_id=supervisor).first()
    if found is not None:
        return found
    pair = uuid.uuid4()
    call("core.pair_up", pair, shared_key(pair), worker, supervisor)
    return SupervisionPair.objects.get(pk=pair)


@act(Can.REFLECT)
def bring(*, by: Actor, brought: UUID, worker: UUID, words: str) -> SupervisionItem:
    """Bring something to the next supervision of a worker: their own, or one's own team's. `brought` is the
    new id; where it comes from is not kept. Raises NothingWritten."""
    if not words.strip():
        raise NothingWritten
    kept = SupervisionItem.objects.filter(pk=brought, by_id=by.id).first()
    if kept is not None:
        return kept
    pair, now = _pair(worker), clock.now()
    row = SupervisionItem(pk=brought, key_id=pair.key_id, pair=pair, by_id=by.id, at=now, changed_at=now)
    row.words = words
    row.save(force_insert=True)
    return row


@act(Can.REFLECT)
def change_brought(*, by: Actor, brought: UUID, words: str, version: int | None) -> SupervisionItem:
    """Change what one brought oneself; what it said before is not kept.
    Raises ChangedMeanwhile or NothingWritten."""
    if not words.strip():
        raise NothingWritten
    row = SupervisionItem.objects.select_for_update(of=("self",)).get(pk=brought, by_id=by.id)
    if is_stale(version, row.version):
        raise ChangedMeanwhile
    row.words, row.version, row.changed_at = words, row.version + 1, clock.now()
    row.save(update_fields=["words", "version", "changed_at"])
    return row


@act(Can.REFLECT)
def take_back(*, by: Actor, brought: UUID) -> None:
    """Take back for good what one brought oneself."""
    SupervisionItem.objects.filter(pk=brought, by_id=by.id).delete()


@act(Can.REFLECT)
def talk_over(*, by: Actor, brought: UUID, talked: bool) -> None:
    """Set aside what the two have talked about, or bring it to the next time again."""
    SupervisionItem.objects.filter(pk=brought).update(talked_at=clock.now() if talked else None)


@act(Can.REFLECT)
def plan_supervision(
    *,
    by: Actor,
    supervision: UUID,
    worker: UUID,
    at: datetime,
    minutes: int | None,
    held: bool,
    asked: bool = False,
) -> Supervision:
    """Write down a time the two mean to meet, or met. `supervision` is the new id.

    Over a time the other one keeps free nothing is planned, unless they were `asked`.
    """
    kept = Supervision.objects.filter(pk=supervision, by_id=by.id).first()
    if kept is not None:
        return kept
    pair = _pair(worker)
    _ask_first(by, pair, at, minutes, held or asked)
    row = Supervision(pk=supervision, pair=pair, by_id=by.id, changed_at=clock.now())
    row.at, row.minutes, row.held = at, minutes, held
    row.save(force_insert=True)
    return row


def _ask_first(by: Actor, pair: SupervisionPair, at: datetime, minutes: int | None, asked: bool) -> None:
    other = pair.supervisor_id if pair.worker_id == by.id else pair.worker_id
    if not asked and is_kept_free(by, other, at, minutes):
        raise TimeIsKept


@act(Can.REFLECT)
def change_supervision(
    *,
    by: Actor,
    supervision: UUID,
    at: datetime,
    minutes: int | None,
    held: bool,
    version: int | None,
    asked: bool = False,
) -> Supervision:
    """Put right when the two meet or met, and how long; `asked` as for a new time.
    Raises ChangedMeanwhile."""
    row = Supervision.objects.select_for_update(of=("self",)).select_related("pair").get(pk=supervision)
    if is_stale(version, row.version):
        raise ChangedMeanwhile
    if (row.at, row.minutes, row.held) != (at, minutes, held):
        _ask_first(by, row.pair, at, minutes, held or asked)
    row.at, row.minutes, row.held = at, minutes, held
    row.version, row.changed_at = row.version + 1, clock.now()
    row.save(update_fields=["at", "minutes", "held", "version", "changed_at"])
    return row


@act(Can.REFLECT)
def put_away_supervision(*, by: Actor, supervision: UUID, away: bool) -> None:
    """Take a time off the list, or put it back."""
    now = clock.now()
    Supervision.objects.filter(pk=supervision).update(removed_at=now if away else None, changed_at=now)
