"""A second file adds to people who came before; the same file twice is noticed; nothing goes to anybody else."""

import uuid

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction

from alongside.connection.models import Note
from alongside.custody.models import ImportedPerson, Move, Piece
from alongside.goals.models import Goal
from alongside.participants.actions import write_details
from alongside.participants.models import ContactPoint, Need, Participant
from alongside.vault.models import Key
from tests import cast
from tests.custody import make

FIRST = (
    "number,alias,phone,need,case manager\n"
    f"41,Harbor,555 0100,a bed,{cast.CM1.name}\n42,Marsh,,food,{cast.CM1.name}\n"
)
LATER = "number,note,note date,phone\n41.0,She found a room.,2026-05-06,\n42,,,555 0199\n43,New one.,,\n"


def later(content: str, same: str = "yes") -> Move:
    move = make.check(make.uploaded(content), same_people=same)
    make.press(cast.DIRECTOR, move, "agree")
    make.press(cast.CUSTODIAN, move, "over")
    with cast.acting(cast.CUSTODIAN):
        return Move.objects.get(pk=move.pk)


def test_the_same_file_twice_is_noticed_before_anything_is_kept() -> None:
    make.brought(FIRST)
    with cast.acting(cast.CUSTODIAN):
        before = Move.objects.count()
    for content, name in ((FIRST, "a.csv"), (FIRST.replace(",", ";"), "b.csv")):
        answer = cast.signed_in(cast.CUSTODIAN).post(
            "/custody/bring/",
            {
                "file": SimpleUploadedFile(name, content.encode()),
                "purpose": "Once more.",
                "once": str(uuid.uuid4()),
            },
        )
        assert answer.status_code == 422
        assert "came over already" in answer.content.decode()
        assert "Once more." in answer.content.decode()
    with cast.acting(cast.CUSTODIAN):
        assert Move.objects.count() == before
        assert not Piece.objects.exists()


def test_the_same_file_waiting_twice_comes_over_once() -> None:
    one, other = make.checked(FIRST), make.checked(FIRST)
    for move in (one, other):
        make.press(cast.DIRECTOR, move, "agree")
    make.press(cast.CUSTODIAN, one, "over")
    assert "holds the same" in make.press(cast.CUSTODIAN, other, "over").content.decode()
    with cast.acting(cast.CM1):
        assert Participant.objects.count() == 2


def test_what_was_taken_back_may_come_again() -> None:
    move = make.brought(FIRST)
    make.press(cast.CUSTODIAN, move, "back")
    make.brought(FIRST)
    with cast.acting(cast.CM1):
        assert Participant.objects.count() == 2


def test_a_later_file_adds_to_those_who_came_before_once_somebody_says_they_are_the_same() -> None:
    make.brought(FIRST)
    move = make.uploaded(LATER)
    asked = make.press(cast.CUSTODIAN, move, "columns", column_0="number", column_1="note", column_2="note_on",
                       column_3="phone", day_style="day")  # fmt: skip
    assert asked.status_code == 422
    assert "whether they are the same people" in asked.content.decode()
    assert "came over before, last: today" in asked.content.decode()
    move = make.check(move, same_people="yes")
    assert (move.people, move.added_to, move.refused) == (1, 2, 0)
    page = cast.signed_in(cast.CUSTODIAN).get(f"/custody/{move.pk}/").content.decode()
    assert "to whom something is added: 2" in page
    make.press(cast.DIRECTOR, move, "agree")
    make.press(cast.CUSTODIAN, move, "over")
    with cast.acting(cast.CM1):
        harbor, marsh = (Participant.objects.get(pk=pk) for pk in _by_alias("Harbor", "Marsh"))
        assert [each.happened for each in Note.objects.filter(participant=harbor)] == ["She found a room."]
        assert [each.address for each in ContactPoint.objects.filter(participant=marsh)] == ["555 0199"]
        assert Participant.objects.count() == 2
    shown = cast.signed_in(cast.CM1).get(f"/people/{harbor.pk}/").content.decode()
    assert "She found a room." in shown
    with cast.acting(cast.CUSTODIAN):
        assert not Participant.objects.exists()
        assert not Key.objects.filter(participant_id=harbor.pk).exists()  # adding opens nobody's record


def _by_alias(*names: str) -> list[uuid.UUID]:
    found = {each.alias: each.pk for each in Participant.objects.all()}
    return [found[name] for name in names]


def test_what_came_already_is_not_added_again() -> None:
    make.brought(FIRST)
    move = later(FIRST.replace("a bed", "a bed of her own") + f"44,Ash,,tea,{cast.CM1.name}\n")
    assert (move.people, move.added_to, move.refused) == (1, 1, 1)
    with cast.acting(cast.CM1):
        harbor = _by_alias("Harbor")[0]
        assert {each.words for each in Need.objects.filter(participant=harbor)} == {
            "a bed",
            "a bed of her own",
        }
        assert ContactPoint.objects.filter(participant=harbor).count() == 1
        assert Participant.objects.count() == 3


