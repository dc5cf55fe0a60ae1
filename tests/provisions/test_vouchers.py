"""Vouchers by number range: counts are true, no number goes out twice, and who got which is sealed with them."""

import threading
import uuid
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from alongside.access.acts import NotAllowed
from alongside.provisions import assistance_actions as actions
from alongside.provisions import assistance_queries as queries
from alongside.provisions import assistance_rules as rules
from alongside.provisions.models import AssistanceRequest, VoucherRange
from tests import cast
from tests.consent.test_race import PATIENCE, Desk, database, done
from tests.funding.make import gift
from tests.people import lantern
from tests.provisions.money import asked, decided, handed, kind_of, sums, vouchers

__all__ = ["database"]


def left(of: VoucherRange) -> int:
    with cast.acting(cast.CM1):
        return VoucherRange.objects.get(pk=of.pk).left


def out() -> list[int]:
    """Numbers that are out, as the keeper reads them."""
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute("select number from core.provisions_voucherout where back_at is null order by number")
        found = [row[0] for row in cursor.fetchall()]
        cursor.execute("set local role alongside_desk")
    return found


def test_numbers_go_out_one_by_one_and_come_back_and_the_fund_is_true() -> None:
    person, fund = lantern(), gift(500).pk
    cards = vouchers(fund=fund, prefix="G-", width=4)
    assert sums(fund) == (300, 200, 0)
    row = asked(person, None, 40, vouchers=cards.pk)
    assert left(cards) == 10
    decided(row)
    assert (left(cards), out(), sums(fund)) == (8, [], (300, 200, 0))
    for _press in range(2):
        handed(row)
        assert (left(cards), out(), sums(fund)) == (8, [1, 2], (300, 160, 40))
    page = cast.signed_in(cast.CM1).get(f"/people/{person}/needs/money/").content.decode()
    assert "G-0001, G-0002" in page and "Grocery cards" in page
    another = asked(person, None, 20, vouchers=cards.pk)
    decided(another)
    handed(another)
    assert out() == [1, 2, 3]
    with cast.acting(cast.CM1) as by:
        given: dict[str, Any] = {"by": by, "participant": person, "asking": row.pk}
        actions.undo_help(**given, seen=3)
        assert (left(cards), out(), sums(fund)) == (7, [3], (300, 180, 20))
        actions.hand_over_help(**given, seen=4)
        assert (left(cards), out()) == (7, [1, 2, 3])
        actions.take_help_back(**given, seen=5)
        assert (left(cards), out(), sums(fund)) == (9, [3], (300, 180, 20))
        actions.undo_help(**given, seen=6)
    assert (left(cards), out(), sums(fund)) == (7, [1, 2, 3], (300, 140, 60))


def test_no_more_are_promised_than_there_are_and_a_part_of_one_is_none() -> None:
    person = lantern()
    cards = vouchers(last=3)
    decided(asked(person, None, 60, vouchers=cards.pk))
    with pytest.raises(rules.NotSoManyVouchers):
        decided(asked(person, None, 20, vouchers=cards.pk))
    assert left(cards) == 0
    others = vouchers("Bus cards")
    with pytest.raises(rules.NotSoManyVouchers):
        decided(asked(person, None, 30, vouchers=others.pk))
    client = cast.signed_in(cast.CM1)
    sent = {
        "once": str(uuid.uuid4()),
        "kind": str(kind_of()),
        "amount": "30",
        "fund": f"vouchers:{others.pk}",
    }
    answer = client.post(f"/people/{person}/needs/money/new/", sent)
    assert answer.status_code == 422 and "Each of these is worth $20.00" in answer.content.decode()
    assert client.post(f"/people/{person}/needs/money/new/", sent | {"amount": "40"}).status_code == 302


