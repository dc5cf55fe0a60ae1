"""The people of every test: the demo's staff, signed in or not, and how to come through the door as one."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings
from django.db import connection
from django.test import Client

from alongside.access.actor import Actor, as_actor
from alongside.access.models import Account
from alongside.access.roles import Can, Role, abilities
from alongside.project.demo.cast import (
    ADMIN,
    ADVISER,
    BEGINS,
    CAST,
    CM1,
    CM2,
    CM3,
    CUSTODIAN,
    DIRECTOR,
    DROP_IN,
    ON_CALL,
    PRACTICE,
    SITE,
    SUPERVISOR,
    ZONE,
    Member,
    admit_cast,
    known_id,
    totp_of,
)


def signed_in(member: Member) -> Client:
    """A client behind the door, as this member of staff, second factor included."""
    client = Client(SERVER_NAME=urlsplit(settings.ORIGIN).hostname or "", HTTP_ACCEPT_LANGUAGE="en")
    client.force_login(Account.objects.get(pk=member.id), backend=settings.AUTHENTICATION_BACKENDS[0])
    return client


def nobody() -> Client:
    """A client that nobody has signed in."""
    return Client(SERVER_NAME=urlsplit(settings.ORIGIN).hostname or "")


def shows_their_factor(client: Client, member: Member) -> None:
    """Whoever is signed in shows by the code of this moment that it is them."""
    counter = int(time.time()) // 30
    code = format_hotp_value(hotp_value(totp_of(member).instance.data["secret"], counter))
    assert client.post("/me/again/code/", {"code": code}).status_code == 302


@contextmanager
def acting(member: Member, *, fresh: bool = False) -> Iterator[Actor]:
    """Act as a member of staff, inside the walls; `fresh`, if they have just shown that it is them."""
    with as_actor(member.actor, fresh=fresh):
        yield member.actor


def also_on_call(member: Member) -> None:
    """Their roles let them be on call, beside what they are: as two people have agreed to."""
    if Can.BE_ON_CALL in abilities(frozenset(member.roles)):
        return
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute(
            "insert into access.access_roleheld (id, account_id, role) values (gen_random_uuid(), %s, %s)"
            " on conflict do nothing",
            [member.id, Role.ON_CALL],
        )
        cursor.execute("set local role alongside_desk")


__all__: list[Any] = [
    "ADMIN", "ADVISER", "BEGINS", "CAST", "CM1", "CM2", "CM3", "CUSTODIAN", "DIRECTOR", "DROP_IN", "ON_CALL",
    "PRACTICE", "SITE", "SUPERVISOR", "ZONE", "Member", "acting", "admit_cast", "also_on_call", "known_id", "nobody",
    "shows_their_factor", "signed_in",    "totp_of",
]  # fmt: skip
