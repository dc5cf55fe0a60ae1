"""A question about somebody by name is read and answered by those alone who reach that person."""

import uuid

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.test import Client

from alongside import trail
from alongside.keeping.rules import NotHere
from alongside.practice.actions import answer_team_question, ask_team, close_team_question
from alongside.practice.models import TeamAnswer, TeamQuestion
from tests import cast
from tests.people import lantern
from tests.practice.test_consults import copied

ASKS = "She asks for the blue house again. What did you tell her?"
STRANGERS = [each for each in cast.CAST if each not in (cast.CM1, cast.CM2, cast.SUPERVISOR)]


def asked(person: uuid.UUID, member: cast.Member = cast.CM1, words: str = ASKS) -> uuid.UUID:
    question = uuid.uuid4()
    with cast.acting(member) as by:
        ask_team(by=by, participant=person, question=question, words=words)
        trail.flush()
    return question


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_a_backup_finds_it_on_today_answers_by_name_and_is_not_asked_again() -> None:
    person = lantern()
    asker, backup = cast.signed_in(cast.CM1), cast.signed_in(cast.CM2)
    address = f"/people/{person}/asked/"
    assert f'"{address}"' in page(asker, f"/what-next/?with={person}")
    assert asker.post(address, {"question": " "}).status_code == 422
    once = str(uuid.uuid4())
    for _click in range(2):
        assert asker.post(address, {"question": ASKS, "once": once}).status_code == 302
    with cast.acting(cast.CM1):
        question = TeamQuestion.objects.get().pk
    for where in ("/", "/consults/"):
        assert f"{address}{question}/" in page(backup, where)
        assert "Lantérn" in page(backup, where)
    assert f'"{address}{question}/"' not in page(asker, "/")
    assert backup.post(f"{address}{question}/", {"words": " "}).status_code == 422
    assert backup.post(f"{address}{question}/", {"words": "That it is sold."}).status_code == 302
    assert f'"{address}{question}/"' not in page(backup, "/")
    shown = page(asker, f"{address}{question}/")
    assert "That it is sold." in shown and cast.CM2.name in shown
    assert "read what the team was asked about them" in page(asker, f"/people/{person}/record/")


@pytest.mark.parametrize("member", STRANGERS)
def test_whoever_does_not_reach_the_person_reads_nothing(member: cast.Member) -> None:
    person = lantern()
    question = asked(person)
    client = cast.signed_in(member)
    for address in (f"/people/{person}/asked/", f"/people/{person}/asked/{question}/"):
        assert client.get(address).status_code in (403, 404)
        assert client.post(address, {"question": "x", "words": "x"}).status_code in (403, 404)
    for address in ("/", "/consults/"):
        shown = client.get(address).content.decode()
        assert ASKS not in shown and str(question) not in shown and "Lantérn" not in shown
    with cast.acting(member), connection.cursor() as cursor:
        assert not TeamQuestion.objects.exists()
        for table, column in (("teamquestion", "question"), ("teamanswer", "words")):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(
                    f"insert into core.practice_{table} (id, key_id, participant_id, by_id, at, {column}"
                    + (", question_id)" if column == "words" else ")")
                    + " select gen_random_uuid(), gen_random_uuid(), %s, access.actor(), now(), ''"
                    + (", %s" if column == "words" else ""),
                    [person, question][: 1 + (column == "words")],
                )
    with cast.acting(cast.CM1):
        assert not TeamAnswer.objects.exists()
        assert TeamQuestion.objects.count() == 1


def test_its_writer_alone_closes_it_or_takes_an_answer_back() -> None:
    person = lantern()
    question, answer = asked(person), uuid.uuid4()
    with cast.acting(cast.CM2) as by:
        told = {"participant": person, "question": question, "answer": answer, "words": "That it is sold."}
        answer_team_question(by=by, **told)
    asker, backup = cast.signed_in(cast.CM1), cast.signed_in(cast.CM2)
    at = f"/people/{person}/asked/{question}/"
    assert backup.post(f"{at}close/").status_code == 404
    assert asker.post(f"{at}{answer}/take-back/").status_code == 404
    with cast.acting(cast.CM2) as by, connection.cursor() as cursor:
        with pytest.raises(NotHere):
            close_team_question(by=by, participant=person, question=question)
        cursor.execute("update core.practice_teamquestion set closed_at = now()")
        assert cursor.rowcount == 0
    with cast.acting(cast.CM1), connection.cursor() as cursor:
        cursor.execute("update core.practice_teamanswer set removed_at = now()")
        assert cursor.rowcount == 0
        for table, column in (("teamquestion", "question"), ("teamanswer", "words")):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(f"update core.practice_{table} set {column} = ''")
    assert backup.post(f"{at}{answer}/take-back/").status_code == 302
    assert "That it is sold." not in page(asker, at)
    assert backup.post(f"{at}{answer}/bring-back/").status_code == 302
    assert "That it is sold." in page(asker, at)
    assert asker.post(f"{at}close/").status_code == 302
    assert f'"{at}"' not in page(backup, "/")
    assert backup.post(at, {"words": "late"}).status_code == 404
    assert ASKS in page(backup, at)
    assert asker.post(f"{at}open/").status_code == 302
    assert backup.post(at, {"words": "late"}).status_code == 302


def test_an_answer_stays_with_the_person_of_its_question() -> None:
    one, other = lantern(), lantern("Harbor")
    question = asked(one)
    with cast.acting(cast.CM1) as by, pytest.raises(NotHere):
        answer_team_question(by=by, participant=other, question=question, answer=uuid.uuid4(), words="x")
    planted = (
        "insert into core.practice_teamanswer (id, key_id, participant_id, question_id, by_id, at, words)"
        " values (gen_random_uuid(), gen_random_uuid(), %s, %s, %s, now(), '')"
    )
    with (
        cast.acting(cast.CM1) as by,
        connection.cursor() as cursor,
        pytest.raises(DatabaseError),
        transaction.atomic(),
    ):
        cursor.execute(planted, [other, question, by.id])


def test_a_copy_of_the_data_holds_no_word() -> None:
    asked(lantern())
    assert ASKS not in copied() and ASKS.encode().hex() not in copied()
