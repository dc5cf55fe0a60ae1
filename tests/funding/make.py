"""Funds for tests, made through acts."""

import uuid
from decimal import Decimal
from typing import Any

from django.db import connection

from alongside import trail
from alongside.access.keeper import call
from alongside.funding.actions import open_fund, put_in
from alongside.funding.models import Fund
from alongside.funding.rules import FundTold
from tests import cast
from tests.funding.streams_make import stream_places


def gift(amount: int = 2000, name: str = "Community gift", **told: Any) -> Fund:
    """A fund of the director's, with so much in it."""
    with cast.acting(cast.DIRECTOR) as by:
        fund = open_fund(by=by, fund=uuid.uuid4(), told=FundTold(name, **told), opening=Decimal(amount))
        trail.flush()
        return fund


def places(person: uuid.UUID) -> dict[str, Any]:
    """What addresses name: a fund, money that came into it, and what belongs to streams."""
    fund = gift(restricted="Only for rides.").pk
    with cast.acting(cast.DIRECTOR) as by:
        moved = put_in(by=by, fund=fund, movement=uuid.uuid4(), amount=Decimal(5), words="From a bake sale.")
    return {"fund": fund, "put": moved.pk} | stream_places(person)


MOVES = "core.move_money(uuid, uuid, text, text, text, numeric, uuid, bytea)"


def may_move() -> None:
    """Let the desk of this test call what moves money, which no door may, to stand for functions of other rooms."""
    with connection.cursor() as cursor:
        cursor.execute("select has_function_privilege('alongside_desk', %s, 'execute')", [MOVES])
        if not cursor.fetchone()[0]:
            cursor.execute("set local role alongside_keeper")
            cursor.execute(f"grant execute on function {MOVES} to alongside_desk")
            cursor.execute("set local role alongside_desk")


def moves(
    fund: uuid.UUID, kind: str, legs: tuple[str, str], amount: Any, press: uuid.UUID | None = None
) -> bool:
    """Move money for whoever acts, as functions of other rooms do."""
    may_move()
    moved = call("core.move_money", press or uuid.uuid4(), fund, kind, *legs, amount, None, None)
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate; set constraints all deferred")
    return bool(moved)
