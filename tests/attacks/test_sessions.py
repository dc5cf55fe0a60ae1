"""Who the database takes somebody for, and what a session, a lock and a sign-in let through."""

import hashlib
import hmac

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.conf import settings
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.test import Client

from alongside.access import actor as actors
from alongside.access import passwords, tries
from alongside.access.models import Account
from tests import cast
from tests.attacks.make import world


def token(door: str, number: int, who: object, key: bytes | None = None) -> str:
    said = f"{door}|{number}|actor|{who}|"
    return f"{who}..{hmac.new(key or actors.mac_key(), said.encode(), hashlib.sha256).hexdigest()}"


def this_transaction() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select pg_current_xact_id()::text::bigint")
        return int(cursor.fetchone()[0])


def taken_for(value: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute("select set_config('alongside.actor', %s, true)", [value])
        cursor.execute("select access.actor()")
        return cursor.fetchone()[0]


def test_a_token_is_good_in_its_own_transaction_at_its_own_door_alone() -> None:
    world("Lantérn")
    me = cast.CM1.id
    number = this_transaction()
    assert taken_for(token("desk", number, me)) == me
    for value in (
        token("desk", number + 1, me),
        token("desk", number - 1, me),
        token("portal", number, me),
        token("desk", number, me, key=b"\0" * 32),
        token("desk", number, cast.CM2.id).replace(str(cast.CM2.id), str(me)),
        token("desk", number, me).replace("..", ".fresh."),
        f"{token('desk', number, me)}0",
        f"{me}.",
        f"{me}..",
        str(me),
        ".",
        "..",
        " ",
    ):
        assert taken_for(value) is None, value


def test_the_token_goes_with_the_role_of_its_door() -> None:
    good = token("desk", this_transaction(), cast.CM1.id)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select set_config('alongside.actor', %s, true)", [good])
        cursor.execute("set local role alongside_portal")
        cursor.execute("select access.actor()")
        assert cursor.fetchone()[0] is None
        transaction.set_rollback(True)


def actor_in_the_database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("select coalesce(current_setting('alongside.actor', true), '')")
        return str(cursor.fetchone()[0])


@pytest.mark.parametrize("path", ["/", "/people/", "/nothing/", "/sign-in/"])
def test_no_actor_stays_behind_on_the_connection(path: str) -> None:
    cast.signed_in(cast.CM1).get(path)
    assert actor_in_the_database() == ""
    assert actors.acting() is None


def test_no_actor_stays_behind_a_page_that_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    made = world("Lantérn")
    client = cast.signed_in(cast.CM1)
    client.raise_request_exception = False
    with monkeypatch.context() as broken:
        broken.setattr("alongside.desk.search.found_by_alias", lambda *_: 1 / 0)
        assert client.post("/search/", {"q": "Lant"}).status_code == 500
    assert actors.acting() is None
    assert "Lantérn" not in cast.signed_in(cast.CM3).post("/search/", {"q": "Lant"}).content.decode()
    assert cast.nobody().get(f"/people/{made.participant}/").status_code == 302


def test_an_account_that_is_closed_is_out_at_the_next_page() -> None:
    made = world("Lantérn")
    client = cast.signed_in(cast.CM1)
    assert client.get(f"/people/{made.participant}/").status_code == 200
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_owner")
        cursor.execute("alter table access.access_account no force row level security")
        cursor.execute("update access.access_account set is_active = false where id = %s", [cast.CM1.id])
        cursor.execute("set local role alongside_desk")
    assert client.get(f"/people/{made.participant}/").status_code == 302
    with cast.acting(cast.CM1), connection.cursor() as cursor:
        cursor.execute("select core.my_people()")
        assert cursor.fetchone()[0] == []


@pytest.mark.parametrize("roles", [["practice_lead"], []])
def test_a_role_that_is_taken_takes_the_records_along(roles: list[str]) -> None:
    """In the session that is open, and in the database as well: a membership alone opens nothing."""
    made = world("Lantérn")
    client = cast.signed_in(cast.CM1)
    with cast.acting(cast.ADMIN), connection.cursor() as cursor:
        cursor.execute("select access.set_roles(%s, %s::text[])", [cast.CM1.id, roles])
    assert client.get(f"/people/{made.participant}/").status_code == 403
    with cast.acting(cast.CM1), connection.cursor() as cursor:
        cursor.execute("select count(*) from core.participants_need")
        assert cursor.fetchone()[0] == 0


def test_an_administrator_cannot_leave_the_house_without_one() -> None:
    for roles in ("'{}'", "null", "'{director}'", "array[null]"):
        with (
            cast.acting(cast.ADMIN),
            connection.cursor() as cursor,
            pytest.raises(DatabaseError),
            transaction.atomic(),
        ):
            cursor.execute(f"select access.set_roles(%s, {roles}::text[])", [cast.ADMIN.id])
    for function in ("access.set_roles(null, null)", "core.release_part(null, null)",
                     "core.assign(null, null, null, null, null)",
                     "core.link_contact(null, null, null)", "core.unlink_contact(null, null)"):  # fmt: skip
        for member in (cast.CM3, cast.SUPERVISOR):
            with (
                cast.acting(member),
                connection.cursor() as cursor,
                pytest.raises(DatabaseError),
                transaction.atomic(),
            ):
                cursor.execute(f"select {function}")


# Signing in ------------------------------------------------------------------------------------------------


def with_code(member: cast.Member) -> Client:
    """A client at the sign-in page, for an account with a second factor and a known password."""
    account = Account.objects.get(pk=member.id)
    with cast.acting(member, fresh=True):
        passwords.change("long enough, for a test")
        RecoveryCodes.activate(account)
    client = cast.nobody()
    client.raise_request_exception = False
    return client


def test_a_password_alone_opens_nothing_by_any_address() -> None:
    made = world("Lantérn")
    client = with_code(cast.CM1)
    before = client.cookies.get(settings.SESSION_COOKIE_NAME)
    answer = client.post("/sign-in/", {"login": cast.CM1.username, "password": "long enough, for a test"})
    assert answer.headers["Location"].startswith("/sign-in/code/")
    assert before is None or client.cookies[settings.SESSION_COOKIE_NAME].value != before.value
    for path in ("/", "/people/", f"/people/{made.participant}/", "/me/recovery-codes/", "/me/begin/", "/me/again/",
                 "/me/second-factor/code/", "/me/passkeys/add/", "/me/sessions/"):  # fmt: skip
        for method in ("get", "post"):
            answer = getattr(client, method)(path, {"q": "Lant"})
            assert answer.status_code in (302, 401), path
            assert "Lantérn" not in answer.content.decode()
    wrong = client.post("/sign-in/code/", {"code": "000000"})
    assert wrong.status_code in (200, 422) and client.get("/").status_code == 302


def test_a_session_somebody_else_chose_is_not_the_one_signed_in() -> None:
    client = with_code(cast.CM1)
    client.cookies[settings.SESSION_COOKIE_NAME] = "chosen0by0somebody0else0and0sent"
    client.post("/sign-in/", {"login": cast.CM1.username, "password": "long enough, for a test"})
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != "chosen0by0somebody0else0and0sent"


@pytest.mark.parametrize(
    "path", ["/me/recovery-codes/", "/me/recovery-codes/download/", "/me/recovery-codes/new/"]
)
def test_recovery_codes_are_shown_to_whoever_signs_in_once_more(path: str) -> None:
    with_code(cast.CM1)
    client = cast.signed_in(cast.CM1)
    answer = client.get(path)
    assert answer.status_code == 302 and answer.headers["Location"].startswith("/me/again/")


def test_a_locked_session_gives_nothing_and_takes_no_new_key() -> None:
    made = world("Lantérn")
    with_code(cast.CM1)
    client = cast.signed_in(cast.CM1)
    client.post("/lock/")
    for method, path, sent in (
        ("get", "/", {}),
        ("post", "/search/", {"q": "Lant"}),
        ("get", f"/people/{made.participant}/", {}),
        ("get", f"/people/{made.participant}/goals/paper.pdf", {}),
        ("get", f"/note/?with={made.participant}", {}),
        ("post", "/drafts/", {"key": "x", "fields": "{}"}),
        ("post", "/drafts/drop/", {"key": f"connection.note:{made.participant}"}),
        ("get", "/me/passkeys/add/", {}),
        ("post", "/me/passkeys/add/", {}),
        ("get", "/me/second-factor/code/", {}),
        ("get", "/me/begin/", {}),
        ("get", "/me/again/", {}),
        ("post", "/me/again/", {"password": "long enough, for a test"}),
        ("get", "/me/recovery-codes/", {}),
        ("get", "/me/sessions/", {}),
    ):
        answer = getattr(client, method)(path, sent)
        assert answer.status_code == 423, path
        assert "Lantérn" not in answer.content.decode()
    client.post("/language/", {"language": "es", "next": f"/people/{made.participant}/"})
    assert client.get("/people/").status_code == 423
    assert client.post("/lock/open/", {"password": "not this one"}).status_code == 423
    assert client.post("/lock/open/", {"password": "long enough, for a test"}).status_code == 302
    assert client.get("/people/").status_code == 200


def test_tries_are_counted_whatever_address_the_headers_name(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr("alongside.access.tries.pause", waited.append)
    client = with_code(cast.CM1)
    for number in range(7):
        client.post(
            "/sign-in/", {"login": f"somebody{number}", "password": "wrong, and long enough"},
            headers={"X-Forwarded-For": f"10.0.0.{number}", "X-Real-IP": f"10.0.0.{number}"},
        )  # fmt: skip
    assert waited == [1, 2]


def test_unlocking_is_counted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr("alongside.access.tries.pause", waited.append)
    with_code(cast.CM1)
    client = cast.signed_in(cast.CM1)
    client.post("/lock/")
    for _try in range(11):
        client.post("/lock/open/", {"password": "wrong"})
    assert len(waited) == 6 and max(waited) == 5
    with tries.waiting.place("127.0.0.1"), tries.waiting.place("127.0.0.1"):
        right = {"password": "long enough, for a test"}
        assert b"in a few seconds" in client.post("/lock/open/", right).content
    assert client.get("/people/").status_code == 423
    assert client.post("/lock/open/", {"password": "long enough, for a test"}).status_code == 302


def test_a_name_that_is_not_there_is_answered_like_one_that_is() -> None:
    client = with_code(cast.CM1)
    said = []
    for name in (cast.CM1.username, "nobody.here"):
        answer = client.post("/sign-in/", {"login": name, "password": "wrong, and long enough"})
        said.append(
            (answer.status_code, answer.content.decode().count("errorlist"), len(answer.content) // 100)
        )
    assert said[0] == said[1] or abs(said[0][2] - said[1][2]) <= 1
