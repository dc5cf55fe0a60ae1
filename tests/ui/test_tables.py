"""A table as a file: a cell that another program would take for a formula is text, and numbers stay numbers."""

import io

import openpyxl
import pytest

from alongside.ui.tables import as_csv, as_workbook, safe

pytestmark = pytest.mark.no_database


@pytest.mark.parametrize("told", ["=1+1", "+1", "-1", "@x", "  =1", "\tx", "\r=1", "|x", "%x"])
def test_no_cell_is_a_formula_in_any_file(told: str) -> None:
    assert safe(told) == f"'{told}"
    read = openpyxl.load_workbook(io.BytesIO(as_workbook([[told, 3, None]]))).active
    assert read is not None and read.cell(1, 1).data_type == "s"
    assert (read.cell(1, 2).value, read.cell(1, 3).value) == (3, None)


def test_words_and_numbers_stay_as_they_are() -> None:
    assert [safe(each) for each in ("winter coat", "", -5, None)] == ["winter coat", "", -5, None]
    assert as_csv([["a, b", -5, None]]).decode("utf-8-sig") == '"a, b",-5,\r\n'
