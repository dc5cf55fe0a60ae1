"""What a file does not tell is asked or named, and not guessed: days, sheets, codes, rounded numbers, headings."""

import io
import uuid
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.custody.models import Move, Piece
from alongside.participants.models import ContactPoint, Participant
from tests import cast
from tests.custody import make


def columns_page(move: Move) -> str:
    return cast.signed_in(cast.CUSTODIAN).get(f"/custody/{move.pk}/columns/").content.decode()


def move_page(move: Move) -> str:
    return cast.signed_in(cast.CUSTODIAN).get(f"/custody/{move.pk}/").content.decode()


def test_days_that_no_cell_decides_are_asked_with_an_example() -> None:
    move = make.uploaded("number,alias,first contact\nd1,Ash,05/06/2026\nd2,Elm,11/12/2025\n")
    page = columns_page(move)
    assert "as in 05/06/2026" in page
    assert "checked" not in page.split("How days are written")[1].split("</fieldset>")[0]
    asked = make.press(
        cast.CUSTODIAN, move, "columns", column_0="number", column_1="alias", column_2="first_contact"
    )
    assert asked.status_code == 422
    assert "Please say how days are written" in asked.content.decode()
    with cast.acting(cast.CUSTODIAN):
        assert Move.objects.get(pk=move.pk).checked_at is None
    assert make.check(move, day_style="month").people == 2


@pytest.mark.parametrize(
    ("cell", "style"),
    [("25/06/2026", "day"), ("06/25/2026", "month"), ("2026-06-05", "day"), ("6/6/2026", "day")],
)
def test_days_that_a_cell_decides_are_not_asked(cell: str, style: str) -> None:
    move = make.uploaded(f"number,alias,first contact\nd1,Ash,{cell}\nd2,Elm,\n")
    assert move.day_style == style
    assert "as in" not in columns_page(move)


def test_a_file_that_writes_days_in_both_orders_is_asked() -> None:
    assert make.uploaded("number,alias,first contact\nd1,Ash,25/06/2026\nd2,Elm,06/25/2026\n").day_style == ""


@pytest.mark.parametrize(
    ("column", "cell", "words"),
    [
        ("state", "OH", "None of its cells is a word we know here."),
        ("Minor", "maybe", "None of its cells is a word we know here."),
        ("Case owner", "Nobody Here", "None of its cells is a word we know here."),
        ("Service", "something", "None of its cells is a word we know here."),
        ("Intake date", "45000", "None of its cells is a word we know here."),
        ("Gender", "2", "Its cells are codes."),
        ("Language", "es", "Its cells are codes."),
    ],
)
def test_a_column_whose_cells_cannot_be_meant_is_left_out_and_named(
    column: str, cell: str, words: str
) -> None:
    move = make.uploaded(f"number,alias,{column}\ns1,Ash,{cell}\ns2,Elm,{cell}\n")
    page = columns_page(move)
    assert words in page
    assert f"One of them: {cell}." in page
    checked = make.check(move)
    assert (checked.people, checked.refused) == (2, 0)
    assert column in move_page(move)


def test_one_of_our_words_is_enough_to_take_a_column() -> None:
    move = make.checked("number,alias,state\ns1,Ash,active\ns2,Elm,OH\n")
    assert (move.people, move.refused) == (1, 1)


def book(*sheets: tuple[str, list[list[Any]]]) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for title, rows in sheets:
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
    kept = io.BytesIO()
    made.save(kept)
    return kept.getvalue()


def test_of_several_sheets_one_is_chosen() -> None:
    made = book(("Staff", [["Name", "Phone"], ["A colleague", "1"]]), ("Empty", []),
                ("People", [["number", "alias"], ["w1", "Willow"]]))  # fmt: skip
    client = cast.signed_in(cast.CUSTODIAN)
    told = {"purpose": "We move.", "once": str(uuid.uuid4())}
    for given in ({}, {"sheet": "No such"}):
        asked = client.post("/custody/bring/", {**told, **given, "file": SimpleUploadedFile("b.xlsx", made)})
        page = asked.content.decode()
        assert asked.status_code == 422
        assert "has several sheets" in page
        assert '<option value="People"' in page
        assert '<option value="Empty"' not in page
        assert "We move." in page
    with cast.acting(cast.CUSTODIAN):
        assert not Piece.objects.exists()
    sent = client.post(
        "/custody/bring/", {**told, "sheet": "People", "file": SimpleUploadedFile("b.xlsx", made)}
    )
    assert sent.status_code == 302
    assert "Willow" in client.get(sent.headers["Location"]).content.decode()
    only = book(("Empty", []), ("People", [["number", "alias"], ["w2", "Reed"]]))
    assert "Reed" in columns_page(make.uploaded(only, "c.xlsx"))


def test_a_number_that_a_spreadsheet_has_rounded_is_named_and_its_point_goes() -> None:
    move = make.checked(
        "number,alias,phone,case manager\nr1,Ash,1.55501E+10," + cast.CM1.name + "\nr2,Elm,15550107.0,"
        + cast.CM1.name + "\n7E5,Fir,12,\n1.2E+15,Oak,,\n"
    )  # fmt: skip
    page = move_page(move)
    assert page.count("A spreadsheet has rounded this number") == 2
    assert (move.people, move.refused) == (2, 2)
    make.press(cast.DIRECTOR, move, "agree")
    make.press(cast.CUSTODIAN, move, "over")
    with cast.acting(cast.CM1):
        assert [each.address for each in ContactPoint.objects.all()] == ["15550107"]


def test_a_long_number_of_a_workbook_is_seen_to_be_rounded() -> None:
    move = make.checked(
        book(("People", [["number", "alias"], [2.0240311000123456e16, "Ash"], [12.0, "Elm"]]))
    )
    assert (move.people, move.refused) == (1, 1)
    assert "A spreadsheet has rounded this number" in move_page(move)


@pytest.mark.parametrize(
    "content",
    [
        "People of ours,,,\nnumber,alias,phone,need\nh1,Ash,,bed\n",
        "Who,,How,\nnumber,alias,phone,email\nh1,Ash,,\n",
        "number,alias\nClient ID,Nickname\nh1,Ash\n",
    ],
)
def test_headings_over_two_lines_are_named_and_make_nobody(content: str) -> None:
    move = make.uploaded(content)
    assert "They seem to stand over several lines" in columns_page(move)
    if content.startswith("number,"):
        checked = make.check(move)
        assert (checked.people, checked.refused) == (1, 1)
        assert "This row holds names of columns." in move_page(checked)


def test_headings_merged_over_two_rows_of_a_workbook_are_named() -> None:
    made = make.workbook([["number", "alias"], ["", ""], ["h1", "Ash"]], merge="A1:A2")
    assert "They seem to stand over several lines" in columns_page(make.uploaded(made))


def test_an_open_quotation_is_refused_on_the_page_with_its_line() -> None:
    sent = {
        "file": SimpleUploadedFile("q.csv", b'number,alias,need\no1,Ash,"a bed\no2,Elm,food\n'),
        "purpose": "We move.",
        "once": str(uuid.uuid4()),
    }
    answer = cast.signed_in(cast.CUSTODIAN).post("/custody/bring/", sent)
    assert answer.status_code == 422
    assert "A quotation mark on line 2" in answer.content.decode()
    assert "We move." in answer.content.decode()
    with cast.acting(cast.SUPERVISOR):
        assert not Participant.objects.exists()
