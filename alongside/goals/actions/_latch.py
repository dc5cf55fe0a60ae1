"""What the acts of this folder share: the sheet held, so that savings come one after the other, and turns kept."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from alongside import clock
from alongside.access.actor import Actor
from alongside.goals.choices import RESTING
from alongside.goals.models import Goal, GoalSheet, GoalStateChange, Step
from alongside.keeping.columns import Removable
from alongside.keeping.rows import authored
from alongside.keeping.rules import NotHere
from alongside.participants.queries import participant_named
from alongside.participants.timeline import mark


def held_sheet(by: Actor, participant: UUID) -> GoalSheet:
    """The sheet of a participant, made if it is the first time, and held until this act is kept."""
    person = participant_named(participant)
    if person is None:
        raise NotHere
    held = GoalSheet.objects.filter(participant_id=participant).select_for_update().first()
    if held is None:
        new = GoalSheet(
            key_id=person.key_id,
            participant_id=participant,
            fits_around="",
            changed_at=clock.now(),
            changed_by_id=by.id,
        )
        GoalSheet.objects.bulk_create([new], ignore_conflicts=True)
        held = GoalSheet.objects.select_for_update().get(participant_id=participant)
    return held


def standing(participant: UUID) -> list[Goal]:
    """The goals of now, in their order."""
    rows = Goal.objects.filter(participant_id=participant, removed_at=None, later=False)
    return list(rows.exclude(state__in=RESTING).order_by("place", "set_at", "id"))


def last_place(participant: UUID) -> int:
    """The place after which a new goal comes."""
    places = (
        Goal.objects.filter(participant_id=participant).order_by("-place").values_list("place", flat=True)
    )
    return places.first() or 0


def set_removed(row: Removable, *, removed: bool) -> None:
    """Take a row away or bring it back; NotHere where it stays away."""
    if removed:
        row.take_away()
    elif row.removed_at and not row.bring_back():
        raise NotHere


def remember_turn(by: Actor, goal: Goal, step: Step | None, state: str) -> None:
    """Keep that a goal or step turned, with its words as they read then."""
    turn = GoalStateChange.objects.create(
        **authored(by, goal), goal=goal, step=step, words=step.words if step else goal.words, state=state
    )
    mark(by=by, participant=goal.participant_id, at=turn.at, room="goals", kind="turn", ref=turn.pk)


def next_instant(rows: QuerySet[Any]) -> datetime:
    """Now, or just after the newest of these rows: two never share an instant, so that their order stays known."""
    newest = rows.order_by("-at").values_list("at", flat=True).first()
    return max(clock.now(), newest + timedelta(microseconds=1)) if newest else clock.now()
