"""A job runs as whoever asked, behind the same walls; nobody asks as another, and nobody reads what others asked."""

import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError, ProgrammingError
from django.test import override_settings

from alongside import clock
from alongside.access.actor import Actor, as_actor
from alongside.access.acts import NotAllowed
from alongside.access.models import Account
from alongside.access.roles import Can
from alongside.access.session_store import SessionStore, named
from alongside.access.wall import HOUSE
from alongside.clock.models import ClockSetting
from alongside.jobs.asking import Forged, HasLeft, as_the_house, house_job, job
from alongside.participants.models import Participant
from alongside.trail.models import TrailEntry
from tests import cast
from tests.people import lantern

SEEN: list[Any] = []


@job(Can.OPEN_RECORD)
def look_for(*, by: Actor, participant: uuid.UUID) -> None:
    """What the one who asked can see of a participant, alias opened."""
    SEEN.append([person.alias for person in Participant.objects.filter(pk=participant)])


@house_job()
def count_people() -> None:
    """How many people the house itself reaches."""
    SEEN.append(Participant.objects.count())


@contextmanager
def the_worker() -> Iterator[None]:
    """The worker's process: its own database role, its own signature."""
    with connection.cursor() as cursor, override_settings(SIGNS_AS="worker"):
        cursor.execute("set local role alongside_worker")
        try:
            yield
        finally:
            cursor.execute("set local role alongside_desk")


