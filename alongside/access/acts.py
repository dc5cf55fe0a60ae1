"""The act lock: every change is an act, asks for an ability, works in a savepoint and leaves a trail."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

from django.db import connections, transaction
from django.utils.functional import Promise

from alongside import trail
from alongside.access.actor import Actor
from alongside.access.roles import Can

P = ParamSpec("P")
R = TypeVar("R")


class NotAllowed(PermissionError):
    """The one who acts has no role that brings this ability."""


class TurnedDown(ValueError):
    """An act cannot be done as asked; the message is a kind sentence for the one who asked."""


@dataclass(frozen=True)
class ActOf:
    """An entry of the permission matrix."""

    name: str
    room: str
    ability: Can
    meaning: str
    said: str | Promise = ""


REGISTRY: dict[str, ActOf] = {}


def act(
    ability: Can, *, said: str | Promise = "", traced: bool = True
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Mark a function as an act. It takes keywords only, among them `by`, the actor.

    The trail's chain is the participant where one is named (`participant=`), else the worker's own. An act about
    a participant has words for the log of their record: `said` goes on from a name, "kept where a goal is".
    An act that is not `traced` leaves no row of its own when it succeeds (a draft, kept every few seconds).
    Deferred constraints are checked before the act ends, so that "saved" is never said too early.
    """

    def lock(function: Callable[P, R]) -> Callable[P, R]:
        name = function.__name__
        parameters = inspect.signature(function).parameters.values()
        if any(each.kind not in (each.KEYWORD_ONLY, each.VAR_KEYWORD) for each in parameters) or "by" not in (
            each.name for each in parameters
        ):
            raise TypeError(f"the act {name} takes keywords only, `by` among them")
        if not said and any(each.name == "participant" for each in parameters):
            raise TypeError(f"the act {name} is about somebody: say for the log of their record what it did")
        if name in REGISTRY:
            raise TypeError(f"two acts are called {name}")
        room = function.__module__.split(".")[1]
        REGISTRY[name] = ActOf(name, room, ability, _first_sentence(function), said)

        @wraps(function)
        def locked(*args: P.args, **kwargs: P.kwargs) -> R:
            by: Any = kwargs["by"]
            return _perform(function, REGISTRY[name], by, kwargs, traced)

        locked.act = REGISTRY[name]  # type: ignore[attr-defined]
        return locked

    return lock


def _first_sentence(function: Callable[..., Any]) -> str:
    paragraph = " ".join((function.__doc__ or "").strip().split("\n\n")[0].split())
    return paragraph.split(". ")[0].rstrip(".") + "."


def _perform(function: Callable[..., R], what: ActOf, by: Actor, kwargs: dict[str, Any], traced: bool) -> R:
    name, ability = what.name, what.ability
    chain = _key_of(kwargs.get("participant")) or by.id
    if not by.may(ability):
        trail.note(trail.Entry(name, chain, "turned_away"))
        raise NotAllowed(name)
    before = trail.gathered()
    try:
        with transaction.atomic():
            result = function(**kwargs)
            with connections["default"].cursor() as cursor:
                cursor.execute("set constraints all immediate; set constraints all deferred")
    except BaseException:
        trail.clear()
        for entry in before:
            trail.note(entry)
        trail.note(trail.Entry(name, chain, "failed"))
        raise
    if not traced:
        return result
    new_chain = _key_of(getattr(result, "participant_id", None)) if chain == by.id else None
    kind = result._meta.label_lower if hasattr(result, "_meta") else ""
    trail.note(trail.Entry(name, new_chain or chain, "done", kind, _key_of(result)))
    return result


def _key_of(thing: Any) -> UUID | None:
    if isinstance(thing, UUID):
        return thing
    key = getattr(thing, "pk", None)
    return key if isinstance(key, UUID) else None
