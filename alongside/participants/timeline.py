"""Putting things on the timeline. Every act about a participant marks a moment, without words."""

from datetime import datetime
from uuid import UUID

from alongside.access.actor import Actor
from alongside.participants.models import Moment


def mark(*, by: Actor, participant: UUID, at: datetime, room: str, kind: str, ref: UUID) -> Moment:
    """Mark a moment: the room that keeps the thing renders it."""
    return Moment.objects.create(
        participant_id=participant, at=at, room=room, kind=kind, ref=ref, by_id=by.id
    )


def mark_once(*, by: Actor, participant: UUID, at: datetime, room: str, kind: str, ref: UUID) -> None:
    """Mark the moment of something that may begin more than once: the first time counts."""
    its = {"participant_id": participant, "room": room, "kind": kind, "ref": ref}
    Moment.objects.get_or_create(**its, defaults={"at": at, "by_id": by.id})


def move(*, ref: UUID, room: str, at: datetime) -> None:
    """A thing happened at another time than was written first."""
    Moment.objects.filter(room=room, ref=ref).update(at=at)
