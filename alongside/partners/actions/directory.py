"""Keeping the directory: services, places, openings, visits, twins, and what nobody offers."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.keeper import call, one_at_a_time
from alongside.access.roles import Can
from alongside.keeping.rules import ChangedMeanwhile, is_stale
from alongside.partners import rules
from alongside.partners.drawing import draw
from alongside.partners.indexing import index
from alongside.partners.models import (
    DirectoryRule,
    Location,
    Organization,
    PartnerAgency,
    PreparationNote,
    ReplacedRow,
    Service,
    ServiceAtLocation,
    Visit,
)
from alongside.partners.searching import Sought


@dataclass(frozen=True)
class Offered:
    """What is said of a service; everything but the name may stay blank."""

    name: str
    description: str = ""
    status: str = "active"
    kind: str = "other"
    serves: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    fits: tuple[str, ...] = ()
    at_night: str = ""
    cost: str = ""
    cost_words: str = ""
    eligibility: str = ""
    hours: str = ""
    phone: str = ""
    email: str = ""
    url: str = ""
    how_to_apply: str = ""
    culture: str = ""
    is_public: bool = False


@act(Can.KEEP_PARTNERS)
def save_organization(
    *, by: Actor, organization: UUID, name: str = "", agency: UUID | None = None, is_ours: bool = False
) -> Organization:
    """Put an organisation into the directory: a partner of ours, or one only known by name."""
    one_at_a_time(agency or organization)
    found = Organization.objects.filter(agency_id=agency).first() if agency else None
    found = found or Organization.objects.filter(pk=organization).first()
    if found is not None:
        return found
    if agency:
        name = PartnerAgency.objects.get(pk=agency).name
    row = Organization(pk=organization, name=name, agency_id=agency, is_ours=is_ours, changed_by_id=by.id)
    row.save(force_insert=True)
    return row


@act(Can.KEEP_PARTNERS)
def save_service(
    *, by: Actor, service: UUID, organization: UUID, told: Offered, version: int | None = None
) -> Service:
    """Keep what a service offers. `service` is its id, new or known. Raises ChangedMeanwhile."""
    one_at_a_time(service)
    row = Service.objects.filter(pk=service).first()
    if row is None:
        row = Service(pk=service, organization_id=organization, version=0)
    elif is_stale(version, row.version):
        raise ChangedMeanwhile
    elif version is None and row.version == 1 and row.changed_by_id == by.id:
        return row  # sent twice
    for name in Offered.__dataclass_fields__:
        value = getattr(told, name)
        setattr(row, name, list(value) if isinstance(value, tuple) else value)
    row.version += 1
    row.changed_at, row.changed_by_id = clock.now(), by.id
    row.save(force_insert=row._state.adding)
    if row.is_public:
        Organization.objects.filter(pk=row.organization_id, is_public=False).update(is_public=True)
    index([row])
    return row


@dataclass(frozen=True)
class Situated:
    """Where a service is given. Of a confidential place only a name is kept."""

    name: str = ""
    street: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""
    country: str = "US"
    how_to_get_there: str = ""
    confidential: bool = False
    is_public: bool = False


@act(Can.KEEP_PARTNERS)
def save_location(*, by: Actor, place: UUID, service: UUID, told: Situated) -> Location:
    """Keep where a service is given. `place` is its id, new or known.

    Once it is said to be confidential, its address is wiped and does not come back with any Undo.
    """
    of = Service.objects.get(pk=service).organization_id
    row = Location.objects.select_for_update().filter(pk=place).first()
    row = row or Location(pk=place, organization_id=of)
    address: dict[str, Any] = {
        "address_1": told.street,
        "city": told.city,
        "state_province": told.state,
        "postal_code": told.postal_code,
        "country": told.country,
    }
    row.name, row.changed_by_id = told.name, by.id
    row.confidential = told.confidential
    if told.confidential:
        row.kind, row.address, row.how_to_get_there, row.more, row.is_public = "virtual", "", "", {}, False
        ReplacedRow.objects.filter(
            table="place", row=place
        ).delete()  # what an import laid aside goes as well
    else:
        row.kind, row.is_public, row.how_to_get_there = "physical", told.is_public, told.how_to_get_there
        told_all = told.street and told.city and told.state and told.postal_code
        row.address = ", ".join(filter(None, (told.street, told.city, told.state, told.postal_code)))
        # HSDS takes an address whole or not at all.
        entry = {"id": str(place), **address, "address_type": "physical"}
        row.more = {**row.more, "addresses": [entry] if told_all else []}
    row.save(force_insert=row._state.adding)
    ServiceAtLocation.objects.bulk_create(
        [ServiceAtLocation(service_id=service, place_id=place)], ignore_conflicts=True
    )
    index(draw([row]))  # what was published of a place that is confidential now is drawn from no more
    return row


@act(Can.KEEP_PARTNERS)
def remove_location(*, by: Actor, place: UUID, service: UUID) -> None:
    """Say that a service is not given at a place any more."""
    ServiceAtLocation.objects.filter(place_id=place, service_id=service).delete()
    index(draw(Service.objects.filter(pk=service)))


@act(Can.KEEP_PARTNERS)
def save_openings(*, by: Actor, service: UUID, openings: int | None, wait: str = "") -> Service:
    """Say how many places are free and how long one waits, as of now and as one of us has heard it."""
    row = Service.objects.select_for_update(of=("self",)).select_related("organization").get(pk=service)
    row.openings, row.wait = openings, wait
    row.openings_at, row.openings_by_id = clock.now(), by.id
    row.save()
    index([row])
    return row


@act(Can.KEEP_PARTNERS)
def log_visit_to_provider(
    *,
    by: Actor,
    visit: UUID,
    organization: UUID,
    on: date,
    training_offered: bool = False,
    training_done: bool = False,
    culture_checked: bool = False,
    words: str = "",
) -> Visit:
    """Write down that one of us went to see a provider, and what was checked. `visit` is the new id."""
    kept = Visit.objects.filter(pk=visit).first()
    if kept is not None:
        return kept
    row = Visit(pk=visit, organization_id=organization, on=on, who_id=by.id, words=words)
    row.training_offered, row.training_done = training_offered or training_done, training_done
    row.culture_checked = culture_checked
    row.save(force_insert=True)
    _last_visit(organization)
    return row


@act(Can.KEEP_PARTNERS)
def take_visit_back(*, by: Actor, visit: UUID) -> None:
    """Take back a visit that one wrote down oneself."""
    row = Visit.objects.filter(pk=visit, who_id=by.id).first()
    if row is not None:
        row.delete()
        _last_visit(row.organization_id)


def _last_visit(organization: UUID) -> None:
    days = Visit.objects.filter(organization_id=organization).order_by("-on").values_list("on", flat=True)
    Organization.objects.filter(pk=organization).update(visited_on=days.first())


@act(Can.KEEP_PARTNERS)
def set_check_again(*, by: Actor, months: int) -> DirectoryRule:
    """Set after how many months a visit is due again."""
    row, _new = DirectoryRule.objects.update_or_create(pk=1, defaults={"check_again_after": months})
    return row


@act(Can.KEEP_PARTNERS)
def link_duplicates(*, by: Actor, service: UUID, same_as: UUID) -> Service:
    """Say that two entries are one service; the first is found and shown through the second from now on.
    Raises SameAlready."""
    one_at_a_time("partners.twins")
    row = Service.objects.select_related("organization").get(pk=service)
    other = Service.objects.get(pk=same_as)
    if other.same_as_id is not None or row.pk == other.pk or row.twins.exists():
        raise rules.SameAlready
    row.same_as = other
    row.save()
    index([row])
    return row


@act(Can.KEEP_PARTNERS)
def unlink_duplicates(*, by: Actor, service: UUID) -> Service:
    """Say that an entry is a service of its own after all."""
    row = Service.objects.select_related("organization").get(pk=service)
    row.same_as = None
    row.save()
    index([row])
    return row


@act(Can.SEE_PARTNERS, traced=False)
def count_gap(*, by: Actor, sought: Sought) -> None:
    """Count that something was looked for and not found. Nothing says who looked, or for whom."""
    call("core.count_gap", sought.as_gap(), 1)


@act(Can.SEE_PARTNERS, traced=False)
def uncount_gap(*, by: Actor, sought: Sought) -> None:
    """Take a count back."""
    call("core.count_gap", sought.as_gap(), -1)


@act(Can.KEEP_PARTNERS)
def write_preparation(
    *,
    by: Actor,
    note: UUID,
    languages: tuple[str, ...],
    community: str,
    words: str,
    version: int | None = None,
) -> PreparationNote:
    """Keep what helps before a first meeting, by language or community. `note` is its id, new or known.
    Raises ChangedMeanwhile."""
    one_at_a_time(note)
    row = PreparationNote.objects.filter(pk=note).first()
    if row is None:
        row = PreparationNote(pk=note, version=0)
    elif is_stale(version, row.version):
        raise ChangedMeanwhile
    row.languages, row.community, row.words = list(languages), community, words
    row.version, row.changed_at, row.changed_by_id = row.version + 1, clock.now(), by.id
    row.save(force_insert=row._state.adding)
    return row


@act(Can.KEEP_PARTNERS)
def drop_preparation(*, by: Actor, note: UUID) -> None:
    """Take a note for preparing away."""
    PreparationNote.objects.filter(pk=note).update(dropped_at=clock.now())


@act(Can.KEEP_PARTNERS)
def restore_preparation(*, by: Actor, note: UUID) -> None:
    """Bring a note for preparing back."""
    PreparationNote.objects.filter(pk=note).update(dropped_at=None)
