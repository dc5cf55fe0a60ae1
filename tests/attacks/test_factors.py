"""Passwords and second factors: what SQL under a door's role, and a table in the wrong hands, make of them."""

import time
import uuid
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.test import Client

from alongside.access import passwords
from alongside.access.actor import as_actor
from alongside.access.models import Account
from tests import cast

PASSWORD = "long enough, for a test"
ANOTHER = "and one of my own making"


def run(statement: str, **values: Any) -> int:
    """How many rows a statement reaches; none where it is refused."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
            return int(cursor.rowcount)
    except DatabaseError:
        return 0


def as_keeper(statement: str, **values: Any) -> None:
    """What somebody does who holds the table itself."""
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute(statement, values)
        cursor.execute("set local role alongside_desk")


def code_of(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


def with_password(member: cast.Member) -> Account:
    account = Account.objects.get(pk=member.id)
    with cast.acting(member, fresh=True):
        passwords.change(PASSWORD)
    return account


def past_the_password(member: cast.Member) -> Client:
    """Somebody with the right password, who is asked for the second factor."""
    client = cast.nobody()
    client.post("/sign-in/", {"login": member.username, "password": PASSWORD})
    return client


THEIRS = {
    "a factor of one's making": "insert into access.mfa_authenticator (id, user_id, type, data, created_at)"
    " select %(new)s, %(them)s, 'webauthn', data, now() from access.mfa_authenticator limit 1",
    "another's factor handed on": "update access.mfa_authenticator set user_id = %(them)s, type = 'webauthn'",
    "what it holds": "update access.mfa_authenticator set data = '{}' where user_id = %(them)s",
    "no factor": "delete from access.mfa_authenticator where user_id = %(them)s",
    "a password": "update access.access_account set password = 'x' where id = %(them)s",
}


@pytest.mark.parametrize("what", THEIRS)
@pytest.mark.parametrize("who", [None, cast.CM3, cast.ADMIN], ids=str)
def test_nobody_changes_what_lets_another_in(what: str, who: cast.Member | None) -> None:
    """Nobody signed in, a colleague and an administrator, who has just shown that it is them."""
    values = {"them": cast.CM1.id, "me": who.id if who else cast.CM3.id, "new": uuid.uuid4().int >> 70}
    with as_actor(who.actor if who else None, fresh=True):
        assert run(THEIRS[what], **values) == 0


OWN = {**THEIRS, "a password by its function": "select access.change_password('x')"}


@pytest.mark.parametrize("what", OWN)
def test_a_page_of_one_s_own_that_was_left_open_changes_nothing_of_it(what: str) -> None:
    """Words slipped into somebody's own page: they have not shown just now that it is them."""
    with cast.acting(cast.CM1):
        assert run(OWN[what], them=cast.CM1.id, me=cast.CM1.id, new=uuid.uuid4().int >> 70) == 0


def test_a_new_password_for_somebody_is_agreed_to_by_two() -> None:
    """An administrator alone makes no link to an account that has a password, and reads none that stands."""
    with_password(cast.CM1)
    with cast.acting(cast.ADMIN, fresh=True):
        assert (
            run("select access.invite(%(id)s, %(them)s, '\\x00', 3)", id=uuid.uuid4(), them=cast.CM1.id) == 0
        )
        assert run("select access.begin_by_link('\\x00', 'x')") == 1  # and nobody's account opens by it
        assert run("select hash from access.access_invitation") == 0
        assert run("select count(*) from access.access_invitation") == 1
    assert Account.objects.get(pk=cast.CM1.id).check_password(PASSWORD)


def test_a_factor_s_row_copied_onto_another_account_lets_nobody_in() -> None:
    """Somebody knows a colleague's password and holds the table: they put their own factor's row on the account."""
    with_password(cast.CM1)
    mine = cast.totp_of(cast.CM3).instance.data["secret"]
    as_keeper(
        "update access.mfa_authenticator set data = (select data from access.mfa_authenticator where user_id = %(me)s)"
        " where user_id = %(them)s",
        me=cast.CM3.id, them=cast.CM1.id,
    )  # fmt: skip
    client = past_the_password(cast.CM1)
    client.raise_request_exception = False
    client.post("/sign-in/code/", {"code": code_of(mine)})
    assert client.get("/").status_code == 302


def test_a_factor_that_was_let_go_of_does_not_come_back_under_another_number() -> None:
    row = Authenticator.objects.get(user_id=cast.CM1.id, type="totp")
    kept = Authenticator.objects.values_list("data", flat=True).get(pk=row.pk)
    assert Authenticator.objects.get(pk=row.pk).data == row.data
    as_keeper("update access.mfa_authenticator set id = id + 1 where id = %(id)s", id=row.pk)
    with pytest.raises(ValueError, match="sealed"):
        Authenticator.objects.get(pk=row.pk + 1)
    assert "sealed" in kept


