"""What the partner's door may do in the database: a fixed list, tried as that role and with its own password."""

import csv
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import DatabaseError, connection, connections, transaction
from django.urls import get_resolver

from alongside.access.actor import as_actor
from alongside.access.checks import views
from alongside.access.doors import policy_of
from alongside.vault import ring, sealing
from alongside.vault.ring import NoKey
from bootstrap.keys import GIVEN, hand_out
from tests import cast
from tests.consent.make import clinic
from tests.house.checks import unmarked_views
from tests.people import lantern
from tests.workspace.door import invited, seated, shared, workspace

# Everything the role may call with rights that are not its own. A longer list is a decision, made here.
MAY_CALL = {
    "access.actor", "access.begin_by_link", "access.change_password", "access.door", "access.encoded_like",
    "access.end_session", "access.factor_was_used", "access.invited", "access.is_fresh", "access.keep_session",
    "access.now", "access.opens", "access.own_session", "access.session_held", "shared.my_agreements",
    "shared.my_commitments", "shared.my_partner", "shared.names", "shared.say", "trail.append",
    "access.update_session",
}  # fmt: skip
# Everything it has any right to. Nothing of it is in core, vault or trail.
MAY_TOUCH = {
    "access.access_account", "access.access_ledger", "access.account_emailaddress", "access.clock_clocksetting",
    "access.access_session", "access.mfa_authenticator",
    "shared.consent_shareditem", "shared.consent_sharedkey", "shared.consent_sharedreply",
}  # fmt: skip
TABLE = Path(__file__).parents[1] / "roles_workspace.csv"


