"""A place at the partner's door for a point of contact: asked by one, agreed to by a second, then a link."""

from uuid import UUID, uuid4

from django.db import IntegrityError, ProgrammingError

from alongside.access.actor import Actor
from alongside.access.acts import NotAllowed, TurnedDown, act
from alongside.access.keeper import call
from alongside.access.links import hash_of
from alongside.access.roles import Can


@act(Can.KEEP_PARTNERS)
def ask_for_seat(*, by: Actor, contact: UUID, asked: UUID, username: str) -> None:
    """Ask a colleague to agree that a point of contact may come in at the partner's door. `asked` is its new id.

    Nobody at a law-enforcement agency, and nobody who is no contact of ours any more, is let in.
    """
    try:
        call("core.ask_for_seat", asked, contact, username)
    except IntegrityError as why:
        if "one_thing_at_a_time" in str(why):
            raise TurnedDown("asked_already") from None
        taken = "a_sign_in_name_is_taken" in str(why)
        raise TurnedDown("name_taken" if taken else "no_page") from None


@act(Can.KEEP_PARTNERS)
def answer_seat(*, by: Actor, asked: UUID, yes: bool) -> None:
    """A second person's yes or no; whoever asked may take it back."""
    try:
        call("core.answer_seat", asked, yes)
    except IntegrityError:
        raise TurnedDown("its_time_is_over") from None
    except ProgrammingError as why:
        if "a second person agrees" in str(why):
            raise NotAllowed("answer_seat") from None
        raise


@act(Can.KEEP_PARTNERS)
def invite_contact(*, by: Actor, contact: UUID, token: str) -> None:
    """Make the link that two have agreed to; it works once.

    A further link ends what stood before: sessions, password, second factor.
    """
    try:
        call("core.invite_contact", contact, uuid4(), uuid4(), hash_of(token))
    except IntegrityError as why:
        taken = "a_sign_in_name_is_taken" in str(why)
        raise TurnedDown("name_taken" if taken else "no_page") from None
    except ProgrammingError as why:
        if "a second person agrees first" in str(why):
            raise TurnedDown("a_second_person_agrees_first") from None
        raise
