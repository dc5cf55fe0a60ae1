"""The read API of the public directory, after HSDS 3.1. Anybody may read it; it is read as nobody.

Even when somebody of ours is signed in, the rows are asked for without them: what is not public cannot come along.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from alongside.access.actor import as_actor
from alongside.access.doors import public
from alongside.agency.queries import agency
from alongside.partners import queries
from alongside.partners.hsds import exporting, writing
from alongside.partners.searching import Sought

BECAUSE = "the directory of services that the agency has published, and nothing else"
A_PAGE, LARGEST_PAGE = 25, 100


def _number(request: HttpRequest, name: str, otherwise: int, most: int) -> int:
    told = request.GET.get(name, "")
    return max(1, min(int(told), most)) if told.isascii() and told.isdigit() and len(told) < 8 else otherwise


def _json(doc: Any, status: int = 200) -> HttpResponse:
    return JsonResponse(doc, status=status, json_dumps_params={"ensure_ascii": False})


def _of_the_directory(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Read as nobody; and where the agency leaves partners off, nobody reads anything."""

    @wraps(view)
    def read(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        with as_actor(None):
            if "partners" in agency().features_off:
                return _nothing_here()
            return view(request, *args, **named)

    return read


def _nothing_here() -> HttpResponse:
    return _json({"error": "not found"}, 404)


def _page(request: HttpRequest, rows: Any, doc: Callable[[Any], dict[str, Any]]) -> HttpResponse:
    size = _number(request, "per_page", A_PAGE, LARGEST_PAGE)
    number = _number(request, "page", 1, 10**7)
    total = rows.count()
    start = (number - 1) * size
    found = [doc(each) for each in rows[start : start + size]] if start < total else []
    return _json(writing.page_doc(found, number=number, size=size, total=total))


def _narrowed(request: HttpRequest, rows: Any, service: str) -> Any:
    """Rows narrowed by the filters of the specification; they add up."""
    for start in Sought(words=request.GET.get("search", "")[:80]).starts():
        rows = rows.filter(queries.begins(start, service))
    organization = request.GET.get("organization_id", "")
    if organization:
        try:
            rows = rows.filter(**{f"{service}organization_id": UUID(organization)})
        except ValueError:
            return rows.none()
    return rows


@public(because=BECAUSE)
@require_safe
@_of_the_directory
def about(request: HttpRequest) -> HttpResponse:
    """Which version of the specification is spoken here."""
    return _json({"version": writing.VERSION, "profile": writing.PROFILE, "openapi_url": writing.OPENAPI})


@public(because=BECAUSE)
@require_safe
@_of_the_directory
def services(request: HttpRequest) -> HttpResponse:
    """Public services, page by page."""
    return _page(request, _narrowed(request, queries.public_services(), ""), exporting.service)


@public(because=BECAUSE)
@require_safe
@_of_the_directory
def service(request: HttpRequest, entry: UUID) -> HttpResponse:
    """One public service."""
    row = queries.public_services().filter(pk=entry).first()
    return _json(exporting.service(row)) if row else _nothing_here()


@public(because=BECAUSE)
@require_safe
@_of_the_directory
def organizations(request: HttpRequest) -> HttpResponse:
    """Public organisations, page by page."""
    return _page(request, queries.public_organizations(), exporting.organization)


@public(because=BECAUSE)
@require_safe
@_of_the_directory
def organization(request: HttpRequest, entry: UUID) -> HttpResponse:
    """One public organisation."""
    row = queries.public_organizations().filter(pk=entry).first()
    return _json(exporting.organization(row)) if row else _nothing_here()


@public(because=BECAUSE)
@require_safe
@_of_the_directory
def at_places(request: HttpRequest) -> HttpResponse:
    """Public services at public places, page by page."""
    rows = _narrowed(request, queries.public_at_places(), "service__")
    return _page(request, rows, exporting.at_place)


@public(because=BECAUSE)
@require_safe
@_of_the_directory
def at_place(request: HttpRequest, entry: UUID) -> HttpResponse:
    """One public service at one public place."""
    row = queries.public_at_places().filter(pk=entry).first()
    return _json(exporting.at_place(row)) if row else _nothing_here()
