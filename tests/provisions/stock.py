"""Stock for tests, made through acts."""

import uuid
from typing import Any

from django.db.models import Sum

from alongside import trail
from alongside.access.actor import Actor
from alongside.agency.models import Site
from alongside.keeping.rows import authored
from alongside.participants.models import Participant
from alongside.participants.timeline import mark
from alongside.provisions import stock_actions as actions
from alongside.provisions.models import StockGiven, StockLine, StockMovement
from alongside.provisions.stock_rules import Thing
from tests import cast


def site() -> uuid.UUID:
    """The first place there is."""
    with cast.acting(cast.DROP_IN):
        return Site.objects.order_by("name")[0].pk


def another_site(name: str = "Second place") -> uuid.UUID:
    """A further place."""
    from alongside.agency.actions import add_site

    with cast.acting(cast.ADMIN) as by:
        return add_site(by=by, name=name).pk


def stocked(name: str = "Winter coat", size: str = "M", number: int = 5, **told: Any) -> StockLine:
    """So many of a thing in one size at the first place, brought in by the drop-in worker."""
    where = told.pop("site", None) or site()
    with cast.acting(cast.DROP_IN) as by:
        sizes = told.pop("sizes", ("S", "M") if size else ())
        thing = actions.save_thing(by=by, thing=uuid.uuid4(), told=Thing(name, sizes, **told))
        line = actions.bring_into_stock(
            by=by, press=uuid.uuid4(), thing=thing.pk, size=size, site=where, number=number
        )
        trail.flush()
        return line


def left(line: StockLine) -> int:
    """How many are left, which equals the sum of all movements."""
    with cast.acting(cast.DROP_IN):
        now = StockLine.objects.get(pk=line.pk).count
        moved = StockMovement.objects.filter(line=line)
        assert now == (moved.aggregate(sum=Sum("amount"))["sum"] or 0)
        last = moved.order_by("-number").first()
        assert last is None or last.left == now
        return now


def one_of_stock() -> dict[str, uuid.UUID]:
    """A kind of thing with its count and the movement that brought it in, by their names in addresses."""
    line = stocked(f"Phone card {uuid.uuid4().hex[:6]}", "", 5)
    with cast.acting(cast.DROP_IN):
        came = StockMovement.objects.get(line=line).pk
    return {"site": line.site_id, "stock_thing": line.thing_id, "stock_line": line.pk, "moved": came}


def of_stock(person: uuid.UUID) -> tuple[uuid.UUID, ...]:
    """The same, and what case manager 1 gave somebody of it."""
    made, given = one_of_stock(), uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        actions.give_from_stock(by=by, participant=person, given=given, line=made["stock_line"], number=1)
        trail.flush()
    return *made.values(), given


def given_without_a_count(by: Actor, person: uuid.UUID, given: uuid.UUID, word: str) -> None:
    """What somebody was given, with no movement of a count, which every colleague who gives things out may see."""
    whom = Participant.objects.get(pk=person)
    row = StockGiven(id=given, **authored(by, whom))
    row.thing, row.size, row.number, row.movement = f"{word} given", word, "1", str(uuid.uuid4())
    row.save(force_insert=True)
    mark(by=by, participant=person, at=row.at, room="provisions", kind="given", ref=given)
