"""From an HSDS 3.1 entry to our own columns and back. What we have no column for travels in `more`."""

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from math import isfinite
from typing import Any

from django.utils.dateparse import parse_datetime

from alongside.partners.choices import AtNight, Cost, Fit, Serves, ServiceCategory, ServiceStatus
from alongside.partners.folding import fold

NAMESPACE = uuid.UUID("0b7c5b0e-6f0f-5f7e-9c58-6f1d7a3c9a11")
Doc = dict[str, Any]

ORGANIZATION_TEXTS = {"name": "name", "description": "description", "email": "email", "website": "website"}
LISTING_TEXTS = {
    "name": "name",
    "description": "description",
    "email": "email",
    "url": "url",
    "eligibility_description": "eligibility",
    "application_process": "how_to_apply",
    "fees_description": "cost_words",
    "wait_time": "wait",
}
PLACE_TEXTS = {"name": "name", "transportation": "how_to_get_there"}
# What HSDS has no property for goes as attributes under these labels, and is found again by them.
OF_OURS = {"kind": ServiceCategory, "serves": Serves, "fits": Fit, "cost": Cost, "at_night": AtNight}
LABEL = "alongside:"
LONGEST = {"name": 300, "email": 254, "website": 500, "url": 500, "wait": 200, "phone": 80}
DEEPEST = 50


class NotAnEntry(ValueError):
    """An object that is no HSDS organisation, service, location or service at a location."""


class WhoseIsIt(ValueError):
    """Entries are known by plain numbers, as those of every directory are, and nobody has said whose these are."""


@dataclass
class Taken:
    """Rows of ours that entries were taken apart into, by their ids; what was not kept; whose directory it is."""

    publisher: str = ""
    organizations: dict[uuid.UUID, Doc] = field(default_factory=dict)
    places: dict[uuid.UUID, Doc] = field(default_factory=dict)
    services: dict[uuid.UUID, Doc] = field(default_factory=dict)
    at_places: dict[uuid.UUID, Doc] = field(default_factory=dict)
    plain: set[uuid.UUID] = field(default_factory=set)
    not_kept: list[str] = field(default_factory=list)

    def own_id(self, kind: str, told: object, *around: object) -> uuid.UUID:
        """The id of an entry. One that is no UUID is always the same one within what its publisher has told.

        Where none is told, it is made of what stands `around`; raises NotAnEntry where that is nothing.
        """
        text = str(told if told is not None else "").strip()
        if not text and not (around and all(around)):
            raise NotAnEntry
        try:
            return uuid.UUID(text) if text else uuid.UUID(made_id(kind, *around))
        except ValueError:
            if not fold(self.publisher):
                raise WhoseIsIt from None
            key = uuid.uuid5(NAMESPACE, f"{fold(self.publisher)}|{kind}|{text}")
            self.plain.add(key)
            return key

    def join(self, other: "Taken") -> None:
        """What another entry was taken apart into."""
        for name in ("organizations", "places", "services", "at_places"):
            for key, row in getattr(other, name).items():
                lay(getattr(self, name), key, row)
        self.plain |= other.plain
        self.not_kept += other.not_kept

    def leave(self, doc: Doc) -> None:
        """Remember by its name what could not be kept."""
        name = doc.get("name")
        self.not_kept.append(name.strip()[:80] if isinstance(name, str) and name.strip() else "?")


def lay(rows: dict[uuid.UUID, Doc], key: uuid.UUID, told: Doc) -> None:
    """Lay what is told over what was: nothing told takes nothing away."""
    stands = rows.setdefault(key, {})
    for name, value in told.items():
        stands[name] = (
            {**stands.get(name, {}), **value} if name == "more" else value or stands.get(name, value)
        )


def made_id(*parts: object) -> str:
    """The same id for the same thing in every export."""
    return str(uuid.uuid5(NAMESPACE, "|".join(map(str, parts))))


