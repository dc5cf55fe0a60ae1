"""Keeping stock of basic needs: what things there are, taking out, bringing in, counting, and taking back."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.keeper import call
from alongside.access.refusals import refused_as
from alongside.access.roles import Can
from alongside.keeping.rows import authored, held, held_or_new
from alongside.keeping.rules import NothingWritten
from alongside.participants import queries as people
from alongside.participants.timeline import mark
from alongside.provisions import stock_rules as rules
from alongside.provisions.models import StockGiven, StockLine, StockMovement, StockThing

_REFUSED: dict[str, type[Exception]] = {
    "not_so_many": rules.NotSoMany,
    "no_such_thing": rules.NoSuchThing,
    "no_count_below_none": rules.NotSoMany,
    "counted_since": rules.CountedSince,
}


@act(Can.KEEP_STOCK)
def save_thing(*, by: Actor, thing: UUID, told: rules.Thing, seen: int | None = None) -> StockThing:
    """Say what a kind of thing is called, in which sizes it comes and when few are left. Raises NothingWritten,
    NameTaken or ChangedMeanwhile."""
    if not told.name.strip():
        raise NothingWritten
    row = held_or_new(StockThing, thing, seen)
    if row is not None and seen is None:
        return row
    is_new = row is None
    row = row or StockThing(id=thing, version=0)
    row.name, row.sizes, row.low_at, row.is_kept = (
        told.name.strip(),
        list(told.sizes),
        told.low_at,
        told.is_kept,
    )
    row.version += 1
    with refused_as({"a_kind_of_thing_has_a_name_of_its_own": rules.NameTaken}):
        row.save(
            force_insert=is_new,
            update_fields=None if is_new else ["name", "sizes", "low_at", "is_kept", "version"],
        )
    return row


@act(Can.TAKE_STOCK)
def take_from_stock(*, by: Actor, press: UUID, line: UUID, number: int) -> bool:
    """Take things out, for whoever is there; nobody is written down. Whether this press counted: a second one does
    not. Raises NotSoMany."""
    return _move(press, line, -number)


@act(Can.KEEP_STOCK)
def bring_into_stock(*, by: Actor, press: UUID, thing: UUID, size: str, site: UUID, number: int) -> StockLine:
    """Bring things in: a gift, or what was bought. A press counts once. Raises NoSuchThing."""
    with refused_as(_REFUSED):
        line: UUID = call("core.begin_stock", thing, size, site)
    _move(press, line, number)
    return StockLine.objects.get(pk=line)


def _move(press: UUID, line: UUID, amount: int) -> bool:
    with refused_as(_REFUSED), transaction.atomic():
        return bool(call("core.move_stock", press, line, amount))


@act(Can.KEEP_STOCK)
def count_stock(*, by: Actor, once: UUID, site: UUID, found: Sequence[rules.Counted]) -> list[int]:
    """Set counts to what was found, all or none, and say by how much each changed. Raises MovedMeanwhile."""
    return [_count(once, site, each) for each in sorted(found, key=lambda each: (each.thing, each.size))]


def _count(once: UUID, site: UUID, told: rules.Counted) -> int:
    moved = rules.MovedMeanwhile(told.thing, told.size)
    with refused_as(_REFUSED | {"moved_meanwhile": moved}), transaction.atomic():
        line = call("core.begin_stock", told.thing, told.size, site)
        press = rules.press_of(once, told.thing, told.size)
        return int(call("core.count_stock", press, line, told.seen, told.found))


@act(Can.TAKE_STOCK)
def undo_stock(*, by: Actor, movement: UUID) -> bool:
    """Take a movement of stock back by another one, once. Raises CountedSince, NotSoMany or TurnedDown."""
    return _undo(movement)


def _undo(movement: UUID) -> bool:
    with refused_as(_REFUSED | {"out_of_reach": TurnedDown("not_here")}), transaction.atomic():
        return bool(call("core.undo_stock", movement))


@act(Can.TAKE_STOCK, said=_("gave them something from stock"))
def give_from_stock(*, by: Actor, participant: UUID, given: UUID, line: UUID, number: int) -> StockGiven:
    """Give somebody something from stock, and keep with them what it was. A press counts once. Raises NotSoMany,
    NoSuchThing or TurnedDown."""
    person = people.participant_named(participant)
    if person is None:
        raise TurnedDown("not_here")
    row = held_or_new(StockGiven, given, participant_id=participant)
    if row is not None:
        return row
    taken = StockLine.objects.select_related("thing").filter(pk=line).first()
    if taken is None:
        raise rules.NoSuchThing
    movement = uuid4()
    _move(movement, line, -number)
    row = StockGiven(id=given, **authored(by, person, clock.now()))
    row.thing, row.size, row.number, row.movement = taken.thing.name, taken.size, str(number), str(movement)
    row.save(force_insert=True)
    mark(by=by, participant=participant, at=row.at, room="provisions", kind="given", ref=row.pk)
    return row


@act(Can.TAKE_STOCK, said=_("took back what was given from stock"))
def undo_given(*, by: Actor, participant: UUID, given: UUID) -> StockGiven:
    """Take back what somebody was given: it is in stock again. Raises CountedSince."""
    row = held(StockGiven, given, participant_id=participant)
    if row.removed_at is None:
        _undo(UUID(row.movement))
        row.take_away()
    return row


@act(Can.KEEP_STOCK)
def bring_asked(*, by: Actor, wanted: UUID, press: UUID, came: rules.Came) -> str:
    """Bring in what donors were asked for; whoever asked reads that it is here. A press counts once. Gives the state
    that the ask had before, or nothing. Raises NoSuchThing or NotLookedFor."""
    with refused_as(_REFUSED | {"not_looked_for": rules.NotLookedFor}), transaction.atomic():
        if StockMovement.objects.filter(pk=press).exists():
            return ""
        before = str(call("core.ask_came", wanted, ""))
        line = call("core.begin_stock", came.thing, came.size, came.site)
        call("core.move_stock", press, line, came.number)
    return before


@act(Can.KEEP_STOCK)
def undo_asked(*, by: Actor, wanted: UUID, movement: UUID, before: str) -> bool:
    """Take back what came in for an ask, which is then asked for as before. Raises CountedSince, NotSoMany,
    NotLookedFor or TurnedDown."""
    if not _undo(movement):
        return False
    with refused_as({"not_looked_for": rules.NotLookedFor}), transaction.atomic():
        call("core.ask_came", wanted, before)
    return True
