"""What SQL under a web role does while nobody is signed in: no line in the trail, no job, no hash of a password."""

import json
import uuid
from typing import Any

import psycopg
import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.db import DatabaseError, connection, transaction
from procrastinate.contrib.django import app

from alongside.access import passwords
from alongside.access.actor import Actor
from alongside.access.acts import NotAllowed
from alongside.access.models import Account
from alongside.access.roles import Can
from alongside.agency.actions import choose_features
from alongside.jobs.asking import job
from alongside.participants.tasks import look_for_same
from alongside.trail.models import TrailEntry
from tests import cast
from tests.attacks.catalogue import tables
from tests.attacks.raw import connected
from tests.jobs.test_asking import the_worker, waiting

WEB = ["desk", "workspace"]
SEEN: list[str] = []


def held(*, by: Actor, participant: uuid.UUID) -> None:
    """What only whoever holds the circle may ask for."""
    SEEN.append("held")


def look_around(*, by: Actor, participant: uuid.UUID) -> None:
    """What anybody may ask for, in a room that can be left off."""
    SEEN.append("looked around")


look_around.__module__ = "alongside.circle.tasks"
HELD, LOOK_AROUND = job(Can.HOLD_CIRCLE)(held), job(Can.WORK_HERE)(look_around)


def refused(role: str, statement: str, *values: Any) -> bool:
    """Whether the database says no to somebody who only has the role's password."""
    with connected(role, autocommit=False) as raw:
        try:
            done = raw.execute(statement, values)
        except psycopg.errors.InsufficientPrivilege:
            return True
        finally:
            raw.rollback()
        return done.rowcount == 0


@pytest.mark.parametrize("role", [*WEB, "worker"])
def test_nobody_writes_into_a_chain_of_the_trail(role: str) -> None:
    for chain in (cast.CM1.id, uuid.uuid4()):
        assert refused(role, "select trail.append(%s, 'open_record', 'looked', '', null, now())", chain), (
            chain
        )
        assert refused(
            role, "select trail.link(%s, %s, 'open_record', 'looked', '', null, now())", chain, cast.CM1.id
        )


def test_with_an_actor_a_line_is_written_and_a_sign_in_has_one() -> None:
    with cast.acting(cast.CM1) as by, connection.cursor() as cursor:
        cursor.execute("select trail.append(%s, 'open_record', 'looked', '', null, now())", [by.id])
        assert TrailEntry.objects.filter(chain=by.id, actor=by.id, act="open_record").count() == 1


JOB = "insert into core.procrastinate_jobs (queue_name, task_name, args) values (%s, %s, %s)"
DEFER = (
    "select core.procrastinate_defer_jobs_v1(array[row(%s, %s, 0, null, null, %s::jsonb, null)"
    "::core.procrastinate_job_to_defer_v1])"
)


@pytest.mark.parametrize("statement", [JOB, DEFER])
@pytest.mark.parametrize("name", ["", "builtin:procrastinate.builtin_tasks.remove_old_jobs", "house.copies"])
def test_nobody_asks_for_a_job(statement: str, name: str) -> None:
    args = json.dumps({"by": str(cast.CM1.id), "max_hours": 0})
    assert refused("desk", statement, "staff", name or look_for_same.name, args)
    assert refused("desk", "insert into core.procrastinate_events (job_id, type) values (1, 'cancelled')")


def as_asker(column: str, value: str, name: str = "") -> bool:
    """Whether a job with something of its own is refused to somebody who is signed in."""
    args = json.dumps({"by": str(cast.CM1.id), "sign": "x"})
    columns = {"queue_name": "staff", "task_name": name or look_for_same.name, "args": args} | {column: value}
    with cast.acting(cast.CM1), connection.cursor() as cursor:
        try:
            with transaction.atomic():
                cursor.execute(
                    f"insert into core.procrastinate_jobs ({', '.join(columns)})"
                    f" values ({', '.join(['%s'] * len(columns))})",
                    list(columns.values()),
                )
                transaction.set_rollback(True)
        except DatabaseError:
            return True
    return False


def test_somebody_signed_in_asks_in_their_own_name_and_keeps_no_job_of_the_house_from_running() -> None:
    assert not as_asker("priority", "0")
    for task in app.tasks:
        if task != look_for_same.name and not task.split(".")[0].isidentifier():
            assert as_asker("priority", "0", task), task
    for column, value in (
        ("lock", "house.copies"),
        ("queueing_lock", "house.copies"),
        ("scheduled_at", "2030-01-01"),
        ("status", "doing"),
        ("queue_name", "house"),
        ("queue_name", "builtin"),
        ("args", json.dumps({"by": str(cast.CM2.id)})),
        ("task_name", "house.copies"),
        ("task_name", "procrastinate.builtin_tasks.remove_old_jobs"),
    ):
        assert as_asker(column, value), (column, value)


