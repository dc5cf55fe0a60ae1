"""Admitting staff and changing what colleagues know of them."""

import uuid
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib.auth.hashers import make_password

from alongside.access.actor import Actor
from alongside.access.acts import NotAllowed, TurnedDown, act
from alongside.access.keeper import call
from alongside.access.refusals import refused_as
from alongside.access.roles import Can, Role
from alongside.agency.models import Staff, TourLeft


@act(Can.MANAGE_STAFF)
def add_staff(
    *,
    by: Actor,
    account: uuid.UUID,
    username: str,
    password: str | None,
    name: str,
    roles: Sequence[Role],
    supervisor: uuid.UUID | None = None,
    site: uuid.UUID | None = None,
    languages: Sequence[str] = (),
    credentials: str = "",
    hours: str = "",
    trafficking_training_on: date | None = None,
) -> Staff:
    """Admit a member of staff: an account, its roles, and how colleagues know them. Without a password the
    account waits for its link; roles that open records wait for a second person."""
    with refused_as(
        {
            "a_sign_in_name_is_taken_once_at_a_door": TurnedDown("name_taken"),
            "only_an_administrator_admits_staff": NotAllowed("add_staff"),
        }
    ):
        call("access.admit", account, username, make_password(password), name, [str(role) for role in roles])
    return _set_staff(account, name, supervisor, site, languages, credentials, hours, trafficking_training_on)


@act(Can.MANAGE_STAFF)
def change_staff(
    *,
    by: Actor,
    staff: uuid.UUID,
    name: str,
    roles: Sequence[Role],
    supervisor: uuid.UUID | None,
    site: uuid.UUID | None,
    languages: Sequence[str],
    credentials: str,
    hours: str,
    trafficking_training_on: date | None,
) -> Staff:
    """Change what colleagues know of a member of staff, and the roles they hold. A new role that opens records
    waits for a second person."""
    with refused_as(
        {
            "another_administrator_takes_this_role_from_you": TurnedDown(
                "another_administrator_takes_this_role_from_you"
            ),
            "another_administrator_lets_you_lead_them": TurnedDown(
                "another_administrator_lets_you_lead_them"
            ),
        }
    ):
        call("access.set_roles", staff, [str(role) for role in roles])
        return _set_staff(
            staff, name, supervisor, site, languages, credentials, hours, trafficking_training_on
        )


def _set_staff(staff: uuid.UUID, name: str, *rest: Any) -> Staff:
    supervisor, site, languages, credentials, hours, training = rest
    call("core.set_staff", staff, name, supervisor, site, list(languages), credentials, hours, training)
    return Staff.objects.get(pk=staff)


@act(Can.WORK_HERE)
def leave_tour(*, by: Actor) -> None:
    """Need the tour of the first days no more."""
    if not TourLeft.objects.filter(staff_id=by.id).exists():
        TourLeft.objects.create(staff_id=by.id)
