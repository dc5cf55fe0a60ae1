"""How staff come in: the first administrator, links handed over, and what two people agree to."""

import uuid
from collections.abc import Sequence

from alongside.access import actor as actors
from alongside.access import links
from alongside.access.actor import Actor
from alongside.access.acts import NotAllowed, TurnedDown, act
from alongside.access.keeper import call, one_at_a_time
from alongside.access.refusals import refused_as
from alongside.access.roles import Can, Role
from alongside.agency.actions.setting_up import add_program, choose_features, set_up_agency
from alongside.agency.actions.staff import add_staff


@act(Can.SET_UP_AGENCY)
def add_first_administrator(
    *,
    by: Actor,
    username: str,
    password: str,
    roles: Sequence[Role],
    umbrella_name: str,
    short_name: str,
    hotline: str,
    hotline_hours: str,
    time_zone: str,
    programs: Sequence[str],
    features_off: Sequence[str],
) -> None:
    """The first set-up: an agency, its programs and its first administrator, who is the one acting."""
    one_at_a_time("first set-up")
    actors.enter(by)
    add_staff(by=by, account=by.id, username=username, password=password, name=by.name, roles=roles)
    set_up_agency(
        by=by,
        umbrella_name=umbrella_name,
        short_name=short_name,
        hotline=hotline,
        hotline_hours=hotline_hours,
        time_zone=time_zone,
        version=None,
    )
    for name in programs:
        add_program(by=by, name=name)
    choose_features(by=by, off=features_off)


@act(Can.MANAGE_STAFF)
def invite(*, by: Actor, staff: uuid.UUID, invitation: uuid.UUID, token: str) -> None:
    """Make the link by which somebody comes in, once; the one before is over. `token` is kept as a hash."""
    with refused_as(
        {"a_second_administrator_agrees_first": TurnedDown("a_second_administrator_agrees_first")}
    ):
        call("access.invite", invitation, staff, links.hash_of(token), links.DAYS)


@act(Can.MANAGE_STAFF)
def take_back_link(*, by: Actor, staff: uuid.UUID) -> None:
    """Take a link back that nobody has used yet."""
    call("access.revoke_link", staff)


@act(Can.MANAGE_STAFF)
def ask_for_access(*, by: Actor, staff: uuid.UUID, agreement: uuid.UUID) -> None:
    """Ask another administrator to agree that somebody gets a new password and second factor."""
    with refused_as(
        {
            "one_thing_is_asked_at_a_time": TurnedDown("asked_already"),
            "another_administrator_asks_for_you": TurnedDown("another_administrator_asks_for_you"),
        }
    ):
        call("access.ask_for_access", agreement, staff)


@act(Can.AGREE)
def agree(*, by: Actor, agreement: uuid.UUID, yes: bool) -> None:
    """Agree to what an administrator asked about a colleague's access, or say no; who asked may take it back."""
    with refused_as(
        {
            "a_second_person_agrees": NotAllowed("agree"),
            "not_asked_of_you": NotAllowed("agree"),
            "its_time_is_over": TurnedDown("its_time_is_over"),
        }
    ):
        call("access.answer", agreement, yes)
