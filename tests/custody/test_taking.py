"""Taking everything along: asked with a purpose, agreed to by another, once, and no way to a record beside it."""

import io
import uuid

import openpyxl
from django.db import DatabaseError, connection, transaction

from alongside.custody.models import Move
from alongside.practice.actions import write_reflection
from alongside.practice.rules import Reflected
from tests import cast
from tests.custody import make
from tests.people import lantern


def asked(purpose: str = "To another server.") -> Move:
    once = uuid.uuid4()
    told = {"purpose": purpose, "once": str(once)}
    assert cast.signed_in(cast.CUSTODIAN).post("/custody/take/", told).status_code == 302
    with cast.acting(cast.CUSTODIAN):
        return Move.objects.get(pk=once)


def test_without_a_purpose_nothing_is_asked() -> None:
    answer = cast.signed_in(cast.CUSTODIAN).post("/custody/take/", {"purpose": " "})
    assert answer.status_code == 422
    assert "without a purpose" in answer.content.decode()


def test_it_leaves_once_with_a_neutral_name_after_another_agreed() -> None:
    lantern("Harbor")
    with cast.acting(cast.CM1) as by:
        write_reflection(by=by, reflection=uuid.uuid4(), words=Reflected(urgency="A thought of mine alone."))
    move = asked()
    before = make.press(cast.CUSTODIAN, move, "along")
    assert "a second person agrees first" in before.content.decode()
    make.press(cast.CUSTODIAN, move, "agree")
    assert "Harbor" not in make.press(cast.CUSTODIAN, move, "along").content.decode()
    make.press(cast.DIRECTOR, move, "agree")
    assert make.press(cast.DIRECTOR, move, "along").status_code == 403
    answer = make.press(cast.CUSTODIAN, move, "along")
    assert answer["Content-Disposition"] == 'attachment; filename="records.jsonl"'
    text = answer.content.decode()
    assert "Harbor" in text
    assert "a room with a lock" in text
    assert "A thought of mine alone." not in text
    assert "wrapped" not in text
    again = make.press(cast.CUSTODIAN, move, "along")
    assert "Harbor" not in again.content.decode()


def test_it_leaves_as_a_workbook_that_opens() -> None:
    lantern("=Harbor")
    move = asked()
    make.press(cast.DIRECTOR, move, "agree")
    page = cast.signed_in(cast.CUSTODIAN).get(f"/custody/{move.pk}/").content.decode()
    assert 'name="as" value="workbook"' in page
    answer = cast.signed_in(cast.CUSTODIAN).post(f"/custody/{move.pk}/along/", {"as": "workbook"})
    assert answer["Content-Disposition"] == 'attachment; filename="records.xlsx"'
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    cells = [cell for row in book["participants_participant"].iter_rows() for cell in row]
    assert "=Harbor" in [cell.value for cell in cells if cell.data_type != "f"]


def test_a_move_that_is_open_shows_nothing_to_anybody_else_and_no_other_table() -> None:
    lantern()
    move = asked()
    make.press(cast.DIRECTOR, move, "agree")

    def refused(table: str) -> bool:
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("select core.take_along(%s, %s, %s, 5)", [move.pk, table, uuid.UUID(int=0)])
        except DatabaseError:
            return True
        return False

    with cast.acting(cast.CUSTODIAN):
        assert not refused("participants_participant")
        assert refused("practice_reflection")
        assert refused("access_account; select 1")
    for member in (cast.DIRECTOR, cast.SUPERVISOR, cast.ADMIN, cast.CM3):
        with cast.acting(member):
            assert refused("participants_participant")
