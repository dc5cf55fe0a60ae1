"""Planning a meeting, changing it, saying afterwards whether we met, and who interpreted."""

from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.roles import Can
from alongside.keeping.rows import authored, held, held_or_new
from alongside.keeping.rules import NotHere, NothingWritten
from alongside.meetings import rules
from alongside.meetings.choices import Outcome
from alongside.meetings.models import Interpreting, Meeting, ReservedTime
from alongside.meetings.queries import is_kept_free
from alongside.participants import timeline
from alongside.participants.models import Participant
from alongside.participants.queries import participant_named


@act(Can.SCHEDULE, said=_("planned a meeting"))
def schedule_meeting(
    *,
    by: Actor,
    participant: UUID,
    meeting: UUID,
    at: datetime,
    with_whom: UUID | None = None,
    backup: UUID | None = None,
    minutes: int | None = None,
    place: str = "",
    purpose: str = "",
    interpreter: str = "",
    cover_words: str = "",
    asked: bool = False,
) -> Meeting:
    """Plan a meeting. `meeting` is its new id; a second click finds what the first one planned.

    Over a time a colleague keeps free nothing is booked, unless they were `asked`.
    Raises NotHere.
    """
    person = participant_named(participant)
    if person is None:
        raise NotHere
    standing = held_or_new(Meeting, meeting, participant_id=participant)
    if standing is not None:
        return standing
    _ask_first(by, with_whom or by.id, at, minutes, asked)
    planned = Meeting.objects.create(
        id=meeting,
        key_id=person.key_id,
        participant_id=participant,
        at=at,
        minutes=minutes,
        with_whom_id=with_whom or by.id,
        backup_id=backup,
        place=place,
        purpose=purpose,
        interpreter=interpreter,
        cover_words=cover_words,
        changed_at=clock.now(),
        changed_by_id=by.id,
    )
    timeline.mark(by=by, participant=participant, at=at, room="meetings", kind="meeting", ref=meeting)
    return planned


def _ask_first(by: Actor, staff: UUID, at: datetime, minutes: int | None, asked: bool) -> None:
    if not asked and is_kept_free(by, staff, at, minutes):
        raise rules.TimeIsKept


@act(Can.SCHEDULE, said=_("changed a meeting"))
def change_meeting(
    *,
    by: Actor,
    participant: UUID,
    meeting: UUID,
    seen: int | None,
    at: datetime,
    with_whom: UUID,
    minutes: int | None,
    place: str,
    purpose: str,
    interpreter: str,
    cover_words: str,
    asked: bool = False,
    backup: UUID | None = None,
) -> Meeting:
    """Change what was planned. `seen` is the version that was read; `asked` as for a new one."""
    planned = held(Meeting, meeting, seen, participant_id=participant)
    moved = planned.at != at
    if moved or planned.minutes != minutes or planned.with_whom_id != with_whom:
        _ask_first(by, with_whom, at, minutes, asked)
    planned.at, planned.minutes, planned.with_whom_id = at, minutes, with_whom
    planned.backup_id = backup
    planned.place, planned.purpose = place, purpose
    planned.interpreter, planned.cover_words = interpreter, cover_words
    planned.version += 1
    planned.changed_at, planned.changed_by_id = clock.now(), by.id
    planned.save()
    if moved:
        timeline.move(ref=meeting, room="meetings", at=at)
    return planned


@act(Can.SCHEDULE, said=_("noted whether we met"))
def mark_met(*, by: Actor, participant: UUID, meeting: UUID, outcome: Outcome) -> Meeting:
    """Say that we met, or did not, or take it back. No reason is asked."""
    planned = held(Meeting, meeting, participant_id=participant)
    planned.outcome = outcome
    planned.save(update_fields=["outcome"])
    return planned


@act(Can.SCHEDULE, said=_("called a meeting off"))
def cancel_meeting(*, by: Actor, participant: UUID, meeting: UUID) -> Meeting:
    """Call a meeting off. It can be put back."""
    planned = held(Meeting, meeting, participant_id=participant)
    return planned if planned.cancelled_at else _stands(by, planned, cancelled_at=clock.now())


@act(Can.SCHEDULE, said=_("brought a meeting back"))
def restore_meeting(*, by: Actor, participant: UUID, meeting: UUID) -> Meeting:
    """Put back a meeting that was called off."""
    planned = held(Meeting, meeting, participant_id=participant)
    return _stands(by, planned, cancelled_at=None) if planned.cancelled_at else planned


def _stands(by: Actor, planned: Meeting, *, cancelled_at: datetime | None) -> Meeting:
    """Whether a meeting stands is a change like any other: whoever has its calendar file learns of it there."""
    planned.cancelled_at = cancelled_at
    planned.version += 1
    planned.changed_at, planned.changed_by_id = clock.now(), by.id
    planned.save(update_fields=["cancelled_at", "version", "changed_at", "changed_by"])
    return planned


@act(Can.CHANGE_RECORD, said=_("wrote down who interpreted"))
def keep_interpreting(
    *,
    by: Actor,
    participant: UUID,
    interpreting: UUID,
    who: str,
    day: date | None = None,
    way: str = "",
    again: str = "",
    words: str = "",
) -> Interpreting:
    """Keep who interpreted; sent twice, it is one. Raises NothingWritten without a name or a service."""
    if not who.strip():
        raise NothingWritten
    standing = held_or_new(Interpreting, interpreting, participant_id=participant)
    if standing is not None:
        return standing
    new = authored(by, Participant.objects.get(pk=participant))
    told = {"who": who, "day": day.isoformat() if day else "", "way": way, "again": again, "words": words}
    return Interpreting.objects.create(id=interpreting, **new, **told)


@act(Can.CHANGE_RECORD, said=_("took away who interpreted"))
def remove_interpreting(*, by: Actor, participant: UUID, interpreting: UUID) -> Interpreting:
    """Take a line away. It can come back for 30 days."""
    row = held(Interpreting, interpreting, participant_id=participant)
    row.take_away()
    return row


@act(Can.CHANGE_RECORD, said=_("brought back who interpreted"))
def restore_interpreting(*, by: Actor, participant: UUID, interpreting: UUID) -> Interpreting:
    """Bring it back."""
    row = held(Interpreting, interpreting, participant_id=participant)
    row.bring_back()
    return row


@act(Can.REFLECT)
def reserve_time(*, by: Actor, kept: UUID, begins: datetime, minutes: int) -> ReservedTime:
    """Keep a time free to think. `kept` is its new id."""
    standing = ReservedTime.objects.filter(pk=kept, staff_id=by.id).first()
    if standing is not None:
        return standing
    return ReservedTime.objects.create(
        id=kept, staff_id=by.id, begins=begins, ends=rules.ends_at(begins, minutes)
    )


@act(Can.REFLECT)
def cancel_reserved_time(*, by: Actor, kept: UUID) -> None:
    """Let a time go that one kept for oneself."""
    ReservedTime.objects.filter(pk=kept, staff_id=by.id).delete()
