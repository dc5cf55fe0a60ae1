"""A place at the partner's door for a point of contact."""

from uuid import UUID, uuid4

from django.db import IntegrityError

from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.keeper import call
from alongside.access.links import hash_of
from alongside.access.roles import Can


@act(Can.KEEP_PARTNERS)
def invite_contact(*, by: Actor, contact: UUID, username: str, token: str) -> None:
    """Let a point of contact come in at the partner's door, by a link that works once.

    A further link ends what stood before: sessions, password, second factor. Nobody at a law-enforcement
    agency, and nobody who is no contact of ours any more, is let in.
    """
    try:
        call("core.invite_contact", contact, uuid4(), username, uuid4(), hash_of(token))
    except IntegrityError as why:
        taken = "a_sign_in_name_is_taken" in str(why)
        raise TurnedDown("name_taken" if taken else "no_page") from None
