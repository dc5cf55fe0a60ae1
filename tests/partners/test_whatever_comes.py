"""Whatever a directory file holds: it is taken in or turned down kindly, and export and API answer afterwards."""

import json
import uuid
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some

from tests import cast
from tests.partners import make

ODD = some.one_of(
    some.none(), some.booleans(), some.integers(), some.floats(), some.text(max_size=8),
    some.sampled_from(["", "null", "9:00", "5 PM", "2026-13-40", "\x00", "\ud800", "7", "x" * 5000, 10**4000, -1]),
)  # fmt: skip
ANYTHING = some.recursive(
    ODD,
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
LISTS = (
    "languages",
    "phones",
    "schedules",
    "attributes",
    "capacities",
    "service_at_locations",
    "contacts",
    "addresses",
)
NAMES = tuple(
    [
        "languages",
        "phones",
        "schedules",
        "attributes",
        "capacities",
        "service_at_locations",
        "contacts",
        "addresses",
        "id",
        "name",
        "status",
        "description",
        "url",
        "organization",
        "organization_id",
        "location",
        "service",
        "location_type",
        "services",
        "locations",
        "alternate_name",
        "opens_at",
        "closes_at",
        "byday",
        "valid_to",
        "number",
        "label",
        "value",
        "available",
        "updated",
        "service_id",
        "location_id",
        "email",
    ]
)


def _places(doc: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place inside an entry."""
    inside = doc.items() if isinstance(doc, dict) else enumerate(doc) if isinstance(doc, list) else ()
    return [at, *(each for name, value in inside for each in _places(value, (*at, name)))]


def _set(doc: Any, at: tuple[Any, ...], value: Any) -> Any:
    if not at:
        return value
    doc[at[0]] = _set(doc[at[0]], at[1:], value)
    return doc


@some.composite
def spoiled(draw: some.DrawFn) -> Any:
    """A good entry in which a few places hold anything at all."""
    doc: Any = json.loads(json.dumps(make.entry(draw(some.integers(1, 3)))))
    for _time in range(draw(some.integers(1, 4))):
        doc = _set(doc, draw(some.sampled_from(_places(doc))), draw(ANYTHING))
    if isinstance(doc, dict) and draw(some.booleans()):
        doc[draw(some.sampled_from(NAMES))] = draw(ANYTHING)
    return doc


ENTRIES = some.one_of(spoiled(), ANYTHING, some.dictionaries(some.sampled_from(NAMES), ANYTHING, max_size=6))
FILES = some.one_of(
    some.lists(ENTRIES, max_size=3),
    ENTRIES,
    some.dictionaries(
        some.sampled_from(["contents", "data", "results", "services", "organizations", "total_pages", "page_number"]),
        some.one_of(some.lists(ENTRIES, max_size=2), ANYTHING), max_size=3,
    ),
)  # fmt: skip


def all_answers() -> None:
    """The export and each page of the API, and each entry of it."""
    director, nobody = cast.signed_in(cast.DIRECTOR), cast.nobody()
    assert director.get("/partners/exchange/export/").status_code == 200
    for where in ("services", "organizations", "service_at_locations"):
        answer = nobody.get(f"/hsds/{where}", {"per_page": 100})
        assert answer.status_code == 200
        for each in json.loads(answer.content)["contents"]:
            assert nobody.get(f"/hsds/{where}/{each['id']}").status_code == 200
            if where == "services":
                assert director.get(f"/partners/services/{each['id']}/").status_code == 200


def _sent(content: bytes) -> int:
    file = SimpleUploadedFile("d.json", content)
    told = {"file": file, "is_public": "on", "publisher": "A list", "once": str(uuid.uuid4())}
    status: int = cast.signed_in(cast.DIRECTOR).post("/partners/exchange/", told).status_code
    return status


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(FILES)
@example([{**make.entry(1), "languages": "x", "phones": {"a": 1}, "schedules": [1, None, {"opens_at": []}]}])
@example([{**make.entry(1), "capacities": [{"available": True, "updated": "2026-01-01T00:00:00Z"}]}])
@example(json.loads('{"a":' * 60 + "1" + "}" * 60))
def test_no_file_stops_the_import_the_export_or_the_api(file: Any) -> None:
    content = json.dumps(file).encode()
    assert _sent(content) in (302, 422)
    all_answers()


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    some.binary(max_size=200)
    | some.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
@example(b'{"contents": [' + b"[" * 3000)
@example(b"[" + b'{"name":' * 2000)
@example(b'[{"id": "1", "name": "Long", "organization_id": "1", "more": ' + b"9" * 5000 + b"}]")
def test_what_is_no_directory_at_all_is_turned_down(content: bytes) -> None:
    assert _sent(content) in (302, 422)
