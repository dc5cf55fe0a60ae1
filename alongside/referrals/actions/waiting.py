"""Waiting lists: joined once, asked about from time to time, kept through silence and return."""

from uuid import UUID, uuid4

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.roles import Can
from alongside.keeping.rules import ChangedMeanwhile, is_stale
from alongside.referrals import rules
from alongside.referrals.actions._so import held, turned
from alongside.referrals.choices import State
from alongside.referrals.models import WaitCheck, WaitingPlace


@act(Can.REFER, said=_("kept how a waiting list stands"))
def save_waiting(
    *,
    by: Actor,
    participant: UUID,
    referral: UUID,
    check: UUID,
    told: rules.Waited,
    seen: int | None = None,
) -> WaitingPlace:
    """Join a waiting list, or keep what was said when we asked. The day it was joined never moves.
    Raises ChangedMeanwhile."""
    row = held(participant, referral)
    today = clock.today()
    place = WaitingPlace.objects.filter(referral=row).first()
    if place is not None and WaitCheck.objects.filter(pk=check).exists():
        return place
    if place is not None and is_stale(seen, place.version):
        raise ChangedMeanwhile(place)
    is_new = place is None
    if place is None:
        place = WaitingPlace(key_id=row.key_id, participant_id=participant, referral=row, version=0)
        place.joined_on, place.by_id = told.joined_on or today, by.id
    place.said_wait, place.offer, place.interim = told.said_wait, told.offer, told.interim
    place.every_days = told.every_days
    place.checked_on = None if is_new else today
    place.next_on = rules.next_check(today, told.every_days, told.next_on)
    place.version += 1
    place.changed_at, place.changed_by_id = clock.now(), by.id
    if is_new:
        place.save(force_insert=True)
    else:
        place.save(
            update_fields=[
                "said_wait", "offer", "interim", "every_days", "checked_on", "next_on", "version", "changed_at",
                "changed_by",
            ]
        )  # fmt: skip
    asked = WaitCheck(id=check, key_id=row.key_id, participant_id=participant, place=place)
    asked.on, asked.words, asked.by_id = today, told.words, by.id
    asked.save(force_insert=True)
    if is_new:
        turned(by, row, State.WAITLISTED, "", uuid4())
    return place
