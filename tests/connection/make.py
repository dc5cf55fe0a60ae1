"""Builders for the tests of notes: they reach a state through acts, as people do."""

import uuid
from typing import Any

from alongside.connection.actions import log_contact
from alongside.connection.models import Note, ServiceKind
from alongside.participants.actions import assign, open_case, save_alias
from alongside.participants.choices import Part
from tests import cast


def person(alias: str = "Lantern", member: cast.Member = cast.CM1) -> uuid.UUID:
    """A participant with a primary case manager."""
    new = uuid.uuid4()
    with cast.acting(cast.SUPERVISOR) as by:
        save_alias(by=by, participant=new, alias=alias, needs=["a room with a lock"])
        assign(by=by, participant=new, staff=member.id, part=Part.CASE_MANAGER)
    with cast.acting(member) as by:
        open_case(by=by, participant=new, need="my tooth")
    return new


def note(about: uuid.UUID, member: cast.Member = cast.CM1, **said: Any) -> Note:
    """A note, as its author kept it."""
    said.setdefault("happened", "We read the letter.")
    with cast.acting(member) as by:
        return log_contact(by=by, participant=about, note=uuid.uuid4(), **said)


def services() -> dict[str, uuid.UUID]:
    """The services of the agency's list by key."""
    with cast.acting(cast.CM1):
        return dict(ServiceKind.objects.values_list("key", "pk"))
