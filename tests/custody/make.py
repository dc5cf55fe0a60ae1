"""Spreadsheets for tests, and a move through every one of its pages."""

import io
import uuid
from typing import Any

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.custody.models import Move
from tests import cast

HEAD = "Client ID,Nickname,First Name,Mobile Phone,Case Owner,Goal,Note,Note date,vic_TypeOfExploitation,Passport No\n"
PLAIN = (
    HEAD
    + f"7,Harbor,Aya,+1 555 0100,{cast.CM1.name},a quiet room,She came with her sister.,2024-03-05,Servitude,X123\n"
    + "7,,,,,a bus pass,=1+1 she wrote on paper,2024-03-09,,\n"
    + "8,=cmd|' /C calc'!A0,,,,,,,,\n"
    + "9,Marsh,,,Nobody Here,,,13/13/2024,,\n"
)


def workbook(rows: list[list[Any]], *, merge: str = "") -> bytes:
    """A workbook of these rows; what begins with = is a formula there."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    if merge:
        sheet.merge_cells(merge)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def uploaded(content: bytes | str = PLAIN, name: str = "people.csv") -> Move:
    """A file taken in by the custodian, through the page."""
    data = content.encode() if isinstance(content, str) else content
    once = uuid.uuid4()
    answer = cast.signed_in(cast.CUSTODIAN).post(
        "/custody/bring/",
        {"file": SimpleUploadedFile(name, data), "purpose": "We leave the old system.", "once": str(once)},
    )
    assert answer.status_code == 302, answer.content.decode()
    with cast.acting(cast.CUSTODIAN):
        return Move.objects.get(pk=once)


def press(member: cast.Member, move: Move, what: str, **told: Any) -> Any:
    """One of a move's buttons."""
    return cast.signed_in(member).post(f"/custody/{move.pk}/{what}/", told, follow=True)


def checked(content: bytes | str = PLAIN, **told: Any) -> Move:
    """A file whose columns are settled as they were guessed, and whose rows are checked."""
    move = uploaded(content)
    return check(move, **told)


def check(move: Move, **told: Any) -> Move:
    """Say what the columns mean, as they stand."""
    from alongside.custody import queries

    with cast.acting(cast.CUSTODIAN):
        row = queries.move_named(move.pk)
        assert row is not None
        stands = {f"column_{at}": field for at, field in enumerate(row.meanings) if field != "barred"}
        stands["day_style"] = row.day_style
    answer = press(cast.CUSTODIAN, move, "columns", **(stands | told))
    assert answer.status_code == 200, answer.content.decode()
    with cast.acting(cast.CUSTODIAN):
        return Move.objects.get(pk=move.pk)


def brought(content: bytes | str = PLAIN) -> Move:
    """A file that came over, agreed to by the director."""
    move = checked(content)
    press(cast.DIRECTOR, move, "agree")
    press(cast.CUSTODIAN, move, "over")
    with cast.acting(cast.CUSTODIAN):
        return Move.objects.get(pk=move.pk)