def clean(told: Any, depth: int = 0) -> Any:
    """The same without what no database keeps (zeros, halves of letters, endless numbers) and without nothings."""
    if depth > DEEPEST:
        raise NotAnEntry
    if isinstance(told, str):
        return told.replace("\x00", "").encode("utf-8", "ignore").decode()
    if isinstance(told, list):
        return [value for each in told if (value := clean(each, depth + 1)) is not None]
    if isinstance(told, dict):
        cleaned = {clean(name): clean(value, depth + 1) for name, value in told.items()}
        return {name: value for name, value in cleaned.items() if value is not None and value != []}
    return None if isinstance(told, float) and not isfinite(told) else told


def objects(doc: Doc, name: str) -> list[Doc]:
    """A list of objects under a name; nothing where anything else stands there."""
    found = doc.get(name)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _texts(doc: Doc, names: dict[str, str]) -> Doc:
    """Columns of plain text. What is longer than its column stays whole in `more` and is shown shortened."""
    told = {}
    for theirs, ours in names.items():
        value = doc.get(theirs)
        text = value if isinstance(value, str) else ""
        told[ours] = text[: LONGEST[ours]] if ours in LONGEST else text
    return told


def _rest(doc: Doc, names: dict[str, str], *apart: str) -> Doc:
    """What no column holds: as it came, so that it can go out again unchanged."""
    held = {
        theirs
        for theirs, ours in names.items()
        if isinstance(doc.get(theirs), str) and len(doc[theirs]) <= LONGEST.get(ours, 10**9)
    }
    return {name: value for name, value in doc.items() if name not in held and name not in {"id", *apart}}


def take(doc: Doc, into: Taken) -> None:
    """Take one entry apart, whichever of the four it is."""
    if isinstance(doc.get("service"), dict) or isinstance(doc.get("location"), dict) or "service_id" in doc:
        _take_at_place(doc, into, None)
    elif isinstance(doc.get("organization"), dict) or (
        "organization_id" in doc and "location_type" not in doc
    ):
        take_service(doc, into)
    elif "location_type" in doc:
        _take_place(doc, into, None)
    elif "status" in doc:
        take_service(doc, into)
    elif doc.get("name"):
        take_organization(doc, into)
    else:
        raise NotAnEntry


def _inside(docs: list[Doc], into: Taken, take_one: Callable[[Doc], object]) -> None:
    """Take what stands inside another entry; one that cannot be kept loses nothing beside itself."""
    for doc in docs:
        try:
            take_one(doc)
        except NotAnEntry:
            into.leave(doc)


def take_organization(doc: Doc, into: Taken, around: object = "") -> uuid.UUID:
    """An organisation, with the places and services that stand inside it; `around` is whose it stands in itself."""
    row = _texts(doc, ORGANIZATION_TEXTS)
    if not row["name"]:
        raise NotAnEntry
    by_name = f"name {fold(row['name'])}" if fold(into.publisher) else ""
    key = into.own_id("organization", doc.get("id") or by_name, around, row["name"])
    row["more"] = _rest(doc, ORGANIZATION_TEXTS, "services", "locations")
    lay(into.organizations, key, row)
    _inside(objects(doc, "locations"), into, lambda each: _take_place(each, into, key))
    _inside(objects(doc, "services"), into, lambda each: take_service(each, into, key))
    return key


def _take_place(
    doc: Doc, into: Taken, organization: uuid.UUID | None, around: uuid.UUID | None = None
) -> uuid.UUID:
    row = _texts(doc, PLACE_TEXTS)
    row["address"] = address_line(objects(doc, "addresses"))
    key = into.own_id("place", doc.get("id"), organization or around or "", row["name"] or row["address"])
    kind = doc.get("location_type")
    row["kind"] = kind if kind in ("physical", "postal", "virtual") else ""
    row["more"] = _rest(doc, PLACE_TEXTS, "location_type")
    if organization is None and doc.get("organization_id"):
        organization = into.own_id("organization", doc["organization_id"])
    row["organization_id"] = organization
    lay(into.places, key, row)
    return key


def address_line(addresses: Iterable[Doc]) -> str:
    """The first address on one line, as people write it."""
    for each in addresses:
        names = ("address_1", "address_2", "city", "state_province", "postal_code")
        return ", ".join(str(each[name])[:300] for name in names if each.get(name))
    return ""


