"""A place at the partner's door for a point of contact: asked by one, agreed to by a second, then a link."""

from uuid import UUID, uuid4

from alongside.access.actor import Actor
from alongside.access.acts import NotAllowed, TurnedDown, act
from alongside.access.keeper import call
from alongside.access.links import hash_of
from alongside.access.refusals import refused_as
from alongside.access.roles import Can


@act(Can.KEEP_PARTNERS)
def request_partner_access(*, by: Actor, contact: UUID, asked: UUID, username: str) -> None:
    """Ask a colleague to agree that a point of contact may come in at the partner's door. `asked` is its new id.

    Nobody at a law-enforcement agency, and nobody who is no contact of ours any more, is let in.
    """
    with refused_as(
        {
            "one_thing_at_a_time_is_asked_for_a_contact": TurnedDown("asked_already"),
            "a_sign_in_name_is_taken": TurnedDown("name_taken"),
            "no_page_for_them": TurnedDown("no_page"),
        }
    ):
        call("core.request_partner_access", asked, contact, username)


@act(Can.KEEP_PARTNERS)
def answer_partner_access_request(*, by: Actor, asked: UUID, yes: bool) -> None:
    """A second person's yes or no; whoever asked may take it back."""
    with refused_as(
        {
            "its_time_is_over": TurnedDown("its_time_is_over"),
            "a_second_person_agrees": NotAllowed("answer_partner_access_request"),
        }
    ):
        call("core.answer_partner_access_request", asked, yes)


@act(Can.KEEP_PARTNERS)
def invite_contact(*, by: Actor, contact: UUID, token: str, account: UUID | None = None) -> None:
    """Make the link that two have agreed to; it works once. `account` is the new id, for whoever has none yet.

    A further link ends what stood before: sessions, password, second factor.
    """
    with refused_as(
        {
            "a_sign_in_name_is_taken_once_at_a_door": TurnedDown("name_taken"),
            "no_page_for_them": TurnedDown("no_page"),
            "a_second_person_agrees_first": TurnedDown("a_second_person_agrees_first"),
        }
    ):
        call("core.invite_contact", contact, account or uuid4(), uuid4(), hash_of(token))
