"""What is done in the strand of connection: noticing shifts, seasons, presence, agreements.

A new row has the id its form gave it: the same id and words again give the row that stands, an id that is taken
by something else raises KeptAlready.
"""

import uuid
from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.roles import Can
from alongside.connection import rules
from alongside.connection.choices import Lens
from alongside.connection.models import Agreement, EngagementShift, PresencePlan, ReachOut, SeasonChange
from alongside.keeping.removing import removable
from alongside.keeping.rows import authored, held, insert
from alongside.keeping.rules import ChangedMeanwhile, NothingWritten, is_stale
from alongside.participants.models import Participant
from alongside.participants.timeline import mark


def _held(participant: uuid.UUID) -> Participant:
    """The person, held until the act is done: a double click waits and then finds what its first half kept."""
    return Participant.objects.select_for_update(no_key=True).get(pk=participant)


@act(Can.LOG_CONTACT, said=_("noticed that being in touch changed"))
def add_engagement_shift(
    *,
    by: Actor,
    participant: uuid.UUID,
    shift: uuid.UUID,
    kind: str,
    meeting: uuid.UUID | None = None,
    at: datetime | None = None,
) -> EngagementShift:
    """Notice that being in touch changed. No reason is asked; a meeting is noticed once."""
    person = _held(participant)
    stands = EngagementShift.objects.filter(pk=shift, participant_id=participant).first()
    if stands is None and meeting is not None:
        stands = EngagementShift.objects.filter(
            meeting=meeting, participant_id=participant, removed_at=None
        ).first()
    if stands is not None:
        return stands
    now = clock.now()
    noticed = EngagementShift(
        id=shift,
        **authored(by, person, at=at or now),
        kind=kind,
        meeting_id=meeting,
        changed_at=now,
        changed_by_id=by.id,
    )
    insert(noticed)
    mark(by=by, participant=participant, at=noticed.at, room="connection", kind="shift", ref=noticed.id)
    return noticed


@act(Can.LOG_CONTACT, said=_("kept how we go on after a change"))
def follow_engagement_shift(
    *,
    by: Actor,
    participant: uuid.UUID,
    shift: uuid.UUID,
    seen: int | None = None,
    lens: Collection[str] = (),
    response: str = "",
    wondered: str = "",
    followed: str = "",
    reach_on: date | None = None,
) -> EngagementShift:
    """Keep what we wondered, how we go on, the day of the next gentle hello and what followed; all optional."""
    stands = held(EngagementShift, shift, seen, participant_id=participant)
    stands.lens, stands.response = [str(each) for each in Lens if each in lens], response
    stands.wondered, stands.followed = wondered, followed
    stands.version += 1
    stands.changed_at, stands.changed_by_id = clock.now(), by.id
    stands.save(
        update_fields=["lens", "response", "wondered", "followed", "version", "changed_at", "changed_by"]
    )
    _reach_on(by, stands, reach_on)
    return stands


def _reach_on(by: Actor, shift: EngagementShift, day: date | None) -> None:
    planned = ReachOut.objects.filter(shift=shift).first()
    if planned is None and day is not None:
        ReachOut.objects.create(
            key_id=shift.key_id, participant_id=shift.participant_id, shift=shift, on_day=day, by_id=by.id
        )
    elif planned is not None and day is None:
        planned.delete()
    elif planned is not None and day is not None and planned.on_day != day:
        planned.on_day, planned.said_at = day, None
        planned.save(update_fields=["on_day", "said_at"])


@act(Can.LOG_CONTACT, said=_("took a noticed change back"))
def remove_engagement_shift(*, by: Actor, participant: uuid.UUID, shift: uuid.UUID) -> EngagementShift:
    """Take back that something changed; it can come back for 30 days."""
    stands = held(EngagementShift, shift, participant_id=participant)
    stands.take_away()
    return stands


@act(Can.LOG_CONTACT, said=_("brought a noticed change back"))
def restore_engagement_shift(*, by: Actor, participant: uuid.UUID, shift: uuid.UUID) -> EngagementShift:
    """Bring back a change that was taken back in the last 30 days; a meeting is noticed once."""
    _held(participant)
    stands = held(EngagementShift, shift, participant_id=participant)
    if not (
        stands.meeting_id
        and EngagementShift.objects.filter(meeting=stands.meeting_id, removed_at=None).exists()
    ):
        stands.bring_back()
    return stands