def take_service(doc: Doc, into: Taken, organization: uuid.UUID | None = None) -> uuid.UUID:
    """A service, with its organisation and where it is given."""
    row = _texts(doc, LISTING_TEXTS)
    if not row["name"]:
        raise NotAnEntry
    organization = _organization_of(doc, into, organization)
    key = into.own_id("service", doc.get("id"), organization or "", row["name"])
    row["organization_id"] = organization or uuid.UUID(made_id("organization of", key))
    status = str(doc.get("status") or "").strip().casefold()
    row["status"] = status if status in ServiceStatus.values else ""
    row |= _openings(objects(doc, "capacities"))
    row |= _ours(objects(doc, "attributes"))
    row["more"] = _rest(
        doc, LISTING_TEXTS, "organization", "organization_id", "service_at_locations", "status"
    )
    row["more"] = {name: value for name, value in row["more"].items() if name != "attributes"} | _kept(doc)
    lay(into.services, key, row)
    _inside(objects(doc, "service_at_locations"), into, lambda each: _take_at_place(each, into, key))
    return key


def _organization_of(doc: Doc, into: Taken, around: uuid.UUID | None) -> uuid.UUID | None:
    """Whose service it is; that one which stands around it where nothing is told, or nothing to be kept."""
    inside = doc.get("organization")
    if isinstance(inside, dict):
        try:
            return take_organization(inside, into, doc.get("id") or "")
        except NotAnEntry:
            into.leave(inside)
    if around is None and doc.get("organization_id"):
        return into.own_id("organization", doc["organization_id"])
    return around


def _kept(doc: Doc) -> Doc:
    """Attributes that are not ours."""
    kept = [each for each in objects(doc, "attributes") if not str(each.get("label", "")).startswith(LABEL)]
    return {"attributes": kept} if kept else {}


def _take_at_place(doc: Doc, into: Taken, service: uuid.UUID | None) -> None:
    entry, location = doc.get("service"), doc.get("location")
    if service is None:
        if not isinstance(entry, dict) and not doc.get("service_id"):
            raise NotAnEntry
        service = (
            take_service(entry, into)
            if isinstance(entry, dict)
            else into.own_id("service", doc["service_id"])
        )
    if isinstance(location, dict):
        place = _take_place(location, into, None, service)
    elif doc.get("location_id"):
        place = into.own_id("place", doc["location_id"])
    else:
        return
    told = {
        "service_id": service,
        "place_id": place,
        "description": doc.get("description") if isinstance(doc.get("description"), str) else "",
        "more": {
            name: value
            for name, value in doc.items()
            if name not in ("id", "service", "service_id", "location", "location_id", "description")
        },
    }
    lay(into.at_places, into.own_id("at place", doc.get("id"), service, place), told)


def _openings(docs: Iterable[Doc]) -> Doc:
    for each in docs:
        free, at = each.get("available"), parse_moment(each.get("updated"))
        if isinstance(free, int | float) and not isinstance(free, bool) and at and 0 <= free < 10**6:
            return {"openings": int(free), "openings_at": at}
    return {"openings": None, "openings_at": None}


def parse_moment(told: object) -> datetime | None:
    """A moment with its zone, or None."""
    try:
        moment = parse_datetime(str(told or ""))
    except ValueError:
        return None
    return moment if moment and moment.tzinfo else None


def _ours(docs: Iterable[Doc]) -> Doc:
    """What an export of ours said of a service beyond HSDS."""
    told: dict[str, list[str]] = {name: [] for name in OF_OURS}
    for each in docs:
        name = str(each.get("label", "")).removeprefix(LABEL)
        value = str(each.get("value", ""))
        if str(each.get("label", "")).startswith(LABEL) and name in told and value in OF_OURS[name].values:
            told[name].append(value)
    return {
        "serves": told["serves"],
        "fits": told["fits"],
        "kind": next(iter(told["kind"]), ""),
        "cost": next(iter(told["cost"]), ""),
        "at_night": next(iter(told["at_night"]), ""),
    }
