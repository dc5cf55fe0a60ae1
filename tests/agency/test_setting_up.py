"""Setting up the agency in the browser: names, hotline, programs, words."""

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.urls import reverse
from django.utils import translation

from alongside.access.actor import as_actor
from alongside.agency import queries
from alongside.agency.actions import reword, set_up_agency
from alongside.agency.models import Program, Site, Wording
from alongside.agency.words import Words, phrases
from tests import cast

PAGES = ["agency:agency", "agency:programs", "agency:words", "agency:staff", "agency:admit"]
NEW = {
    "umbrella_name": "Lakeside Neighbours",
    "short_name": "Lakeside",
    "hotline": "555-0199",
    "hotline_hours": "day and night",
}


@pytest.mark.parametrize("member", [member for member in cast.CAST if member != cast.ADMIN])
def test_only_an_administrator_sets_up(member: cast.Member) -> None:
    client = cast.signed_in(member)
    for name in PAGES:
        assert client.get(reverse(name)).status_code == 403, name
        assert client.post(reverse(name), NEW).status_code == 403, name
    assert client.get(reverse("agency:change_staff", args=[cast.CM1.id])).status_code == 403
    with cast.acting(member), connection.cursor() as cursor:
        for statement in (
            "insert into core.agency_program (id, name, under_umbrella) values (gen_random_uuid(), 'x', 't')",
            "insert into core.agency_site (id, name) values (gen_random_uuid(), 'x')",
            "insert into core.agency_wording (id, key, language, text, hidden)"
            " values (gen_random_uuid(), 'x', 'en', 'x', false)",
            "update core.agency_staff set name = 'x'",
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(statement)
        cursor.execute("update core.agency_agency set hotline = 'x'")
        assert cursor.rowcount == 0
        assert queries.agency().hotline == "555-0100"


def test_nobody_is_asked_to_sign_in() -> None:
    for name in PAGES:
        assert cast.nobody().get(reverse(name)).status_code == 302


def test_the_hotline_and_the_name_change_everywhere() -> None:
    client = cast.signed_in(cast.ADMIN)
    address = reverse("agency:agency")
    assert 'name="version" value="1"' in client.get(address).content.decode()
    assert client.post(address, NEW | {"version": "1"}).status_code == 302
    for member, page in (
        (cast.CM1, "/on-call/"),
        (cast.ADMIN, "/program/"),
        (cast.ADMIN, "/program/agency/"),
    ):
        told = cast.signed_in(member).get(page).content.decode()
        assert "Lakeside Neighbours" in told
        assert "555-0199" in told
        assert "555-0100" not in told
    assert "Lakeside Neighbours" in cast.nobody().get(reverse("account_login")).content.decode()


def test_two_administrators_changes_are_shown_beside_each_other() -> None:
    client = cast.signed_in(cast.ADMIN)
    with cast.acting(cast.ADMIN) as by:
        set_up_agency(by=by, **NEW, version=1)
    told = NEW | {"hotline": "555-0111", "version": "1"}
    answer = client.post(reverse("agency:agency"), told)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "555-0199" in page and "555-0111" in page
    assert client.post(reverse("agency:agency"), told | {"version": "2"}).status_code == 302
    with cast.acting(cast.ADMIN) as by:
        assert queries.agency().hotline == "555-0111"


def test_a_program_and_a_place_are_added_once() -> None:
    client, address = cast.signed_in(cast.ADMIN), reverse("agency:programs")
    for told in ({"program-name": "Southside"}, {"site-name": "Library corner"}):
        assert client.post(address, told).status_code == 302
        answer = client.post(address, told)
        assert answer.status_code == 422
        assert "in the list already" in answer.content.decode()
    with cast.acting(cast.ADMIN):
        assert not Program.objects.get(name="Southside").under_umbrella
        assert Site.objects.filter(name="Library corner").exists()


def _say(key: str, language: str = "en") -> str:
    with as_actor(cast.CM1.actor), translation.override(language):
        return Words().say(key)


def test_words_are_reworded_hidden_and_brought_back() -> None:
    key = next(iter(phrases()))
    ours = _say(key)
    client, address = cast.signed_in(cast.ADMIN), reverse("agency:words")
    room = {"room": key.split(".")[0], "language": "en"}
    told = {"key": key, "language": "en"}
    assert client.post(address, told | {"text": "Sit with us a while ☕"}).status_code == 302
    assert _say(key) == "Sit with us a while ☕"
    assert _say(key, "es") != "Sit with us a while ☕"
    assert "Sit with us a while ☕" in client.get(address, room).content.decode()
    client.post(address, told | {"text": "", "hidden": "on"})
    assert _say(key) == ""
    assert "hidden" in client.get(address, room).content.decode()
    client.post(address, told | {"text": "anything", "ours": "1"})
    assert _say(key) == ours
    with cast.acting(cast.ADMIN):
        assert not Wording.objects.exists()


@pytest.mark.parametrize("told", [{"key": "no.such.phrase", "language": "en"}, {"language": "xx"}])
def test_a_phrase_that_is_not_ours_is_not_kept(told: dict[str, str]) -> None:
    key = next(iter(phrases()))
    answer = cast.signed_in(cast.ADMIN).post(reverse("agency:words"), {"key": key, "text": "x"} | told)
    assert answer.status_code == 422
    with cast.acting(cast.ADMIN):
        assert not Wording.objects.exists()


def test_every_phrase_has_its_place_on_the_page() -> None:
    client = cast.signed_in(cast.ADMIN)
    for language in ("en", "es"):
        for room in {key.split(".")[0] for key in phrases()}:
            page = client.get(reverse("agency:words"), {"room": room, "language": language}).content.decode()
            for key in phrases():
                assert (f'value="{key}"' in page) == (key.split(".")[0] == room), key


def test_reworded_words_show_on_the_page() -> None:
    key = next(iter(phrases()))
    with cast.acting(cast.ADMIN) as by:
        reword(by=by, key=key, language="en", text="<b>mine</b>")
    page = cast.signed_in(cast.ADMIN).get(
        reverse("agency:words"), {"room": key.split(".")[0], "language": "en"}
    )
    assert "&lt;b&gt;mine&lt;/b&gt;" in page.content.decode()