@act(Can.CHANGE_RECORD, said=_("kept the season of the connection"))
def set_season(
    *,
    by: Actor,
    participant: uuid.UUID,
    change: uuid.UUID,
    season: str,
    set_by: str = "",
    words: str = "",
    at: datetime | None = None,
) -> SeasonChange:
    """Say which season the connection is in, from a day on; the seasons before stay. Raises StillToCome."""
    now = clock.now()
    if at is not None and rules.is_still_to_come(at, now):
        raise rules.StillToCome
    person = _held(participant)
    stands = SeasonChange.objects.filter(pk=change, participant_id=participant).first()
    if stands is not None and (stands.season, stands.words) == (season, words):
        return stands
    said = {"season": season, "set_by": set_by, "words": words}
    changed = SeasonChange(id=change, **authored(by, person, at=at or now), **said)
    insert(changed)
    mark(by=by, participant=participant, at=changed.at, room="connection", kind="season", ref=changed.id)
    return changed


remove_season, restore_season = removable(
    SeasonChange, Can.CHANGE_RECORD, "season", said=(_("took a season back"), _("brought a season back"))
)


@act(Can.CHANGE_RECORD, said=_("saved the check-in plan"))
def plan_presence(
    *,
    by: Actor,
    participant: uuid.UUID,
    plan: uuid.UUID,
    seen: int | None = None,
    how: str = "",
    every_days: int | None = None,
    next_on: date | None = None,
) -> PresencePlan:
    """Plan how we stay present; the plan before stays readable. A rhythm without a day begins from today.
    Raises ChangedMeanwhile."""
    person = _held(participant)
    same = PresencePlan.objects.filter(pk=plan, participant_id=participant).first()
    if same is not None and (same.how, same.every_days) == (how, every_days):
        return same
    newest = PresencePlan.objects.filter(participant_id=participant).order_by("-version").first()
    stands = newest.version if newest else 0
    if is_stale(seen, stands):
        raise ChangedMeanwhile(newest)
    planned = PresencePlan(
        id=plan,
        **authored(by, person),
        how=how,
        every_days=every_days,
        next_on=next_on or rules.day_after_hello(clock.today(), every_days),
        version=stands + 1,
    )
    insert(planned)
    return planned


@act(Can.LOG_CONTACT, said=_("said a gentle hello"))
def record_reach_out(*, by: Actor, participant: uuid.UUID) -> None:
    """A gentle hello was said, whether or not an answer came; the next one follows the agreed rhythm."""
    _held(participant)
    now, today = clock.now(), clock.today()
    about_now = ReachOut.objects.filter(
        participant_id=participant,
        said_at=None,
        shift__removed_at=None,
        on_day__lte=today + timedelta(days=1),
    )
    about_now.update(said_at=now)
    plan = PresencePlan.objects.filter(participant_id=participant).order_by("-version").first()
    if plan is not None:
        plan.next_on = rules.day_after_hello(today, plan.every_days)
        plan.save(update_fields=["next_on"])


@act(Can.CHANGE_RECORD, said=_("kept what was agreed"))
def agree_together(
    *,
    by: Actor,
    participant: uuid.UUID,
    agreement: uuid.UUID,
    seen: int | None = None,
    our_words: str = "",
    their_words: str = "",
) -> Agreement:
    """Keep what was agreed, in both people's words, as a new version beside those before.
    Raises ChangedMeanwhile or NothingWritten."""
    if not (our_words.strip() or their_words.strip()):
        raise NothingWritten
    person = _held(participant)
    same = Agreement.objects.filter(pk=agreement, participant_id=participant).first()
    if same is not None and (same.our_words, same.their_words) == (our_words, their_words):
        return same
    newest = Agreement.objects.filter(participant_id=participant).order_by("-version").first()
    stands = newest.version if newest else 0
    if is_stale(seen, stands):
        raise ChangedMeanwhile(newest)
    agreed = Agreement(
        id=agreement, **authored(by, person), our_words=our_words, their_words=their_words, version=stands + 1
    )
    insert(agreed)
    mark(by=by, participant=participant, at=agreed.at, room="connection", kind="agreement", ref=agreed.id)
    return agreed
