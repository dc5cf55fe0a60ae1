"""Bringing people over: nobody by half, nobody without a second person, taken back whole, and no way in beside it."""

import uuid
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from alongside import clock
from alongside.clock.models import ClockSetting
from alongside.connection.models import Note, ServiceGiven
from alongside.custody.models import ImportedPerson, Move, Piece
from alongside.goals.models import Goal
from alongside.jobs.asking import as_the_house
from alongside.participants.actions import write_details
from alongside.participants.models import ContactPoint, Membership, Participant
from alongside.project.tasks import let_go
from alongside.vault.models import Key
from tests import cast
from tests.custody import make
from tests.jobs.test_asking import the_worker
from tests.people import lantern


def test_a_file_comes_over_and_its_words_are_where_they_belong() -> None:
    move = make.brought()
    assert (move.people, move.row_count, move.refused) == (2, 4, 1)
    assert move.done_at and move.file_gone_at
    with cast.acting(cast.CM1):
        person = Participant.objects.get()
        assert person.alias == "Harbor"
        assert person.details.name == "Aya"
        assert {each.words for each in Goal.objects.all()} == {"a quiet room", "a bus pass"}
        notes = {each.happened: each.at.date().isoformat() for each in Note.objects.all()}
        assert notes == {"She came with her sister.": "2024-03-05", "=1+1 she wrote on paper": "2024-03-09"}
        assert ContactPoint.objects.get().address == "+1 555 0100"
        assert ContactPoint.objects.get().may_call == ""
    page = cast.signed_in(cast.CM1).get(f"/people/{person.pk}/")
    assert "Harbor" in page.content.decode()
    with cast.acting(
        cast.SUPERVISOR
    ):  # who has no case manager is seen by the supervisor, the formula as words
        assert "=cmd|' /C calc'!A0" in {each.alias for each in Participant.objects.all()}
    with cast.acting(cast.CUSTODIAN):
        assert not Participant.objects.exists()  # bringing somebody over opens nobody's record
        assert not Piece.objects.exists()


def test_the_dry_run_brings_nobody_and_says_what_is_wrong_in_plain_words() -> None:
    move = make.checked()
    page = cast.signed_in(cast.CUSTODIAN).get(f"/custody/{move.pk}/").content.decode()
    assert "People: 2, from 3 of 4 rows" in page
    assert "Row 5" in page
    assert "No case manager of this name works here." in page
    assert "We could not read a day." in page
    assert "Not brought over" in page
    assert "vic_TypeOfExploitation" in page
    assert "Passport No" in page
    with cast.acting(cast.SUPERVISOR):
        assert not Participant.objects.exists()


def test_nothing_comes_over_before_a_second_person_agrees() -> None:
    move = make.checked()
    make.press(cast.CUSTODIAN, move, "agree")  # one's own asking
    answer = make.press(cast.CUSTODIAN, move, "over")
    assert "a second person agrees first" in answer.content.decode()
    with cast.acting(cast.CUSTODIAN):
        assert Move.objects.get(pk=move.pk).agreed_at is None
    with cast.acting(cast.SUPERVISOR):
        assert not Participant.objects.exists()


def test_the_time_that_was_opened_ends() -> None:
    move = make.checked()
    make.press(cast.DIRECTOR, move, "agree")
    ClockSetting.set_to(clock.now() + timedelta(hours=5), running=False)
    assert "a second person agrees first" in make.press(cast.CUSTODIAN, move, "over").content.decode()
    with cast.acting(cast.SUPERVISOR):
        assert not Participant.objects.exists()


def test_what_was_agreed_to_cannot_be_changed_after() -> None:
    move = make.checked()
    make.press(cast.DIRECTOR, move, "agree")
    make.press(cast.CUSTODIAN, move, "columns", column_1="name", column_2="")
    with cast.acting(cast.CUSTODIAN):
        row = Move.objects.get(pk=move.pk)
        assert row.chosen == move.chosen
        assert Move.objects.filter(pk=move.pk).update(refused=0) == 0


def test_a_file_is_gone_after_a_day() -> None:
    """Out of sight at once; the house destroys it, though nobody comes by, and opening a page does not."""
    move = make.checked()
    ClockSetting.set_to(clock.now() + timedelta(days=1, minutes=1), running=False)
    with cast.acting(cast.CUSTODIAN):
        assert not Piece.objects.exists()
    cast.signed_in(cast.DIRECTOR).get("/custody/")
    cast.signed_in(cast.CUSTODIAN).get(f"/custody/{move.pk}/")
    assert _of_file(move) == (1, 1)
    with the_worker():
        as_the_house(let_go)
    assert _of_file(move) == (0, 0)
    with cast.acting(cast.CUSTODIAN):
        assert Move.objects.get(pk=move.pk).file_gone_at


def _of_file(move: Move) -> tuple[int, int]:
    """How many pieces of a file there are, and how many keys to them, past every wall."""
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute(
            "select (select count(*) from core.custody_piece where move_id = %s),"
            " (select count(*) from vault.vault_key where thing_id = %s)",
            [move.pk, move.file_id],
        )
        pieces, keys = cursor.fetchone()
        cursor.execute("set local role alongside_desk")
    return pieces, keys