def test_a_job_of_a_part_that_was_turned_off_meanwhile_does_not_run() -> None:
    SEEN.clear()
    with cast.acting(cast.CM1) as by:
        HELD.ask(by=by, participant=uuid.uuid4())
        LOOK_AROUND.ask(by=by, participant=uuid.uuid4())
    with the_worker():
        asked = waiting()
        for each, told in zip((HELD, LOOK_AROUND), asked, strict=True):
            each.task.func(**told)
    assert SEEN == ["held", "looked around"]
    with cast.acting(cast.ADMIN) as by:
        choose_features(by=by, off=["circle"])
    with the_worker():
        for each, told in zip((HELD, LOOK_AROUND), asked, strict=True):
            with pytest.raises(NotAllowed):
                each.task.func(**told)
    assert SEEN == ["held", "looked around"]


@pytest.mark.parametrize("role", [*WEB, "worker"])
def test_a_runtime_role_reads_no_hash_of_a_password(role: str) -> None:
    for statement in (
        "select password from access.access_account",
        "select a from access.access_account a",
        "select * from access.access_account",
        "select to_jsonb(a) from access.access_account a",
        "update access.access_account set password = 'x' returning password",
        "select 1 from access.access_account where password like 'md5%%'",
        "copy access.access_account to stdout",
    ):
        assert refused(role, statement), statement


def test_no_value_that_anybody_reads_is_a_hash_of_a_password() -> None:
    """Every column of every table, signed in as an administrator and as nobody."""
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute("select password from access.access_account where left(password, 1) <> '!'")
        kept = [password for (password,) in cursor.fetchall()]
        cursor.execute("set local role alongside_desk")
        assert kept
        with cast.acting(cast.ADMIN):
            for table, columns in tables():
                for column in columns:
                    try:
                        with transaction.atomic():
                            cursor.execute(f"select {column}::text from {table}")
                            found = "\n".join(str(value) for (value,) in cursor.fetchall())
                    except DatabaseError:
                        continue
                    assert not [each for each in kept if each in found], f"{table}.{column}"


def test_a_door_learns_how_a_password_was_encoded_and_whether_one_fits() -> None:
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute("select password from access.access_account where id = %s", [cast.CM1.id])
        (kept,) = cursor.fetchone()
        cursor.execute("set local role alongside_desk")
        cursor.execute("select access.encoded_like('CM1'), access.encoded_like('nobody')")
        like, nothing = cursor.fetchone()
    assert nothing is None and kept.startswith(like) and like.endswith("$") and len(kept) - len(like) >= 32
    account = Account.objects.get(pk=cast.CM1.id)
    assert account.check_password(cast.CM1.password) and account.has_usable_password()
    assert not account.check_password("wrong") and not passwords.opens("nobody", cast.CM1.password)
    with connection.cursor() as cursor:
        for guess in (like, "", kept + "0", kept[:-1]):
            cursor.execute("select access.opens('cm1', %s)", [guess])
            assert cursor.fetchone() == (False,)
    with cast.acting(cast.CM1):
        wrong = TrailEntry.objects.filter(chain=cast.CM1.id, act="sign_in", outcome="turned_away", actor=None)
        assert wrong.count() == 5


def test_an_encoding_is_like_another_of_another_cost(settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    hasher = Argon2PasswordHasher()
    hasher.time_cost, hasher.memory_cost, hasher.parallelism = 1, 1024, 2
    kept = hasher.encode("a long walk along the river", "abcdefghijklmnopqrstuv")
    like = kept.rpartition("$")[0] + "$"
    assert passwords.encoded_like("a long walk along the river", like) == kept
    assert passwords.encoded_like("a long walk along the rivers", like) != kept


def test_a_password_is_changed_by_its_owner_alone_and_ends_what_it_opened() -> None:
    assert refused("desk", "select access.change_password('x')")
    assert refused("desk", "update access.access_account set mark = gen_random_uuid()")
    with cast.acting(cast.CM1), connection.cursor() as cursor:
        before = Account.objects.get(pk=cast.CM1.id).mark
        cursor.execute("update access.access_account set mark = gen_random_uuid()")
        assert cursor.rowcount == 1 and Account.objects.get(pk=cast.CM1.id).mark == before
    elsewhere, here = cast.signed_in(cast.CM1), cast.signed_in(cast.CM1)
    before = Account.objects.get(pk=cast.CM1.id).mark
    told = {
        "oldpassword": cast.CM1.password,
        "password1": "a walk along the river",
        "password2": "a walk along the river",
    }
    cast.shows_their_factor(here, cast.CM1)
    assert here.post("/me/password/", told | {"oldpassword": "wrong"}).status_code == 200
    assert here.post("/me/password/", told).status_code == 302
    account = Account.objects.get(pk=cast.CM1.id)
    assert account.mark not in (before, None) and account.check_password("a walk along the river")
    assert elsewhere.get("/me/sessions/").status_code == 302
    assert here.get("/me/sessions/").status_code == 200
