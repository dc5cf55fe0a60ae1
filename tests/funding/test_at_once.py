"""Sixty-four take ten from a hundred at the same moment, on connections of their own: ten get through."""

import threading
import uuid
from typing import Any

import pytest
from django.db import transaction

from alongside.access.refusals import name_of
from alongside.funding.models import Fund, Movement
from tests import cast
from tests.consent.test_race import PATIENCE, Desk, database, done
from tests.funding.make import gift, may_move, moves

__all__ = ["database"]
TAKERS = 64


class Taker(Desk):
    """One who takes ten; all of them wait for each other before they begin."""

    def __init__(self, database: str, gate: threading.Barrier, fund: uuid.UUID, press: uuid.UUID) -> None:
        def take(_by: Any) -> bool:
            gate.wait(PATIENCE * 3)
            with transaction.atomic():
                return moves(fund, "spent", ("balance", "spent"), 10, press)

        super().__init__(database, cast.CM1, take)
        self.may_commit.set()


def taken(database: str, fund: uuid.UUID, presses: list[uuid.UUID]) -> list[Taker]:
    """What became of each press, all at once."""
    gate = threading.Barrier(len(presses))
    takers = [Taker(database, gate, fund, press) for press in presses]
    for each in takers:
        each.begin()
    for each in takers:
        each.thread.join(PATIENCE * 6)
        assert not each.thread.is_alive()
    return takers


def left(database: str) -> tuple[int, int, int]:
    def look(_by: Any) -> tuple[int, int, int]:
        fund = Fund.objects.get()
        return int(fund.balance), int(fund.spent), Movement.objects.filter(kind="spent").count()

    return done(database, look, cast.DIRECTOR)  # type: ignore[no-any-return]


@pytest.fixture
def fund(database: str) -> uuid.UUID:
    def made(_by: Any) -> uuid.UUID:
        fund = gift(100).pk
        may_move()
        return fund

    return done(database, made, cast.DIRECTOR)  # type: ignore[no-any-return]


def test_ten_of_sixty_four_get_through(database: str, fund: uuid.UUID) -> None:
    takers = taken(database, fund, [uuid.uuid4() for _each in range(TAKERS)])
    assert sum(each.error is None for each in takers) == 10
    assert {name_of(each.error) for each in takers if each.error} == {"not_enough_money"}
    assert left(database) == (0, 100, 10)


def test_a_press_that_comes_eight_times_at_once_counts_once(database: str, fund: uuid.UUID) -> None:
    takers = taken(database, fund, [uuid.uuid4()] * 8)
    assert [each.error for each in takers] == [None] * 8
    assert sorted(each.result for each in takers) == [False] * 7 + [True]
    assert left(database) == (90, 10, 1)
