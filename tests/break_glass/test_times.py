"""A right and a wrong answer at night take as long as each other."""

from bench.night import compared
from tests import cast
from tests.break_glass.make import known, on_call


def test_the_time_of_an_answer_tells_nothing() -> None:
    known()
    on_call()
    with cast.acting(cast.ON_CALL) as by:
        found = compared(by, "Quetzal", "maple leaf")
    # On a noisy machine the middle of one lies within what the other is spread over.
    assert abs(found["right"] - found["wrong"]) < max(found["right spread"], found["wrong spread"]), found
