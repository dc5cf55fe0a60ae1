"""Judgements of the strand of connection, without a database."""

from datetime import date

import pytest

from alongside.connection import rules
from alongside.connection.actions import notes as acts_of_notes
from alongside.connection.actions import strand as acts_of_strand
from tests.house import checks

pytestmark = pytest.mark.no_database


@pytest.mark.parametrize(
    ("wish", "days"),
    [
        ("one text, then wait two weeks", 14),
        ("Text me once. Wait 10 days", 10),
        ("un mensaje y luego espere tres semanas", 21),
        ("un mes", 30),
        ("leave the door open", None),
        ("", None),
        ("0 days", None),
    ],
)
def test_a_wish_names_how_long_to_wait(wish: str, days: int | None) -> None:
    assert rules.days_wished(wish) == days


def test_the_ribbon_goes_from_the_first_season_to_today() -> None:
    changes = [("new", date(2026, 1, 1)), ("close", date(2026, 7, 2))]
    first, second = rules.spans(changes, date(2027, 1, 1), 600)
    assert (first.x, second.ends) == (0, None)
    assert first.x + first.width == pytest.approx(second.x, abs=0.2)
    assert second.x + second.width == pytest.approx(600, abs=0.2)
    assert rules.year_marks(date(2026, 1, 1), date(2027, 1, 1), 600) == [(2027, 600)]
    assert rules.spans([], date(2027, 1, 1), 600) == []


def test_a_season_of_hours_is_still_seen() -> None:
    today = date(2027, 1, 6)
    for span in rules.spans([("quiet", today), ("returning", today)], today, 600):
        assert span.width >= 2
        assert span.x + span.width <= 600


def test_hellos_do_not_pile_up() -> None:
    assert rules.day_after_hello(date(2027, 1, 6), 21) == date(2027, 1, 27)
    assert rules.day_after_hello(date(2027, 1, 6), None) is None


def test_every_file_of_the_room_keeps_to_the_house() -> None:
    for module in (acts_of_notes, acts_of_strand):
        assert checks.actions_without_a_lock(module) == []
