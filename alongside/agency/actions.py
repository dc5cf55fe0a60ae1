"""Setting up the agency and admitting its staff."""

import uuid
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.contrib.auth.hashers import make_password

from alongside.access import actor as actors
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.keeper import call
from alongside.access.roles import Can, Role
from alongside.agency.models import Agency, Program, Site, Staff, Wording
from alongside.clock.models import ClockSetting


@act(Can.SET_UP_AGENCY)
def set_up_agency(
    *, by: Actor, umbrella_name: str, short_name: str, hotline: str, hotline_hours: str, version: int | None
) -> Agency:
    """Set the umbrella identity and the hotline number, once, for everywhere."""
    agency = Agency.objects.filter(id=1).first() or Agency(version=0)
    if version is not None and agency.version and version != agency.version:
        raise TurnedDown("changed_meanwhile")
    agency.umbrella_name, agency.short_name = umbrella_name, short_name
    agency.hotline, agency.hotline_hours = hotline, hotline_hours
    agency.version += 1
    agency.save()
    return agency


@act(Can.SET_UP_AGENCY)
def add_program(*, by: Actor, name: str, under_umbrella: bool = True) -> Program:
    """Add a program."""
    return Program.objects.create(name=name, under_umbrella=under_umbrella)


@act(Can.SET_UP_AGENCY)
def add_site(*, by: Actor, name: str) -> Site:
    """Add a place where people come in."""
    return Site.objects.create(name=name)


@act(Can.SET_UP_AGENCY)
def reword(*, by: Actor, key: str, language: str, text: str, hidden: bool = False) -> Wording | None:
    """Say something in the agency's own words; empty words bring ours back."""
    Wording.objects.filter(key=key, language=language).delete()
    if not text and not hidden:
        return None
    return Wording.objects.create(key=key, language=language, text=text, hidden=hidden)


@act(Can.WORK_HERE)
def set_test_clock(*, by: Actor, moment: datetime | None, running: bool) -> None:
    """Set the clock of a demo or a test; None goes back to real time. Impossible in production."""
    ClockSetting.set_to(moment, running=running)
    actors.enter(by)  # so that the walls go by the new time at once


@act(Can.MANAGE_STAFF)
def admit_staff(
    *,
    by: Actor,
    account: uuid.UUID,
    username: str,
    password: str,
    name: str,
    roles: Sequence[Role],
    supervisor: uuid.UUID | None = None,
    site: uuid.UUID | None = None,
    languages: Sequence[str] = (),
    credentials: str = "",
    hours: str = "",
    trafficking_training_on: date | None = None,
) -> Staff:
    """Admit a member of staff: an account, its roles, and how colleagues know them."""
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
    """Change what colleagues know of a member of staff, and the roles they hold."""
    call("access.set_roles", staff, [str(role) for role in roles])
    return _set_staff(staff, name, supervisor, site, languages, credentials, hours, trafficking_training_on)


def _set_staff(staff: uuid.UUID, name: str, *rest: Any) -> Staff:
    supervisor, site, languages, credentials, hours, training = rest
    call("core.set_staff", staff, name, supervisor, site, list(languages), credentials, hours, training)
    return Staff.objects.get(pk=staff)
