"""A quotation that does not end takes nobody's row into somebody else's record, however a file is quoted."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from alongside.custody.reading import Row, rows
from alongside.custody.refusing import NotReadable

pytestmark = pytest.mark.no_database

SEPARATORS, LINE_ENDS = ",;\t|", ("\n", "\r\n", "\r")
WORDS = some.lists(
    some.sampled_from(["bed", "a", " ", "\n", "\r\n", '"', "5", ".", "é", *SEPARATORS]), max_size=7
).map("".join)


def read(text: str) -> list[Row]:
    return list(rows(io.BytesIO(text.encode())))


def refused_on(text: str) -> int:
    with pytest.raises(NotReadable) as no:
        read(text)
    assert no.value.why == "quotation"
    return int(str(no.value.named["line"]))


def written(cell: str, quoted: bool, separator: str) -> str:
    needs = any(sign in cell for sign in (separator, '"', "\n", "\r")) or cell.startswith(" ")
    return '"' + cell.replace('"', '""') + '"' if quoted or needs else cell


@some.composite
def files(draw: some.DrawFn) -> tuple[str, list[list[str]]]:
    """A file as a program writes it, with each cell marked by whose it is."""
    separator, width = draw(some.sampled_from(SEPARATORS)), draw(some.integers(2, 4))
    told = [[f"n{at}" for at in range(width)]]
    for person in range(draw(some.integers(1, 4))):
        told.append([f"<{person}>{draw(WORDS)}" for _column in range(width)])
    text = ""
    for row in told:
        text += separator.join(written(cell, draw(some.booleans()), separator) for cell in row)
        text += draw(some.sampled_from(LINE_ENDS))
    return text, told


def plain(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n").rstrip()


@settings(max_examples=300, deadline=None)
@given(files())
def test_what_a_program_wrote_is_read_or_refused_and_never_mixed(file: tuple[str, list[list[str]]]) -> None:
    text, told = file
    try:
        found = read(text)
    except NotReadable as no:
        assert no.why == "quotation"
        return
    assert [[plain(cell) for cell in row.cells] for row in found] == [
        [plain(cell) for cell in row] for row in told
    ]


@settings(max_examples=1500, deadline=None)
@given(files(), some.data())
def test_no_stray_quotation_mark_puts_somebody_into_another_record(
    file: tuple[str, list[list[str]]], data: some.DataObject
) -> None:
    text, told = file
    # Two marks that are wrong at once, beside a cell that holds separators itself, can make what reads as a right file.
    most = 1 if any(sign in cell for row in told for cell in row for sign in SEPARATORS) else 2
    for _time in range(data.draw(some.integers(1, most))):
        marks = [at for at, sign in enumerate(text) if sign == '"']
        if marks and data.draw(some.booleans()):
            at = data.draw(some.sampled_from(marks))
            text = text[:at] + text[at + 1 :]
        else:
            at = data.draw(some.integers(0, len(text)))
            text = text[:at] + '"' + text[at:]
    try:
        found = read(text)
    except NotReadable:
        return
    for row in found:
        whose = {person for person in range(len(told)) if any(f"<{person}>" in cell for cell in row.cells)}
        assert len(whose) < 2, (text, row)


def test_an_open_quotation_is_refused_with_its_line() -> None:
    head = "number,alias,need\n"
    assert refused_on(head + 'a1,Open,"he said ""no\na2,Next,bed\na3,Third,food\n') == 2
    assert refused_on(head + 'a1,Plain,bed\na2,"Two\nlines","and open\na3,Third,food\n') == 4
    assert refused_on(head + 'a1,Early,"no" she said\n') == 2
    assert refused_on(head + 'a1,Open,"a bed\na2,Next,5"\na3,Third,food\n') == 2
    assert refused_on(head + 'a1,"Open,bed\na2,",bed\n') == 2


@pytest.mark.parametrize("separator", [", ", "; ", ",", "|  "])
def test_a_blank_after_the_separator_is_no_part_of_a_cell(separator: str) -> None:
    lines = [
        ("number", "alias", "need"),
        ("b1", '"Quote, One"', '"a bed; tonight"'),
        ("b2", '"Two"', '"tea"'),
    ]
    found = read("".join(separator.join(line) + "\n" for line in lines))
    assert [row.cells for row in found[1:]] == [["b1", "Quote, One", "a bed; tonight"], ["b2", "Two", "tea"]]


@pytest.mark.parametrize(
    "begins", ['sep="\n', "sep=\r\n", "sep= \n", "sep=;;\n", "sep=\n", "sep=\\\n", "sep=é\n"]
)
def test_a_separator_that_is_none_breaks_nothing(begins: str) -> None:
    try:
        read(begins + "number,alias\na1,Harbor\n")
    except NotReadable as no:
        assert no.why in ("quotation", "nothing")


def test_lines_and_separators_inside_a_note_stay_its_own() -> None:
    head = "number,alias,state,note\n"
    told = 'a1,Harbor,active,"Came, sat.\nStayed, ate, slept, left again, well.\n"\n'
    assert read(head + told)[1].cells[3] == "Came, sat.\nStayed, ate, slept, left again, well.\n"
