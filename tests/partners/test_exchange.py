"""HSDS in and out: nothing is lost on the way, all or nothing, taken back whole; and only what is public leaves."""

import io
import json
import tracemalloc
import uuid
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from alongside.access.actor import as_actor
from alongside.partners import actions, rules
from alongside.partners.actions import Offered
from alongside.partners.hsds.reading import CHUNK, NotReadable, entries
from alongside.partners.models import (
    DirectoryImport,
    Location,
    Organization,
    ReplacedRow,
    SearchKey,
    Service,
    ServiceAtLocation,
)
from tests import cast
from tests.partners import make


def read(text: str | bytes) -> list[dict[str, Any]]:
    return list(entries(io.BytesIO(text if isinstance(text, bytes) else text.encode())))


def services(client: Any = None, **query: Any) -> dict[str, Any]:
    answer = (client or cast.nobody()).get("/hsds/services", query)
    assert answer.status_code == 200
    found: dict[str, Any] = json.loads(answer.content)
    return found


@pytest.mark.no_database
@pytest.mark.parametrize(
    "text",
    [
        '{"id": "a", "name": "é"}',
        '[{"id": "a", "name": "é"}]',
        '{"total_items": 12, "contents": [{"id": "a", "name": "é"}], "size": 1}',
        '{"id": "a", "name": "é"}\n',
        '\ufeff[ {"id": "a", "name": "é"} ]',
    ],
)
def test_every_way_a_file_may_be_written_is_read(text: str) -> None:
    assert read(text) == [{"id": "a", "name": "é"}]


@pytest.mark.no_database
def test_one_entry_a_line_is_read_and_a_long_one_as_well() -> None:
    assert read('{"id": 1}\n{"id": 2}\n') == [{"id": 1}, {"id": 2}]
    long = {"id": 1, "name": "x" * (CHUNK * 3)}
    assert read(json.dumps([long, {"id": 2}])) == [long, {"id": 2}]


@pytest.mark.no_database
@pytest.mark.parametrize(
    "text",
    ["", "words", "[1, 2]", '[{"id": 1}', '{"id": }', b"\xff\xfe\x00", "[" * 5000, '{"contents": [1]}'],
)
def test_what_is_no_directory_is_turned_down(text: str | bytes) -> None:
    with pytest.raises(NotReadable):
        read(text)


@pytest.mark.no_database
def test_a_long_file_is_read_in_little_memory() -> None:
    body = json.dumps([make.entry(number) for number in range(4000)]).encode()
    file = io.BytesIO(body)
    tracemalloc.start()
    count = sum(1 for _each in entries(file))
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 4000
    assert len(body) > 4_000_000
    assert peak < 1_000_000


def test_an_entry_goes_out_as_it_came_in() -> None:
    told = make.entry(3)
    make.take_in(told)
    assert services()["contents"] == [told]


def test_what_we_change_lies_over_what_came() -> None:
    told = make.entry(3)
    make.take_in(told)
    key = uuid.UUID(told["id"])
    with cast.acting(cast.CM1) as by:
        row = Service.objects.get(pk=key)
        offered = Offered(
            name="Papers", serves=("men",), languages=("Tigrinya", "Arabic"), phone="555-0141", is_public=True,
            culture="They fast on Wednesdays.", kind="legal",
        )  # fmt: skip
        actions.save_service(
            by=by, service=key, organization=row.organization_id, told=offered, version=row.version
        )
        actions.save_openings(by=by, service=key, openings=2)
    found = services()["contents"][0]
    assert found["name"] == "Papers"
    assert [each["name"] for each in found["languages"]] == ["Tigrinya", "Arabic"]
    assert found["languages"][0] == told["languages"][0]
    assert [each["number"] for each in found["phones"]] == ["555-0141", "555-0140"]
    assert found["capacities"][0]["available"] == 2
    assert {each["value"] for each in found["attributes"]} == {"men", "legal"}
    assert found["accreditations"] == told["accreditations"]
    assert "fast on" not in json.dumps(found)
    make.take_in(make.entry(3, name="Service of theirs"))
    assert services()["contents"][0]["name"] == "Papers"
    assert DirectoryImport.objects.count() == 0
    with cast.acting(cast.CM1):
        assert DirectoryImport.objects.get(left__gt=0).left >= 1