def test_a_row_that_was_never_sealed_is_no_factor() -> None:
    as_keeper(
        """update access.mfa_authenticator set data = '{"secret": "JBSWY3DPEHPK3PXP"}' where user_id = %(them)s""",
        them=cast.CM1.id,
    )
    with_password(cast.CM1)
    client = past_the_password(cast.CM1)
    client.raise_request_exception = False
    client.post("/sign-in/code/", {"code": code_of("JBSWY3DPEHPK3PXP")})
    assert client.get("/").status_code == 302


# What must go on working -----------------------------------------------------------------------------------


def codes_of(member: cast.Member) -> list[str]:
    with cast.acting(member, fresh=True):
        return list(RecoveryCodes.activate(Account.objects.get(pk=member.id)).get_unused_codes())


def test_a_recovery_code_lets_in_once_and_nobody_uses_it_up_by_sql() -> None:
    with_password(cast.CM1)
    code = codes_of(cast.CM1)[0]
    row = Authenticator.objects.get(user_id=cast.CM1.id, type="recovery_codes")
    assert run("select access.factor_was_used(%(id)s, '', 'x', 'x')", id=row.pk) == 0
    first, again = past_the_password(cast.CM1), past_the_password(cast.CM1)
    assert first.post("/sign-in/code/", {"code": code}).status_code == 302
    assert first.get("/").status_code == 200
    again.post("/sign-in/code/", {"code": code})
    assert again.get("/").status_code == 302
    left = Authenticator.objects.get(pk=row.pk)
    assert left.last_used_at is not None and code not in RecoveryCodes(left).get_unused_codes()


def signed_in_by_code(member: cast.Member) -> Client:
    with_password(member)
    client = past_the_password(member)
    answer = client.post("/sign-in/code/", {"code": code_of(cast.totp_of(member).instance.data["secret"])})
    assert answer.status_code == 302
    return client


def test_the_password_is_changed_by_whoever_shows_their_factor_and_ends_the_other_sessions() -> None:
    elsewhere = cast.signed_in(cast.CM1)
    client = signed_in_by_code(cast.CM1)
    spare = codes_of(cast.CM1)[0]
    asked = client.get("/me/password/")
    assert asked.headers["Location"].startswith("/me/again/code/")
    again = client.get("/me/again/?next=/me/password/")
    assert again.headers["Location"] == "/me/again/code/?next=/me/password/"
    assert client.post("/me/again/code/?next=/me/password/", {"code": spare}).status_code == 302
    told = {"oldpassword": PASSWORD, "password1": ANOTHER, "password2": ANOTHER}
    assert client.post("/me/password/", told).status_code == 302
    assert Account.objects.get(pk=cast.CM1.id).check_password(ANOTHER)
    assert client.get("/").status_code == 200 and elsewhere.get("/").status_code == 302
    assert client.get("/me/sessions/").content.decode().count("<li><div><h3>") == 1


def test_what_was_put_off_until_the_factor_was_shown_goes_on_in_the_same_press() -> None:
    client = signed_in_by_code(cast.CM1)
    before = codes_of(cast.CM1)
    assert client.post("/me/recovery-codes/new/").headers["Location"].startswith("/me/again/code/")
    client.post("/me/again/code/?next=/me/recovery-codes/new/", {"code": before[0]})
    row = Authenticator.objects.get(user_id=cast.CM1.id, type="recovery_codes")
    assert RecoveryCodes(row).get_unused_codes() != before


def test_somebody_new_sets_up_their_first_factor_and_reads_their_recovery_codes() -> None:
    with cast.acting(cast.CM3, fresh=True):
        Authenticator.objects.filter(user_id=cast.CM3.id).delete()
    with_password(cast.CM3)
    client = cast.nobody()
    assert client.post("/sign-in/", {"login": cast.CM3.username, "password": PASSWORD}).status_code == 302
    assert client.get("/me/second-factor/code/").headers["Location"].startswith("/me/again/")
    client.post("/me/again/?next=/me/second-factor/code/", {"password": PASSWORD})
    assert client.get("/me/second-factor/code/").status_code == 200
    secret = str(client.session["mfa.totp.secret"])
    done = client.post("/me/second-factor/code/", {"code": code_of(secret)})
    assert done.status_code == 302
    assert TOTP(Authenticator.objects.get(user_id=cast.CM3.id, type="totp")).instance.data["secret"] == secret
    assert client.get("/me/recovery-codes/").status_code == 200
    assert client.get("/").status_code == 200
