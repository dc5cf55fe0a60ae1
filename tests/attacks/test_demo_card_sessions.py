"""Behind the door of the demo's cards: what a session by a card is, and what it is not."""

import types
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.test import Client
from django.urls import get_resolver

from alongside.access.actor import as_actor
from alongside.access.models import Account, RoleHeld
from alongside.project import demo_walls
from alongside.project.demo import cards
from tests import cast


@pytest.fixture
def demo(settings: Any) -> Iterator[None]:
    """These tests' own desk, with the demo's cards and what stands behind them."""
    urlconf = types.ModuleType("urls_with_cards")
    urlconf.urlpatterns = [*get_resolver().url_patterns, cards.ADDRESS]  # type: ignore[attr-defined]
    settings.ROOT_URLCONF, settings.DEMO_CARDS, settings.ON_THIS_MACHINE = urlconf, True, True
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_owner")
        demo_walls.put_up()
        cursor.execute("set local role alongside_desk")
    yield


def by_card(member: cast.Member) -> Client:
    client = cast.nobody()
    assert client.post("/demo/come-in/", {"who": member.username}).status_code == 302
    return client


@pytest.mark.usefixtures("demo")
def test_it_counts_as_signed_in_with_a_factor() -> None:
    client = by_card(cast.CM1)
    assert client.get("/").status_code == client.get("/people/").status_code == 200
    assert client.get("/program/staff/").status_code == 403
    assert by_card(cast.ADMIN).get("/program/staff/").status_code == 200


ACCESS = [
    "/me/again/", "/me/again/code/", "/me/again/passkey/", "/me/password/", "/me/second-factor/",
    "/me/second-factor/code/", "/me/second-factor/code/off/", "/me/passkeys/", "/me/passkeys/add/",
    "/me/recovery-codes/", "/me/recovery-codes/new/", "/me/recovery-codes/download/",
]  # fmt: skip


@pytest.mark.usefixtures("demo")
def test_one_s_own_access_stays_as_it_is() -> None:
    client = by_card(cast.CM1)
    for path in ACCESS:
        for answer in (client.get(path), client.post(path, {"code": "000000", "password": "x"})):
            assert answer.status_code == 403, path
            assert "Not after coming in with one click" in answer.content.decode()


@pytest.mark.usefixtures("demo")
def test_showing_the_factor_makes_nobody_fresh() -> None:
    """Not even with the code that is printed where the demo was started."""
    client = by_card(cast.CM1)
    with pytest.raises(AssertionError):
        cast.shows_their_factor(client, cast.CM1)
    assert client.post("/me/password/", {"oldpassword": "x", "password1": "y"}).status_code == 403


@pytest.mark.usefixtures("demo")
def test_an_administrator_by_a_card_changes_no_account() -> None:
    client, before = by_card(cast.ADMIN), held()
    told_them = {"name": "Rosa", "username": "rosa", "roles": ["case_manager"]}
    answer = client.post("/program/staff/new/", told_them)
    assert answer.status_code == 403 and "Not after coming in" in answer.content.decode()
    for path in (f"/program/staff/{cast.CM2.id}/", f"/program/staff/{cast.CM2.id}/link/",
                 f"/program/staff/{cast.CM2.id}/access/", f"/program/staff/{cast.CM2.id}/leaving/"):  # fmt: skip
        sent = {"name": "Another", "roles": ["administrator"], "supervisor": str(cast.SUPERVISOR.id)}
        assert client.post(path, sent).status_code == 403, path
    assert not Account.objects.filter(username="rosa").exists() and held() == before


def held() -> list[Any]:
    accounts = list(Account.objects.order_by("id").values_list("id", "username", "name", "mark", "is_active"))
    return [accounts, sorted(RoleHeld.objects.values_list("account_id", "role"))]


RAW = {
    "admit": "select access.admit(gen_random_uuid(), 'rosa', 'x', 'Rosa', array['administrator'])",
    "set_roles": "select access.set_roles(%(them)s, array['administrator'])",
    "set_open": "select access.set_open(%(them)s, false)",
    "invite": "select access.invite(gen_random_uuid(), %(them)s, '\\x00', 3)",
    "ask_for_access": "select access.ask_for_access(gen_random_uuid(), %(them)s)",
    "revoke_link": "select access.revoke_link(%(them)s)",
    "change_password": "select access.change_password('x')",
    "a factor": "delete from access.mfa_authenticator where user_id = %(me)s",
    "set_staff": "select core.set_staff(%(them)s, 'X', %(me)s, null, '{}', '', '', null)",
}


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("what", RAW)
def test_the_database_refuses_it_as_well(what: str) -> None:
    """Words slipped into an administrator's page that a card opened; the same words work where none did."""
    values = {"them": cast.CM2.id, "me": cast.ADMIN.id}
    before = held()
    with (
        as_actor(cast.ADMIN.actor, by_card=True),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError),
        transaction.atomic(),
    ):
        cursor.execute(RAW[what], values)
    assert held() == before


@pytest.mark.usefixtures("demo")
def test_a_card_s_session_is_nobody_s_where_there_are_no_cards(settings: Any) -> None:
    client = by_card(cast.CM1)
    settings.DEMO_CARDS = False
    assert client.get("/").url.startswith("/sign-in/")
    assert client.post("/lock/").status_code != 204


@pytest.mark.usefixtures("demo")
def test_whoever_signs_in_properly_changes_their_own() -> None:
    """The sight of the tests above: what is refused to a card is not refused to a person."""
    client = cast.signed_in(cast.CM1)
    cast.shows_their_factor(client, cast.CM1)
    assert client.get("/me/password/").status_code == 200
    with as_actor(cast.ADMIN.actor), connection.cursor() as cursor:
        cursor.execute(RAW["set_roles"], {"them": cast.CM2.id})