def test_our_own_words_come_back_from_our_own_export() -> None:
    make.service("A bed", of="House", kind="shelter", serves=("men", "families"), cost="free", fits=("halal",),
                 languages=("Tigrinya",), at_night="yes", hours="Day and night", phone="555-0150",
                 is_public=True)  # fmt: skip
    told = services()["contents"][0]
    with cast.acting(cast.DIRECTOR):
        SearchKey.objects.all().delete()
        Service.objects.all().delete()
    make.take_in(told)
    with cast.acting(cast.DIRECTOR):
        row = Service.objects.get()
        assert (row.kind, row.serves, row.cost, row.fits) == (
            "shelter",
            ["men", "families"],
            "free",
            ["halal"],
        )
        assert (row.at_night, row.hours, row.phone) == ("yes", "Day and night", "555-0150")
    assert services()["contents"][0] == told


def test_all_of_a_file_comes_in_or_nothing() -> None:
    client = cast.signed_in(cast.DIRECTOR)
    whole = json.dumps([make.entry(number) for number in range(150)])
    sent = {"file": SimpleUploadedFile("d.json", whole[:-40].encode())}
    answer = client.post("/partners/exchange/", sent)
    assert answer.status_code == 422
    assert "Nothing was taken in" in answer.content.decode()
    with cast.acting(cast.DIRECTOR):
        assert not Service.objects.exists() and not DirectoryImport.objects.exists()
    once = str(uuid.uuid4())
    for _twice in range(2):
        sent = {"file": SimpleUploadedFile("d.json", whole.encode()), "once": once, "is_public": "on"}
        assert client.post("/partners/exchange/", sent).headers["Location"] == "/partners/exchange/"
    shown = make.page(client, "/partners/exchange/")
    assert "150 new, 0 renewed" in shown
    with cast.acting(cast.DIRECTOR):
        assert (Service.objects.count(), DirectoryImport.objects.count(), Organization.objects.count()) == (
            150,
            1,
            7,
        )
    assert services()["total_items"] == 150


def test_an_import_is_taken_back_whole_and_what_it_renewed_reads_as_before() -> None:
    make.take_in(make.entry(1), make.entry(2))
    before = services()
    second = make.take_in(make.entry(2, name="Renewed", fees_description="Ten."), make.entry(3))
    assert {each["name"] for each in services()["contents"]} == {"Service 00001", "Renewed", "Service 00003"}
    client = cast.signed_in(cast.DIRECTOR)
    client.post(f"/partners/exchange/{second.pk}/undo/")
    assert services() == before
    with cast.acting(cast.DIRECTOR) as by:
        assert not ReplacedRow.objects.exists()
        assert (Location.objects.count(), ServiceAtLocation.objects.count()) == (2, 2)
        assert SearchKey.objects.filter(key="word:00002").count() == 1
        first = DirectoryImport.objects.get(undone_at=None)
        actions.undo_import(by=by, batch=first.pk)
        for table in (Service, Organization, Location, ServiceAtLocation, SearchKey):
            assert not table.objects.exists()


def test_an_import_somebody_has_built_on_stays() -> None:
    batch = make.take_in(make.entry(1))
    later = make.take_in(make.entry(2))
    with cast.acting(cast.CM1) as by:
        with pytest.raises(rules.NotTheLatest):
            actions.undo_import(by=by, batch=batch.pk)
        organization = Service.objects.get(pk=uuid.UUID(int=3)).organization_id
        actions.log_visit_to_provider(
            by=by, visit=uuid.uuid4(), organization=organization, on=make.day("2027-01-05")
        )
        with pytest.raises(rules.InUse):
            actions.undo_import(by=by, batch=later.pk)
        assert Service.objects.count() == 2