def test_which_number_went_to_whom_is_sealed_and_no_door_reads_or_writes_what_is_out() -> None:
    person = lantern()
    row = asked(person, None, 20, vouchers=vouchers(first=4711, last=4720).pk)
    decided(row)
    handed(row)
    with cast.acting(cast.CM1), connection.cursor() as cursor:
        cursor.execute("select row_to_json(r)::text from core.provisions_assistancerequest r")
        assert "4711" not in cursor.fetchone()[0]
        assert AssistanceRequest.objects.get(pk=row.pk).numbers == "4711"
    for member in (cast.CM1, cast.SUPERVISOR, cast.DIRECTOR):
        for statement in (
            "select * from core.provisions_voucherout",
            'update core.provisions_voucherrange set "left" = 99',
            "select core.give_vouchers(decision) from core.provisions_assistancerequest",
        ):
            refused = pytest.raises(DatabaseError, match="permission denied")
            with cast.acting(member), refused, transaction.atomic():
                connection.cursor().execute(statement)
    with cast.acting(cast.DROP_IN):
        assert not VoucherRange.objects.exists()


def test_a_range_is_written_down_once_by_the_director_and_ended_when_none_is_promised() -> None:
    person, fund = lantern(), gift(100).pk
    client = cast.signed_in(cast.DIRECTOR)
    sent = {"once": str(uuid.uuid4()), "name": "Bus cards", "first": "0001", "last": "0004", "worth": "20"}
    for bad in (
        {"last": "0"},
        {"first": "x"},
        {"last": "999999"},
        {"worth": "0"},
        {"fund": str(fund), "last": "9"},
    ):
        assert client.post("/money/vouchers/new/", sent | bad).status_code == 422, bad
    for _press in range(2):
        assert client.post("/money/vouchers/new/", sent | {"fund": str(fund)}).status_code == 302
    assert sums(fund) == (20, 80, 0)
    page = client.get("/money/vouchers/").content.decode()
    assert "0001" in page and "4 left" in page
    again = sent | {"once": str(uuid.uuid4()), "first": "4", "last": "9"}
    answer = client.post("/money/vouchers/new/", again)
    assert answer.status_code == 422 and "another range" in answer.content.decode()
    with cast.acting(cast.DIRECTOR):
        (cards,) = queries.vouchers()
    row = asked(person, None, 20, vouchers=cards.pk)
    decided(row)
    end = f"/money/vouchers/{cards.pk}/end/"
    assert "not handed over yet" in client.post(end, follow=True).content.decode()
    handed(row)
    for _press in range(2):
        client.post(end)
    assert sums(fund) == (80, 0, 20)
    for member in (cast.CM1, cast.SUPERVISOR, cast.ADMIN):
        assert cast.signed_in(member).get("/money/vouchers/").status_code == 403
        with cast.acting(member) as by, pytest.raises(NotAllowed):
            actions.end_vouchers(by=by, vouchers=cards.pk)
        with cast.acting(member), pytest.raises(DatabaseError, match="not a keeper"), transaction.atomic():
            connection.cursor().execute("select core.end_vouchers(%s)", [cards.pk])


class Hand(Desk):
    """One who hands over; all of them wait for each other before they begin."""

    def __init__(self, database: str, gate: threading.Barrier, person: uuid.UUID, asking: uuid.UUID) -> None:
        def give(by: Any) -> Any:
            gate.wait(PATIENCE * 3)
            return actions.hand_over_help(by=by, participant=person, asking=asking, seen=2).numbers

        super().__init__(database, cast.CM1, give)
        self.may_commit.set()


def test_no_number_goes_out_twice_when_many_hand_over_at_once(database: str) -> None:
    def begin(_by: Any) -> tuple[uuid.UUID, list[uuid.UUID]]:
        person, cards = lantern(), vouchers(last=16)
        rows = [asked(person, None, 20, vouchers=cards.pk) for _one in range(8)]
        for each in rows:
            decided(each)
        return person, [each.pk for each in rows]

    person, rows = done(database, begin, cast.DIRECTOR)
    gate = threading.Barrier(16)
    hands = [Hand(database, gate, person, each) for each in rows * 2]
    for each in hands:
        each.begin()
    for each in hands:
        each.thread.join(PATIENCE * 6)
        assert not each.thread.is_alive()
    assert [each.error for each in hands if each.error] == []
    assert done(database, lambda _by: out(), cast.DIRECTOR) == list(range(1, 9))
