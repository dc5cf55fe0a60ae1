"""Every public entry as HSDS. The rows are read as nobody, so that the walls alone decide what leaves."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from alongside.access.actor import as_actor
from alongside.partners import queries
from alongside.partners.hsds.shape import Doc
from alongside.partners.hsds.writing import at_place_doc, organization_doc, service_doc

AT_ONCE = 200


def service(row: Any) -> Doc:
    """A service with its organisation and places."""
    around = organization_doc(row.organization, places=row.organization.shown_places)
    return service_doc(row, organization=around, at_places=row.shown_at)


def organization(row: Any) -> Doc:
    """An organisation with its places and services."""
    doc = organization_doc(row, places=row.shown_places)
    found = [service_doc(each, at_places=each.shown_at) for each in row.public_services]
    return doc | ({"services": found} if found else {})


def at_place(row: Any) -> Doc:
    """A service at a place, with both."""
    return at_place_doc(
        row, service=service_doc(row.service, organization=organization_doc(row.service.organization))
    )


def services() -> Iterator[Doc]:
    """Every public service, a handful at a time; so that memory stays small."""
    last: UUID | None = None
    with as_actor(None):
        while True:
            found = queries.public_services()
            piece = list(found.filter(pk__gt=last)[:AT_ONCE] if last else found[:AT_ONCE])
            if not piece:
                return
            yield from map(service, piece)
            last = piece[-1].pk
