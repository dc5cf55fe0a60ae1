"""Reading the directory: searching it, one service with its places, visits, gaps."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.functional import cached_property

from alongside import clock
from alongside.partners.hsds import drawing as drawn
from alongside.partners.models import (
    DirectoryImport,
    DirectoryRule,
    Location,
    Organization,
    SearchKey,
    Service,
    ServiceAtLocation,
    Visit,
)
from alongside.partners.searching import TONIGHT, Sought, until_key

A_PAGE = 20
UNKNOWN_SHOWN = 10
MAY_BE_THE_SAME = 30
_AFTER_ALL = "\U0010ffff"


@dataclass(frozen=True)
class Found:
    """What a search found: what fits, and apart from it what may fit because nobody has asked yet."""

    fits: list[Service]
    has_more: bool
    perhaps: list[Service]
    more_perhaps: bool

    @cached_property
    def nothing(self) -> bool:
        """Whether nothing at all was found."""
        return not self.fits and not self.perhaps


def _has(*keys: str) -> Exists:
    return Exists(SearchKey.objects.filter(service=OuterRef("pk"), key__in=keys))


def begins(start: str, service: str = "") -> Exists:
    """That a service has a key which begins so; `service` leads from the row to its service."""
    # A range and not "like": only what PostgreSQL calls leakproof may use an index behind a wall.
    of = OuterRef(f"{service}pk")
    return Exists(SearchKey.objects.filter(service=of, key__gte=start, key__lt=start + _AFTER_ALL))


def _hours_ended() -> Exists:
    of = SearchKey.objects.filter(service=OuterRef("pk"))
    return Exists(of.filter(key__gte=until_key(""), key__lte=until_key(clock.today().isoformat())))


def _standing(network: UUID | None, ours: bool) -> QuerySet[Service]:
    found = Service.objects.filter(same_as__isnull=True, status__in=["active", "temporarily closed"])
    if network:
        found = found.filter(organization__agency__networks__network_id=network)
    if ours:
        found = found.filter(organization__is_ours=True)
    return found.select_related("organization__agency").defer("more", "organization__more")


def search(
    sought: Sought,
    *,
    network: UUID | None = None,
    ours: bool = False,
    after: UUID | None = None,
    most: int = A_PAGE,
) -> Found:
    """Services that fit, by name, from `after` on; and a few of which something sought is not known."""
    base = _standing(network, ours)
    for key in sought.surely():
        base = base.filter(_has(key))
    for start in sought.starts():
        base = base.filter(begins(start))
    base = base.order_by("name", "id")
    fits, perhaps = base, base
    asked = sought.perhaps()
    # Asked for what is not known, and not for what is lacking: few entries are, and an index finds them.
    unknowns = [unknown for _key, unknown in asked if unknown]
    some_unknown = Q(_has(*unknowns)) if unknowns else Q()
    for key, unknown in asked:
        if key == TONIGHT:  # hours that have ended since they came in are not known any more
            ended = _hours_ended()
            fits = fits.filter(_has(key), ~ended)
            perhaps = perhaps.filter(Q(_has(key, unknown)) | Q(ended))
            some_unknown |= Q(ended)
            continue
        fits = fits.filter(_has(key))
        if unknown:
            perhaps = perhaps.filter(_has(key, unknown))
        else:
            some_unknown |= ~Q(_has(key))
    if after and (last := Service.objects.filter(pk=after).values_list("name", flat=True).first()):
        fits = fits.filter(Q(name__gt=last) | Q(name=last, pk__gt=after))
    shown = list(fits[: most + 1])
    asks = bool(asked) and not after
    open_ones = list(perhaps.filter(some_unknown)[: UNKNOWN_SHOWN + 1]) if asks else []
    return Found(shown[:most], len(shown) > most, open_ones[:UNKNOWN_SHOWN], len(open_ones) > UNKNOWN_SHOWN)


def service_named(service: UUID) -> Service | None:
    """One service with its organisation and who changed it."""
    along = ("organization__agency", "openings_by", "changed_by", "same_as")
    return Service.objects.filter(pk=service).select_related(*along).first()


def drawn_today(row: Service) -> dict[str, Any]:
    """What is published of a service's hours and nights today, where that has changed since it came in."""
    if not drawn.has_ended(row.drawn, clock.today()):
        return {}
    around = Service.objects.select_related("organization").prefetch_related("at_places__place")
    told = drawn.drawn_of(around.get(pk=row.pk), clock.today())
    return {name: told[name] for name in ("hours", "at_night") if getattr(row, name) == row.drawn.get(name)}


