"""Two colleagues who say yes to the same shift at the same moment, on two connections: it goes to one of them."""

import uuid
from collections.abc import Iterator
from typing import Any

import pytest

from alongside.workforce import rules
from alongside.workforce.models import OnCallShift, ShiftSwap
from alongside.workforce.rota_actions import answer_swap
from tests import cast
from tests.conftest import clone, drop
from tests.consent.test_race import PATIENCE, Desk, done
from tests.workforce.test_swaps import asks, shift_of


@pytest.fixture
def database() -> Iterator[str]:
    name = clone(f"alongside_swap_{uuid.uuid4().hex[:8]}")
    yield name
    drop(name)


@pytest.mark.parametrize("exchanged", [False, True])
def test_of_two_who_say_yes_at_once_the_second_hears_that_it_was_settled(
    database: str, exchanged: bool
) -> None:
    def asked(_by: Any) -> tuple[uuid.UUID, uuid.UUID, uuid.UUID]:
        shift = shift_of(cast.ON_CALL)
        back = [shift_of(each, days) if exchanged else None for days, each in ((3, cast.CM1), (4, cast.CM2))]
        one, two = (
            asks(cast.ON_CALL, each, shift, give)
            for each, give in zip((cast.CM1, cast.CM2), back, strict=True)
        )
        return shift.id, one, two

    shift, one, two = done(database, asked, cast.SUPERVISOR)

    def says_yes(swap: uuid.UUID) -> Any:
        return lambda by: answer_swap(by=by, swap=swap, yes=True)

    first = Desk(database, cast.CM1, says_yes(one)).begin()
    assert first.worked.wait(PATIENCE)
    second = Desk(database, cast.CM2, says_yes(two)).begin()
    assert not second.worked.wait(0.5)  # it waits for whoever came first
    first.end()
    second.end()
    assert first.error is None
    assert isinstance(second.error, rules.SwapIsOver)

    def whose(_by: Any) -> tuple[uuid.UUID, set[bool | None]]:
        told = ShiftSwap.objects.filter(pk=two).values_list("said_yes", flat=True)
        return OnCallShift.objects.get(pk=shift).staff_id, set(told)

    assert done(database, whose, cast.ON_CALL) == (cast.CM1.id, {None})


@pytest.mark.parametrize("first_answer", [True, False])
def test_yes_and_no_at_once_by_two_tabs_of_one_colleague_count_once(
    database: str, first_answer: bool
) -> None:
    def asked(_by: Any) -> uuid.UUID:
        return asks(cast.ON_CALL, cast.CM1, shift_of(cast.ON_CALL))

    swap = done(database, asked, cast.SUPERVISOR)

    def says(yes: bool) -> Any:
        return lambda by: answer_swap(by=by, swap=swap, yes=yes)

    first = Desk(database, cast.CM1, says(first_answer)).begin()
    assert first.worked.wait(PATIENCE)
    second = Desk(database, cast.CM1, says(not first_answer)).begin()
    assert not second.worked.wait(0.5)
    first.end()
    second.end()
    assert first.error is None and isinstance(second.error, rules.SwapIsOver)
