"""A question to colleagues points to nobody: not in a table, the trail, a page, a search or a copy of the data."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.test import Client

from alongside import trail
from alongside.access.acts import NotAllowed
from alongside.keeping.rules import NothingWritten
from alongside.participants.actions import write_details
from alongside.practice import rules
from alongside.practice.actions import (
    ask_colleagues,
    close_consult,
    delete_consult,
    plan_training,
    reopen_consult,
    reply_to_consult,
    take_reply_back,
    thank_for_reply,
    write_scenario,
)
from alongside.practice.models import Consult, ConsultReply, Reflection, TrainingTopic
from alongside.trail.models import TrailEntry
from alongside.vault import ring
from alongside.vault.models import Key
from alongside.vault.ring import NoKey
from tests import cast
from tests.attacks.catalogue import tables
from tests.desk.counting import counted
from tests.people import lantern

ASKS = "Six weeks of quiet. How do you hold the pull to close?"
COLLEAGUES = [each for each in cast.CAST if each not in (cast.CM1, cast.ADVISER)]


def asked(question: str = ASKS) -> uuid.UUID:
    consult = uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        ask_colleagues(by=by, consult=consult, question=question)
        trail.flush()
    return consult


def answered(consult: uuid.UUID, words: str = "I chose a day.", member: cast.Member = cast.CM3) -> uuid.UUID:
    reply = uuid.uuid4()
    with cast.acting(member) as by:
        reply_to_consult(by=by, consult=consult, reply=reply, words=words)
    return reply


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def copied() -> str:
    """Everything a copy of the data holds, as text."""
    found = ""
    for table, _columns in tables():
        with connection.cursor() as cursor, transaction.atomic():
            cursor.execute("set local role alongside_backup")
            cursor.execute("select has_table_privilege(%s, 'select')", [table])
            if cursor.fetchone() == (True,):
                cursor.execute(f"select coalesce(string_agg(t::text, ' '), '') from {table} t")
                found += f"\n{table}: {cursor.fetchone()[0]}"
            cursor.execute("set local role alongside_desk")
    return found


@pytest.mark.parametrize("member", COLLEAGUES)
def test_a_colleague_reads_the_words_and_no_link_to_anybody(member: cast.Member) -> None:
    person = lantern()
    consult = asked()
    client = cast.signed_in(member)
    for address in ("/consults/", f"/consults/{consult}/"):
        shown = page(client, address)
        assert ASKS in shown
        for link in (str(person), "/people/" + str(person), "Lant", cast.CM1.name, str(cast.CM1.id)):
            assert link not in shown
    assert "my question" not in page(client, "/consults/")


def test_no_row_of_a_question_holds_the_participant_it_was_asked_from() -> None:
    """Asked as a worker does it: from somebody's page, by the page of ways on, within a minute."""
    person = lantern()
    client = cast.signed_in(cast.CM1)
    assert f"/what-next/?with={person}" in page(client, f"/people/{person}/")
    assert '"/consults/new/"' in page(client, f"/what-next/?with={person}")
    before = copied().count(str(person))
    came = {"referer": f"http://desk.localhost/what-next/?with={person}"}
    client.get("/consults/new/", headers=came)
    assert client.post("/consults/new/", {"question": ASKS}, headers=came).status_code == 302
    after = copied()
    assert after.count(str(person)) == before
    assert "practice_consult: (" in after
    with cast.acting(cast.CM1):
        row = Consult.objects.get()
        assert row.question == ASKS
        columns = {each.column for each in (*Consult._meta.fields, *ConsultReply._meta.fields)}
        assert not {column for column in columns if "participant" in column or "contact" in column}
        entry = TrailEntry.objects.get(act="ask_colleagues")
        assert entry.chain == cast.CM1.id
        key = Key.objects.get(thing_id=row.pk)
        assert (key.participant_id, key.contact_id, key.staff_id) == (None, None, None)


def test_a_copy_of_the_data_holds_no_word() -> None:
    answered(asked())
    found = copied()
    for words in (ASKS, "I chose a day."):
        assert words not in found
        assert words.encode().hex() not in found


def test_search_counts_and_records_do_not_hold_it() -> None:
    person = lantern()
    asked("Six weeks of quiet, and a lighthouse")
    for member in (cast.CM1, cast.SUPERVISOR, cast.DIRECTOR):
        client = cast.signed_in(member)
        for address in ("/", "/people/", f"/people/{person}/record/", "/program/activity/", "/program/"):
            assert "lighthouse" not in client.get(address).content.decode()
        assert "lighthouse" not in client.post("/search/", {"q": "lighthouse"}).content.decode().replace(
            'value="lighthouse"', ""
        ).replace("“lighthouse”", "")


def test_the_adviser_and_nobody_read_none() -> None:
    consult = asked()
    assert cast.nobody().get(f"/consults/{consult}/").headers["Location"].startswith("/sign-in/")
    assert cast.signed_in(cast.ADVISER).get(f"/consults/{consult}/").status_code == 403
    with cast.acting(cast.CM1):
        key = Consult.objects.get().key_id
    with cast.acting(cast.ADVISER) as by:
        assert not Consult.objects.exists()
        with pytest.raises(NoKey):
            ring.key(key)
        with pytest.raises(NotAllowed):
            ask_colleagues(by=by, consult=uuid.uuid4(), question="x")


