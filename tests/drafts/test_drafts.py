"""Words still being typed: kept for their author alone, sealed, and there again after anything."""

import json
import uuid
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client

from alongside import clock
from alongside.drafts.actions import drop_draft, save_draft
from alongside.drafts.models import Draft, SavedForm
from alongside.drafts.queries import draft_of, my_drafts
from alongside.ui.dates import hour
from tests import cast
from tests.people import lantern

WORDS = {"happened": ["ሻይ, she's here 🗝"], "services": ["a", "b"]}


def keep(client: Client, key: str = "connection.note:new") -> int:
    """Keep a draft as the page does."""
    return client.post("/drafts/", {"key": key, "fields": json.dumps(WORDS)}).status_code


def test_nobody_keeps_no_draft_and_a_colleague_sees_none() -> None:
    assert keep(cast.nobody()) in (302, 401)
    assert keep(cast.signed_in(cast.CM1)) == 204
    for member in (cast.CM2, cast.SUPERVISOR, cast.ADMIN):
        with cast.acting(member) as actor:
            assert draft_of(actor, "connection.note:new") is None
            assert not Draft.objects.exists()


def test_a_draft_comes_back_verbatim_and_says_when_it_was_kept() -> None:
    answer = cast.signed_in(cast.CM1).post(
        "/drafts/", {"key": "connection.note:new", "fields": json.dumps(WORDS)}
    )
    assert answer.headers["X-Kept"] == quote(hour(clock.now()))
    page = cast.signed_in(cast.CM1).get("/note/").content.decode()
    assert "ሻይ, she&#39;s here 🗝" in page


def test_keeping_again_replaces_and_dropping_lets_go() -> None:
    with cast.acting(cast.CM1) as by:
        for word in ("one", "two"):
            save_draft(by=by, form="x", fields={"happened": [word]})
        assert len(my_drafts(by)) == 1
        found = draft_of(by, "x")
        assert found is not None and found[0]["happened"] == "two"
        drop_draft(by=by, form="x")
        assert draft_of(by, "x") is None


def test_a_draft_is_sealed_in_the_table_under_its_author_s_own_key() -> None:
    keep(cast.signed_in(cast.CM1))
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_backup")
        cursor.execute("select d::text from core.drafts_draft d")
        (row,) = cursor.fetchone()
    assert "ሻይ" not in row and "ሻይ".encode().hex() not in row and b"here".hex() not in row


def test_a_draft_goes_after_thirty_days() -> None:
    with cast.acting(cast.CM1) as by:
        save_draft(by=by, form="old", fields={"a": ["b"]})
        with clock.stopped_at(cast.BEGINS + timedelta(days=31)):
            save_draft(by=by, form="new", fields={"a": ["b"]})
        assert [draft.form for draft in my_drafts(by)] == ["new"]


@pytest.mark.parametrize("fields", ["", "[]", "nonsense", '{"a": 1}', json.dumps({"a": ["x" * 1_000_001]})])
def test_nonsense_is_turned_down(fields: str) -> None:
    assert cast.signed_in(cast.CM1).post("/drafts/", {"key": "x", "fields": fields}).status_code == 400


def test_a_draft_that_arrives_after_its_form_was_kept_does_not_come_back() -> None:
    client, once = cast.signed_in(cast.CM1), uuid.uuid4()
    person = lantern()
    sent = {"alias": "Lantern by the sea", "once": str(once), "draft": f"participants.alias:{person}"}
    assert client.post(f"/people/{person}/alias/", sent).status_code == 302
    late = {"key": sent["draft"], "fields": json.dumps({"alias": ["Lantern by the s"]}), "sends": str(once)}
    assert client.post("/drafts/", late).status_code == 204
    assert "You had begun this" not in client.get(f"/people/{person}/alias/").content.decode()
    # What is begun on the page after it, under another name, is kept as ever.
    for name in (str(uuid.uuid4()), "", "nonsense"):
        assert client.post("/drafts/", late | {"sends": name}).status_code == 204
        assert "You had begun this" in client.get(f"/people/{person}/alias/").content.decode()
        with cast.acting(cast.CM1) as by:
            drop_draft(by=by, form=sent["draft"])


def test_that_a_form_was_kept_is_nobody_elses_to_see_and_soon_forgotten() -> None:
    once = uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        drop_draft(by=by, form="x", once=once)
        assert SavedForm.objects.count() == 1
    for member in (cast.CM2, cast.SUPERVISOR, cast.ADMIN):
        with cast.acting(member) as by:
            assert not SavedForm.objects.exists()
            # A name that somebody else's form had is no reason to let one's own words go.
            assert save_draft(by=by, form="x", fields={"a": ["b"]}, once=once) is not None
    with cast.acting(cast.CM1) as by, clock.stopped_at(cast.BEGINS + timedelta(hours=2)):
        drop_draft(by=by, form="y", once=uuid.uuid4())
        assert SavedForm.objects.count() == 1
