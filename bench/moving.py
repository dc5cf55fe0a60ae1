"""Bringing people over from a spreadsheet and taking the whole record along: rows a second, and memory.

`python -m bench.moving ROWS` runs the acts of the pages as the desk, one transaction each, in a house where only the
made-up staff of the demo is; prints one line of JSON. Four rows tell of one person, as old spreadsheets do.
"""

import io
import json
import resource
import sys
import time
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from bench.fill import setup

HEAD = "Client ID,Nickname,Languages,Need,Goal,Note,Note date,Mobile Phone\n"
ROWS_OF_ONE = 4


def spreadsheet(rows: int) -> bytes:
    """A CSV file of so many rows."""
    lines = [HEAD]
    for number in range(rows):
        who = number // ROWS_OF_ONE
        first = f"Harbor {who},Spanish,a room with a lock" if number % ROWS_OF_ONE == 0 else ",,"
        said = "We met at the usual place and talked about the week; nothing had to be decided."
        lines.append(f"{who},{first},a bus pass,{said},2024-03-{number % 28 + 1:02},+1 555 0100\n")
    return "".join(lines).encode()


def _as(role: str) -> Any:
    from alongside.access.actor import Actor
    from alongside.access.models import Account, RoleHeld
    from alongside.access.roles import Role

    account = Account.objects.filter(pk__in=RoleHeld.objects.filter(role=role).values("account_id"))[0]
    return Actor(account.pk, account.name, frozenset([Role(role)]))


def _timed(actor: Any, act: Callable[[], Any]) -> tuple[float, Any]:
    from django.db import transaction

    from alongside.access.actor import as_actor

    begun = time.perf_counter()
    with transaction.atomic(), as_actor(actor):
        given = act()
    return time.perf_counter() - begun, given


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def moved(rows: int) -> dict[str, float]:
    """Bring so many rows over and take everything along, both ways."""
    from alongside.custody import actions
    from alongside.custody.models import Move

    custodian, director, move = _as("custodian"), _as("director"), uuid4()
    file, empty = io.BytesIO(spreadsheet(rows)), _memory()
    steps: list[tuple[Any, Callable[[], Any]]] = [
        (custodian, lambda: actions.ask_to_bring(by=custodian, move=move, file=file, purpose="To measure.")),
        (custodian, lambda: _settle(custodian, move)),
        (custodian, lambda: actions.check_rows(by=custodian, move=move)),
        (director, lambda: actions.agree_to_move(by=director, move=move)),
        (custodian, lambda: actions.bring_over(by=custodian, move=move)),
    ]
    took = [_timed(actor, act)[0] for actor, act in steps]
    _seconds, there = _timed(custodian, lambda: Move.objects.get(pk=move))
    if there.row_count != rows or there.refused or there.people != -(-rows // ROWS_OF_ONE):
        raise RuntimeError(f"{there.row_count} rows, {there.refused} refused, {there.people} people")
    told = {
        "rows brought over": float(rows),
        "rows a second, taken in and checked": rows / sum(took[:3]),
        "rows a second, brought over": rows / took[4],
        "rows a second in all": rows / sum(took),
        "more memory for it, MB": _memory() - empty,
    }
    for name, as_workbook in (("lines", False), ("workbook", True)):
        took_along, size = _taken(custodian, director, as_workbook)
        told[f"whole record as {name}, s"] = took_along
        told[f"whole record as {name}, MB"] = size / 2**20
    return told


def _settle(by: Any, move: Any) -> None:
    from alongside.custody import actions
    from alongside.custody.models import Move

    row = Move.objects.get(pk=move)
    actions.choose_columns(by=by, move=move, chosen=row.meanings, day_style=row.day_style)


def _taken(custodian: Any, director: Any, as_workbook: bool) -> tuple[float, int]:
    from alongside.custody import actions

    move = uuid4()
    _timed(custodian, lambda: actions.ask_to_take(by=custodian, move=move, purpose="To measure."))
    _timed(director, lambda: actions.agree_to_move(by=director, move=move))
    seconds, body = _timed(
        custodian, lambda: actions.take_along(by=custodian, move=move, as_workbook=as_workbook)
    )
    return seconds, len(body)


if __name__ == "__main__":
    setup("desk")
    sys.stdout.write(json.dumps(moved(int(sys.argv[1]))) + "\n")
