"""The whole record as a workbook: the same lines come back, and no cell is a formula."""

import io
import json
from typing import Any

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from alongside.custody import workbook
from alongside.custody.whole import NotOurs

pytestmark = pytest.mark.no_database

WORDS = some.one_of(
    some.text(),
    some.sampled_from(
        [
            "",
            "=1+1",
            "@SUM(A1)",
            "+1",
            "-1",
            "#N/A",
            "json:",
            "long:1",
            "_x0041_",
            "a\r\nb",
            " a ",
            "\x00",
            "007",
        ]
    ),
)
VALUES = some.one_of(
    some.none(), some.booleans(), some.integers(), some.floats(allow_nan=False, allow_infinity=False), WORDS,
    some.lists(some.one_of(WORDS, some.integers()), max_size=3),
)  # fmt: skip
ROWS = some.lists(
    some.fixed_dictionaries({"id": WORDS, "words": VALUES, "z": VALUES}), min_size=1, max_size=6
)


def lines(*tables: tuple[str, list[dict[str, Any]]]) -> list[str]:
    told: list[dict[str, Any]] = [{"format": "alongside", "version": 2}]
    told += [{"table": table, "row": row} for table, rows in tables for row in rows]
    told.append({"rows": sum(len(rows) for _table, rows in tables)})
    return [json.dumps(each, ensure_ascii=False, sort_keys=True) + "\n" for each in told]


def there_and_back(given: list[str]) -> list[str]:
    out = io.BytesIO()
    workbook.written(given, out)
    return list(workbook.lines_of(out))


@settings(max_examples=150, deadline=None)
@given(ROWS, ROWS)
@example([{"id": "a", "words": "é" * 40_000, "z": "😀" * 20_000}], [{"id": "b", "words": None, "z": None}])
@example([{"id": "a", "words": "\x01" * 7_000, "z": 2**60}], [{"id": "b", "words": 1.0, "z": ["=", []]}])
def test_the_same_lines_come_back(one: list[dict[str, Any]], other: list[dict[str, Any]]) -> None:
    given = lines(("goals_goal", one), ("participants_participant", other))
    assert there_and_back(given) == given


def test_more_rows_than_a_sheet_holds_go_on_to_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    for count in (1, 3, 4, 6, 7):
        given = lines(("a_table_whose_name_is_far_too_long_for_a_sheet", [{"id": at} for at in range(count)]))
        assert there_and_back(given) == given


def test_no_cell_is_a_formula_and_every_one_can_be_read_by_a_person() -> None:
    out = io.BytesIO()
    workbook.written(lines(("goals_goal", [{"id": "=1+1", "words": "a room with a lock"}])), out)
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == ["About", "goals_goal", "Long words"]
    cells = [cell for row in book["goals_goal"].iter_rows() for cell in row]
    assert [cell.value for cell in cells] == ["id", "words", "=1+1", "a room with a lock"]
    assert all(cell.data_type != "f" for cell in cells)


@pytest.mark.parametrize("body", [b"", b"no workbook", b"PK\x03\x04 torn"])
def test_what_is_no_workbook_of_ours_is_refused(body: bytes) -> None:
    with pytest.raises(NotOurs):
        list(workbook.lines_of(io.BytesIO(body)))


def test_a_workbook_of_somebody_else_is_refused() -> None:
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    with pytest.raises(NotOurs):
        list(workbook.lines_of(out))
