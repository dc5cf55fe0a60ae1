"""The row lock in every table at once: what somebody's being here changes for those they are no business of."""

import uuid
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError, ProgrammingError

from alongside.access.actor import as_actor
from alongside.access.wall import declared
from alongside.frontdoor.models import Contact
from alongside.participants.actions import assign
from alongside.participants.choices import Part
from tests import cast
from tests.attacks.catalogue import tables
from tests.attacks.make import around, fill, world
from tests.attacks.world import World
from tests.frontdoor.make import a_call, known

STRANGERS = [
    cast.CM3, cast.ON_CALL, cast.DROP_IN, cast.DIRECTOR, cast.ADMIN, cast.CUSTODIAN, cast.PRACTICE, cast.ADVISER,
]  # fmt: skip
# Read before anybody is signed in, or counting only the hours; holding no participant's data.
SIGN_IN = {"access.access_ledger"}
# What somebody wished about their worker is never shown to that worker: their supervisor's alone.
PAST_THE_WORKER = {"core.participants_casemanagerrequest", "core.care_relationshipcheck"}
# What only the keeper's functions read: that somebody came with an import, what a likeness is known by, and about whom
# something was left for a colleague.
THE_KEEPERS = {"core.custody_importedperson", "core.participants_likeness", "core.workforce_leftword"}


def as_whom(member: cast.Member | None) -> AbstractContextManager[Any]:
    return cast.acting(member) if member else as_actor(None)


def seen() -> dict[str, str]:
    """Every row of every table that the one who acts can read, as text: whole, or the columns that grants give."""
    found = {}
    for table, columns in tables():
        for asked in ("*", *columns):
            try:
                with transaction.atomic(), connection.cursor() as cursor:
                    cursor.execute(f"select t::text from (select {asked} from {table}) t order by 1")
                    found[f"{table}.{asked}"] = "\n".join(row[0] for row in cursor.fetchall())
            except ProgrammingError:
                continue
            if asked == "*":
                break  # each column is in it
    return {key: rows for key, rows in found.items() if key.rsplit(".", 1)[0] not in SIGN_IN}


@pytest.mark.parametrize("member", [*STRANGERS, None], ids=str)
def test_somebodys_being_here_changes_nothing_that_a_stranger_can_read(member: cast.Member | None) -> None:
    made = World("Lantérn")
    around(made)
    with as_whom(member):
        before = seen()
    fill(made)
    with as_whom(member):
        after = seen()
    assert {key for key in before if before[key] != after.get(key)} == set()
    for reference in made.references():
        assert not [key for key in after if str(reference) in after[key]]


def test_those_who_walk_with_her_see_every_table_of_hers() -> None:
    """The sight of the tests here: a table that nothing was planted in would prove nothing."""
    made = world("Lantérn")
    with cast.acting(cast.CM1):
        mine = seen()
        empty = [
            table
            for table, columns in tables()
            if "participant_id" in columns and str(made.participant) not in mine.get(f"{table}.*", "")
        ]
    assert set(empty) == PAST_THE_WORKER | THE_KEEPERS
    with cast.acting(cast.SUPERVISOR):
        theirs = seen()
    assert all(str(made.participant) in theirs[f"{table}.*"] for table in PAST_THE_WORKER)


def rows_of(table: str, columns: tuple[str, ...], person: uuid.UUID) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"select count(*) from {table} where participant_id = %s", [person])
        return bool(cursor.fetchone()[0])


def refused(statement: str, values: list[Any]) -> bool:
    """Whether the database says no, or finds nothing to do."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("set constraints all immediate")
            cursor.execute(statement, values)
            done = cursor.rowcount
            transaction.set_rollback(True)
    except DatabaseError:
        return True
    return bool(done == 0)


def people_tables() -> list[tuple[str, tuple[str, ...]]]:
    return [
        (table, columns)
        for table, columns in tables()
        if "participant_id" in columns and table != "vault.vault_key"
    ]


def copied(
    table: str, columns: tuple[str, ...], changed: dict[str, Any], source: uuid.UUID
) -> tuple[str, list[Any]]:
    """An insert of what stands about somebody, with some columns changed."""
    changed = {"id": uuid.uuid4(), **{key: value for key, value in changed.items() if key in columns}}
    select = ", ".join("%s" if column in changed else column for column in columns)
    values = [changed[column] for column in columns if column in changed]
    return (
        f"insert into {table} ({', '.join(columns)}) select {select} from {table}"
        " where participant_id = %s limit 1",
        [*values, source],
    )


def test_nobody_writes_about_a_person_out_of_reach() -> None:
    """Copies of one's own rows, told of somebody else: into every table."""
    hers, mine = world("Lantérn"), world("Harbor", case_manager=cast.CM3, backup=None)
    let_in = []
    with cast.acting(cast.CM3):
        for table, columns in people_tables():
            if table in THE_KEEPERS:
                continue
            assert rows_of(table, columns, mine.participant) == (table not in PAST_THE_WORKER), table
            for changed in ({"participant_id": hers.participant},):
                if not refused(*copied(table, columns, changed, mine.participant)):
                    let_in.append(table)
            for column in columns:
                if not refused(
                    f"update {table} set {column} = {column} where participant_id = %s", [hers.participant]
                ):
                    let_in.append(f"update {table}.{column}")
            if not refused(f"delete from {table} where participant_id = %s", [hers.participant]):
                let_in.append(f"delete {table}")
    assert let_in == []


