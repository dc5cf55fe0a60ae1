"""Small numbers are hidden so that nobody works them out: attacked as it attacks itself, and by trying every table."""

import itertools
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.reports.rules.attack import Key, Known, Reader, told
from alongside.reports.rules.hiding import (
    HELD,
    QUIET,
    SHOWN,
    SMALL,
    NotWithThese,
    Puzzle,
    count,
    hide,
    recovered,
    what_is_known,
)

ALL = "*"
FEW = 4  # small enough for trying every table


def table(grid: list[list[int]], least: int = FEW) -> Puzzle:
    """A table of people with totals of its rows, of its columns and of all."""
    puzzle = Puzzle()
    rows, columns = range(len(grid)), range(len(grid[0]))
    cells: dict[Key, int] = {(row, column): grid[row][column] for row in rows for column in columns}
    cells |= {(row, ALL): sum(grid[row]) for row in rows}
    cells |= {(ALL, column): sum(each[column] for each in grid) for column in columns}
    cells[ALL, ALL] = sum(map(sum, grid))
    puzzle.cells = {key: count(number, least) for key, number in cells.items()}
    puzzle.true, puzzle.ones = cells, set(cells)
    puzzle.sums = [{(row, ALL): -1} | {(row, column): 1 for column in columns} for row in rows]
    puzzle.sums += [{(ALL, column): -1} | {(row, column): 1 for row in rows} for column in columns]
    puzzle.sums += [{(ALL, ALL): -1} | {(row, ALL): 1 for row in rows}]
    return puzzle


def every_table(puzzle: Puzzle, known: dict[Key, Known], inner: list[Key], most: int) -> list[dict[Key, int]]:
    """Every table a reader may still think of, in whole numbers up to `most`, by trying them all."""
    found = []
    spans = [
        range(known[key].low or 0, min(most, m if (m := known[key].high) is not None else most) + 1)
        for key in inner
    ]
    for told_ in itertools.product(*spans):
        at = dict(zip(inner, told_, strict=True))
        for total in puzzle.sums:
            (whole,) = [key for key, times in total.items() if times < 0]
            at[whole] = sum(at[key] for key, times in total.items() if times > 0)
        if all(
            (at[key] >= (each.low or 0)) and (each.high is None or at[key] <= each.high)
            for key, each in known.items()
        ):
            found.append(at)
    return found


def inner_of(puzzle: Puzzle) -> list[Key]:
    return [key for key in puzzle.cells if ALL not in key]  # type: ignore[operator]


grids = st.integers(2, 3).flatmap(
    lambda wide: st.lists(st.lists(st.integers(0, 6), min_size=wide, max_size=wide), min_size=2, max_size=2)
)


@settings(max_examples=60, deadline=None)
@given(grids)
def test_no_hidden_number_is_worked_out_by_trying_every_table(grid: list[list[int]]) -> None:
    puzzle = table(grid)
    pattern = hide(puzzle)
    known = what_is_known(puzzle, pattern)
    tables = every_table(puzzle, known, inner_of(puzzle), most=10)
    assert puzzle.true in tables
    for key, how in pattern.items():
        assert (how in (SMALL, QUIET)) == (0 < puzzle.true[key] < FEW)
        if how != SHOWN:
            thought = {each[key] for each in tables}
            assert max(thought) - min(thought) >= FEW - 2, (key, thought, pattern)
    for one in (key for key, how in pattern.items() if how and puzzle.true[key] == 1):
        hers = [each for each in tables if each[one] == 1]
        for other in (key for key, how in pattern.items() if how and key != one):
            is_the_same = len({each[other] - each[one] for each in tables}) == 1
            assert is_the_same or len({each[other] for each in hers}) > 1, (one, other, pattern)


@settings(max_examples=60, deadline=None)
@given(grids, st.data())
def test_the_attack_finds_what_trying_every_table_finds(grid: list[list[int]], data: st.DataObject) -> None:
    puzzle = table(grid)
    hidden = data.draw(st.sets(st.sampled_from(sorted(puzzle.cells, key=str)), max_size=6))
    known = {key: Known() if key in hidden else told(number) for key, number in puzzle.true.items()}
    tables = every_table(puzzle, known, inner_of(puzzle), most=40 if len(hidden) < 3 else 20)
    reader = Reader(known, puzzle.sums, puzzle.true)
    for key in hidden:
        low, high = reader.bounds(key)
        assert low == min(each[key] for each in tables)
        assert high is None or high == max(each[key] for each in tables)


