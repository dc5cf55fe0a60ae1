"""Keeping partners and whom to turn to there."""

from dataclasses import dataclass
from uuid import UUID

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.keeper import one_at_a_time
from alongside.access.roles import Can
from alongside.partners import rules
from alongside.partners.choices import ContactPart
from alongside.partners.models import NetworkMembership, PartnerAgency, PointOfContact


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
    owner: UUID | None = None
    networks: tuple[UUID, ...] = ()


@act(Can.KEEP_PARTNERS)
def keep_agency(*, by: Actor, agency: UUID, told: Described, version: int | None = None) -> PartnerAgency:
    """Keep what we know of a partner. `agency` is its id, new or known."""
    one_at_a_time(agency)
    row = PartnerAgency.objects.filter(pk=agency).first()
    if row is None:
        row = PartnerAgency(pk=agency, added_at=clock.now(), added_by_id=by.id, version=0)
    elif rules.is_stale(version, row.version):
        raise rules.ChangedMeanwhile
    else:
        row.changed_at, row.changed_by_id = clock.now(), by.id
    for name in ("name", "kind", "role", "responsibilities", "perspective", "their_limits", "our_limits"):
        setattr(row, name, getattr(told, name))
    row.cannot_do, row.languages, row.owner_id = told.cannot_do, list(told.languages), told.owner
    row.version += 1
    row.save(force_insert=row._state.adding)
    NetworkMembership.objects.filter(agency_id=agency).exclude(network_id__in=told.networks).delete()
    NetworkMembership.objects.bulk_create(
        [NetworkMembership(agency_id=agency, network_id=each) for each in told.networks if each != agency],
        ignore_conflicts=True,
    )
    return row


@act(Can.KEEP_PARTNERS)
def name_contact(
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
