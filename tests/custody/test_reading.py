"""A hostile set of spreadsheets: each is read right, or refused in plain words, row by row where that is enough."""

import io
import zipfile
from datetime import date, datetime
from typing import Any

import pytest

from alongside.custody.choices import FIELDS, DayStyle
from alongside.custody.reading import LONGEST_CELL, Row, rows
from alongside.custody.refusing import NotReadable
from alongside.custody.rules import columns, days
from alongside.custody.rules.days import Days, NotADay, day
from alongside.custody.rules.rows import STATES
from alongside.custody.sentences import PROBLEMS, WHOLE
from alongside.participants.choices import State
from tests.custody.make import workbook

pytestmark = pytest.mark.no_database
NAMES = ["Nickname", "Note"]


def read(content: bytes | str, letters: str = "") -> list[Row]:
    return list(rows(io.BytesIO(content.encode() if isinstance(content, str) else content), letters))


def why(content: bytes | str) -> str:
    with pytest.raises(NotReadable) as no:
        read(content)
    assert no.value.why in WHOLE
    return no.value.why


@pytest.mark.parametrize(
    ("coding", "words"),
    [
        ("utf-8", "Lantérn ሻይ"),
        ("utf-8-sig", "Lantérn ሻይ"),
        ("utf-16", "Lantérn ሻይ"),
        ("utf-16-le", "Lantern by the door, and more of it"),
        ("utf-16-be", "Lantern by the door, and more of it"),
        ("cp1252", "Señora Núñez está aquí y mañana también, café año niño"),
        ("cp1251", "Она пришла с сестрой и хочет тихую комнату с замком на двери"),
        ("cp1256", "جاءت مع أختها وتريد غرفة هادئة مع قفل على الباب"),
    ],
)
def test_letters_of_every_kind_are_found_out(coding: str, words: str) -> None:
    found = read(f"Nickname;Note\r\nHarbor;{words}\r\n".encode(coding))
    assert found[1].cells == ["Harbor", words]


def test_letters_may_be_said() -> None:
    assert read("Nickname;Note\nЛампа;x\n".encode("cp1251"), "cp1251")[1].cells[0] == "Лампа"
    with pytest.raises(NotReadable):
        read("Nickname;Note\nЛампа;x\n".encode("cp1251"), "utf-8-sig")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_separator_and_lines_inside_of_cells(separator: str) -> None:
    text = f'Nickname{separator}Note\n"Harbor"{separator}"two\nlines ""so"" said"\n\n{separator}\nMarsh{separator}\n'
    found = read(text)
    assert [row.cells for row in found[1:]] == [["Harbor", 'two\nlines "so" said'], ["Marsh", ""]]
    assert read("sep=;\n" + text.replace(separator, ";"))[0].cells == NAMES


def test_names_from_right_to_left_and_formulas_in_text_stay_as_they_were_written() -> None:
    said = ["\u200fנר\u200f", "=HYPERLINK(1)", "+1 555", "-1", "@x", "أمل"]
    assert [
        row.cells[0] for row in read("Nickname,Note\n" + "".join(f"{each},\n" for each in said))[1:]
    ] == said


def test_a_formula_of_a_workbook_is_named_and_never_worked_out() -> None:
    found = read(workbook([NAMES, ["Harbor", "=1+1"], ["Marsh", "words"]]))
    assert [row.flaw for row in found] == ["", "formula", ""]
    assert found[1].cells[1] == ""


def test_merged_cells_across_rows_are_named_row_by_row() -> None:
    found = read(workbook([NAMES, ["Harbor", "a"], ["Marsh", "b"], ["Ash", "c"]], merge="A2:A3"))
    assert [row.flaw for row in found] == ["", "merged", "merged", ""]
    aside = read(workbook([NAMES, ["Harbor", "a"]], merge="A2:B2"))
    assert aside[1].flaw == ""


def test_a_cell_of_ten_megabytes_refuses_its_row_alone() -> None:
    found = read("Nickname,Note\nHarbor," + "x" * 10_000_000 + "\nMarsh,b\n")
    assert [(row.flaw, len(row.cells[1]) <= LONGEST_CELL) for row in found] == [
        ("", True),
        ("too_long", True),
        ("", True),
    ]


def test_signs_that_cannot_be_kept_are_named() -> None:
    assert [row.flaw for row in read("Nickname,Note\nHar\x00bor,a\nMarsh,b\x1b\nAsh,c\n")][1:] == [
        "bad_sign",
        "bad_sign",
        "",
    ]


def test_dates_and_numbers_of_a_workbook() -> None:
    told: list[Any] = [datetime(2024, 3, 5), date(2024, 3, 6), 15550100.0, True, 1.5]
    assert read(workbook([["a", "b", "c", "d", "e"], told]))[1].cells == [
        "2024-03-05", "2024-03-06", "15550100", "yes", "1.5",
    ]  # fmt: skip


def bomb(size: int) -> bytes:
    kept = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook([NAMES, ["a", "b"]]))) as whole,
        zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed,
    ):
        for name in whole.namelist():
            packed.writestr(name, b" " * size if name.endswith("sheet1.xml") else whole.read(name))
    return kept.getvalue()