def test_what_makes_no_sense_is_counted_and_left_out() -> None:
    batch = make.take_in({"id": "x"}, {"name": 7}, make.entry(1), {**make.entry(2), "name": ""})
    assert (batch.added, batch.unread) == (1, 3)
    odd = {
        "id": "not a uuid",
        "name": "Odd \x00" + "x" * 400,
        "status": "nonsense",
        "languages": "x",
        "phones": [3],
    }
    odd |= {"more": ["\ud800", float("nan")], "url": "\ud800"}
    assert make.take_in(*read(json.dumps(odd)), publisher="A list").added == 1
    assert make.take_in(odd, publisher="A list").added == 0


def test_the_command_line_takes_a_file_in_with_its_progress(tmp_path: Path) -> None:
    file = tmp_path / "d.json"
    file.write_text(json.dumps([make.entry(number) for number in range(130)]))
    said, bar = io.StringIO(), io.StringIO()
    call_command("import_hsds", str(file), "--by", "director", stdout=said, stderr=bar)
    assert said.getvalue().startswith("130 new")
    assert "100 %" in bar.getvalue()
    with pytest.raises(CommandError):
        call_command("import_hsds", str(file), "--by", "somebody")
    file.write_text("[")
    with pytest.raises(CommandError):
        call_command("import_hsds", str(file), "--by", "director", stdout=said, stderr=bar)
    assert services()["total_items"] == 0


# What may leave. --------------------------------------------------------------------------------------------


def test_only_what_is_public_leaves_whoever_asks() -> None:
    make.take_in(make.entry(1))
    make.take_in(make.entry(2), public=False)
    inside = make.service("Kept inside", of="House of rest")
    for client in (cast.nobody(), cast.signed_in(cast.DIRECTOR), cast.signed_in(cast.CM1)):
        found = services(client)
        assert [each["name"] for each in found["contents"]] == ["Service 00001"]
        assert client.get(f"/hsds/services/{inside}").status_code == 404
        assert client.get(f"/hsds/services/{uuid.UUID(int=3)}").status_code == 404
        everything = (
            client.get("/hsds/organizations").content + client.get("/hsds/service_at_locations").content
        )
        assert b"House of rest" not in everything
        assert b"2 Example Street" not in everything
        assert b"1 Example Street" in everything
    body = cast.signed_in(cast.DIRECTOR).get("/partners/exchange/export/")
    assert [each["name"] for each in json.loads(body.content)] == ["Service 00001"]
    assert "attachment" in body.headers["Content-Disposition"]


def test_the_wall_itself_gives_nobody_anything_but_public_rows() -> None:
    make.take_in(make.entry(1))
    make.take_in(make.entry(2), public=False)
    partner = make.agency("County detective", "law_enforcement")
    make.agreement(partner, scope="words")
    with as_actor(None), connection.cursor() as cursor:
        for table, count in {
            "service": 1, "organization": 1, "location": 1, "serviceatlocation": 1, "directoryimport": 0,
            "replacedrow": 0, "partneragency": 0, "pointofcontact": 0, "partneragreement": 0, "agreementpaper": 0,
            "commitment": 0, "appreciation": 0, "preparationnote": 0, "visit": 0, "directoryrule": 0,
        }.items():  # fmt: skip
            cursor.execute(f"select count(*) from core.partners_{table}")
            assert cursor.fetchone() == (count,), table
        cursor.execute("select count(distinct service_id) from core.partners_searchkey")
        assert cursor.fetchone() == (1,)


def test_a_confidential_place_keeps_no_address_and_never_leaves() -> None:
    make.take_in(make.entry(1))
    service, place = uuid.UUID(int=2), uuid.UUID(int=6 * 10**6 + 1)
    client = cast.signed_in(cast.CM1)
    sent = {"confidential": "on", "name": "The house", "street": "1 Example Street", "city": "Riverbend"}
    where = f"/partners/services/{service}/places/{place}/"
    assert client.post(where, sent).status_code == 302
    shown = make.page(client, f"/partners/services/{service}/")
    assert "no address is kept here" in shown
    assert "Example Street" not in shown
    for address in ("services", "organizations", "service_at_locations"):
        told = cast.nobody().get(f"/hsds/{address}").content.decode()
        assert "Example Street" not in told
        assert "The house" not in told
        assert "41.5" not in told
    with cast.acting(cast.CM1), connection.cursor() as cursor:
        cursor.execute("select p::text from core.partners_location p where id = %s", [place])
        assert "Example" not in cursor.fetchone()[0]
    make.take_in(make.entry(1))  # a published file does not bring the address back
    with cast.acting(cast.CM1):
        row = Location.objects.get(pk=place)
        assert (row.confidential, row.address, row.more, row.is_public) == (True, "", {}, False)