def places_of(service: UUID) -> list[Location]:
    """Where a service is given."""
    return list(Location.objects.filter(at_services__service_id=service).order_by("name", "pk"))


def place_named(place: UUID) -> Location | None:
    """One place."""
    return Location.objects.filter(pk=place).first()


def twins_of(service: UUID) -> list[Service]:
    """Entries that are the same service as this one and are shown through it."""
    return list(Service.objects.filter(same_as_id=service).order_by("name", "pk"))


def services_of(organization: UUID) -> list[Service]:
    """What an organisation offers."""
    found = Service.objects.filter(organization_id=organization, same_as__isnull=True)
    return list(found.select_related("organization").order_by("name", "pk")[:50])


def organization_of(agency: UUID) -> Organization | None:
    """What a partner is in the directory."""
    return Organization.objects.filter(agency_id=agency).first()


def visits(organization: UUID) -> list[Visit]:
    """When one of us went to see them, newest first."""
    found = Visit.objects.filter(organization_id=organization).select_related("who")
    return list(found.order_by("-on", "pk")[:30])


def visit_named(visit: UUID) -> Visit | None:
    """One visit."""
    return Visit.objects.filter(pk=visit).first()


def check_again_after() -> int:
    """After how many months a visit is due again, as the agency has set it."""
    found = DirectoryRule.objects.filter(pk=1).values_list("check_again_after", flat=True).first()
    return found or 12


def may_be_the_same() -> list[list[Service]]:
    """Services of one name at one organisation's name: perhaps the same, told twice."""
    doubled = (
        SearchKey.objects.filter(key__gte="same:", key__lt="same;")
        .values("key")
        .annotate(times=Count("pk"))
        .filter(times__gt=1)
        .order_by("key")
        .values_list("key", flat=True)[:MAY_BE_THE_SAME]
    )
    found: dict[str, list[Service]] = {key: [] for key in doubled}
    rows = SearchKey.objects.filter(key__in=list(found)).select_related("service__organization")
    for row in rows.order_by("service__changed_by", "service_id"):
        found[row.key].append(row.service)
    return [rows for rows in found.values() if len(rows) > 1]


def gaps() -> list[str]:
    """What was looked for and not found in a year; how often is told by a report."""
    with connection.cursor() as cursor:
        cursor.execute("select sought from core.gaps_told()")
        return sorted(sought for (sought,) in cursor.fetchall())


def batches() -> list[DirectoryImport]:
    """Imports, newest first."""
    return list(DirectoryImport.objects.select_related("by").order_by("-number")[:20])


def public_services() -> QuerySet[Service]:
    """Services with all an export says of them. Read as nobody, the walls give only what is public."""
    places = ServiceAtLocation.objects.filter(place__is_public=True).select_related("place").order_by("pk")
    of_organization = Location.objects.filter(is_public=True).order_by("pk")
    return (
        Service.objects.filter(is_public=True, same_as__isnull=True, organization__is_public=True)
        .select_related("organization")
        .prefetch_related(
            Prefetch("at_places", queryset=places, to_attr="shown_at"),
            Prefetch("organization__places", queryset=of_organization, to_attr="shown_places"),
        )
        .order_by("pk")
    )


def public_organizations() -> QuerySet[Organization]:
    """Organisations with all an export says of them. Read as nobody, the walls give only what is public."""
    services = Prefetch("services", queryset=public_services(), to_attr="public_services")
    of_organization = Location.objects.filter(is_public=True).order_by("pk")
    return (
        Organization.objects.filter(is_public=True)
        .prefetch_related(services, Prefetch("places", queryset=of_organization, to_attr="shown_places"))
        .order_by("pk")
    )


def public_at_places() -> QuerySet[ServiceAtLocation]:
    """Services at public places. Read as nobody, the walls give only what is public."""
    found = ServiceAtLocation.objects.filter(
        service__is_public=True, service__same_as__isnull=True, place__is_public=True
    )
    return found.select_related("place", "service__organization").order_by("pk")
