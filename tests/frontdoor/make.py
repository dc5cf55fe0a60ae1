"""Contacts for tests, made through the same acts as real work."""

import uuid
from datetime import datetime
from typing import Any

from alongside.frontdoor.actions import log_call, log_visit, save_alias_for
from tests import cast

WHISPERED = "Whispering. Works in a house. Asked what happens if they come in."


def a_call(words: str = WHISPERED, member: cast.Member = cast.ON_CALL, **more: Any) -> uuid.UUID:
    """A call that somebody took."""
    contact = uuid.uuid4()
    with cast.acting(member) as by:
        log_call(by=by, contact=contact, words=words, **more)
    return contact


def a_visit(
    words: str = "Came in out of the rain.", member: cast.Member = cast.DROP_IN, at: datetime | None = None
) -> uuid.UUID:
    """A visit that somebody logged."""
    contact = uuid.uuid4()
    with cast.acting(member) as by:
        log_visit(by=by, contact=contact, words=words, at=at)
    return contact


def known(contact: uuid.UUID, member: cast.Member = cast.DROP_IN, **more: Any) -> uuid.UUID:
    """The participant whose alias was kept from a contact."""
    person = uuid.uuid4()
    with cast.acting(member) as by:
        save_alias_for(by=by, contact=contact, participant=person, **{"alias": "Lantern", **more})
    return person
