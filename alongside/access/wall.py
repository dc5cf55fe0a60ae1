"""How a room declares its walls, and how they are raised in the database.

A room's `walls.py` lists `WALLS` (one for each of its tables, or a written excuse) and `FUNCTIONS` (checking
functions that belong to the keeper, whom nobody can sign in as). `raise_walls` takes everything down and puts
it up anew in one transaction, so that the database is always what the code says. A table without a wall has
no grants and shows nothing to anybody.
"""

from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps

SCHEMAS = ("core", "access", "vault", "trail")
SCHEMA_OF_APP = {
    "access": "access",
    "clock": "access",
    "account": "access",
    "mfa": "access",
    "usersessions": "access",
    "sessions": "access",
    "auth": "access",
    "contenttypes": "access",
    "vault": "vault",
    "trail": "trail",
}
DOORS = ("desk", "portal", "workspace", "worker")

ME = "(select access.actor())"
SIGNED_IN = f"{ME} is not null"
MY_PEOPLE = "participant_id = any((select core.my_people())::uuid[])"


@dataclass(frozen=True)
class Policy:
    """One row-level policy. `to` names runtime roles without their prefix."""

    name: str
    using: str = ""
    check: str = ""
    on: str = "all"
    to: tuple[str, ...] = ("desk", "worker")


@dataclass(frozen=True)
class Wall:
    """What stands around one table: policies, and the grants of each role (`{"desk": "select, insert"}`)."""

    table: str
    policies: tuple[Policy, ...] = ()
    grants: dict[str, str] = field(default_factory=dict)
    keeper: str = ""
    excuse: str = ""
    dumped: bool = True
    also: str = ""  # statements that shape the table, such as triggers and columns of third-party tables


@dataclass(frozen=True)
class Function:
    """A function of the keeper's. `to` names who may call it; PUBLIC never may."""

    name: str
    arguments: str
    returns: str
    body: str
    to: tuple[str, ...] = ("desk", "worker")
    volatility: str = "volatile"


@dataclass(frozen=True)
class Joined:
    """A further policy on a table of a lower room, so that a reach from above opens it as well."""

    table: str
    policy: Policy


def of_participant(table: str, desk: str = "select, insert", *, keeper: str = "") -> Wall:
    """The usual wall: rows of people within reach; whoever writes, writes in their own name."""
    return Wall(
        table,
        (Policy("people within reach", using=MY_PEOPLE, check=MY_PEOPLE),),
        {"desk": desk, "worker": "select"},
        keeper=keeper,
    )


def of_agency(table: str, *, write: str = "insert, update", who: str = "administrator") -> Wall:
    """A table of the agency's own: all staff read, one role writes. No participant's data."""
    return Wall(
        table,
        (
            Policy("staff read", on="select", using=SIGNED_IN),
            *(
                Policy(
                    f"{who} may {verb}",
                    on=verb,
                    using="" if verb == "insert" else f"(select access.has_role('{who}'))",
                    check="" if verb == "delete" else f"(select access.has_role('{who}'))",
                )
                for verb in write.split(", ")
            ),
        ),
        {"desk": f"select, {write}", "worker": "select"},
        excuse="the agency's own set-up; no participant's data",
    )


def own_rows(table: str, column: str, desk: str) -> Wall:
    """Rows that only their author sees."""
    mine = f"{column} = {ME}"
    return Wall(table, (Policy("one's own", using=mine, check=mine),), {"desk": desk})


def rooms() -> list[Any]:
    """The `walls` modules of every room that has one, from the ground up."""
    found = []
    for config in apps.get_app_configs():
        if config.name.startswith("alongside.") and find_spec(f"{config.name}.walls"):
            found.append(import_module(f"{config.name}.walls"))
    return found


def declared() -> tuple[dict[str, Wall], list[Function], list[Joined]]:
    """Every wall, function and joined policy of the house."""
    walls: dict[str, Wall] = {}
    functions: list[Function] = []
    joined: list[Joined] = []
    for module in rooms():
        for wall in module.WALLS:
            if wall.table in walls:
                raise ValueError(f"two walls around {wall.table}")
            walls[wall.table] = wall
        functions += getattr(module, "FUNCTIONS", [])
        joined += getattr(module, "JOINED", [])
    return walls, functions, joined