def test_what_sums_alone_give_away_is_found_by_the_attack() -> None:
    puzzle = table([[9, 9, 2], [9, 9, 9]], least=5)
    only_small = {key: SMALL if cell.is_small else SHOWN for key, cell in puzzle.cells.items()}
    assert recovered(puzzle, only_small) == [(0, 2)]
    known = what_is_known(puzzle, only_small)
    assert Reader(known, puzzle.sums, puzzle.true).bounds((0, 2)) == (2, 2)


def test_three_singletons_in_a_row_do_not_read_one_another() -> None:
    puzzle = table([[1, 1, 1, 8], [7, 9, 8, 6], [9, 7, 7, 9]], least=5)
    assert recovered(puzzle, hide(puzzle)) == []


def test_a_total_is_held_back_where_nothing_else_would_be_left() -> None:
    puzzle = Puzzle()
    puzzle.true = {"housing": 6, "dental": 3, ALL: 9}
    puzzle.cells = {key: count(number, 5) for key, number in puzzle.true.items()}
    puzzle.sums = [{ALL: -1, "housing": 1, "dental": 1}]
    assert hide(puzzle) == {"housing": SHOWN, "dental": SMALL, ALL: HELD}


def test_nothing_is_hidden_where_nothing_is_small_and_a_zero_stays_a_zero() -> None:
    assert set(hide(table([[0, 9], [8, 0]])).values()) == {SHOWN}
    assert hide(table([[0, 2], [8, 9]]))[0, 0] == SHOWN


def test_what_was_told_before_keeps_a_longer_span_from_telling_one_day() -> None:
    """January to the 30th was told as 30; to the 31st it is 31: the difference is one person's day."""
    puzzle = Puzzle()
    puzzle.true = {"to the 30th": 30, "to the 31st": 31, "the 31st": 1}
    puzzle.cells = {"to the 31st": count(31, 5)}
    puzzle.before = {"to the 30th": told(30)}
    puzzle.guarded = {"the 31st": 3}
    puzzle.sums = [{"to the 31st": -1, "to the 30th": 1, "the 31st": 1}]
    assert hide(puzzle) == {"to the 31st": HELD}


def test_where_everything_was_told_already_it_is_refused() -> None:
    puzzle = Puzzle(
        before={"a": told(9), "b": told(8)}, guarded={"c": 3}, true={"a": 9, "b": 8, "c": 1},
        sums=[{"a": -1, "b": 1, "c": 1}],
    )  # fmt: skip
    with pytest.raises(NotWithThese):
        hide(puzzle)


def test_the_same_table_is_hidden_the_same_way_and_a_large_one_within_seconds() -> None:
    draw = random.Random(4)
    grid = [[int(draw.expovariate(1 / (3 + row % 10))) for _month in range(12)] for row in range(30)]
    begins = time.perf_counter()
    pattern = hide(table(grid, least=5))
    assert time.perf_counter() - begins < 15  # about one second alone on a machine
    assert hide(table(grid, least=5)) == pattern
    assert recovered(table(grid, least=5), pattern) == []


def test_where_one_person_is_all_there_is_she_reads_of_herself_alone() -> None:
    puzzle = Puzzle()
    puzzle.true = {"all": 1, "housing": 1, "court": 1, "beside": 1, "more": 0, "again": 0}
    puzzle.cells = {key: count(1, 5) for key in ("all", "housing", "court")}
    puzzle.ones, puzzle.loose = (
        {"all", "housing", "court"},
        {key: Known() for key in ("beside", "more", "again")},
    )
    puzzle.sums = [{"all": -1, "beside": -1, "housing": 1, "court": 1}]
    puzzle.sums += [{"all": -1, "housing": 1, "more": 1}, {"all": -1, "court": 1, "again": 1}]
    assert set(hide(puzzle).values()) == {SMALL}
