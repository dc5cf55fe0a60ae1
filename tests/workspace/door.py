"""The partner's door inside a test: its own settings and its own database role, on what the test has made so far."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import connection
from django.test import Client, override_settings

from alongside.access import links
from alongside.access.actor import Actor, as_actor
from alongside.consent.gate import To, digest, disclose, passage
from alongside.consent.models import Disclosure, Release, SharedLink
from alongside.partners.actions import answer_partner_access_request, invite_contact, request_partner_access
from alongside.partners.models import PointOfContact
from tests import cast
from tests.consent.make import ASKED, TEXT, clinic, released
from tests.people import lantern

HOST = "partner.localhost"
PASSWORD = "a long walk along the river"
OWN = {
    "DOOR": "workspace",
    "SIGNS_AS": "workspace",
    "ROOT_URLCONF": "alongside.project.urls_workspace",
    "AUTHENTICATION_BACKENDS": [settings.BACKENDS["workspace"]],
    "SESSION_COOKIE_NAME": "workspace_session",
    "CSRF_COOKIE_NAME": "workspace_token",
    "LANGUAGE_COOKIE_NAME": "workspace_language",
    "ALLOWED_HOSTS": [HOST],
    "ORIGIN": f"http://{HOST}:8002",
}


@contextmanager
def workspace() -> Iterator[None]:
    """While this lasts the process is the partner's door: its role, its keys, its addresses."""
    # The actor of before is signed anew last, when the process is the desk again.
    with as_actor(None), override_settings(**OWN):
        _step_into("workspace")
        try:
            yield
        finally:
            _step_into("desk")


def _step_into(door: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"set local role alongside_{door}")


@dataclass
class Partner:
    """A point of contact who may come in."""

    agency: uuid.UUID
    contact: uuid.UUID
    account: uuid.UUID
    token: str
    client: Client = field(default_factory=lambda: Client(SERVER_NAME=HOST, HTTP_ACCEPT_LANGUAGE="en"))

    @property
    def actor(self) -> Actor:
        """As they act, inside the walls."""
        return Actor(self.account, "Ms. Alder", frozenset(), door="workspace")

    def get(self, path: str) -> Any:
        """Open an address of the door."""
        with workspace():
            return self.client.get(path)

    def post(self, path: str, **told: str) -> Any:
        """Send a form there."""
        with workspace():
            return self.client.post(path, told)


def invited(agency: uuid.UUID, username: str = "alder") -> Partner:
    """The contact of an agency, with a link that was not used yet."""
    contact = _contact(agency)
    token = links.new_token()
    agreed(contact, username)
    with cast.acting(cast.CM1) as by:
        invite_contact(by=by, contact=contact, token=token)
    with workspace():
        account = links.whose(token)
    assert account is not None
    return Partner(agency, contact, account, token)


def agreed(contact: uuid.UUID, username: str) -> None:
    """One asks for a link, and a second person agrees."""
    asked = uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        request_partner_access(by=by, contact=contact, asked=asked, username=username)
    with cast.acting(cast.SUPERVISOR) as by:
        answer_partner_access_request(by=by, asked=asked, yes=True)


def _contact(agency: uuid.UUID) -> uuid.UUID:
    with cast.acting(cast.CM1):
        return PointOfContact.objects.get(agency_id=agency, until=None).pk


def seated(agency: uuid.UUID, username: str = "alder") -> Partner:
    """A contact who has come in, with a second factor."""
    from allauth.mfa.models import Authenticator

    found = invited(agency, username)
    came = found.post(f"/come-in/{found.token}/", password=PASSWORD)
    assert came.status_code == 302, came.content.decode()
    with workspace(), as_actor(found.actor, fresh=True):
        Authenticator.objects.create(user_id=found.account, type="totp", data={"secret": "x"})
    return found


def shared(
    person: uuid.UUID, agency: uuid.UUID, *, text: str = TEXT, release: Release | None = None, days: int = 20
) -> tuple[Disclosure, uuid.UUID]:
    """Something put on a partner's page under a live permission; gives it and the copy's reference."""
    if release is None:
        released(person, agency, methods=["workspace", "letter"], days=days)
    with cast.acting(cast.CM1) as by:
        way = passage(person, to=To(agency=agency), **ASKED | {"method": "workspace"})
        sent = disclose(
            by=by,
            participant=person,
            disclosure=uuid.uuid4(),
            passage=way,
            way="workspace",
            previewed=digest(text),
            text=text,
        )
        return sent, SharedLink.objects.get(disclosure=sent).pk


__all__: list[Any] = [
    "HOST",
    "PASSWORD",
    "Partner",
    "clinic",
    "invited",
    "lantern",
    "seated",
    "shared",
    "workspace",
]
