"""What somebody who reads every table of a door's role can do with the sessions: nothing but their own."""

import re
import uuid
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import Client

from alongside.access.actor import enter
from alongside.access.models import Account
from alongside.access.session_store import SessionStore
from tests import cast
from tests.attacks.catalogue import tables
from tests.attacks.raw import connected, in_the_house
from tests.conftest import clone, drop


@pytest.fixture(scope="module")
def database(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    with django_db_blocker.unblock():
        name = clone(f"alongside_sessions_{uuid.uuid4().hex[:8]}")
        yield name
        drop(name)


def comes_in(member: cast.Member) -> str:
    """Somebody signs in; gives the key in their cookie."""
    client = Client(SERVER_NAME=urlsplit(settings.ORIGIN).hostname or "")
    client.force_login(Account.objects.get(pk=member.id), backend=settings.AUTHENTICATION_BACKENDS[0])
    return str(client.cookies[settings.SESSION_COOKIE_NAME].value)


def is_in(key: str) -> bool:
    """Whether a cookie with this value opens the desk."""
    client = cast.nobody()
    client.cookies[settings.SESSION_COOKIE_NAME] = key
    return client.get("/").status_code == 200


def everything_readable(attacker: "psycopg.Connection[Any]") -> set[str]:
    """Every value in every table that the role may read, and every word of longer ones."""
    found: set[str] = set()
    for table, columns in tables():
        for column in columns:
            try:
                rows = attacker.execute(
                    f'select distinct "{column}"::text from {table} where "{column}" is not null'
                )
            except psycopg.errors.InsufficientPrivilege:
                continue
            for (value,) in rows:
                found |= {value, *re.findall(r"[0-9a-zA-Z_]{20,}", value)}
    return found


def test_no_value_of_any_table_is_a_key_that_opens(database: str) -> None:
    def house() -> tuple[bool, list[str]]:
        key = comes_in(cast.SUPERVISOR)
        with connected("desk", database=database) as attacker:
            found = everything_readable(attacker)
        # A cookie is at least eight letters; what is shorter is no key of ours.
        walked_in = [value for value in found if 8 <= len(value) <= 200 and value.isascii() and is_in(value)]
        return is_in(key), walked_in

    opens, walked_in = in_the_house(database, house)
    assert opens and walked_in == []


STATEMENTS = {
    "read": "select * from access.{table}",
    "ended": "delete from access.{table}",
    "made long": "update access.{table} set {ends} = now() + interval '1 year'",
    "under another name": "update access.{table} set {name} = %(name)s"
    " where {name} = (select {name} from access.{table} limit 1)",
    "copied": "insert into access.{table} select %(name)s, s.* from access.{table} s",
}


def table_of_sessions() -> tuple[str, str, str]:
    with connection.cursor() as cursor:
        cursor.execute("select to_regclass('access.access_session') is not null")
        if cursor.fetchone()[0]:
            return "access_session", "name", "ends_at"
    return "django_session", "session_key", "expire_date"


@pytest.mark.parametrize("how", STATEMENTS)
@pytest.mark.parametrize("acting", [False, True])
def test_nobody_reads_ends_or_keeps_another_s_session(database: str, how: str, acting: bool) -> None:
    """As nobody, and as a colleague in the middle of their own page."""

    def house() -> tuple[bool, int]:
        key = comes_in(cast.SUPERVISOR)
        table, name, ends = table_of_sessions()
        told = STATEMENTS[how].format(table=table, name=name, ends=ends)
        if how == "copied" and table == "django_session":
            told = (
                "insert into access.django_session (session_key, session_data, expire_date)"
                " select %(name)s, session_data, expire_date from access.django_session limit 1"
            )
        touched = 0
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                enter(cast.CM3.actor if acting else None)
                cursor.execute(told, {"name": uuid.uuid4().hex})
                touched = cursor.rowcount
        except Exception:
            touched = 0
        return is_in(key), touched

    assert in_the_house(database, house) == (True, 0)


def test_what_a_session_holds_opens_under_no_other_name(database: str) -> None:
    """Somebody with the table in their hands puts another's words under a name whose key they hold."""

    def house() -> tuple[bool, bool]:
        own = SessionStore()
        own["theirs"] = True
        own.create()
        comes_in(cast.SUPERVISOR)
        with connected("owner", database=database) as owner:
            copy_another_s_words(owner, own.session_key or "")
        return is_in(own.session_key or ""), bool(SessionStore(own.session_key).get("theirs"))

    assert in_the_house(database, house) == (False, False)


def copy_another_s_words(owner: "psycopg.Connection[Any]", key: str) -> None:
    table, name, _ends = table_of_sessions()
    held = "held" if table == "access_session" else "session_data"
    mine = key
    if table == "access_session":
        from alongside.access.session_store import named

        mine = named(key)
    owner.execute(f"alter table access.{table} no force row level security")
    other = owner.execute(f"select {held} from access.{table} where {name} <> %s limit 1", [mine]).fetchone()
    assert other is not None
    owner.execute(f"update access.{table} set {held} = %s where {name} = %s", [other[0], mine])
    owner.execute(f"alter table access.{table} force row level security")


def test_no_session_says_that_it_is_another_s(database: str) -> None:
    """A row in somebody's list that they never opened, told by SQL alone."""

    def house() -> str:
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                enter(cast.CM3.actor)
                cursor.execute("select access.keep_session('x', 'x', now() + interval '1 hour', true)")
                cursor.execute("select access.own_session('x', %s, 'x', 'x')", [cast.SUPERVISOR.id])
        except Exception as error:
            return str(error)
        return ""

    assert "the door says" in in_the_house(database, house)