def doctored(name: str, content: bytes) -> bytes:
    kept = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook([NAMES, ["a", "b"]]))) as whole,
        zipfile.ZipFile(kept, "w") as packed,
    ):
        for each in whole.namelist():
            packed.writestr(each, content if each.endswith(name) else whole.read(each))
    return kept.getvalue()


LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row><c t="inlineStr">
<is><t>&b;</t></is></c></row></sheetData></worksheet>"""


def test_what_would_unfold_without_measure_is_not_opened() -> None:
    assert why(bomb(60_000_000)) == "unfolds"
    assert why(doctored("sheet1.xml", LAUGHS)) == "broken"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "nothing"),
        (b"Nickname,Note\n", "nothing"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "old_or_locked"),
        (b"%PDF-1.7 words", "other_kind"),
        (b"PK\x03\x04 torn", "broken"),
        (workbook([NAMES, ["a", "b"]])[:1500], "broken"),
        (doctored("sheet1.xml", b"<worksheet><sheetData><row>"), "broken"),
        (doctored("workbook.xml", b"<nothing/>"), "broken"),
        (b"Nickname\n" + b"a\n" * 50_001, "too_many_rows"),
        (b",".join([b"a"] * 300) + b"\nx\n", "too_many_columns"),
        (b"Nickname,Note\nHarbor,\xff\xfe\x81\x8d\xd8\x00\x00\x00", "letters"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(content: bytes, expected: str) -> None:
    if expected == "letters":
        with pytest.raises(NotReadable):
            list(rows(io.BytesIO(content), "utf-8-sig"))
        return
    assert why(content) in (expected, "nothing" if expected == "broken" else expected)


@pytest.mark.parametrize(
    ("said", "style", "expected"),
    [
        ("2024-03-05", "day", date(2024, 3, 5)),
        ("2024/3/5 00:00:00", "month", date(2024, 3, 5)),
        ("05/03/2024", "day", date(2024, 3, 5)),
        ("05/03/2024", "month", date(2024, 5, 3)),
        ("5.3.2024", "day", date(2024, 3, 5)),
        ("5 March 2024", "month", date(2024, 3, 5)),
        ("Mar 5, 2024", "day", date(2024, 3, 5)),
        ("5 de enero de 2024", "day", date(2024, 1, 5)),
        ("29-feb-2024", "day", date(2024, 2, 29)),
    ],
)
def test_days_of_every_style(said: str, style: str, expected: date) -> None:
    assert day(said, style) == expected


@pytest.mark.parametrize(
    "said", ["05/03/24", "13/13/2024", "30/02/2024", "45000", "soon", "0001-01-01", "5 xyz 2024"]
)
def test_what_is_no_day_is_not_guessed(said: str) -> None:
    with pytest.raises(NotADay):
        day(said, "day")


def style_of(*cells: str) -> str:
    seen = Days()
    for cell in cells:
        seen.see(cell)
    return seen.style()


def test_which_figure_comes_first_is_seen_from_the_file_or_asked() -> None:
    assert style_of("05/03/2024", "03/25/2024") == "month"
    assert style_of("05/03/2024", "25/03/2024") == "day"
    assert style_of("05/03/2024", "03/04/2024") == ""
    assert style_of("25/03/2024", "03/25/2024") == ""
    assert style_of("13/13/2024", "words") == "day"


@pytest.mark.parametrize(
    ("column", "means"),
    [
        ("prs_FirstName", "name"), ("prs_First_Name", "name"), ("prs_SecondName", "name"), ("prs_Title", ""),
        ("prs_MobilePhone", "phone"), ("prs_PrimaryLanguage", "languages"), ("prs_IdentityNumber", "barred"),
        ("prs_Birthdate", ""), ("cas_CaseOwner", "case_manager"), ("cas_Status", "state"),
        ("cco_CaseComment", "note"), ("spl_Objectives", "goal"), ("cas_IncomingReferralDate", "first_contact"),
        ("vic_TraffickinStatusDecisionMakingOrg", "barred"), ("vic_Methods_of_Control", "barred"),
        ("Methods of Control", "barred"), ("hte_Description", "barred"), ("per_RoleDetails", "barred"),
        ("con_Consent", "barred"), ("Type of exploitation", "barred"), ("Passport no.", "barred"), ("SSN", "barred"),
        ("A-Number", "barred"), ("Phone number", ""), ("Seudónimo", "alias"), ("org_Phone", ""), ("", ""),
    ],
)  # fmt: skip
def test_what_a_column_means(column: str, means: str) -> None:
    assert columns.meaning(column) == means


def test_nobody_can_choose_a_barred_column() -> None:
    assert columns.settled(["SSN", "Alias"], ["note", "alias"]) == ["barred", "alias"]


def test_every_problem_has_its_plain_words() -> None:
    for sentence in (*PROBLEMS.values(), *WHOLE.values()):
        assert str(sentence).endswith((".", "?"))


def test_the_rules_know_the_choices_of_the_house() -> None:
    assert set(STATES) == set(State.values)
    assert set(columns.FIELDS) == set(FIELDS)
    assert {days.DAY_FIRST, days.MONTH_FIRST} == set(DayStyle.values)
