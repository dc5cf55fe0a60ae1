"""The published examples come in and go out valid against the published schemas, where those are at hand."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from alongside.access.actor import as_actor
from alongside.partners import actions
from alongside.partners.hsds import exporting
from tests import cast
from tests.partners import make

SCHEMAS = Path(
    os.environ.get("ALONGSIDE_HSDS_SCHEMAS", Path(__file__).parents[3] / "shared" / "facts" / "hsds")
)


def published(name: str) -> Any:
    return json.loads((SCHEMAS / name).read_text())


def validated(doc: Any, schema: str) -> None:
    import jsonschema
    from jsonschema import FormatChecker

    wanted = published(f"schema/compiled/{schema}.json")
    problems = jsonschema.Draft202012Validator(wanted, format_checker=FormatChecker()).iter_errors(doc)
    assert [each.message for each in problems] == []


@pytest.fixture
def _schemas() -> None:
    if SCHEMAS.is_dir():
        return
    if os.environ.get("CI"):
        pytest.fail(f"the published schemas of HSDS are not at {SCHEMAS}")
    pytest.skip("the published schemas of HSDS are not beside this checkout")


@pytest.mark.usefixtures("_schemas")
@pytest.mark.parametrize("name", ["service", "organization", "service_at_location"])
def test_published_examples_come_in_and_go_out_valid(name: str) -> None:
    told = published(f"examples/{name}_full.json")
    validated(told, name)
    batch = make.take_in(told)
    assert batch.unread == 0
    address = {
        "service": "services",
        "organization": "organizations",
        "service_at_location": "service_at_locations",
    }
    found = json.loads(cast.nobody().get(f"/hsds/{address[name]}/{told['id']}").content)
    validated(found, name)
    with as_actor(None):
        for each in exporting.services():
            validated(each, "service")
    for key in ("name", "description", "phones", "schedules", "contacts", "languages", "funding"):
        assert found.get(key) == told.get(key), key


@pytest.mark.usefixtures("_schemas")
def test_what_we_write_ourselves_goes_out_valid() -> None:
    key = make.service("A bed", of="House", kind="shelter", serves=("men",), cost="free", languages=("Tigrinya",),
                       hours="Day and night", phone="555-0150", email="a@example.org", url="https://example.org",
                       is_public=True)  # fmt: skip
    make.place(key, name="Door", street="1 Example Street", city="Riverbend", state="XX", postal_code="0",
               is_public=True)  # fmt: skip
    make.place(key, name="Half", street="2 Example Street", is_public=True)
    with cast.acting(cast.CM1) as by:
        actions.save_openings(by=by, service=key, openings=3, wait="a week")
    found = json.loads(cast.nobody().get("/hsds/services").content)["contents"]
    assert len(found[0]["service_at_locations"]) == 2
    validated(found[0], "service")
    for name in ("organizations", "service_at_locations"):
        for each in json.loads(cast.nobody().get(f"/hsds/{name}").content)["contents"]:
            validated(each, name[:-1])
