"""Drafting a referral: everything but the provider may stay blank, and nothing goes out."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.roles import Can
from alongside.consent.choices import Method, Purpose
from alongside.consent.queries import kinds
from alongside.keeping.rows import held_or_new
from alongside.keeping.rules import ChangedMeanwhile
from alongside.participants.timeline import mark
from alongside.partners.queries import service_named
from alongside.referrals import queries, rules
from alongside.referrals.actions._so import held, person_of
from alongside.referrals.choices import NOT_SENT, State, Way
from alongside.referrals.models import Referral

_WORDS = ("provider", "called", "need", "fit", "text", "cost", "who_pays")
_KEPT = (
    *_WORDS, "service", "agency", "ways", "together_at", "information", "purpose", "method", "can_see", "state",
    "version", "changed_at", "changed_by",
)  # fmt: skip


@act(Can.REFER, said=_("wrote a draft of a referral"))
def draft_referral(
    *, by: Actor, participant: UUID, referral: UUID, told: rules.Drafted, seen: int | None = None
) -> Referral:
    """Keep a referral as it is thought of. `referral` is its id; with the version that was `seen`, change a draft.
    Raises ChangedMeanwhile or WentOut."""
    person = person_of(participant)
    row = held_or_new(Referral, referral, participant_id=participant)
    now = clock.now()
    is_new = row is None
    if row is None:
        row = Referral(id=referral, key_id=person.key_id, participant_id=participant, version=0)
        row.at, row.by_id, row.state_at = now, by.id, now
        row.goal = told.goal
        row.instead_of = _before(participant, told.instead_of)
    elif seen is None:
        return row
    elif row.state not in NOT_SENT:
        raise rules.WentOut
    elif seen != row.version:
        raise ChangedMeanwhile(row)
    _say(row, told)
    row.version += 1
    row.changed_at, row.changed_by_id = now, by.id
    row.state = State.NEEDS_PERMISSION if queries.why_not_yet(row) else State.DRAFT
    row.save(force_insert=is_new, update_fields=None if is_new else _KEPT)
    if is_new:
        mark(by=by, participant=participant, at=now, room="referrals", kind="draft", ref=row.pk)
    return row


def _before(participant: UUID, referral: UUID | None) -> Referral | None:
    return Referral.objects.filter(pk=referral, participant_id=participant).first() if referral else None


def _say(row: Referral, told: rules.Drafted) -> None:
    service = service_named(told.service) if told.service else None
    row.service = service
    # A service of a partner goes to that partner, so that its contact of today is whom we turn to.
    row.agency_id = service.organization.agency_id if service else told.agency
    for name in _WORDS:
        setattr(row, name, getattr(told, name))
    if not row.service_id and not row.agency_id and not row.provider.strip():
        raise rules.NoProvider
    known = {kind.key for kind in kinds(hidden=True)}
    if not set(told.information) <= known or told.purpose not in Purpose or told.method not in Method:
        raise TurnedDown("not_offered")
    row.ways = [str(each) for each in Way if each in told.ways]
    row.information = sorted(set(told.information))
    row.purpose, row.method = told.purpose, told.method
    row.together_at, row.can_see = told.together_at, told.can_see


@act(Can.REFER, said=_("took a draft away"))
def remove_referral(*, by: Actor, participant: UUID, referral: UUID) -> Referral:
    """Take a draft away; it can come back for 30 days. What went out stays. Raises WentOut."""
    row = held(participant, referral)
    if row.state not in NOT_SENT:
        raise rules.WentOut
    row.take_away()
    return row


@act(Can.REFER, said=_("brought a draft back"))
def restore_referral(*, by: Actor, participant: UUID, referral: UUID) -> Referral:
    """Bring a draft back that was taken away in the last 30 days."""
    row = held(participant, referral)
    row.bring_back()
    return row