def test_no_row_goes_from_one_person_to_another() -> None:
    """Not even by somebody who walks with both: it would carry words into another's record."""
    one, other = world("Lantérn"), world("Harbor")
    moved = []
    with cast.acting(cast.CM1), connection.cursor() as cursor:
        cursor.execute("select key_id from core.participants_participant where id = %s", [other.participant])
        (key,) = cursor.fetchone()
        for table, columns in people_tables():
            for column, value in (("participant_id", other.participant), ("key_id", key)):
                if column in columns and not refused(
                    f"update {table} set {column} = %s where participant_id = %s", [value, one.participant]
                ):
                    moved.append(f"{table}.{column}")
    assert moved == []


def test_nobody_writes_in_anothers_name() -> None:
    made = world("Lantérn")
    forged = []
    with cast.acting(cast.CM1):
        for table, columns in people_tables():
            if "by_id" in columns and not refused(
                *copied(table, columns, {"by_id": cast.CM2.id}, made.participant)
            ):
                forged.append(table)
    # An old version of a note names whoever wrote it, and is written by the one who amends.
    assert set(forged) <= {"core.connection_noteversion"}


def test_keys_are_made_for_oneself_or_for_ones_own_contact_alone() -> None:
    made = world("Lantérn")
    statement = (
        "insert into vault.vault_key (id, key_id, door, staff_id, participant_id, contact_id, wrapped)"
        " values (gen_random_uuid(), gen_random_uuid(), %s, %s, %s, %s, 'x')"
    )
    me = cast.CM3.id
    with cast.acting(cast.CM3):
        assert not refused(statement, ["desk", me, None, None])
        for values in (
            ["desk", cast.CM1.id, None, None],
            ["desk", me, made.participant, None],
            ["desk", me, None, made.alone],
            ["desk", None, made.participant, None],
            ["desk", None, None, made.alone],
            ["portal", me, None, None],
        ):
            assert refused(statement, values), values


def test_a_supervisor_reads_no_contact_joined_to_somebody_out_of_reach() -> None:
    """Once joined, a call belongs to the person: another team's supervisor reads it no more."""
    call = a_call()
    person = known(call, cast.ON_CALL)
    with cast.acting(cast.SUPERVISOR) as by:
        assert Contact.objects.get(pk=call)
        assign(by=by, participant=person, staff=cast.CM1.id, part=Part.CASE_MANAGER)
    _led_by_nobody()
    with cast.acting(cast.SUPERVISOR), connection.cursor() as cursor:
        assert not Contact.objects.exists()
        cursor.execute("select count(*) from vault.vault_key where contact_id = %s", [call])
        assert cursor.fetchone()[0] == 0
    for member in (cast.CM1, cast.ON_CALL):
        with cast.acting(member):
            assert Contact.objects.get(pk=call)


def _led_by_nobody() -> None:
    with cast.acting(cast.ADMIN), connection.cursor() as cursor:
        for member in (cast.CM1, cast.CM2):
            cursor.execute(
                "select core.set_staff(%s, %s, null, null, '{}', '', '', null)", [member.id, member.name]
            )


def test_every_function_of_the_keepers_is_called_by_those_named_only() -> None:
    _walls, functions, _joined = declared()
    named = {each.name: set(each.to) for each in functions}
    with connection.cursor() as cursor:
        cursor.execute(
            "select p.oid::regprocedure::text, n.nspname || '.' || p.proname, p.prosecdef, p.proconfig::text,"
            " has_function_privilege('alongside_desk', p.oid, 'execute'),"
            " has_function_privilege('alongside_portal', p.oid, 'execute')"
            " from pg_proc p join pg_namespace n on n.oid = p.pronamespace"
            " where n.nspname in ('core', 'access', 'vault', 'shared', 'trail')"
        )
        for signature, name, definer, config, desk, portal in cursor.fetchall():
            if name.startswith("core.procrastinate"):  # the queue's own: they do what their caller may do
                asks = name == "core.procrastinate_defer_jobs_v1"
                assert not definer and not portal and desk == asks, signature
                continue
            if definer:
                assert "search_path=pg_catalog, pg_temp" in config, signature
            assert desk == ("desk" in named.get(name, {"desk"} if name == "access.now" else ())), signature
            assert portal == ("portal" in named.get(name, {"portal"} if name == "access.now" else ())), (
                signature
            )


@pytest.mark.parametrize(
    "statement",
    [
        "set session authorization alongside_owner",
        "create schema mine",
        "create function core.my_people2() returns int language sql as 'select 1'",
        "create table core.mine (id int)",
        "create table public.mine (id int)",
        "alter table core.participants_need disable row level security",
        "drop policy \"people within reach\" on core.participants_need",
        "copy (select 1) to program 'true'",
        "select pg_read_file('/etc/passwd')",
        "select lo_import('/etc/passwd')",
        "select * from trail.trail_trailhead",
        "truncate trail.trail_trailentry",
        "grant alongside_keeper to alongside_desk",
        "alter role alongside_desk bypassrls",
        "select core.my_people() from pg_authid",
    ],
)  # fmt: skip
def test_sql_under_the_desks_role_takes_nothing_down(statement: str) -> None:
    with cast.acting(cast.CM3):
        assert refused(statement, [])


def test_a_search_path_of_ones_own_leads_nowhere() -> None:
    """Row security off is an error for whoever it holds, never a way around."""
    world("Lantérn")
    with cast.acting(cast.CM3):
        for setting in ("search_path = public, pg_temp", "row_security = off"):
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f"set local {setting}")
                try:
                    with transaction.atomic():
                        cursor.execute("select count(*) from core.participants_need")
                        assert cursor.fetchone()[0] == 0
                except DatabaseError as error:
                    assert "row-level security" in str(error)
                transaction.set_rollback(True)


def test_the_world_is_whole() -> None:
    assert isinstance(world("Lantérn"), World)
