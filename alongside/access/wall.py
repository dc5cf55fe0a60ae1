"""How a room declares its walls, and how they are raised in the database.

A room's `walls.py` lists `WALLS` (one for each of its tables, or a written excuse) and `FUNCTIONS` (checking
functions that belong to the keeper, whom nobody can sign in as; their SQL stands in `sql/walls.sql`). `raise_walls`
takes everything down and puts it up anew in one transaction, so that the database is always what the code says. A
table without a wall has no grants and shows nothing to anybody.
"""

from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from typing import Any
from uuid import UUID

from django.apps import apps

from alongside.access.sql_files import Function, script

# What is in `shared` was disclosed: copies that a partner's point of contact may read, and their answers.
SCHEMAS = ("core", "access", "vault", "shared", "trail")
SCHEMA_OF_APP = {
    "access": "access",
    "clock": "access",
    "account": "access",
    "mfa": "access",
    "auth": "access",
    "contenttypes": "access",
    "vault": "vault",
    "trail": "trail",
}
DOORS = ("desk", "portal", "workspace", "worker")

ME = "(select access.actor())"
# The house itself, when the worker does what nobody asked for. Only policies that name it know it.
HOUSE = UUID("a1000000-0000-4000-8000-000000000000")
BY_THE_HOUSE = f"{ME} = '{HOUSE}'::uuid"
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
class Leaves:
    """Whether a table goes along with the whole record of an agency, but for some columns; else, `why` it stays."""

    without: tuple[str, ...] = ()
    why: str = ""


GOES = Leaves()


def stays(why: str) -> Leaves:
    """A table that does not go along with the whole record."""
    return Leaves(why=why)


@dataclass(frozen=True)
class Wall:
    """What stands around one table: policies, and the grants of each role (`{"desk": "select, insert"}`); and
    whether it leaves, which every wall answers."""

    table: str
    policies: tuple[Policy, ...] = ()
    grants: dict[str, str] = field(default_factory=dict)
    keeper: str = ""
    excuse: str = ""
    dumped: bool = True
    also: str = ""  # statements that shape the table, such as triggers and columns of third-party tables
    leaves: Leaves | None = None


@dataclass(frozen=True)
class Joined:
    """A further policy on a table of a lower room, so that a reach from above opens it as well."""

    table: str
    policy: Policy


def of_participant(
    table: str,
    desk: str = "select, insert",
    *,
    leaves: Leaves,
    keeper: str = "",
    author: str = "",
    also: str = "",
) -> Wall:
    """The usual wall: rows of people within reach, each of which stays with its person.

    Where a column tells the `author`, whoever writes a new row writes it in their own name.
    """
    in_ones_own_name = f"{MY_PEOPLE} and {author} = {ME}" if author else MY_PEOPLE
    return Wall(
        table,
        (
            Policy("people within reach", on="select", using=MY_PEOPLE),
            Policy("in one's own name", on="insert", check=in_ones_own_name),
            Policy("put right", on="update", using=MY_PEOPLE, check=MY_PEOPLE),
            Policy("let go", on="delete", using=MY_PEOPLE),
        ),
        {"desk": desk, "worker": "select"},
        keeper=keeper,
        also="; ".join(each for each in (stays_with_its_person(table), also) if each),
        leaves=leaves,
    )


def stays_with_its_person(table: str) -> str:
    """A trigger: no update carries a row, or what it is sealed under, to another person."""
    return script(__file__, "stays_with_its_person", table=table)


def of_agency(
    table: str, *, leaves: Leaves, write: str = "insert, update", who: str = "administrator"
) -> Wall:
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
        leaves=leaves,
    )


def own_rows(table: str, column: str, desk: str) -> Wall:
    """Rows that only their author sees; they leave with nothing."""
    mine = f"{column} = {ME}"
    return Wall(
        table,
        (Policy("one's own", using=mine, check=mine),),
        {"desk": desk},
        leaves=stays("its author's alone"),
    )


def rooms(below: str = "") -> list[Any]:
    """The `walls` modules of every room that has one, from the ground up; of those before one room."""
    found = []
    for config in apps.get_app_configs():
        if config.label == below:
            break
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
            if wall.leaves is None:
                raise ValueError(f"{wall.table}: its wall says `leaves=GOES`, or why it stays")
            walls[wall.table] = wall
        functions += getattr(module, "FUNCTIONS", [])
        joined += getattr(module, "JOINED", [])
    return walls, functions, joined
