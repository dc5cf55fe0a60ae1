"""Opening a fund, and what its keeper does with it. Where money goes out, the room that gives it calls the keeper."""

from decimal import Decimal
from uuid import UUID, uuid4

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.keeper import call
from alongside.access.refusals import refused_as
from alongside.access.roles import Can
from alongside.funding import rules
from alongside.funding.choices import Moved
from alongside.funding.models import Fund, Movement
from alongside.keeping.rows import held
from alongside.keeping.rules import NotHere, NothingWritten
from alongside.vault import ring
from alongside.vault.fields import sealed_value


def _looked_at(told: rules.FundTold) -> None:
    if not told.name.strip():
        raise NothingWritten
    if told.begins_on and told.ends_on and told.ends_on < told.begins_on:
        raise rules.DaysTurned


def _called() -> dict[str, type[Exception]]:
    return {"a_fund_has_a_name_of_its_own": rules.NameTaken}


def _moves() -> dict[str, type[Exception]]:
    return {
        "not_enough_money": rules.NotEnough,
        "the_fund_is_closed": rules.FundClosed,
        "no_such_fund": NotHere,
        "no_such_movement": NotHere,
    }


@act(Can.KEEP_FUNDS)
def open_fund(*, by: Actor, fund: UUID, told: rules.FundTold, opening: Decimal = Decimal(0)) -> Fund:
    """Begin a fund with what is in it; sent twice, it is one. Raises NothingWritten, DaysTurned, NameTaken."""
    found = Fund.objects.filter(pk=fund).first()
    if found is not None:
        return found
    _looked_at(told)
    key = uuid4()
    wrapped = ring.make(key)
    row = Fund(id=fund, key_id=key, restricted=told.restricted)
    given = (
        told.name.strip(),
        told.kind.strip(),
        sealed_value(row, "restricted"),
        told.begins_on,
        told.ends_on,
    )
    with refused_as(_called()):
        call("core.open_fund", fund, key, wrapped, *given, uuid4(), opening)
    return Fund.objects.get(pk=fund)


@act(Can.KEEP_FUNDS)
def change_fund(*, by: Actor, fund: UUID, told: rules.FundTold, seen: int | None = None) -> Fund:
    """Change what is said of a fund; its sums stay. Raises ChangedMeanwhile, and what opening one raises."""
    row = held(Fund, fund, seen)
    _looked_at(told)
    row.name, row.kind, row.restricted = told.name.strip(), told.kind.strip(), told.restricted
    row.begins_on, row.ends_on = told.begins_on, told.ends_on
    row.version += 1
    with refused_as(_called()):
        row.save(update_fields=["name", "kind", "restricted", "begins_on", "ends_on", "version"])
    return row


@act(Can.KEEP_FUNDS)
def close_fund(*, by: Actor, fund: UUID) -> Fund:
    """Nothing new comes in or is set aside; what was set aside may still be spent or given back."""
    return _closed(fund, closed=True)


@act(Can.KEEP_FUNDS)
def reopen_fund(*, by: Actor, fund: UUID) -> Fund:
    """Open a fund again that was closed."""
    return _closed(fund, closed=False)


def _closed(fund: UUID, *, closed: bool) -> Fund:
    row = held(Fund, fund)
    if bool(row.closed_at) != closed:
        row.closed_at = clock.now() if closed else None
        row.version += 1
        row.save(update_fields=["closed_at", "version"])
    return row


@act(Can.KEEP_FUNDS)
def put_in(*, by: Actor, fund: UUID, movement: UUID, amount: Decimal, words: str = "") -> Movement:
    """Write down money that came in; the same press counts once. Raises FundClosed."""
    return _put(fund, movement, Moved.IN, amount, words)


@act(Can.KEEP_FUNDS)
def correct_fund(*, by: Actor, fund: UUID, movement: UUID, amount: Decimal, words: str) -> Movement:
    """Put a balance right, by so much more or less, and say why. Raises NothingWritten, NotEnough."""
    if not words.strip():
        raise NothingWritten
    return _put(fund, movement, Moved.CORRECTION, amount, words)


def _put(fund: UUID, movement: UUID, kind: Moved, amount: Decimal, words: str) -> Movement:
    found = Fund.objects.filter(pk=fund).first()
    if found is None:
        raise NotHere
    row = Movement(id=movement, key_id=found.key_id, words=words)
    with refused_as(_moves()):
        call("core.put_in_fund", movement, fund, kind, amount, sealed_value(row, "words"))
    return Movement.objects.get(pk=movement, fund_id=fund)


@act(Can.KEEP_FUNDS)
def undo_put_in(*, by: Actor, movement: UUID) -> Movement:
    """Take out again what was put in or corrected; undone twice, it is out once. Raises NotHere, NotEnough."""
    with refused_as(_moves()):
        call("core.undo_put_in", movement)
    return Movement.objects.get(pk=movement)