def waiting() -> list[dict[str, Any]]:
    """What waits, as the worker reads it; not what every new record asks for."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select args::text from core.procrastinate_jobs where status = 'todo'"
            " and task_name <> 'participants.look_for_same' order by id"
        )
        return [json.loads(args) for (args,) in cursor.fetchall()]


def work(**changed: Any) -> list[Any]:
    """Do the one job that waits, perhaps with something changed in it on the way."""
    SEEN.clear()
    with the_worker():
        (told,) = waiting()
        look_for.task.func(**(told | changed))
    return list(SEEN)


def test_a_job_sees_what_the_asker_sees() -> None:
    person = lantern()
    with cast.acting(cast.CM1) as by:
        look_for.ask(by=by, participant=person)
    assert work() == [["Lantérn"]]


def test_somebody_without_a_tie_finds_nothing() -> None:
    person = lantern()
    with cast.acting(cast.CM3) as by:
        look_for.ask(by=by, participant=person)
    assert work() == [[]]


def test_a_forged_asker_is_refused() -> None:
    person = lantern()
    with cast.acting(cast.CM3) as by:
        look_for.ask(by=by, participant=person)
    with pytest.raises(Forged):
        work(by=str(cast.CM1.id))
    with pytest.raises(Forged):
        work(participant=str(uuid.uuid4()))
    assert SEEN == []


def test_a_job_slipped_in_by_sql_is_refused() -> None:
    person = lantern()
    args = json.dumps({"by": str(cast.CM1.id), "sign": "0" * 64, "participant": str(person)})
    with cast.acting(cast.CM1), connection.cursor() as cursor:
        cursor.execute(
            "insert into core.procrastinate_jobs (queue_name, task_name, args) values ('staff', %s, %s)",
            [look_for.name, args],
        )
    with pytest.raises(Forged):
        work()


def test_whoever_may_not_does_not_ask_and_whoever_has_left_is_not_served() -> None:
    person = lantern()
    with cast.acting(cast.DIRECTOR) as by, pytest.raises(NotAllowed):
        look_for.ask(by=by, participant=person)
    with cast.acting(cast.CM1) as by:
        look_for.ask(by=by, participant=person)
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute("update access.access_account set is_active = false where id = %s", [cast.CM1.id])
    with pytest.raises(HasLeft):
        work()


def test_words_are_no_arguments() -> None:
    with cast.acting(cast.CM1) as by, pytest.raises(TypeError, match="never words"):
        look_for.ask(by=by, participant="Lantern")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "statement",
    [
        "select args from core.procrastinate_jobs",
        "select * from core.procrastinate_jobs",
        "select task_name from core.procrastinate_jobs",
        "update core.procrastinate_jobs set priority = 1",
        "delete from core.procrastinate_jobs",
        "select * from core.procrastinate_events",
        "select * from core.procrastinate_periodic_defers",
        "select * from core.procrastinate_workers",
        "insert into core.procrastinate_jobs (queue_name, task_name) values ('house', 'house.backup')",
        "insert into core.procrastinate_jobs (queue_name, task_name) values ('staff', 'house.backup')",
    ],
)
def test_the_desk_reads_no_jobs_and_asks_nothing_of_the_house(statement: str) -> None:
    person = lantern()
    with cast.acting(cast.CM1) as by:
        look_for.ask(by=by, participant=person)
    with cast.acting(cast.ADMIN), pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute(statement)


def test_the_house_reaches_nobody_and_the_desk_is_never_the_house() -> None:
    lantern()
    SEEN.clear()
    with the_worker():
        as_the_house(count_people)
    assert SEEN == [0]
    with as_actor(Actor(HOUSE, "", frozenset())), connection.cursor() as cursor:
        for statement in ("delete from access.access_session", "delete from core.drafts_draft"):
            cursor.execute(statement)
            assert cursor.rowcount == 0


def test_an_actor_of_the_desk_is_nobody_to_the_worker() -> None:
    lantern()
    with cast.acting(cast.CM1):
        assert Participant.objects.count() == 1
        with connection.cursor() as cursor:
            cursor.execute("set local role alongside_worker")
            assert Participant.objects.count() == 0
            cursor.execute("set local role alongside_desk")


def test_the_worker_reads_no_password() -> None:
    with the_worker(), pytest.raises(ProgrammingError), transaction.atomic():
        Account.objects.first()


def test_what_a_job_does_is_in_the_trail_in_the_asker_s_name() -> None:
    from alongside import trail

    person = lantern()

    @job(Can.OPEN_RECORD)
    def open_quietly(*, by: Actor, participant: uuid.UUID) -> None:
        trail.looked("open_record", participant)

    with cast.acting(cast.CM1) as by:
        open_quietly.ask(by=by, participant=person)
    with the_worker():
        (told,) = waiting()
        open_quietly.task.func(**told)
    with cast.acting(cast.CM1):
        entry = TrailEntry.objects.filter(chain=person).order_by("-place")[0]
    assert (entry.act, entry.actor, entry.door) == ("open_record", cast.CM1.id, "worker")


def _session(*, hours: int) -> str:
    store = SessionStore()
    store.set_expiry(clock.wall() + timedelta(hours=hours))
    store.create()
    return named(store.session_key or "")


def _names() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute("select name from access.access_session")
        found = [name for (name,) in cursor.fetchall()]
        cursor.execute("set local role alongside_desk")
    return found


def test_the_house_lets_go_of_what_has_ended_and_of_nothing_else() -> None:
    from alongside.drafts.actions import drop_draft, save_draft
    from alongside.drafts.models import Draft, SavedForm
    from alongside.project.tasks import let_go

    day = cast.BEGINS
    for form, days in (("old", 31), ("fresh", 29)):
        ClockSetting.set_to(day - timedelta(days=days), running=False)
        with cast.acting(cast.CM1) as by:
            save_draft(by=by, form=form, fields={"words": ["half a thought"]})
    forms = {hours: uuid.uuid4() for hours in (2, 0)}
    for hours, form_taken in forms.items():
        ClockSetting.set_to(day - timedelta(hours=hours), running=False)
        with cast.acting(cast.CM1 if hours else cast.CM2) as by:  # who writes no form after it
            drop_draft(by=by, form="a note", once=form_taken)
    _session(hours=-1)
    running = _session(hours=1)
    with the_worker():
        as_the_house(let_go)
    with cast.acting(cast.CM1):
        assert [draft.form for draft in Draft.objects.all()] == ["fresh"]
        assert not SavedForm.objects.exists()
    with cast.acting(cast.CM2):
        assert SavedForm.objects.get().pk == forms[0]
    assert _names() == [running]


def test_the_worker_s_sql_reaches_no_draft_and_no_session_without_the_house() -> None:
    _session(hours=-1)
    with the_worker(), connection.cursor() as cursor:
        cursor.execute("delete from access.access_session")
        assert cursor.rowcount == 0
    with the_worker(), pytest.raises(ProgrammingError), transaction.atomic():
        connection.cursor().execute("select held from access.access_session")
    assert len(_names()) == 1
