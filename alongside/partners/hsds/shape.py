"""From an HSDS 3.1 entry to our own columns and back. What we have no column for travels in `more`."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from math import isfinite
from typing import Any

from django.utils.dateparse import parse_datetime

from alongside.partners.choices import AtNight, Cost, Fit, ListingKind, ListingStatus, Serves
from alongside.partners.languages import code_of, name_of

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
OF_OURS = {"kind": ListingKind, "serves": Serves, "fits": Fit, "cost": Cost, "at_night": AtNight}
LABEL = "alongside:"
LONGEST = {"name": 300, "email": 254, "website": 500, "url": 500, "wait": 200, "phone": 80}
LATE, EARLY = "22:00", "05:00"


class NotAnEntry(ValueError):
    """An object that is no HSDS organisation, service, location or service at a location."""


@dataclass
class Taken:
    """Rows of ours that entries were taken apart into, by their ids."""

    organizations: dict[uuid.UUID, Doc] = field(default_factory=dict)
    places: dict[uuid.UUID, Doc] = field(default_factory=dict)
    listings: dict[uuid.UUID, Doc] = field(default_factory=dict)
    at_places: dict[uuid.UUID, Doc] = field(default_factory=dict)


def own_id(told: object) -> uuid.UUID:
    """The id of an entry; one that is not a UUID always becomes the same one."""
    text = str(told or "").strip()
    if not text:
        raise NotAnEntry
    try:
        return uuid.UUID(text)
    except ValueError:
        return uuid.uuid5(NAMESPACE, text)


def made_id(*parts: object) -> str:
    """The same id for the same thing in every export."""
    return str(uuid.uuid5(NAMESPACE, "|".join(map(str, parts))))


def clean(told: Any) -> Any:
    """The same without signs that no database keeps: zeros, halves of letters, endless numbers."""
    if isinstance(told, str):
        return told.replace("\x00", "").encode("utf-8", "ignore").decode()
    if isinstance(told, list):
        return [clean(each) for each in told]
    if isinstance(told, dict):
        return {clean(name): clean(value) for name, value in told.items()}
    return None if isinstance(told, float) and not isfinite(told) else told


def _objects(doc: Doc, name: str) -> list[Doc]:
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
    if isinstance(doc.get("service"), dict) or isinstance(doc.get("location"), dict):
        _take_at_place(doc, into, None, None)
    elif isinstance(doc.get("organization"), dict) or "organization_id" in doc or "status" in doc:
        take_listing(doc, into)
    elif "location_type" in doc:
        _take_place(doc, into, None)
    elif doc.get("name"):
        take_organization(doc, into)
    else:
        raise NotAnEntry


def take_organization(doc: Doc, into: Taken) -> uuid.UUID:
    """An organisation, with the places and services that stand inside it."""
    key = own_id(doc.get("id"))
    row = _texts(doc, ORGANIZATION_TEXTS)
    if not row["name"]:
        raise NotAnEntry
    fuller = len(into.organizations.get(key, {}).get("more", {}))
    row["more"] = _rest(doc, ORGANIZATION_TEXTS, "services", "locations")
    if key not in into.organizations or len(row["more"]) >= fuller:
        into.organizations[key] = row
    for place in _objects(doc, "locations"):
        _take_place(place, into, key)
    for service in _objects(doc, "services"):
        take_listing(service, into, key)
    return key


def _take_place(doc: Doc, into: Taken, organization: uuid.UUID | None) -> uuid.UUID:
    key = own_id(doc.get("id"))
    row = _texts(doc, PLACE_TEXTS)
    kind = doc.get("location_type")
    row["kind"] = kind if kind in ("physical", "postal", "virtual") else "physical"
    row["more"] = _rest(doc, PLACE_TEXTS, "location_type")
    row["address"] = address_line(_objects(doc, "addresses"))
    known = into.places.get(key, {}).get("organization_id")
    row["organization_id"] = organization or known
    into.places[key] = row
    return key


def address_line(addresses: Iterable[Doc]) -> str:
    """The first address on one line, as people write it."""
    for each in addresses:
        names = ("address_1", "address_2", "city", "state_province", "postal_code")
        return ", ".join(str(each[name]) for name in names if each.get(name))
    return ""


def take_listing(doc: Doc, into: Taken, organization: uuid.UUID | None = None) -> uuid.UUID:
    """A service, with its organisation and where it is given."""
    key = own_id(doc.get("id"))
    row = _texts(doc, LISTING_TEXTS)
    if not row["name"]:
        raise NotAnEntry
    inside = doc.get("organization")
    if isinstance(inside, dict):
        organization = take_organization(inside, into)
    elif organization is None and doc.get("organization_id"):
        organization = own_id(doc["organization_id"])
    row["organization_id"] = organization or own_id(f"organization of {key}")
    status = doc.get("status")
    row["status"] = status if status in ListingStatus.values else ListingStatus.ACTIVE
    row["languages"] = languages_of(_objects(doc, "languages"))
    row["hours"] = hours_of(_objects(doc, "schedules"))
    row["phone"] = phone_of(_objects(doc, "phones"))
    row |= _openings(_objects(doc, "capacities"))
    row |= _ours(_objects(doc, "attributes"))
    row["at_night"] = row["at_night"] or night_of(_objects(doc, "schedules"))
    row["more"] = _rest(
        doc, LISTING_TEXTS, "organization", "organization_id", "service_at_locations", "status"
    )
    row["more"] = {name: value for name, value in row["more"].items() if name != "attributes"} | _kept(doc)
    into.listings[key] = row
    for each in _objects(doc, "service_at_locations"):
        _take_at_place(each, into, key, row["organization_id"])
    return key


def _kept(doc: Doc) -> Doc:
    """Attributes that are not ours."""
    kept = [each for each in _objects(doc, "attributes") if not str(each.get("label", "")).startswith(LABEL)]
    return {"attributes": kept} if kept else {}


def _take_at_place(doc: Doc, into: Taken, listing: uuid.UUID | None, organization: uuid.UUID | None) -> None:
    service, location = doc.get("service"), doc.get("location")
    if listing is None:
        if not isinstance(service, dict) and not doc.get("service_id"):
            raise NotAnEntry
        listing = take_listing(service, into) if isinstance(service, dict) else own_id(doc["service_id"])
    if isinstance(location, dict):
        place = _take_place(location, into, None)
    elif doc.get("location_id"):
        place = own_id(doc["location_id"])
    else:
        return
    into.at_places[own_id(doc.get("id"))] = {
        "listing_id": listing,
        "place_id": place,
        "description": doc.get("description") if isinstance(doc.get("description"), str) else "",
        "more": {
            name: value
            for name, value in doc.items()
            if name not in ("id", "service", "service_id", "location", "location_id", "description")
        },
    }


def languages_of(docs: Iterable[Doc]) -> list[str]:
    """Names of languages, each once."""
    names = (str(each.get("name") or name_of(str(each.get("code") or ""))).strip()[:60] for each in docs)
    return list(dict.fromkeys(name for name in names if name))


def hours_of(docs: Iterable[Doc]) -> str:
    """Opening hours as a person reads them, a line for each schedule."""
    lines = []
    for each in docs:
        opens, closes = (str(each.get(name) or "")[:5] for name in ("opens_at", "closes_at"))
        told = str(each.get("description") or "").strip()
        span = f"{opens}-{closes}" if opens and closes else ""
        days = str(each.get("byday") or "").replace(",", ", ")
        lines.append(told or " ".join(filter(None, (days, span))))
    return "\n".join(dict.fromkeys(filter(None, lines)))


def night_of(docs: Iterable[Doc]) -> str:
    """Whether a schedule reaches into the night; nothing where no hours are told."""
    spans = [(str(each.get("opens_at") or "")[:5], str(each.get("closes_at") or "")[:5]) for each in docs]
    spans = [(opens, closes) for opens, closes in spans if opens and closes]
    if not spans:
        return ""
    reaches = any(closes <= opens or closes > LATE or opens < EARLY for opens, closes in spans)
    return AtNight.YES if reaches else AtNight.NO


def phone_of(docs: Iterable[Doc]) -> str:
    """The first phone number."""
    for each in docs:
        number = str(each.get("number") or "").strip()
        if number:
            return number[: LONGEST["phone"]]
    return ""


def _openings(docs: Iterable[Doc]) -> Doc:
    for each in docs:
        free, moment = each.get("available"), each.get("updated")
        at = parse_moment(moment)
        if isinstance(free, int | float) and at and 0 <= free < 10**6:
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


def language_docs(key: object, names: Iterable[str], kept: Iterable[Doc]) -> list[Doc]:
    """Languages as HSDS writes them; those that came with an import keep their own notes."""
    docs = {languages_of([each])[0]: each for each in kept if languages_of([each])}
    return [docs.get(name) or _language_doc(key, name) for name in names]


def _language_doc(key: object, name: str) -> Doc:
    code = code_of(name)
    return {"id": made_id(key, "language", name), "name": name} | ({"code": code} if code else {})
