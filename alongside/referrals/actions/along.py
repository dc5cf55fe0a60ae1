"""Going along after a referral went out: how it turns, what holds, and the steps of a warm connection."""

from uuid import UUID, uuid4

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.roles import Can
from alongside.keeping.rules import ChangedMeanwhile, is_stale
from alongside.referrals import rules
from alongside.referrals.actions._so import held, turned
from alongside.referrals.actions._together import call_off_together, put_back_together
from alongside.referrals.choices import NOT_SENT, TURNS, State
from alongside.referrals.models import Referral, ReferralStateChange


@act(Can.REFER, said=_("kept where a referral is"))
def change_referral_state(
    *, by: Actor, participant: UUID, referral: UUID, turn: UUID, state: str, words: str = ""
) -> ReferralStateChange:
    """Say where a referral is now, in words if one likes. Any later state may follow any other.
    Raises TurnedDown."""
    row = held(participant, referral)
    there = ReferralStateChange.objects.filter(pk=turn, participant_id=participant).first()
    if there is not None:
        return there
    if state not in TURNS:
        raise TurnedDown("not_offered")
    kept = turned(by, row, state, words, turn)
    call_off_together(by, row)
    return kept


@act(Can.REFER, said=_("took back where a referral was put"))
def undo_referral_state(*, by: Actor, participant: UUID, referral: UUID, turn: UUID) -> Referral:
    """Take the last change of state back. What went out stays as it was sent."""
    row = held(participant, referral)
    standing = list(
        ReferralStateChange.objects.filter(referral=row, removed_at=None).order_by("-at", "-id")[:2]
    )
    if not standing or standing[0].pk != turn or standing[0].state == State.SENT:
        return row
    standing[0].take_away()
    row.state = standing[1].state if len(standing) > 1 else State.SENT if row.disclosure_id else State.DRAFT
    row.state_at = standing[1].at if len(standing) > 1 else row.at
    row.version += 1
    row.save(update_fields=["state", "state_at", "version"])
    put_back_together(by, row, standing[0])
    return row


@act(Can.REFER, said=_("let a referral rest, or took it up again"))
def hold_referral(*, by: Actor, participant: UUID, referral: UUID, holds: bool) -> Referral:
    """Let a referral rest without a next step, or take it up again. It may rest for as long as it likes."""
    row = held(participant, referral)
    if row.holds == holds:
        return row
    row.holds, row.held_at = holds, clock.now() if holds else None
    row.version += 1
    row.changed_at, row.changed_by_id = clock.now(), by.id
    row.save(update_fields=["holds", "held_at", "version", "changed_at", "changed_by"])
    return row


@act(Can.REFER, said=_("kept the first steps at another office"))
def plan_warm_handoff(
    *, by: Actor, participant: UUID, referral: UUID, told: rules.Warm, seen: int | None = None
) -> Referral:
    """Keep the steps of a warm connection: introduced, first contact, how it went for them, a day to ask again.
    Raises ChangedMeanwhile."""
    row = held(participant, referral)
    if is_stale(seen, row.version):
        raise ChangedMeanwhile(row)
    introduced = told.introduced_on and not row.introduced_on
    row.introduced_on, row.first_contact_on = told.introduced_on, told.first_contact_on
    row.went, row.follow_up_on = told.went, told.follow_up_on
    row.version += 1
    row.changed_at, row.changed_by_id = clock.now(), by.id
    row.save(
        update_fields=[
            "introduced_on", "first_contact_on", "went", "follow_up_on", "version", "changed_at", "changed_by",
        ]
    )  # fmt: skip
    if introduced and row.state in (*NOT_SENT, State.SENT, State.ACCEPTED):
        turned(by, row, State.INTRODUCED, "", uuid4())
    return row
