"""What can be read about moves."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.models import RoleHeld
from alongside.access.roles import Role
from alongside.access.written import Read, later
from alongside.agency.models import Staff
from alongside.connection.models import ServiceKind
from alongside.custody.choices import SamePeople
from alongside.custody.models import KnownColumn, Move, Piece, number_token, token_of
from alongside.custody.rules.rows import Earlier, Known, bare, number_of

# Pages name these rows by what is found here, not by their tables.
__all__ = ["Move", "Piece"]

FILE_STAYS = timedelta(days=1)


def moves() -> Read[list[Move]]:
    """The moves of late, the newest first."""
    return later(_moves)


def _moves() -> QuerySet[Move]:
    return Move.objects.select_related("by", "agreed_by").order_by("-asked_at", "id")[:50]


def move_named(move: UUID) -> Move | None:
    """One move, if one may see it."""
    return Move.objects.select_related("by", "agreed_by").filter(pk=move).first()


def stands(move: Move) -> str:
    """Where a move stands, in one of a few names."""
    if move.undone_at:
        return "undone"
    if move.done_at:
        return "done"
    if move.open_until:
        return "open" if move.open_until > clock.now() else "over"
    if move.kind == "bring" and (move.file_gone_at or move.asked_at + FILE_STAYS <= clock.now()):
        return "gone"
    return "asked" if move.checked_at else "new"


def pieces(move: UUID) -> Iterator[Piece]:
    """The pieces of a file in order, one at a time."""
    return Piece.objects.filter(move_id=move).order_by("first").iterator(chunk_size=4)


def problems(move: UUID, most: int = 200) -> list[tuple[int, str, str]]:
    """What is wrong, row by row: row, which problem, in which field."""
    found: list[tuple[int, str, str]] = []
    for piece in pieces(move):
        found += [(row, what, where) for row, what, where in json.loads(piece.problems or "[]")]
        if len(found) >= most:
            break
    return found[:most]


def first_rows(move: UUID, most: int = 3) -> list[list[str]]:
    """The first rows of a file, to see whether its letters read right."""
    piece = next(pieces(move), None)
    return [row[1] for row in json.loads(piece.cells)[:most]] if piece else []


def known_columns(names: list[str]) -> dict[int, str]:
    """What columns of these names were last taken for, by their place."""
    tokens = {token_of(name): place for place, name in enumerate(names)}
    rows = KnownColumn.objects.filter(token__in=list(tokens))
    return {tokens[bytes(row.token)]: row.field for row in rows}


def known(actor: Actor) -> Known:
    """Staff who can walk with somebody, and the kinds of service, by how they are called."""
    roles = (Role.CASE_MANAGER, Role.SUPERVISOR)
    walking = RoleHeld.objects.filter(role__in=roles).values("account_id")
    staff: dict[str, Any] = {}
    people = Staff.objects.filter(pk__in=walking, id__is_active=True).exclude(pk=actor.id)
    for name, username, key in people.values_list("name", "id__username", "pk"):
        staff |= {bare(name): str(key), bare(username): str(key)}
    services = {bare(each.called): str(each.pk) for each in ServiceKind.objects.all()}
    services |= {bare(each.key): str(each.pk) for each in ServiceKind.objects.exclude(key="")}
    return Known(staff, services, clock.now().date())


def came_already(move: Move) -> Move | None:
    """The move by which a file of the same cells came over, and was not taken back."""
    done = Move.objects.filter(print_of=move.print_of, done_at__isnull=False, undone_at=None)
    return done.exclude(pk=move.pk).order_by("-done_at").first() if move.print_of else None


def _by_number(function: str, first: list[UUID], numbers: set[str]) -> dict[str, tuple[Any, ...]]:
    tokens = {number_token(number): number for number in numbers if number}
    if not tokens:
        return {}
    with connection.cursor() as cursor:
        marks = ", ".join(["%s"] * len(first) + ["%s::bytea[]"])
        cursor.execute(f"select * from {function}({marks})", [*first, list(tokens)])
        return {tokens[bytes(token)]: tuple(rest) for token, *rest in cursor.fetchall()}


def earlier(move: Move, numbers: set[str]) -> dict[str, Earlier]:
    """What came before under these numbers, where it was said that they name the same people."""
    if move.same_people != SamePeople.YES:
        return {}
    return {
        number: Earlier(people, frozenset(bytes(each) for each in said))
        for number, (people, said, _at) in _by_number("core.came_before", [], numbers).items()
    }


def came_before(move: Move, chosen: list[str]) -> datetime | None:
    """When people of these numbers came over last, if any did."""
    if "number" not in chosen:
        return None
    place, last = chosen.index("number"), None
    for piece in pieces(move.pk):
        cells = [row[1][place] for row in json.loads(piece.cells) if place < len(row[1])]
        numbers = {number_of(cell) for cell in cells}
        for _people, _said, at in _by_number("core.came_before", [], numbers).values():
            last = max(last, at) if last else at
    return last


def people_of(move: Move, numbers: set[str]) -> dict[str, UUID]:
    """Who came before under these numbers, for a move that is open."""
    return {
        number: found[0] for number, found in _by_number("core.people_brought", [move.pk], numbers).items()
    }


def rows_of(move: UUID, table: str, after: UUID, most: int) -> list[dict[str, Any]]:
    """Some rows of a table that moves, for a move that is open."""
    with connection.cursor() as cursor:
        cursor.execute("select core.take_along(%s, %s, %s, %s)", [move, table, after, most])
        return [json.loads(row[0]) if isinstance(row[0], str) else row[0] for row in cursor.fetchall()]