@pytest.mark.parametrize("role", ["worker", "portal", "workspace"])
@pytest.mark.parametrize("table", ["practice_consult", "practice_consultreply"])
def test_no_other_role_of_the_database_may_look(role: str, table: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select has_any_column_privilege(%s, %s, 'select')", [f"alongside_{role}", f"core.{table}"]
        )
        assert cursor.fetchone() == (False,)


def test_its_key_opens_it_alone_and_not_what_its_asker_keeps_for_themselves() -> None:
    from alongside.practice.actions import write_reflection
    from alongside.practice.rules import Reflected

    asked()
    with cast.acting(cast.CM1) as by:
        write_reflection(by=by, reflection=uuid.uuid4(), words=Reflected(unsure="mine alone"))
        consult, reflection = Consult.objects.get(), Reflection.objects.get()
        assert consult.key_id != reflection.key_id
        own = reflection.key_id
    with cast.acting(cast.CM3):
        assert Consult.objects.get().question == ASKS
        with pytest.raises(NoKey):
            ring.key(own)


def test_it_is_answered_thanked_and_closed() -> None:
    consult = asked()
    colleague, asker = cast.signed_in(cast.CM3), cast.signed_in(cast.CM1)
    once = str(uuid.uuid4())
    for _click in range(2):
        told = {"words": "I told my supervisor first.", "once": once}
        assert colleague.post(f"/consults/{consult}/", told).status_code == 302
    shown = page(asker, f"/consults/{consult}/")
    assert "I told my supervisor first." in shown
    assert cast.CM3.name in shown
    with cast.acting(cast.CM1):
        reply = ConsultReply.objects.get().pk
    assert asker.post(f"/consults/{consult}/{reply}/thank/").status_code == 302
    assert "thanked" in page(colleague, f"/consults/{consult}/")
    assert asker.post(f"/consults/{consult}/close/").status_code == 302
    assert colleague.get(f"/consults/{consult}/").status_code == 404
    assert colleague.post(f"/consults/{consult}/", {"words": "one more"}).status_code == 404
    assert ASKS not in page(colleague, "/consults/")
    assert "I told my supervisor first." in page(asker, f"/consults/{consult}/")
    assert asker.post(f"/consults/{consult}/open/").status_code == 302
    assert ASKS in page(colleague, "/consults/")


