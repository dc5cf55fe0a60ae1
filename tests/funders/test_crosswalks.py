"""What services count as is the agency's own: changed on a page, kept by updates, taken along in the set-up file."""

import json

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from alongside.funders import queries, reference
from alongside.funders.models import CrosswalkRow
from tests import cast
from tests.funders.make import TVAP, VOCA, added, counts_as


def told(form: str = VOCA) -> dict[str, str]:
    with cast.acting(cast.CM1):
        names = {each.pk: each.key for each in queries.kinds()}
        return {names[kind]: row.item for kind, row in queries.crosswalk(form).items() if row.item}


def sent(client: object, **changed: str) -> dict[str, str]:
    with cast.acting(cast.CM1):
        names = {each.pk: each for each in queries.kinds()}
        stands = queries.Crosswalk(queries.crosswalk(VOCA))
        found = {kind.hex: row.item for kind, row in stands.rows.items()}
        found |= {kind.hex: changed[each.key] for kind, each in names.items() if each.key in changed}
    return found | {"version": str(stands.version)}


def test_a_director_and_an_administrator_change_it_and_what_stood_is_kept() -> None:
    assert told()["transportation"] == "B9" and "immigration" not in told()
    address = f"/program/forms/{VOCA}/services/"
    for member, item in ((cast.DIRECTOR, "B6"), (cast.ADMIN, "E7")):
        client = cast.signed_in(member)
        shown = client.get(address).content.decode()
        assert "B6 Immigration assistance" in shown and "two items look alike" in shown
        assert client.post(address, sent(client, immigration=item)).status_code == 302
        assert told()["immigration"] == item
    assert cast.signed_in(cast.CM1).get(address).status_code == 403
    page = cast.signed_in(cast.ADMIN).get(f"/program/forms/{VOCA}/").content.decode()
    assert "E7 Immigration assistance" in page and "until" in page
    client = cast.signed_in(cast.ADMIN)
    assert client.post(address, sent(client, immigration="planted")).status_code == 422
    stale = sent(client) | {"version": "1"}
    assert client.post(address, stale).status_code == 409


def test_an_update_writes_over_nothing() -> None:
    counts_as(VOCA, transportation="", shelter="D2")
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_owner")
        reference.load()
        cursor.execute("set local role alongside_desk")
    assert "transportation" not in told() and told()["shelter"] == "D2"


def test_nobody_else_writes_one_and_no_item_but_the_forms_own() -> None:
    with cast.acting(cast.CM1), connection.cursor() as cursor:
        cursor.execute("update core.funders_crosswalkrow set item = 'A1'")
        assert cursor.rowcount == 0
        assert CrosswalkRow.objects.exists()


def test_it_goes_along_in_the_set_up_file() -> None:
    counts_as(VOCA, transportation="", shelter="D2")
    added(TVAP, label="Status")
    client = cast.signed_in(cast.ADMIN)
    content = client.get(reverse("program:give_set_up_file")).content
    counts_as(VOCA, transportation="B9", shelter="D1")
    file = SimpleUploadedFile("set-up.json", content, content_type="application/json")
    assert client.post(reverse("program:set_up_file"), {"file": file}).status_code == 302
    assert told()["shelter"] == "D2" and "transportation" not in told()
    with cast.acting(cast.ADMIN):
        assert [each.label for each in queries.fields()] == ["Status"]
    broken = json.loads(content)
    broken["rooms"]["funders"]["fields"][0]["why"] = " "
    file = SimpleUploadedFile("set-up.json", json.dumps(broken).encode(), content_type="application/json")
    assert client.post(reverse("program:set_up_file"), {"file": file}).status_code == 422