def test_a_number_of_another_person_is_named_and_nothing_is_added() -> None:
    make.brought(FIRST)
    move = make.check(
        make.uploaded("number,alias,need\n41,Somebody Else,work\n42,Marsh,work\n"), same_people="yes"
    )
    page = cast.signed_in(cast.CUSTODIAN).get(f"/custody/{move.pk}/").content.decode()
    assert "An earlier file says something else here for this number." in page
    assert (move.people, move.added_to, move.refused) == (0, 1, 1)


def test_numbers_of_another_list_stay_other_people() -> None:
    make.brought(FIRST)
    move = later(f"number,alias,need,case manager\n41,Elm,work,{cast.CM1.name}\n", same="no")
    assert (move.people, move.added_to) == (1, 0)
    with cast.acting(cast.CM1):
        assert Participant.objects.count() == 3
    third = make.check(make.uploaded("number,need\n41,a coat\n"), same_people="yes")
    assert (third.people, third.added_to, third.refused) == (0, 0, 1)
    page = cast.signed_in(cast.CUSTODIAN).get(f"/custody/{third.pk}/").content.decode()
    assert "Two people came over under this number" in page


def test_what_a_later_file_added_is_taken_back_alone_and_the_earlier_one_only_after_it() -> None:
    first = make.brought(FIRST)
    second = later(LATER.replace("phone\n", "phone,goal\n").replace("05-06,", "05-06,,a quiet room"))
    with cast.acting(cast.CM1):
        assert (Note.objects.count(), Goal.objects.count(), ContactPoint.objects.count()) == (1, 1, 2)
    assert "nothing was taken back" in make.press(cast.CUSTODIAN, first, "back").content.decode()
    make.press(cast.CUSTODIAN, second, "back")
    with cast.acting(cast.CM1):
        assert (Note.objects.count(), Goal.objects.count(), ContactPoint.objects.count()) == (0, 0, 1)
        assert {each.alias for each in Participant.objects.all()} == {"Harbor", "Marsh"}
        assert {each.words for each in Need.objects.all()} == {"a bed", "food"}
    make.press(cast.CUSTODIAN, first, "back")
    with cast.acting(cast.SUPERVISOR):
        assert not Participant.objects.exists()


def test_what_was_written_since_keeps_what_was_added() -> None:
    from alongside import trail

    make.brought(FIRST)
    second = later(LATER)
    with cast.acting(cast.CM1) as by:
        write_details(by=by, participant=_by_alias("Harbor")[0], seen=0, helps="tea")
        trail.flush()
    assert "nothing was taken back" in make.press(cast.CUSTODIAN, second, "back").content.decode()


def refused(statement: str, values: list[object]) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
    except DatabaseError:
        return True
    return False


def test_an_open_move_adds_words_alone_and_only_under_its_own_key() -> None:
    """The custodian's own connection, about somebody an earlier file brought and about somebody none did."""
    from tests.people import lantern

    make.brought(FIRST)
    stranger = lantern()
    with cast.acting(cast.CM1):
        harbor = Participant.objects.get(pk=_by_alias("Harbor")[0])
    move = make.check(make.uploaded(LATER), same_people="yes")
    make.press(cast.DIRECTOR, move, "agree")
    bring = "select core.bring_over(%s, %s, %s::jsonb)"
    fresh = uuid.uuid4()
    with cast.acting(cast.CUSTODIAN):
        row = f'[{{"participant_id": "%s", "added_key": "{fresh}"}}]'
        assert refused(bring, [move.pk, "custody_importedperson", row % stranger])
        assert not refused(bring, [move.pk, "custody_importedperson", row % harbor.pk])
        member = f'[{{"id": "{uuid.uuid4()}", "participant_id": "{harbor.pk}", "staff_id": "{cast.CM3.id}"}}]'
        assert refused(bring, [move.pk, "participants_membership", member])
        state = f'[{{"id": "{uuid.uuid4()}", "participant_id": "{harbor.pk}", "key_id": "{fresh}"}}]'
        assert refused(bring, [move.pk, "participants_statechange", state])
        need = f'[{{"id": "{uuid.uuid4()}", "participant_id": "{harbor.pk}", "key_id": "{harbor.key_id}"}}]'
        assert refused(bring, [move.pk, "participants_need", need])
        assert not Key.objects.filter(key_id=harbor.key_id).exists()
    for who in (cast.CM1, cast.DIRECTOR, cast.ADMIN):
        with cast.acting(who):
            assert refused("select * from core.came_before(%s::bytea[])", [[b"x"]])
            assert refused("select * from core.people_brought(%s, %s::bytea[])", [move.pk, [b"x"]])
    with cast.acting(cast.CUSTODIAN):
        assert refused("select * from core.custody_importedperson", [])
        assert ImportedPerson._meta.db_table == "custody_importedperson"
