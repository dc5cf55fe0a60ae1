"""Money moves in one place: never below nothing, once a press, and always what the movements add up to."""

import uuid
from collections.abc import Callable
from decimal import Decimal
from functools import partial

import pytest
from django.db import DatabaseError, connection, transaction

from alongside.access.acts import NotAllowed
from alongside.access.keeper import call
from alongside.access.refusals import name_of
from alongside.funding import actions, queries, rules
from alongside.funding.models import Fund, Movement
from alongside.funding.rules import FundTold
from alongside.keeping.rules import ChangedMeanwhile, NothingWritten
from tests import cast
from tests.funding.make import gift, moves

ASIDE, SPENT = ("balance", "set_aside"), ("set_aside", "spent")


def sums(fund: Fund) -> tuple[int, int, int]:
    with cast.acting(cast.DIRECTOR):
        row = Fund.objects.get(pk=fund.pk)
    return int(row.balance), int(row.set_aside), int(row.spent)


def refused(do: Callable[[], object]) -> str:
    """The name under which the database refuses."""
    with pytest.raises(DatabaseError) as error, transaction.atomic():
        do()
    return name_of(error.value)


def test_money_goes_from_sum_to_sum_and_never_below_nothing() -> None:
    fund = gift(100)
    with cast.acting(cast.CM1):
        moves(fund.pk, "set_aside", ASIDE, 60)
        moves(fund.pk, "spent", SPENT, 40)
        moves(fund.pk, "given_back", ("set_aside", "balance"), "15.50")
        for legs in (("balance", "spent"), ASIDE, ("spent", "balance"), SPENT):
            assert refused(partial(moves, fund.pk, "spent", legs, 60)) == "not_enough_money"
    with cast.acting(cast.DIRECTOR):
        row = Fund.objects.get()
        assert (row.balance, row.set_aside, row.spent) == (Decimal("55.50"), Decimal("4.50"), Decimal(40))
        assert [each.kind for each in queries.movements(fund.pk)].count("given_back") == 1


@pytest.mark.parametrize("amount", ["0", "-1", "0.001", "10000000000", None])
def test_what_is_no_amount_moves_nothing(amount: str | None) -> None:
    fund = gift(100)
    with cast.acting(cast.CM1):
        assert refused(lambda: moves(fund.pk, "spent", ("balance", "spent"), amount)) == "an_amount_of_money"
    assert sums(fund) == (100, 0, 0)


def test_the_same_press_counts_once() -> None:
    fund, press, press_in = gift(100), uuid.uuid4(), uuid.uuid4()
    with cast.acting(cast.CM1):
        assert [moves(fund.pk, "set_aside", ASIDE, 10, press) for _time in range(3)] == [True, False, False]
    with cast.acting(cast.DIRECTOR) as by:
        for _time in range(2):
            actions.put_in(by=by, fund=fund.pk, movement=press_in, amount=Decimal(5))
        for _time in range(2):
            actions.undo_put_in(by=by, movement=press_in)
    assert sums(fund) == (90, 10, 0)


def test_what_came_in_cannot_be_taken_out_once_it_is_spent() -> None:
    fund, press = gift(0), uuid.uuid4()
    with cast.acting(cast.DIRECTOR) as by:
        actions.put_in(by=by, fund=fund.pk, movement=press, amount=Decimal(50))
        moves(fund.pk, "spent", ("balance", "spent"), 20)
        with pytest.raises(rules.NotEnough):
            actions.undo_put_in(by=by, movement=press)
    assert sums(fund) == (30, 0, 20)


def test_a_closed_fund_still_lets_go_of_what_was_set_aside() -> None:
    fund = gift(100)
    with cast.acting(cast.DIRECTOR) as by:
        moves(fund.pk, "set_aside", ASIDE, 40)
        actions.close_fund(by=by, fund=fund.pk)
        assert refused(lambda: moves(fund.pk, "set_aside", ASIDE, 10)) == "the_fund_is_closed"
        with pytest.raises(rules.FundClosed):
            actions.put_in(by=by, fund=fund.pk, movement=uuid.uuid4(), amount=Decimal(5))
        moves(fund.pk, "spent", SPENT, 30)
        moves(fund.pk, "given_back", ("set_aside", "balance"), 10)
        actions.reopen_fund(by=by, fund=fund.pk)
        moves(fund.pk, "set_aside", ASIDE, 10)
    assert sums(fund) == (60, 10, 30)


@pytest.mark.parametrize("days", [{"begins_on": "2027-01-07"}, {"ends_on": "2027-01-05"}])
def test_a_fund_gives_nothing_before_its_first_day_and_after_its_last(days: dict[str, str]) -> None:
    fund = gift(100, **days)
    with cast.acting(cast.CM1):
        assert refused(lambda: moves(fund.pk, "set_aside", ASIDE, 10)) == "the_fund_is_closed"
    with cast.acting(cast.DIRECTOR):
        assert not queries.is_open(Fund.objects.get())