def test_the_address_of_a_confidential_place_is_laid_aside_nowhere() -> None:
    """An import that renewed it kept what stood before, for its own undo."""
    make.take_in(make.entry(1))
    moved = make.entry(1)
    moved["service_at_locations"][0]["location"]["addresses"][0]["address_1"] = "9 Newer Street"
    batch = make.take_in(moved)
    place = uuid.UUID(int=6 * 10**6 + 1)
    where = f"/partners/services/{uuid.UUID(int=2)}/places/{place}/"
    sent = {"confidential": "on", "name": "The house"}
    assert cast.signed_in(cast.CM1).post(where, sent).status_code == 302
    with cast.acting(cast.CM1) as by:
        assert not [row for row in ReplacedRow.objects.all() if "Example Street" in str(row.was)]
        actions.undo_import(by=by, batch=getattr(batch, "pk", batch))
        row = Location.objects.get(pk=place)
        assert (row.confidential, row.address, row.more, row.is_public) == (True, "", {}, False)


def test_the_table_itself_takes_no_address_of_a_confidential_place() -> None:
    from django.db import IntegrityError, transaction

    place = make.place(make.service(), name="The house", confidential=True)
    with cast.acting(cast.CM1), connection.cursor() as cursor:
        for change in ("address = '1 Example Street'", "is_public = true", "more = '{\"latitude\": 1}'"):
            with pytest.raises(IntegrityError), transaction.atomic():
                cursor.execute(f"update core.partners_location set {change} where id = %s", [place])


def test_the_api_speaks_as_the_specification_wants() -> None:
    for number in range(1, 31):
        make.take_in(make.entry(number))
    about = json.loads(cast.nobody().get("/hsds/").content)
    assert set(about) == {"version", "profile", "openapi_url"}
    first, last = services(per_page="20"), services(per_page="20", page="2")
    names = {
        "total_items",
        "total_pages",
        "page_number",
        "size",
        "first_page",
        "last_page",
        "empty",
        "contents",
    }
    assert set(first) == names
    assert (first["total_items"], first["total_pages"], first["size"]) == (30, 2, 20)
    assert (first["first_page"], first["last_page"], first["empty"]) == (True, False, False)
    assert (last["first_page"], last["last_page"], last["size"]) == (False, True, 10)
    assert not {each["id"] for each in first["contents"]} & {each["id"] for each in last["contents"]}
    beyond = services(page="99")
    assert (beyond["empty"], beyond["contents"], beyond["total_items"]) == (True, [], 30)
    assert services(search="00007")["total_items"] == 1
    assert services(search="nowhere")["empty"] is True
    assert services(organization_id=str(uuid.UUID(int=4 * 10**6)))["total_items"] == 4
    for nonsense in ({"page": "-1"}, {"page": "x"}, {"per_page": "9999999"}, {"search": "\x00%_"}):
        assert services(**nonsense)["page_number"] == 1
    assert services(organization_id="x")["empty"] is True
    assert cast.nobody().post("/hsds/services").status_code == 405
    one = json.loads(cast.nobody().get(f"/hsds/services/{uuid.UUID(int=2)}").content)
    assert one == make.entry(1)


def test_a_page_of_the_api_costs_the_same_with_many_rows() -> None:
    from tests.desk.counting import counted

    make.take_in(make.entry(1))
    with counted() as few:
        services()
    make.take_in(*(make.entry(number) for number in range(2, 20)))
    with counted() as many:
        services()
    assert len(few) == len(many) <= 8


# Against the published schemas, where they lie beside the checkout. -------------------------------------------
