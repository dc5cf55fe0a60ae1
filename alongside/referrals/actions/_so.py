"""What each act of this room begins with: the person and the referral, held until it is done."""

from datetime import date, datetime
from uuid import UUID

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown
from alongside.keeping import rows
from alongside.keeping.rows import authored
from alongside.participants.queries import Participant, participant_named
from alongside.participants.timeline import mark
from alongside.referrals.models import Referral, ReferralStateChange, WaitCheck, WaitingPlace


def person_of(participant: UUID) -> Participant:
    """The person, if they are within reach."""
    person = participant_named(participant)
    if person is None:
        raise TurnedDown("not_here")
    return person


def held(participant: UUID, referral: UUID) -> Referral:
    """The referral, with every other change of it waiting."""
    return rows.held(Referral, referral, participant_id=participant)


def turned(
    by: Actor, row: Referral, state: str, words: str, turn: UUID, since: datetime | None = None
) -> ReferralStateChange:
    """Keep that a referral changed state, now or `since` then; it stands on the timeline with its words."""
    now = since or clock.now()
    kept = ReferralStateChange(id=turn, **authored(by, row, at=now), referral=row, state=state, words=words)
    kept.save(force_insert=True)
    row.state, row.state_at, row.holds, row.held_at = state, now, False, None
    row.version += 1
    row.changed_at, row.changed_by_id = clock.now(), by.id
    row.save(update_fields=["state", "state_at", "holds", "held_at", "version", "changed_at", "changed_by"])
    mark(by=by, participant=row.participant_id, at=now, room="referrals", kind="turn", ref=kept.pk)
    return kept


def join_at(by: Actor, row: Referral, day: date, check: UUID) -> None:
    """Their place on a list that the other side put them on, if they have none yet. When to ask is ours to say."""
    if WaitingPlace.objects.filter(referral=row).exists():
        return
    place = WaitingPlace(key_id=row.key_id, participant_id=row.participant_id, referral=row, joined_on=day)
    place.said_wait = place.offer = place.interim = ""
    place.changed_at, place.by_id, place.changed_by_id = clock.now(), by.id, by.id
    place.save(force_insert=True)
    first = WaitCheck(id=check, key_id=row.key_id, participant_id=row.participant_id, place=place)
    first.on, first.words, first.by_id = day, "", by.id
    first.save(force_insert=True)
