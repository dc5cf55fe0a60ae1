"""Keeping strands: where each is now, and where it was; and planning their events."""

from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.roles import Can
from alongside.keeping.rows import authored, held, held_or_new
from alongside.keeping.rules import NotHere, NothingWritten
from alongside.legal.choices import StrandState
from alongside.legal.models import Strand, StrandChange, StrandEvent
from alongside.legal.rules import Plan
from alongside.meetings.actions import schedule_meeting
from alongside.participants.queries import participant_named
from alongside.participants.timeline import mark


@act(Can.CHANGE_RECORD, said=_("saved where a strand is"))
def save_strand(
    *,
    by: Actor,
    participant: UUID,
    strand: UUID,
    kind: str,
    words: str,
    state: str = StrandState.OPEN,
    waits_on: str = "",
    holder: str = "",
    since: date | None = None,
    comes_up_on: date | None = None,
    said: str = "",
    version: int | None = None,
) -> Strand:
    """Keep a strand and, where something changed, what it was. `strand` is its id, new or known; one that has ended
    comes up no more. Raises NothingWritten, ChangedMeanwhile."""
    if not words.strip():
        raise NothingWritten
    found = held_or_new(Strand, strand, version, participant_id=participant)
    row = found or _new(by, participant, strand)
    if version is None and row.version == 1:
        return row  # sent twice
    before = None if found is None else row.where
    row.kind, row.words, row.state, row.is_open = kind, words, state, state != StrandState.ENDED
    row.waits_on = waits_on if state == StrandState.WAITING else ""
    row.holder, row.since = holder, since.isoformat() if since else ""
    row.comes_up_on = comes_up_on if row.is_open else None
    row.version += 1
    row.save(force_insert=found is None)
    if said.strip() or before != row.where:
        _remember(by, row, said)
    return row


def _new(by: Actor, participant: UUID, strand: UUID) -> Strand:
    person = participant_named(participant)
    if person is None:
        raise NotHere
    return Strand(pk=strand, **authored(by, person), version=0)


def _remember(by: Actor, row: Strand, said: str) -> None:
    change = StrandChange.objects.create(**authored(by, row), strand=row, said=said, **row.where)
    mark(by=by, participant=row.participant_id, at=change.at, room="legal", kind="strand", ref=change.pk)


@act(Can.SCHEDULE, said=_("planned an event of a strand"))
def plan_event(
    *,
    by: Actor,
    participant: UUID,
    strand: UUID,
    event: UUID,
    kind: str,
    plan: Plan | None = None,
    meeting: dict[str, Any],
) -> StrandEvent:
    """Plan an event: its meeting, as `schedule_meeting` is told of it, and the plan around it. `event` is the new id of
    both. Raises NotHere, TimeIsKept."""
    there = held_or_new(StrandEvent, event, participant_id=participant)
    if there is not None:
        return there
    its = held(Strand, strand, participant_id=participant)
    planned = schedule_meeting(by=by, participant=participant, meeting=event, **meeting)
    return StrandEvent.objects.create(
        id=event, **authored(by, planned), strand=its, meeting=planned, kind=kind, **vars(plan or Plan())
    )


@act(Can.SCHEDULE, said=_("changed the plan around an event"))
def change_plan(
    *, by: Actor, participant: UUID, event: UUID, kind: str, plan: Plan, seen: int | None
) -> StrandEvent:
    """Change what is planned around an event; `seen` is the version that was read."""
    row = held(StrandEvent, event, seen, participant_id=participant)
    row.kind = kind
    for name, words in vars(plan).items():
        setattr(row, name, words)
    row.version += 1
    row.save()
    return row
