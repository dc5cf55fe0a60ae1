"""Sixty-four takers at once on connections of their own, and a count never goes below none."""

import threading
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection, transaction

from alongside import clock, trail
from alongside.access.actor import as_actor
from alongside.provisions import stock_actions as actions
from alongside.provisions import stock_rules as rules
from alongside.provisions.models import StockLine, StockMovement
from tests import cast
from tests.conftest import clone, drop

TAKERS = 64
PATIENCE = 120


@pytest.fixture
def database() -> Iterator[str]:
    name = clone(f"alongside_stock_{uuid.uuid4().hex[:8]}")
    yield name
    drop(name)


def _at(database: str, member: cast.Member, work: Callable[[Any], Any]) -> Any:
    """What comes of some work on a connection of its own."""
    connection.settings_dict = {**connection.settings_dict, "NAME": database}
    try:
        with clock.stopped_at(cast.BEGINS), transaction.atomic():
            connection.cursor().execute("set local role alongside_desk")
            with as_actor(member.actor):
                done = work(member.actor)
                trail.flush()
            return done
    finally:
        trail.clear()
        connection.close()


def _in_a_thread(
    database: str, works: list[Callable[[Any], Any]], member: cast.Member = cast.DROP_IN
) -> list[Any]:
    """All of them at the same moment, each with its outcome or what it raised."""
    ready, told = threading.Barrier(len(works)), {}

    def run(place: int, work: Callable[[Any], Any]) -> None:
        def when_all_are_there(by: Any) -> Any:
            connection.ensure_connection()
            if len(works) > 1:
                ready.wait(PATIENCE)
            return work(by)

        try:
            told[place] = _at(database, member, when_all_are_there)
        except Exception as error:
            told[place] = error

    threads = [threading.Thread(target=run, args=each, daemon=True) for each in enumerate(works)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(PATIENCE)
        assert not each.is_alive()
    return [told[place] for place in range(len(works))]


def _begun(database: str, number: int) -> StockLine:
    def work(by: Any) -> StockLine:
        from alongside.agency.models import Site

        thing = actions.save_thing(by=by, thing=uuid.uuid4(), told=rules.Thing("Winter coat"))
        told = {"thing": thing.pk, "size": "", "site": Site.objects.all()[0].pk, "number": number}
        return actions.bring_into_stock(by=by, press=uuid.uuid4(), **told)

    (line,) = _in_a_thread(database, [work])
    assert isinstance(line, StockLine), line
    return line


def _left(database: str, line: StockLine) -> tuple[int, int, int]:
    def work(_by: Any) -> tuple[int, int, int]:
        rows = StockMovement.objects.filter(line=line)
        return StockLine.objects.get(pk=line.pk).count, sum(each.amount for each in rows), len(rows)

    (told,) = _in_a_thread(database, [work])
    assert isinstance(told, tuple), told
    return told


def test_of_sixty_four_who_take_ten_of_a_hundred_exactly_ten_do(database: str) -> None:
    line = _begun(database, 100)
    take = [
        lambda by: actions.take_from_stock(by=by, press=uuid.uuid4(), line=line.pk, number=10)
        for _one in range(TAKERS)
    ]
    told = _in_a_thread(database, take)
    assert sum(each is True for each in told) == 10
    assert sum(isinstance(each, rules.NotSoMany) for each in told) == TAKERS - 10, told
    assert _left(database, line) == (0, 0, 11)


def test_one_press_sent_sixty_four_times_at_once_takes_once_and_is_taken_back_once(database: str) -> None:
    line, press = _begun(database, 100), uuid.uuid4()
    told = _in_a_thread(
        database,
        [
            lambda by: actions.take_from_stock(by=by, press=press, line=line.pk, number=10)
            for _one in range(TAKERS)
        ],
    )
    assert sorted(map(str, told)) == ["False"] * (TAKERS - 1) + ["True"]
    assert _left(database, line) == (90, 90, 2)
    told = _in_a_thread(database, [lambda by: actions.undo_stock(by=by, movement=press) for _one in range(8)])
    assert sorted(map(str, told)) == ["False"] * 7 + ["True"]
    assert _left(database, line) == (100, 100, 3)


def test_of_two_who_count_at_once_one_sees_the_other(database: str) -> None:
    line = _begun(database, 100)

    def count(found: int) -> Callable[[Any], Any]:
        told = [rules.Counted(line.thing_id, "", 1, found)]
        return lambda by: actions.count_stock(by=by, once=uuid.uuid4(), site=line.site_id, found=told)

    told = _in_a_thread(database, [count(90), count(80)])
    assert sum(isinstance(each, rules.MovedMeanwhile) for each in told) == 1, told
    assert _left(database, line)[0] in (90, 80)
