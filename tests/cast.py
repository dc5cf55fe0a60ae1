"""The people of every test: the demo's staff, signed in or not, and how to come through the door as one."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.test import Client

from alongside.access.actor import Actor, as_actor
from alongside.access.models import Account
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


@contextmanager
def acting(member: Member) -> Iterator[Actor]:
    """Act as a member of staff, inside the walls."""
    with as_actor(member.actor):
        yield member.actor


__all__: list[Any] = [
    "ADMIN", "ADVISER", "BEGINS", "CAST", "CM1", "CM2", "CM3", "CUSTODIAN", "DIRECTOR", "DROP_IN", "ON_CALL",
    "PRACTICE", "SITE", "SUPERVISOR", "ZONE", "Member", "acting", "admit_cast", "known_id", "nobody", "signed_in",
    "totp_of",
]  # fmt: skip
