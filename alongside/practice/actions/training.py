"""Planning trainings, coming to them, reading a scenario twice, and writing down what was learned."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.keeper import call
from alongside.access.keys import own_key, shared_key
from alongside.access.refusals import refused_as
from alongside.access.roles import Can
from alongside.keeping.rules import ChangedMeanwhile, NothingWritten, is_stale
from alongside.practice import rules
from alongside.practice.models import (
    Scenario,
    TrainingReflection,
    TrainingSession,
    TrainingTopic,
)


@act(Can.LEAD_TRAINING)
def save_topic(
    *, by: Actor, topic: UUID | None, name: str, refresh_months: int | None, on_profile: bool, hidden: bool
) -> TrainingTopic:
    """Add a topic to the agency's list, or change one. Whether it shows on profiles and when it is good to
    refresh is the agency's to say."""
    row = TrainingTopic.objects.select_for_update().filter(pk=topic).first() if topic else None
    if row is None:
        last = TrainingTopic.objects.order_by("-place").values_list("place", flat=True).first()
        row = TrainingTopic(place=(last or 0) + 10)
    row.name, row.refresh_months = name, refresh_months
    row.on_profile, row.hidden = on_profile, hidden
    row.save()
    return row


@act(Can.SET_UP_AGENCY)
def import_training_topics(*, by: Actor, topics: Sequence[Mapping[str, Any]]) -> None:
    """Take topics out of another agency's set-up file; what is only here stays."""
    for each in topics:
        call(
            "core.take_topic", each["key"], each["name"], each["place"], each["refresh_months"] or None,
            each["on_profile"], each["hidden"],
        )  # fmt: skip


@act(Can.LEAD_TRAINING)
def plan_training(
    *,
    by: Actor,
    session: UUID,
    topic: UUID,
    at: datetime,
    title: str = "",
    minutes: int | None = None,
    places: int | None = None,
    facilitator: str = "",
    where: str = "",
    version: int | None = None,
) -> TrainingSession:
    """Plan a session, or change one that is planned. More places go to those who wait, the first one first.
    Raises ChangedMeanwhile."""
    row = TrainingSession.objects.select_for_update().filter(pk=session).first()
    if row is None:
        row = TrainingSession(pk=session, version=0)
    elif is_stale(version, row.version):
        raise ChangedMeanwhile
    row.topic_id, row.title, row.at, row.minutes, row.places = topic, title, at, minutes, places
    row.facilitator, row.where = facilitator, where
    row.version, row.changed_at, row.changed_by_id = row.version + 1, clock.now(), by.id
    row.save()
    if row.version > 1:
        call("core.fill_places", row.pk)
    return row


@act(Can.LEAD_TRAINING)
def cancel_training(*, by: Actor, session: UUID, off: bool) -> None:
    """Call a session off, or let it stand again."""
    now = clock.now()
    TrainingSession.objects.filter(pk=session).update(
        cancelled_at=now if off else None, changed_at=now, changed_by_id=by.id
    )


@act(Can.TRAIN)
def sign_up(*, by: Actor, session: UUID) -> bool:
    """Take a place in a session, or wait for one to open. Answers whether there was a place."""
    with refused_as({"staff_sign_up": rules.NotThere, "no_such_session": rules.NotThere}):
        return bool(call("core.sign_up", session))


@act(Can.TRAIN)
def step_back(*, by: Actor, session: UUID) -> None:
    """Give one's place back; it goes to whoever waits longest."""
    call("core.step_back", session)


@act(Can.LEAD_TRAINING)
def write_scenario(*, by: Actor, session: UUID, words: str, version: int | None) -> Scenario:
    """Attach a scenario that points to nobody. Nobody else reads it before a second person approves it; a
    changed word needs approving anew. Raises ChangedMeanwhile or NothingWritten."""
    if not words.strip():
        raise NothingWritten
    row = Scenario.objects.select_for_update(of=("self",)).filter(session_id=session).first()
    now = clock.now()
    if row is None:
        new = uuid.uuid4()
        row = Scenario(
            pk=new,
            key_id=shared_key(new),
            session_id=session,
            by_id=by.id,
            changed_by_id=by.id,
            changed_at=now,
        )
        row.words = words
        row.save(force_insert=True)
        return row
    if is_stale(version, row.version):
        raise ChangedMeanwhile
    row.words, row.version = words, row.version + 1
    row.changed_at, row.changed_by_id = now, by.id
    row.save(update_fields=["words", "version", "changed_at", "changed_by"])
    return row


@act(Can.LEAD_TRAINING)
def approve_scenario(*, by: Actor, scenario: UUID, version: int) -> None:
    """Say that these very words point to nobody: done by somebody else than whoever wrote them last."""
    with refused_as({"a_second_person_approves": rules.SecondPerson, "changed_meanwhile": ChangedMeanwhile}):
        call("core.approve_scenario", scenario, version)


@act(Can.TRAIN)
def think_back(
    *, by: Actor, session: UUID, stays: str, tries: str, version: int | None
) -> TrainingReflection:
    """Keep what one takes from a session, for oneself; that one was there goes into one's training record.
    Raises ChangedMeanwhile or NothingWritten."""
    if not (stays + tries).strip():
        raise NothingWritten
    held = TrainingSession.objects.get(pk=session)
    row = TrainingReflection.objects.select_for_update().filter(session_id=session, by_id=by.id).first()
    if row is None:
        _record(uuid.uuid4(), by.id, held.topic_id, timezone.localtime(held.at).date(), held.pk)
        row = TrainingReflection(key_id=own_key(by), session=held, by_id=by.id, at=clock.now(), version=0)
    elif is_stale(version, row.version):
        raise ChangedMeanwhile
    row.stays, row.tries, row.version = stays, tries, row.version + 1
    row.save()
    return row


@act(Can.TRAIN)
def forget_thoughts(*, by: Actor, session: UUID) -> None:
    """Delete for good what one kept from a session; the training record stays."""
    TrainingReflection.objects.filter(session_id=session, by_id=by.id).delete()


@act(Can.TRAIN)
def record_training(*, by: Actor, record: UUID, staff: UUID, topic: UUID, on_day: date) -> None:
    """Write down that one has learned about a topic, or, as their supervisor, that somebody of the team has."""
    _record(record, staff, topic, on_day, None)


def _record(record: UUID, staff: UUID, topic: UUID, on_day: date, session: UUID | None) -> None:
    with refused_as(
        {
            "training_is_recorded_by_worker_or_supervisor": rules.NotThere,
            "only_who_came_to_a_session_has_been_there": rules.NotThere,
            "not_yet": rules.NotThere,
        }
    ):
        call("core.record_training", record, staff, topic, on_day, session)
