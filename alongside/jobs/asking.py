"""Asking for a job, and doing it: who asked is signed into its arguments, so that nobody can ask as another."""

import hashlib
import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, ParamSpec, cast
from uuid import UUID

from django.conf import settings
from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.tasks import Task

from alongside import clock, trail
from alongside.access import beside
from alongside.access.actor import Actor, as_actor
from alongside.access.acts import NotAllowed
from alongside.access.models import Account, RoleHeld
from alongside.access.prepared import plan_anew
from alongside.access.roles import Can, Role
from alongside.access.wall import HOUSE
from alongside.clock.models import ClockSetting

P = ParamSpec("P")
STAFF, OF_THE_HOUSE = "staff", "house"  # the two queues; the desk's wall lets nobody ask in the second


class Forged(PermissionError):
    """A job whose signature does not fit: it was not asked for at the desk by whom it names."""


class HasLeft(PermissionError):
    """Whoever asked does not work here any more."""


@dataclass(frozen=True)
class Job(Generic[P]):
    """A job that staff may ask for."""

    name: str
    ability: Can
    function: Callable[..., None]
    task: Task[..., None, Any]

    def ask(self, *, by: Actor, **references: UUID | int) -> int:
        """Ask for it, in the transaction of this request; gives its number. References only, never words."""
        if not by.may(self.ability):
            raise NotAllowed(self.name)
        told = {name: _reference(value) for name, value in references.items()}
        number: int = self.task.defer(by=str(by.id), sign=_signature(self.name, str(by.id), told), **told)
        return number


def job(ability: Can) -> Callable[[Callable[P, None]], Job[P]]:
    """Mark a function as a job. It takes keywords: `by`, and references; it runs under the asker's walls."""

    def mark(function: Callable[P, None]) -> Job[P]:
        name = _name_of(function)

        def run(**told: Any) -> None:
            _run(name, ability, function, told)

        return Job(name, ability, function, app.task(name=name, queue=STAFF)(run))

    return mark


def house_job(*, cron: str = "") -> Callable[[Callable[[], None]], Callable[[], None]]:
    """Mark a function as the house's own job, done at the times of `cron` (the worker's clock, UTC)."""

    def mark(function: Callable[[], None]) -> Callable[[], None]:
        name = f"house.{function.__name__}"

        def run(**_times: Any) -> None:
            as_the_house(function)

        task = app.task(name=name, queue=OF_THE_HOUSE, queueing_lock=name, lock=name)(run)
        if cron:
            app.periodic(cron=cron)(cast(Any, task))
        return function

    return mark


def as_the_house(function: Callable[[], None]) -> None:
    """Do something as the house, in one transaction with its trail."""
    plan_anew()
    with transaction.atomic(), as_actor(Actor(HOUSE, "", frozenset(), settings.SIGNS_AS)):
        function()
        trail.flush()


def _run(name: str, ability: Can, function: Callable[..., None], told: dict[str, Any]) -> None:
    by, sign = str(told.pop("by", "")), str(told.pop("sign", ""))
    if not hmac.compare_digest(sign, _signature(name, by, told)):
        raise Forged(name)
    trail.clear()
    plan_anew()
    with transaction.atomic():
        _follow_the_clock()
        actor = _asker(UUID(by))
        with as_actor(actor):
            if not actor.may(ability) or beside.off(name.replace(".", ":", 1)):
                raise NotAllowed(name)
            function(by=actor, **{key: _again(value) for key, value in told.items()})
            trail.flush()


def _asker(account: UUID) -> Actor:
    """Whoever asked, with the roles of today, and without what the agency has turned off meanwhile."""
    row = (
        Account.objects.filter(pk=account, is_active=True)
        .annotate(**beside.columns())
        .only("id", "name", "is_active")
        .first()
    )
    if row is None:
        raise HasLeft(str(account))
    beside.follow(row)
    held = RoleHeld.objects.filter(account_id=account).values_list("role", flat=True)
    roles = frozenset(Role(role) for role in held)
    return Actor(account, row.name, roles, settings.SIGNS_AS, without=beside.without(row))


def _follow_the_clock() -> None:
    if clock.may_be_set():
        row = ClockSetting.objects.filter(id=1).first()
        if row:
            clock.follow(row.offset, row.stopped_at)


def _signature(name: str, by: str, told: dict[str, Any]) -> str:
    said = json.dumps([name, by, told], sort_keys=True).encode()
    return hmac.new(settings.KEYS.secret("jobs.key"), said, hashlib.sha256).hexdigest()


def _reference(value: UUID | int) -> str | int:
    if not isinstance(value, UUID | int):
        raise TypeError("a job is told references only, never words")
    return str(value) if isinstance(value, UUID) else value


def _again(value: Any) -> UUID | int:
    return UUID(value) if isinstance(value, str) else int(value)


def _name_of(function: Callable[..., Any]) -> str:
    return f"{function.__module__.split('.')[1]}.{function.__name__}"


__all__ = ["Forged", "HasLeft", "Job", "as_the_house", "house_job", "job"]
