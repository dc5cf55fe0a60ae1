"""What can be read of stock: what there is at a place, one count with its movements, kinds of things."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.db import connection
from django.db.models import Exists, F, Q

from alongside.access.actor import Actor
from alongside.agency.models import Site, Staff
from alongside.agency.queries import sites
from alongside.provisions import stock_rules as rules
from alongside.provisions.models import StockLine, StockMovement, StockThing, Wanted
from alongside.vault.folding import fold

# Pages name these rows by what is found here, not by their tables.
__all__ = ["StockLine", "StockThing"]

SHOWN = 20  # movements beside a count


def things() -> list[StockThing]:
    """Every kind of thing, by name; what is not kept any more comes last."""
    return sorted(StockThing.objects.all(), key=lambda each: (not each.is_kept, fold(each.name), each.pk))


def thing_named(thing: UUID) -> StockThing | None:
    """One kind of thing."""
    return StockThing.objects.filter(pk=thing).first()


def place_of(actor: Actor, named: UUID | None = None) -> tuple[Site | None, list[Site]]:
    """The place that is meant: the one named, else the worker's own, else the only one there is. And all places."""
    known = sites()
    own = None
    if named is None and len(known) > 1:
        own = Staff.objects.filter(pk=actor.id).values_list("site", flat=True).first()
    meant = named or own or (known[0].pk if len(known) == 1 else None)
    return next((each for each in known if each.pk == meant), None), known


@dataclass
class Shelf:
    """A kind of thing at one place, with its counts by size."""

    thing: StockThing
    lines: list[StockLine] = field(default_factory=list)


def shelves(site: UUID) -> list[Shelf]:
    """What there is at a place, by name and size; what is not kept any more stays until none is left."""
    rows = StockLine.objects.filter(Q(thing__is_kept=True) | Q(count__gt=0), site_id=site).select_related(
        "thing"
    )
    found: dict[UUID, Shelf] = {}
    for row in sorted(rows, key=_order):
        if row.count or _offered(row):
            found.setdefault(row.thing_id, Shelf(row.thing)).lines.append(row)
    return list(found.values())


def _order(row: StockLine) -> tuple[str, UUID, int, str]:
    return fold(row.thing.name), row.thing_id, rules.ordered(row.size, row.thing.sizes), row.size


def line_named(line: UUID) -> StockLine | None:
    """One count, with its thing and place."""
    return StockLine.objects.filter(pk=line).select_related("thing", "site").first()


def movement_named(movement: UUID) -> StockMovement | None:
    """One movement, with the count it moved."""
    return StockMovement.objects.filter(pk=movement).select_related("line").first()


def movements(line: UUID) -> list[StockMovement]:
    """The last movements of a count, the newest first."""
    rows = StockMovement.objects.filter(line_id=line).select_related("by", "undone_by")
    return list(rows.order_by("-number")[:SHOWN])


def to_count(site: UUID) -> list[StockLine]:
    """Everything that may be counted at a place, by name and size: what has a count, and what is kept and has none
    yet."""
    rows = {(row.thing_id, row.size): row for shelf in shelves(site) for row in shelf.lines}
    for thing in StockThing.objects.filter(is_kept=True):
        for size in thing.sizes or [""]:
            rows.setdefault((thing.pk, size), StockLine(thing=thing, size=size, site_id=site, version=0))
    return sorted(rows.values(), key=_order)


def kept_at(site: UUID) -> list[StockLine]:
    """What may come in at a place: everything that is kept, in every size."""
    return [each for each in to_count(site) if each.thing.is_kept and _offered(each)]


def _offered(row: StockLine) -> bool:
    return row.size in row.thing.sizes if row.thing.sizes else not row.size


def is_low(row: StockLine) -> bool:
    """Whether so few are left that whoever keeps stock is told."""
    thing = row.thing
    return thing.is_kept and _offered(row) and thing.low_at is not None and row.count <= thing.low_at


def low(actor: Actor) -> list[StockLine]:
    """Of what few are left at the worker's own place; who has none is told of all places."""
    mine = Staff.objects.filter(pk=actor.id, site__isnull=False)
    here = Q(site__in=mine.values("site")) | ~Exists(mine)
    few = StockLine.objects.filter(here, thing__is_kept=True, thing__low_at__gte=F("count"))
    return sorted(filter(is_low, few.select_related("thing", "site")), key=_order)


def like(item: str, size: str, rows: Sequence[StockLine]) -> StockLine | None:
    """The thing in stock that has just these words, if there is one."""
    told = (fold(item.strip()), fold(size.strip()))
    return next((row for row in rows if (fold(row.thing.name), fold(row.size)) == told), None)


@dataclass(frozen=True)
class Ready:
    """What one press would bring into stock, and the name of that press."""

    what: str
    once: UUID


def ready_for(actor: Actor, wanted: Sequence[Wanted]) -> dict[str, Any]:
    """For what donors are asked for: the thing in stock that has the same words, at the worker's place."""
    place, _places = place_of(actor)
    kept = kept_at(place.pk) if place else []
    found = {each.pk: like(each.item, each.size, kept) for each in wanted}
    return {
        "place": place,
        "in_stock": {
            key: Ready(f"{row.thing_id}|{row.size}", uuid4()) if row else None for key, row in found.items()
        },
    }


@dataclass(frozen=True)
class Month:
    """What moved in a month, of one thing in one size at one place."""

    month: date
    place: str
    thing: str
    size: str
    taken: int
    came: int
    counted: int


def months(first: date, until: date) -> list[Month]:
    """Movements by month, the newest first; no person, no worker, no day."""
    with connection.cursor() as cursor:
        cursor.execute("select * from core.stock_by_month(%s, %s)", [first, until])
        rows = [Month(*row) for row in cursor.fetchall()]
    return sorted(rows, key=lambda row: (-row.month.toordinal(), fold(row.place), fold(row.thing), row.size))