def test_a_sum_that_is_not_what_the_movements_say_is_refused_at_the_end() -> None:
    fund = gift(100)

    def written() -> None:
        with connection.cursor() as cursor:
            cursor.execute("set local role alongside_keeper")
            cursor.execute("update core.funding_fund set balance = 99 where id = %s", [fund.pk])
            cursor.execute("set constraints all immediate")

    assert refused(written) == "a_fund_adds_up"


@pytest.mark.parametrize(
    "statement", ["update {} set amount = 1", "delete from {}", "truncate {}", "update {} set kind = 'in'"]
)
def test_movements_only_come(statement: str) -> None:
    gift(100)

    def written() -> None:
        with connection.cursor() as cursor:
            cursor.execute("set local role alongside_owner")
            cursor.execute("alter table core.funding_movement no force row level security")
            cursor.execute(statement.format("core.funding_movement"))

    assert refused(written) == "movements_are_append_only"


def test_no_door_moves_money_or_writes_a_sum() -> None:
    fund = gift(100)
    for member in cast.CAST:
        with cast.acting(member) as _by:
            for statement in (
                "update core.funding_fund set balance = balance + 1",
                "insert into core.funding_movement (id) values (gen_random_uuid())",
                f"select core.move_money(gen_random_uuid(), '{fund.pk}', 'in', '', 'balance', 5, null, null)",
            ):
                with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                    connection.cursor().execute(statement)
            if member is not cast.DIRECTOR:
                given = (uuid.uuid4(), fund.pk, "in", 5, b"")
                put = partial(call, "core.put_in_fund", *given)
                assert refused(put) == "not_a_keeper_of_funds"
                assert not Movement.objects.exists()
    assert sums(fund) == (100, 0, 0)


def test_who_opens_no_record_and_gives_no_help_reads_no_fund() -> None:
    gift(100)
    for member in (cast.DROP_IN, cast.ON_CALL, cast.ADMIN, cast.CUSTODIAN, cast.ADVISER, cast.PRACTICE):
        with cast.acting(member) as by:
            assert not Fund.objects.exists()
            with pytest.raises(NotAllowed):
                actions.open_fund(by=by, fund=uuid.uuid4(), told=FundTold("Mine"))


def test_a_fund_is_opened_once_named_once_and_changed_by_who_read_it() -> None:
    fund = gift(100)
    with cast.acting(cast.DIRECTOR) as by:
        again = actions.open_fund(by=by, fund=fund.pk, told=FundTold("Another"), opening=Decimal(900))
        assert again.name == "Community gift" and again.balance == 100
        with pytest.raises(rules.NameTaken):
            actions.open_fund(by=by, fund=uuid.uuid4(), told=FundTold("community GIFT"))
        with pytest.raises(NothingWritten):
            actions.open_fund(by=by, fund=uuid.uuid4(), told=FundTold("  "))
        with pytest.raises(NothingWritten):
            actions.correct_fund(by=by, fund=fund.pk, movement=uuid.uuid4(), amount=Decimal(5), words=" ")
        changed = actions.change_fund(by=by, fund=fund.pk, told=FundTold("Gift", restricted="Rides."), seen=1)
        assert (changed.name, Fund.objects.get().restricted) == ("Gift", "Rides.")
        with pytest.raises(ChangedMeanwhile):
            actions.change_fund(by=by, fund=fund.pk, told=FundTold("Other"), seen=1)


def test_months_tell_what_moved() -> None:
    fund = gift(100)
    with cast.acting(cast.DIRECTOR) as by:
        moves(fund.pk, "set_aside", ASIDE, 40)
        moves(fund.pk, "spent", SPENT, "12.25")
        given = {"by": by, "fund": fund.pk, "words": "A miscount."}
        actions.correct_fund(**given, movement=uuid.uuid4(), amount=Decimal("-7"))
        (month,) = queries.months(fund.pk)
        told = (month.came_in, month.set_aside, month.spent, month.given_back, month.corrected)
        assert told == tuple(map(Decimal, (100, 40, "12.25", 0, -7)))


@pytest.mark.no_database
def test_bars_stand_on_one_scale_and_nothing_is_no_bar() -> None:
    drawn = rules.bars(
        [("a", {"balance": Decimal(75), "spent": Decimal(25)}), ("b", {"balance": Decimal(0)})]
    )
    assert drawn[0].parts == (("balance", Decimal(0), Decimal(75)), ("spent", Decimal(75), Decimal(25)))
    assert drawn[1].parts == (("balance", Decimal(0), Decimal(0)),)
    assert rules.bars([("a", {"balance": Decimal(0)})])[0].parts[0][2] == 0