@pytest.mark.parametrize("member", [cast.CM3, cast.SUPERVISOR, cast.ADMIN])
def test_nobody_else_closes_deletes_or_thanks(member: cast.Member) -> None:
    consult = asked()
    reply = answered(consult, member=cast.CM2)
    client = cast.signed_in(member)
    for address in ("close/", "open/", "delete/", f"{reply}/thank/", f"{reply}/take-back/"):
        assert client.post(f"/consults/{consult}/{address}").status_code == 404, address
    with cast.acting(member) as by, connection.cursor() as cursor:
        for act in (close_consult, reopen_consult, delete_consult):
            with pytest.raises(rules.NotMine):
                act(by=by, consult=consult)
        with pytest.raises(rules.NotMine):
            take_reply_back(by=by, reply=reply)
        thank_for_reply(by=by, reply=reply)
        cursor.execute("update core.practice_consult set closed_at = now()")
        assert cursor.rowcount == 0
        cursor.execute("update core.practice_consultreply set removed_at = now()")
        assert cursor.rowcount == 0
        for statement in (
            "select core.let_go_of_consult(%s)",
            "delete from core.practice_consult where id = %s",
            "update core.practice_consult set question = '' where id = %s",
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(statement, [consult])
    with cast.acting(cast.CM1):
        assert Consult.objects.get().closed_at is None
        assert ConsultReply.objects.get().thanked_at is None


def test_nobody_asks_or_answers_in_another_s_name_or_makes_a_key_for_another_s_question() -> None:
    consult = asked()
    with cast.acting(cast.CM3), connection.cursor() as cursor:
        key_id = Consult.objects.get().key_id
        for statement, values in (
            (
                "insert into core.practice_consult (id, key_id, by_id, at, question)"
                " values (gen_random_uuid(), gen_random_uuid(), %s, now(), '')",
                [cast.CM2.id],
            ),
            (
                "insert into core.practice_consultreply (id, key_id, consult_id, by_id, at, words)"
                " values (gen_random_uuid(), %s, %s, %s, now(), '')",
                [key_id, consult, cast.CM2.id],
            ),
            (
                "insert into vault.vault_key (id, key_id, door, thing_id, wrapped)"
                " values (gen_random_uuid(), gen_random_uuid(), 'desk', %s, 'x')",
                [consult],
            ),
            (
                "insert into vault.vault_key (id, key_id, door, staff_id, thing_id, wrapped)"
                " values (gen_random_uuid(), gen_random_uuid(), 'desk', %s, %s, 'x')",
                [cast.CM3.id, consult],
            ),
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(statement, values)


def test_deleting_asks_once_and_takes_the_key_along() -> None:
    consult = asked()
    answered(consult)
    with cast.acting(cast.CM1):
        key_id = Consult.objects.get().key_id
    client = cast.signed_in(cast.CM1)
    assert "cannot come back" in page(client, f"/consults/{consult}/delete/")
    assert client.post(f"/consults/{consult}/delete/").headers["Location"] == "/consults/"
    with cast.acting(cast.CM1):
        assert not Consult.objects.exists()
        assert not ConsultReply.objects.exists()
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_owner")
        cursor.execute("alter table vault.vault_key no force row level security")
        cursor.execute("select count(*) from vault.vault_key where key_id = %s", [key_id])
        assert cursor.fetchone() == (0,)
        cursor.execute("alter table vault.vault_key force row level security")
        cursor.execute("set local role alongside_desk")


def test_an_answer_is_taken_back_and_comes_back() -> None:
    consult = asked()
    reply = answered(consult, "I wrote a name here")
    writer, asker = cast.signed_in(cast.CM3), cast.signed_in(cast.CM1)
    assert writer.post(f"/consults/{consult}/{reply}/take-back/").status_code == 302
    for client in (writer, asker):
        assert "I wrote a name here" not in page(client, f"/consults/{consult}/")
    with cast.acting(cast.CM1):
        assert not ConsultReply.objects.exists()
    assert writer.post(f"/consults/{consult}/{reply}/bring-back/").status_code == 302
    assert "I wrote a name here" in page(asker, f"/consults/{consult}/")


@pytest.mark.parametrize(
    "said",
    ["Lantérn is quiet", "it is about Marta", "call 555-0127-33", "A 123 456 789", "write x@example.org"],
)
def test_what_could_point_to_somebody_is_pointed_out_and_may_stay(said: str) -> None:
    person = lantern()
    with cast.acting(cast.CM1) as by:
        write_details(by=by, participant=person, name="Marta")
    client = cast.signed_in(cast.CM1)
    warned = client.post("/consults/new/", {"question": said})
    assert warned.status_code == 422
    assert "This could point to somebody" in warned.content.decode()
    assert said in warned.content.decode()
    with cast.acting(cast.CM1):
        assert not Consult.objects.exists()
    assert client.post("/consults/new/", {"question": said, "anyway": "1"}).status_code == 302
    consult = asked()
    answer = cast.signed_in(cast.CM2).post(f"/consults/{consult}/", {"words": said})
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_a_warning_tells_a_stranger_of_nobody() -> None:
    lantern()
    for member in (cast.CM3, cast.DIRECTOR, cast.ON_CALL):
        told = {"question": "Lantern, one thing"}
        assert cast.signed_in(member).post("/consults/new/", told).status_code == 302


@pytest.mark.no_database
def test_a_year_an_hour_or_a_count_is_no_number_by_which_one_is_found() -> None:
    assert rules.numbers_in("In 2027, at 10:30, after 6 weeks, 12 calls") == []
    assert rules.numbers_in("555-0100 44 and 20270106") == ["555-0100 44", "20270106"]


def test_nothing_written_is_not_kept() -> None:
    answer = cast.signed_in(cast.CM1).post("/consults/new/", {"question": "  "})
    assert answer.status_code == 422
    assert "A sentence is enough" in answer.content.decode()
    with cast.acting(cast.CM1) as by, pytest.raises(NothingWritten):
        ask_colleagues(by=by, consult=uuid.uuid4(), question=" ")


def test_the_pages_stay_within_their_budget() -> None:
    first = asked()
    client = cast.signed_in(cast.CM3)
    for times in (1, 3):
        for _each in range(times):
            answered(first)
            asked()
        for address in ("/consults/", f"/consults/{first}/"):
            with counted() as found:
                page(client, address)
            assert len(found) <= 8, (address, found)


def test_a_question_takes_nobodys_key_along() -> None:
    """Named like a scenario, a question would open that scenario's key, and delete it when it is deleted."""
    session = uuid.uuid4()
    with cast.acting(cast.PRACTICE) as by:
        topic = TrainingTopic.objects.order_by("place")[0].pk
        plan_training(by=by, session=session, topic=topic, at=cast.BEGINS + timedelta(days=9))
        scenario = write_scenario(
            by=by, session=session, words="Somebody asks a worker to lie.", version=None
        )
    with cast.acting(cast.CM1) as by:
        with pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
            ask_colleagues(by=by, consult=scenario.pk, question=ASKS)
        with (
            pytest.raises(DatabaseError, match="row-level"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(
                "insert into core.practice_consult (id, key_id, by_id, at, question) values (%s, %s, %s, %s, '')",
                [scenario.pk, scenario.key_id, by.id, cast.BEGINS],
            )
    with cast.acting(cast.PRACTICE):
        assert Key.objects.filter(thing_id=scenario.pk).count() == 1
