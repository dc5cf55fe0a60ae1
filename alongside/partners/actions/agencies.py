"""Keeping partners and whom to turn to there."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.keeper import one_at_a_time
from alongside.access.refusals import refused_as
from alongside.access.roles import Can
from alongside.keeping.rules import ChangedMeanwhile, is_stale
from alongside.partners.choices import CommitmentState, ContactPart, Side
from alongside.partners.indexing import index
from alongside.partners.models import (
    Appreciation,
    Commitment,
    NetworkMembership,
    Organization,
    PartnerAgency,
    PointOfContact,
    Service,
)


@dataclass(frozen=True)
class Described:
    """What is said of a partner; everything but the name may stay blank."""

    name: str
    kind: str = "other"
    role: str = ""
    responsibilities: str = ""
    perspective: str = ""
    their_limits: str = ""
    our_limits: str = ""
    cannot_do: str = ""
    languages: tuple[str, ...] = ()
    time_zone: str = ""
    owner: UUID | None = None
    networks: tuple[UUID, ...] = ()


@act(Can.KEEP_PARTNERS)
def save_agency(*, by: Actor, agency: UUID, told: Described, version: int | None = None) -> PartnerAgency:
    """Keep what we know of a partner. `agency` is its id, new or known. Raises ChangedMeanwhile."""
    one_at_a_time(agency)
    row = PartnerAgency.objects.filter(pk=agency).first()
    if row is None:
        row = PartnerAgency(pk=agency, added_at=clock.now(), added_by_id=by.id, version=0)
    elif is_stale(version, row.version):
        raise ChangedMeanwhile
    else:
        row.changed_at, row.changed_by_id = clock.now(), by.id
    for name in ("name", "kind", "role", "responsibilities", "perspective", "their_limits", "our_limits",
                 "time_zone"):  # fmt: skip
        setattr(row, name, getattr(told, name))
    row.cannot_do, row.languages, row.owner_id = told.cannot_do, list(told.languages), told.owner
    row.version += 1
    with refused_as({"a_partner_has_a_name_of_its_own": TurnedDown("name_taken")}):
        row.save(force_insert=row._state.adding)
    Organization.objects.filter(agency_id=agency).exclude(name=told.name).update(name=told.name)
    index(Service.objects.filter(organization__agency_id=agency).select_related("organization"))
    NetworkMembership.objects.filter(agency_id=agency).exclude(network_id__in=told.networks).delete()
    NetworkMembership.objects.bulk_create(
        [NetworkMembership(agency_id=agency, network_id=each) for each in told.networks if each != agency],
        ignore_conflicts=True,
    )
    return row


@act(Can.KEEP_PARTNERS)
def add_point_of_contact(
    *, by: Actor, contact: UUID, agency: UUID, name: str, reach: str = "", part: str = ContactPart.MAIN
) -> PointOfContact:
    """Name whom to turn to at a partner; whoever it was before stays in the history. `contact` is the new id."""
    one_at_a_time(agency)
    kept = PointOfContact.objects.filter(pk=contact).first()
    if kept is not None:
        return kept
    now = clock.now()
    PointOfContact.objects.filter(agency_id=agency, part=part, until__isnull=True).update(
        until=now, ended_by_id=by.id
    )
    row = PointOfContact(pk=contact, agency_id=agency, part=part, name=name, reach=reach, since=now)
    row.added_by_id = by.id
    row.save(force_insert=True)
    return row


@act(Can.KEEP_PARTNERS)
def end_point_of_contact(*, by: Actor, contact: UUID) -> PointOfContact:
    """Say that a colleague is not our contact there any more; nobody takes their place yet."""
    row = PointOfContact.objects.select_for_update().get(pk=contact)
    if row.until is None:
        row.until, row.ended_by_id = clock.now(), by.id
        row.save()
    return row


@act(Can.KEEP_PARTNERS)
def end_partnership(*, by: Actor, agency: UUID) -> PartnerAgency:
    """Say that we do not work with a partner any more; everything stays readable."""
    row = PartnerAgency.objects.select_for_update().get(pk=agency)
    row.ended_on = row.ended_on or clock.today()
    row.save()
    return row


@act(Can.KEEP_PARTNERS)
def resume_partnership(*, by: Actor, agency: UUID) -> PartnerAgency:
    """Say that we work with a partner again."""
    row = PartnerAgency.objects.select_for_update().get(pk=agency)
    row.ended_on = None
    row.save()
    return row


@act(Can.KEEP_PARTNERS)
def log_partner_contact(*, by: Actor, agency: UUID, on: date) -> PartnerAgency:
    """Say when we were last in touch with a partner; an earlier day puts a slip right."""
    row = PartnerAgency.objects.select_for_update().get(pk=agency)
    row.last_contact_on = on
    row.save()
    return row


@act(Can.KEEP_PARTNERS)
def add_commitment(
    *,
    by: Actor,
    commitment: UUID,
    agency: UUID,
    words: str,
    side: str = Side.THEY,
    who: str = "",
    by_when: date | None = None,
) -> Commitment:
    """Write down what we or a partner said we would do, about nobody. `commitment` is the new id."""
    kept = Commitment.objects.filter(pk=commitment).first()
    if kept is not None:
        return kept
    row = Commitment(pk=commitment, agency_id=agency, words=words, side=side, who=who, by_when=by_when)
    row.said_on, row.added_by_id = clock.today(), by.id
    row.save(force_insert=True)
    return row


@act(Can.KEEP_PARTNERS)
def renegotiate(*, by: Actor, commitment: UUID, by_when: date | None) -> Commitment:
    """Agree on another day for a commitment; the days before stay beside it."""
    row = Commitment.objects.select_for_update().get(pk=commitment)
    if row.by_when != by_when or row.state != CommitmentState.RENEGOTIATED:
        if row.by_when is not None and row.by_when != by_when:
            row.earlier = [*row.earlier, row.by_when]
        row.by_when, row.state, row.settled_on = by_when, CommitmentState.RENEGOTIATED, None
        row.save()
    return row


@act(Can.KEEP_PARTNERS)
def settle_commitment(*, by: Actor, commitment: UUID, kept: bool) -> Commitment:
    """Say that a commitment was kept, or that it was let go."""
    row = Commitment.objects.select_for_update().get(pk=commitment)
    row.state = CommitmentState.KEPT if kept else CommitmentState.LET_GO
    row.settled_on = clock.today()
    row.save()
    return row


@act(Can.KEEP_PARTNERS)
def reopen_commitment(*, by: Actor, commitment: UUID) -> Commitment:
    """Say that a commitment is still open after all."""
    row = Commitment.objects.select_for_update().get(pk=commitment)
    row.state = CommitmentState.RENEGOTIATED if row.earlier else CommitmentState.OPEN
    row.settled_on = None
    row.save()
    return row


@act(Can.KEEP_PARTNERS)
def appreciate(*, by: Actor, appreciation: UUID, agency: UUID, words: str) -> Appreciation:
    """Keep something a partner did that helped, about nobody. `appreciation` is the new id."""
    kept = Appreciation.objects.filter(pk=appreciation).first()
    if kept is not None:
        return kept
    row = Appreciation(pk=appreciation, agency_id=agency, words=words, on=clock.today(), by_id=by.id)
    row.save(force_insert=True)
    return row


@act(Can.KEEP_PARTNERS)
def take_appreciation_back(*, by: Actor, appreciation: UUID) -> None:
    """Take back an appreciation that one wrote oneself."""
    Appreciation.objects.filter(pk=appreciation, by_id=by.id).delete()
