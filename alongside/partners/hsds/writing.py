"""Writing entries of ours as HSDS 3.1: what came with an import goes out as it came, with our changes laid over it.

Nothing here decides what may leave. Whoever calls has read the rows as nobody, so that the walls gave only what
is public.
"""

from collections.abc import Iterable
from typing import Any

from alongside.partners.hsds.drawing import languages_of, phone_of
from alongside.partners.hsds.shape import (
    LABEL,
    LISTING_TEXTS,
    ORGANIZATION_TEXTS,
    PLACE_TEXTS,
    Doc,
    made_id,
    objects,
)
from alongside.partners.languages import code_of

VERSION = "3.1.3"
PROFILE = "https://docs.openreferral.org/en/3.1.3/hsds/"
OPENAPI = "https://raw.githubusercontent.com/openreferral/specification/3.1/schema/openapi.json"


def _texts(row: Any, names: dict[str, str]) -> Doc:
    """Our columns under their HSDS names; a text that was too long for its column is whole in `more`."""
    told = {}
    for theirs, ours in names.items():
        column, whole = getattr(row, ours), row.more.get(theirs)
        shortened = isinstance(whole, str) and column and whole.startswith(column)
        told[theirs] = whole if shortened else column
    return {name: value for name, value in told.items() if value}


def organization_doc(row: Any, *, places: Iterable[Any] = ()) -> Doc:
    """An organisation with its public places."""
    doc = {**row.more, "id": str(row.pk), "description": "", **_texts(row, ORGANIZATION_TEXTS)}
    found = [place_doc(each) for each in places]
    return doc | ({"locations": found} if found else {})


def place_doc(row: Any) -> Doc:
    """A place."""
    return {**row.more, "id": str(row.pk), "location_type": row.kind, **_texts(row, PLACE_TEXTS)}


def at_place_doc(row: Any, *, service: Doc | None = None) -> Doc:
    """That a service is given at a place."""
    doc = {**row.more, "id": str(row.pk), "location": place_doc(row.place)}
    doc |= {"description": row.description} if row.description else {}
    return doc | ({"service": service} if service is not None else {})


def service_doc(row: Any, *, organization: Doc | None = None, at_places: Iterable[Any] = ()) -> Doc:
    """A service."""
    doc = {**row.more, "id": str(row.pk), "status": row.status, **_texts(row, LISTING_TEXTS)}
    lists = {
        "languages": _languages(row),
        "phones": _phones(row),
        "schedules": _schedules(row),
        "capacities": _capacities(row),
        "attributes": _attributes(row),
        "service_at_locations": [at_place_doc(each) for each in at_places],
    }
    for name, found in lists.items():
        doc.pop(name, None)
        if found:
            doc[name] = found
    return doc | ({"organization": organization} if organization is not None else {})


def _as_drawn(row: Any, column: str) -> bool:
    """Whether a column says what was drawn from the published entry: that goes out where it came in."""
    return bool(row.drawn) and getattr(row, column) == row.drawn.get(column)


def _languages(row: Any) -> list[Doc]:
    kept = objects(row.more, "languages")
    if _as_drawn(row, "languages"):
        return kept
    docs = {names[0]: each for each in kept if (names := languages_of([each]))}
    return [docs.get(name) or _language(row.pk, name) for name in row.languages]


def _language(key: object, name: str) -> Doc:
    code = code_of(name)
    return {"id": made_id(key, "language", name), "name": name} | ({"code": code} if code else {})


def _phones(row: Any) -> list[Doc]:
    kept = objects(row.more, "phones")
    if not row.phone or _as_drawn(row, "phone") or phone_of(kept) == row.phone:
        return kept
    return [{"id": made_id(row.pk, "phone"), "number": row.phone}, *kept]


def _schedules(row: Any) -> list[Doc]:
    if _as_drawn(row, "hours"):
        return objects(row.more, "schedules")
    return [{"id": made_id(row.pk, "hours"), "description": row.hours}] if row.hours else []


def _capacities(row: Any) -> list[Doc]:
    kept = objects(row.more, "capacities")
    if row.openings is None or row.openings_at is None or row.openings_by_id is None:
        return kept
    places = {"id": made_id("unit", "places"), "name": "places"}
    return [
        {
            "id": made_id(row.pk, "capacity"),
            "unit": places,
            "available": row.openings,
            "updated": row.openings_at.isoformat(),
        }
    ]


def _attributes(row: Any) -> list[Doc]:
    """Ours beyond HSDS. Notes on culture and on our visits are ours alone and are not among them."""
    told = [("serves", each) for each in row.serves] + [("fits", each) for each in row.fits]
    told += [("kind", row.kind), ("cost", row.cost)]
    # What the hours tell already need not be said twice.
    told += [("at_night", row.at_night)] if not _as_drawn(row, "at_night") else []
    ours = [
        {"id": made_id(row.pk, name, value), "link_entity": "service", "label": LABEL + name, "value": value}
        for name, value in told
        if value and (name, value) != ("kind", "other")
    ]
    return [*objects(row.more, "attributes"), *ours]


def page_doc(contents: list[Doc], *, number: int, size: int, total: int) -> Doc:
    """One page of entries, with the counts HSDS wants beside it."""
    pages = -(-total // size)
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": number,
        "size": len(contents),
        "first_page": number == 1,
        "last_page": number >= pages,
        "empty": not contents,
        "contents": contents,
    }