def asked(statement: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return {name for (name,) in cursor.fetchall()}


def test_it_may_call_these_functions_and_no_other() -> None:
    found = asked(
        "select p.pronamespace::regnamespace::text || '.' || p.proname from pg_proc p"
        " where (p.prosecdef or p.pronamespace::regnamespace::text in ('core', 'vault', 'shared', 'trail'))"
        " and has_function_privilege('alongside_workspace', p.oid, 'execute')"
        " and p.pronamespace::regnamespace::text not in ('pg_catalog', 'information_schema')"
    )
    assert found == MAY_CALL


def test_it_may_touch_these_tables_and_no_other() -> None:
    found = asked(
        "select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace"
        " where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and c.relkind in"
        " ('r', 'v', 'm', 'p', 'f') and (has_any_column_privilege('alongside_workspace', c.oid,"
        " 'select,insert,update,references') or has_table_privilege('alongside_workspace', c.oid,"
        " 'delete,truncate,trigger'))"
    )
    assert {name if "." in name else f"?.{name}" for name in found} <= {
        *MAY_TOUCH,
        *(f"?.{name.split('.')[1]}" for name in MAY_TOUCH),
    }
    assert len(found) == len(MAY_TOUCH)
    for schema in ("core", "vault"):
        assert asked(f"select has_schema_privilege('alongside_workspace', '{schema}', 'usage')::text") == {
            "false"
        }


def test_of_what_is_said_it_reads_neither_who_nor_whether_it_was_seen() -> None:
    found = asked(
        "select a.attname::text from pg_attribute a where a.attrelid = 'shared.consent_sharedreply'::regclass"
        " and a.attnum > 0 and has_column_privilege('alongside_workspace', a.attrelid, a.attnum, 'select')"
    )
    assert found == {"id", "key_id", "item_id", "side", "kind", "words", "at"}


@pytest.mark.parametrize(
    "statement",
    [
        "select * from core.participants_participant", "select * from core.consent_disclosure",
        "select * from core.consent_sharedlink", "select * from core.partners_partneragency",
        "select * from vault.vault_key", "select * from trail.trail_trailentry",
        "select * from access.access_roleheld", "select * from access.access_signingkey",
        "select core.my_people()", "select access.has_role('supervisor')",
        "update shared.consent_shareditem set until = now()",
        "insert into shared.consent_sharedkey (id) values (gen_random_uuid())",
        "delete from shared.consent_sharedreply",
    ],
)  # fmt: skip
def test_a_signed_in_partner_is_refused(statement: str) -> None:
    person, agency = lantern(), clinic()
    shared(person, agency)
    alder = seated(agency)
    refused = pytest.raises(DatabaseError, match="permission denied")
    with workspace(), as_actor(alder.actor), connection.cursor() as cursor, refused, transaction.atomic():
        cursor.execute(statement)


def test_nobody_and_a_stranger_see_no_copy_and_no_key() -> None:
    person, agency = lantern(), clinic()
    _sent, item = shared(person, agency)
    alder, beech = seated(agency), seated(clinic("Dental clinic", "health"), "beech")
    for actor, count in ((None, 0), (beech.actor, 0), (alder.actor, 1)):
        with workspace(), as_actor(actor), connection.cursor() as cursor:
            cursor.execute("select count(*) from shared.consent_shareditem")
            assert cursor.fetchone() == (count,)
            cursor.execute("select count(*) from shared.consent_sharedkey")
            assert cursor.fetchone() == (2 * count,)
            cursor.execute("select shared.say(gen_random_uuid(), %s, 'accept', '')", [item])
            assert cursor.fetchone() == (bool(count),)


def test_what_fits_another_kind_of_thing_is_not_taken() -> None:
    person, agency = lantern(), clinic()
    _sent, item = shared(person, agency)
    alder = seated(agency)
    with workspace(), as_actor(alder.actor), connection.cursor() as cursor:
        for kind, taken in (("done", False), ("not_yet", False), ("waitlist", True)):
            cursor.execute("select shared.say(gen_random_uuid(), %s, %s, '')", [item, kind])
            assert cursor.fetchone() == (taken,), kind


def test_a_staff_actor_is_nobody_at_this_door() -> None:
    person, agency = lantern(), clinic()
    shared(person, agency)
    with workspace(), as_actor(cast.CM1.actor), connection.cursor() as cursor:
        cursor.execute("select count(*) from shared.consent_shareditem")
        assert cursor.fetchone() == (0,)
        cursor.execute("select shared.my_partner()")
        assert cursor.fetchone() == (None,)


def test_a_trail_row_lands_in_one_s_own_chain_whatever_was_asked() -> None:
    person, agency = lantern(), clinic()
    alder = seated(agency)
    with workspace(), as_actor(alder.actor), connection.cursor() as cursor:
        cursor.execute("select trail.append(%s, 'open_record', 'looked', '', null, now())", [person])
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute(
            "select chain from trail.trail_trailentry where door = 'workspace' and act = 'open_record'"
        )
        assert cursor.fetchall() == [(alder.account,)]


def test_with_its_own_password_alone_it_reads_nobody() -> None:
    described = connections["default"].settings_dict
    with psycopg.connect(
        host=described["HOST"],
        port=described["PORT"] or None,
        dbname=described["NAME"],
        user="alongside_workspace",
        password=settings.KEYS.role_passwords()["workspace"],
        autocommit=True,
    ) as raw:
        assert raw.execute("select count(*) from shared.consent_shareditem").fetchone() == (0,)
        for statement in (
            "select * from core.participants_participant",
            "select * from vault.vault_key",
            "select core.my_people()",
            "set role alongside_desk",
            "set role alongside_keeper",
            "set session authorization alongside_desk",
            "copy (select 1) to program 'true'",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                raw.execute(statement)


# The keys -------------------------------------------------------------------------------------------------


@pytest.mark.no_database
def test_the_door_s_folder_holds_no_key_of_the_desk(tmp_path: Path) -> None:
    from bootstrap.keys import make_keys

    ours = make_keys(tmp_path)
    theirs = hand_out(tmp_path, "workspace") / "keys"
    assert {each.name for each in theirs.iterdir()} == {*GIVEN["workspace"].values(), "roles.json"}
    told = "".join(each.read_text() for each in theirs.iterdir())
    for name in (
        "master-desk.key",
        "search.key",
        "actor-desk.key",
        "actor-worker.key",
        "django.key",
        "jobs.key",
    ):
        assert (ours / name).read_text().strip() not in told
    assert '"desk"' not in told and '"owner"' not in told
    assert all(each.stat().st_mode & 0o077 == 0 for each in theirs.iterdir())


def test_the_copy_s_key_opens_at_its_own_door_alone() -> None:
    person, agency = lantern(), clinic()
    shared(person, agency)
    alder = seated(agency)
    with workspace(), as_actor(alder.actor), connection.cursor() as cursor:
        cursor.execute(
            "select k.key_id, k.wrapped from shared.consent_sharedkey k"
            " join shared.consent_shareditem i on i.key_id = k.key_id"
        )
        key_id, wrapped = cursor.fetchone()
        assert len(ring.unwrapped(key_id, bytes(wrapped))) == 32
    with cast.acting(cast.CM1):
        with pytest.raises(sealing.DoesNotOpen):
            ring.unwrapped(key_id, bytes(wrapped))
        with pytest.raises(NoKey):
            ring.key(key_id)


# Addresses ------------------------------------------------------------------------------------------------


def _patterns() -> list[tuple[str, object]]:
    return list(views(get_resolver("alongside.project.urls_workspace").url_patterns))


def test_every_view_of_this_door_says_who_may_come_in() -> None:
    assert unmarked_views(get_resolver("alongside.project.urls_workspace").url_patterns) == []
    kinds = {policy_of(pattern.callback).kind for route, pattern in _patterns() if route.startswith("shared")}
    assert kinds == {"partner"}


def test_everybody_finds_at_this_door_what_the_map_says() -> None:
    """Each cell is GET/POST as in tests/roles.csv. `other` is a partner with whom nothing of this is shared."""
    with TABLE.open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert sorted(row["address"] for row in rows) == sorted(f"/{route}" for route, _pattern in _patterns())
    person, agency = lantern(), clinic()
    _sent, item = shared(person, agency)
    people = {
        "nobody": invited(clinic("A third", "other"), "third"),
        "partner": seated(agency),
        "other": seated(clinic("Dental clinic", "health"), "beech"),
    }
    wrong = []
    for row in rows:
        path = row["address"].replace("<uuid:item>", str(item)).replace("<int:pk>", "1")
        path = path.replace("<str:token>", "nothing-of-the-kind")
        for who, found in people.items():
            told = []
            for method in ("get", "post"):
                with workspace(), transaction.atomic():
                    cookies = found.client.cookies.copy()
                    found.client.raise_request_exception = False
                    told.append(letter(getattr(found.client, method)(path)))
                    found.client.cookies = cookies
                    transaction.set_rollback(True)
            if "/".join(told) != row[who]:
                wrong.append(f"{row['address']}: {who} finds {'/'.join(told)}, the map says {row[who]}")
    assert not wrong, "\n".join(wrong)


def letter(answer: object) -> str:
    """What this person finds."""
    status = answer.status_code  # type: ignore[attr-defined]
    where = str(getattr(answer, "headers", {}).get("Location", ""))
    if status in (301, 302) and where.startswith("/sign-in/"):
        return "s"
    return {403: "x", 404: "n", 405: "-", 401: "s"}.get(status, "o" if status < 500 else "!")
