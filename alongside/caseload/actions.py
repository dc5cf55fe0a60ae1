"""Saying how much room one has, and what a caseload weighs."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.roles import Can
from alongside.caseload import rules
from alongside.caseload.choices import Capacity, Interim, Level
from alongside.caseload.models import (
    AgencyMeasure,
    CapacitySignal,
    Intensity,
    OtherPeople,
    OwnWeight,
    Waiting,
)
from alongside.keeping.rows import authored, held, held_or_new, insert
from alongside.keeping.rules import NotHere, NothingWritten
from alongside.participants.actions import change_state
from alongside.participants.choices import State
from alongside.participants.models import Participant
from alongside.participants.rules import HasCaseManager


def _moment(before: QuerySet[Any]) -> datetime:
    """Now, and after what was said before: two that say the same thing never share an instant."""
    last = before.order_by("-at").values_list("at", flat=True).first()
    return max(clock.now(), last + timedelta(microseconds=1)) if last else clock.now()


@act(Can.SAY_CAPACITY)
def say_capacity(*, by: Actor, answer: Capacity) -> CapacitySignal:
    """Say how much room one has. No reason is asked, and none is kept."""
    return CapacitySignal.objects.create(
        by_id=by.id, at=_moment(CapacitySignal.objects.filter(by_id=by.id)), answer=answer
    )


@act(Can.SEE_TEAM_LOAD)
def mark_signal_seen(*, by: Actor, signal: UUID) -> CapacitySignal:
    """Say that one has seen a colleague's signal. Raises NotMine."""
    row = CapacitySignal.objects.select_for_update().filter(pk=signal).exclude(by_id=by.id).first()
    if row is None:
        raise rules.NotMine
    if row.seen_at is None:
        row.seen_at, row.seen_by_id = clock.now(), by.id
        row.save(update_fields=["seen_at", "seen_by"])
    return row


@act(Can.CHANGE_RECORD, said=_("said what walking with them takes"))
def set_intensity(
    *,
    by: Actor,
    participant: UUID,
    row: UUID,
    level: str,
    far: bool = False,
    interpreter: bool = False,
) -> Intensity:
    """Say what walking with somebody takes just now; sent twice, it is one."""
    found = held_or_new(Intensity, row, participant_id=participant)
    if found is None:
        person = Participant.objects.get(pk=participant)
        told = {"level": Level(level), "far": far, "interpreter": interpreter}
        found = Intensity(
            id=row, **authored(by, person, at=_moment(Intensity.objects.filter(participant=person))), **told
        )
        insert(found)
    return found


@act(Can.SEE_TEAM_LOAD, said=_("set what walking with them weighs"))
def set_own_weight(
    *, by: Actor, participant: UUID, row: UUID, amount: Decimal | None, words: str = ""
) -> OwnWeight:
    """Set what one person weighs, in place of every reason; without an amount the reasons count again. Raises
    NotAWeight."""
    if amount is not None and not 0 < amount <= rules.MOST:
        raise rules.NotAWeight
    found = held_or_new(OwnWeight, row, participant_id=participant)
    if found is None:
        person = Participant.objects.get(pk=participant)
        found = OwnWeight(
            id=row,
            **authored(by, person, at=_moment(OwnWeight.objects.filter(participant=person))),
            amount=amount,
            words=words,
        )
        insert(found)
    return found


@act(Can.SEE_TEAM_LOAD)
def add_other_people(
    *, by: Actor, row: UUID, staff: UUID, called: str, number: int, weight: Decimal
) -> OtherPeople:
    """Say how many other people a colleague of one's team walks with, without records. Raises NothingWritten,
    NotAWeight."""
    if not called.strip():
        raise NothingWritten
    if not (number > 0 and 0 < weight <= rules.MOST):
        raise rules.NotAWeight
    found = held_or_new(OtherPeople, row, staff_id=staff)
    if found is None:
        told = {"called": called.strip(), "number": number, "weight": weight}
        found = OtherPeople(id=row, staff_id=staff, **told, at=clock.now(), by_id=by.id)
        insert(found)
    return found


@act(Can.SEE_TEAM_LOAD)
def end_other_people(*, by: Actor, other: UUID) -> None:
    """They count no more from now on. Raises NotHere."""
    row = held(OtherPeople, other)
    if row.staff_id == by.id:
        raise NotHere
    if row.ended_at is None:
        row.ended_at = clock.now()
        row.save(update_fields=["ended_at"])


@act(Can.ASSIGN, said=_("put them on the waiting list for a case manager"))
def put_on_waiting_list(
    *, by: Actor, participant: UUID, row: UUID, reason: str, interim: str, who_and_when: str
) -> Waiting:
    """Somebody waits for a case manager, and it is named who is there meanwhile. Sent twice, it is one. Raises
    NothingWritten without who and when, HasCaseManager."""
    if not who_and_when.strip():
        raise NothingWritten
    found = held_or_new(Waiting, row, participant_id=participant)
    if found is None:
        person = Participant.objects.select_for_update(no_key=True).get(pk=participant)
        if person.case_manager_id is not None:
            raise HasCaseManager
        if person.state != State.WAITING:
            change_state(by=by, participant=participant, state=State.WAITING)
        at = _moment(Waiting.objects.filter(participant=participant))
        told = {"reason": reason, "interim": Interim(interim), "who_and_when": who_and_when}
        found = Waiting(id=row, **authored(by, person, at=at), **told)
        insert(found)
    return found


@act(Can.SET_UP_AGENCY)
def set_measures(*, by: Actor, amounts: Mapping[str, Decimal]) -> None:
    """Other numbers from now on; what was before stays as it was. Raises NotAWeight."""
    if any(not 0 < amount <= rules.MOST for amount in amounts.values()):
        raise rules.NotAWeight
    at = _moment(AgencyMeasure.objects.all())
    AgencyMeasure.objects.bulk_create(
        AgencyMeasure(kind=kind, amount=amount, at=at, by_id=by.id) for kind, amount in amounts.items()
    )