def test_one_whole_import_is_taken_back_and_leaves_nothing() -> None:
    move = make.brought()
    with cast.acting(cast.CM1):
        person = Participant.objects.get().pk
    make.press(cast.CUSTODIAN, move, "back")
    with cast.acting(cast.SUPERVISOR):
        assert not Participant.objects.exists()
        assert not Key.objects.filter(participant_id=person).exists()
    with cast.acting(cast.CUSTODIAN):
        assert Move.objects.get(pk=move.pk).undone_at


def test_what_somebody_wrote_since_is_never_taken_back() -> None:
    move = make.brought()
    with cast.acting(cast.CM1) as by:
        person = Participant.objects.get().pk
    from alongside import trail

    with cast.acting(cast.CM1) as by:
        write_details(by=by, participant=person, seen=1, helps="tea")
        trail.flush()
    answer = make.press(cast.CUSTODIAN, move, "back")
    assert "nothing was taken back" in answer.content.decode()
    with cast.acting(cast.CM1):
        assert Participant.objects.get().details.helps == "tea"


def test_a_second_sending_brings_nobody_twice() -> None:
    move = make.brought()
    make.press(cast.CUSTODIAN, move, "over")
    with cast.acting(cast.SUPERVISOR):
        assert Participant.objects.count() == 2


ROW = '[{"id": "%s", "participant_id": "%s", "staff_id": "%s", "part": "case_manager", "during": "[2020-01-01,)"}]'


def refused(statement: str, values: list[object]) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
    except DatabaseError:
        return True
    return False


def test_an_open_move_writes_about_nobody_who_is_here_already() -> None:
    """The custodian's own connection, with a move that is open, tries to walk into somebody's record."""
    person = lantern()
    move = make.checked()
    make.press(cast.DIRECTOR, move, "agree")
    bring = "select core.bring_over(%s, %s, %s::jsonb)"
    with cast.acting(cast.CUSTODIAN) as by:
        row = ROW % (uuid.uuid4(), person, cast.CM3.id)
        assert refused(bring, [move.pk, "participants_membership", row])
        assert refused(bring, [move.pk, "access_roleheld", "[]"])
        assert refused(bring, [uuid.uuid4(), "participants_membership", "[]"])
        other = f'[{{"id": "{uuid.uuid4()}", "by_id": "{cast.CM1.id}"}}]'
        assert refused(bring, [move.pk, "connection_note", other])
        assert not refused(
            bring, [move.pk, "participants_membership", "[]"]
        )  # so the others were refused for cause
        assert by.id == cast.CUSTODIAN.id
    for member in (cast.CM1, cast.SUPERVISOR, cast.DIRECTOR, cast.ADMIN):
        with cast.acting(member):
            assert refused(bring, [move.pk, "participants_membership", "[]"])
            assert not Piece.objects.exists()
    with cast.acting(cast.CM3):
        assert not Membership.objects.exists()


def test_who_may_see_a_move_and_who_may_not() -> None:
    move = make.checked()
    address = f"/custody/{move.pk}/"
    assert cast.nobody().get(address).status_code == 302
    for member in (cast.CM1, cast.CM3, cast.SUPERVISOR, cast.ON_CALL, cast.ADMIN):
        assert cast.signed_in(member).get(address).status_code == 403
        with cast.acting(member):
            assert not Move.objects.exists()
    page = cast.signed_in(cast.DIRECTOR).get(address).content.decode()
    assert "I agree" in page
    assert "Harbor" not in page
    assert "Row 5" not in page
    with cast.acting(cast.DIRECTOR), pytest.raises(DatabaseError), transaction.atomic():
        ImportedPerson.objects.exists()


def test_the_trail_holds_that_it_was_asked_agreed_and_done() -> None:
    from alongside.trail.models import TrailEntry

    make.brought()
    with cast.acting(cast.CUSTODIAN):
        mine = set(TrailEntry.objects.filter(actor=cast.CUSTODIAN.id).values_list("act", flat=True))
    with cast.acting(cast.DIRECTOR):
        theirs = set(TrailEntry.objects.filter(actor=cast.DIRECTOR.id).values_list("act", flat=True))
    assert {"ask_to_bring", "choose_columns", "check_rows", "bring_over"} <= mine
    assert "agree_to_move" in theirs


def test_a_service_is_counted_where_there_is_one_of_that_name() -> None:
    from alongside.connection.models import ServiceKind

    with cast.acting(cast.CM1):
        called = ServiceKind.objects.order_by("place")[0].called
    make.brought(
        "Nickname,Service,Service date,Case manager\n"
        f"Ash,{called},2024-02-01,{cast.CM1.name}\nElm,nothing of ours,2024-02-01,\n"
    )
    with cast.acting(cast.CM1):
        given = ServiceGiven.objects.get()
        assert given.note.at.date().isoformat() == "2024-02-01"
