"""Statements are planned once for a connection: no plan knows for whom it was made, and none outlives a change."""

import re
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, transaction

from alongside.access.actor import enter
from alongside.connection.models import Note
from alongside.jobs.asking import as_the_house
from alongside.participants.models import Need, Participant
from tests import cast
from tests.attacks.raw import in_the_house
from tests.conftest import clone, drop, owner_connection, run_manage
from tests.desk.make import person

# A column that is asked for by every page below.
OTHERWISE = "alter table core.participants_participant alter column state type varchar(77)"
VALUE = re.compile(r'value="[^"]*"')  # tokens, and names of what may be sent once


@pytest.fixture
def database(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    with django_db_blocker.unblock():
        name = clone(f"alongside_prepared_{uuid.uuid4().hex[:8]}")
        yield name
        drop(name)


def two_people() -> tuple[uuid.UUID, uuid.UUID]:
    """One of case manager 1's and one of case manager 3's, whom nobody else walks with."""
    with transaction.atomic():
        people = (
            person("Lantérn", case_manager=cast.CM1, backup=None),
            person("Harbor", case_manager=cast.CM3, backup=None),
        )
        enter(None)
    return people


def rows(statement: str, *values: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def whom_they_reach(member: cast.Member | None, one: uuid.UUID) -> tuple[Any, ...]:
    """What the same statements bring whoever acts, in a transaction of their own as a page has it."""
    with transaction.atomic():
        enter(member.actor if member else None)
        return (
            {row.pk for row in Participant.objects.only("state")},
            {row.participant_id for row in Need.objects.only("participant")},
            set(rows("select unnest(core.my_people())")),
            rows("select %s = any(core.my_people())", one)[0][0],
        )


def test_two_who_act_on_one_connection_one_after_the_other_each_see_their_own(database: str) -> None:
    def one_connection() -> None:
        one, other = two_people()
        for _again in range(3):
            assert whom_they_reach(cast.CM1, one) == ({one}, {one}, {(one,)}, True)
            assert whom_they_reach(cast.CM3, one) == ({other}, {other}, {(other,)}, False)
            assert whom_they_reach(None, one) == (set(), set(), set(), False)
        planned = rows("select statement, generic_plans, custom_plans from pg_prepared_statements")
        asked = [general for statement, general, for_one in planned if general >= 7 and not for_one]
        assert len(asked) >= 4, planned

    in_the_house(database, one_connection)


def test_two_who_sign_in_over_one_connection_each_get_their_own_pages(database: str) -> None:
    def one_connection() -> None:
        one, other = two_people()
        clients = {member: cast.signed_in(member) for member in (cast.CM1, cast.CM3)}
        for _again in range(3):
            for member, alias, reached, not_theirs in (
                (cast.CM1, "Lantérn", one, other),
                (cast.CM3, "Harbor", other, one),
            ):
                listed = clients[member].get("/people/").content.decode()
                assert [name for name in ("Lantérn", "Harbor") if name in listed] == [alias]
                assert clients[member].get(f"/people/{reached}/").status_code == 200
                assert clients[member].get(f"/people/{not_theirs}/").status_code == 404
        assert rows("select count(*) from pg_prepared_statements where generic_plans > 1")[0][0] > 10

    in_the_house(database, one_connection)


def change(database: str, statement: str) -> None:
    with owner_connection(database) as owner:
        owner.execute(statement)


def opened(client: Any, page: str) -> str:
    answer = client.get(page)
    assert answer.status_code == 200
    return VALUE.sub("", answer.content.decode().split("<main", 1)[1])


def test_a_page_opens_after_walls_and_tables_were_changed_under_its_connection(database: str) -> None:
    def one_connection() -> None:
        one, _other = two_people()
        client = cast.signed_in(cast.CM1)
        client.raise_request_exception = False
        pages = ("/", "/people/", f"/people/{one}/")
        before = [[opened(client, page) for page in pages] for _again in range(3)][-1]
        run_manage("manage.py", "raise_walls", role="owner", database=database)
        assert [opened(client, page) for page in pages] == before
        change(database, OTHERWISE)
        assert [opened(client, page) for page in pages] == before
        assert cast.signed_in(cast.CM3).get(f"/people/{one}/").status_code == 404

    in_the_house(database, one_connection)


def test_what_was_being_kept_is_not_done_twice_and_no_word_of_it_is_lost(database: str) -> None:
    def one_connection() -> None:
        one, _other = two_people()
        client = cast.signed_in(cast.CM1)
        client.raise_request_exception = False

        def send(words: str) -> Any:
            told = {"once": str(uuid.uuid4()), "participant": str(one), "happened": words}
            return client.post("/note/", told)

        for words in ("first", "second", "third"):
            assert send(words).status_code == 302
        change(database, OTHERWISE)
        answer = send("the fourth word")
        assert answer.status_code == 500 and "the fourth word" in answer.content.decode()
        assert send("the fourth word").status_code == 302
        with transaction.atomic():
            enter(cast.CM1.actor)
            kept = [note.happened for note in Note.objects.order_by("written_at")]
        assert kept == ["first", "second", "third", "the fourth word"]

    in_the_house(database, one_connection)


def test_the_workers_next_job_is_planned_anew(database: str) -> None:
    def one_connection() -> None:
        two_people()
        found: list[str] = []

        def look() -> None:
            found.append(len(Participant.objects.only("state")) + len(Need.objects.only("participant")))

        connection.close()  # the worker's first job finds a connection on which nothing was planned yet
        for _again in range(3):
            as_the_house(look)
        change(database, OTHERWISE)
        as_the_house(look)
        assert found == [0, 0, 0, 0]  # the house reaches nobody at the desk

    in_the_house(database, one_connection)
