"""Raising the walls: from what the rooms declare to what the database enforces."""

import hashlib
from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction

from alongside.access import ledger
from alongside.access.sql_files import Function
from alongside.access.wall import DOORS, SCHEMA_OF_APP, SCHEMAS, Policy, Wall, declared
from alongside.clock import may_be_set


def make_schemas() -> None:
    """The schemas, before the first migration."""
    with connection.cursor() as cursor:
        for schema in SCHEMAS:
            cursor.execute(f"create schema if not exists {schema}")
        # For the constraint that holds one primary and one backup at a time. A trusted extension.
        cursor.execute("create extension if not exists btree_gist with schema public")


@transaction.atomic
def raise_walls() -> int:
    """Take every wall down and put up what is declared, in one transaction. Gives the number of walls."""
    walls, functions, joined = declared()
    with connection.cursor() as cursor:
        cursor.execute(ledger.TABLE)
        settle_schemas(cursor, walls)
        _take_down(cursor)
        _put_up_functions(cursor, functions)
        for wall in walls.values():
            _put_up(cursor, wall)
        for more in joined:
            _put_up_policy(cursor, more.table, more.policy)
        cursor.execute("revoke create on schema core, access, vault, shared, trail from alongside_keeper")
        _keep_pads(cursor)
        _note_what_stands(cursor)
    return len(walls)


@transaction.atomic
def put_up_more(functions: list[Function], statements: Iterable[str]) -> None:
    """Put up what one installation alone has, beside what every one has. Raising the walls takes it down."""
    schemas = ", ".join(sorted({each.name.partition(".")[0] for each in functions}))
    with connection.cursor() as cursor:
        cursor.execute("select current_user")
        (owner,) = cursor.fetchone()
        cursor.execute(f"grant create on schema {schemas} to alongside_keeper")
        cursor.execute("set local role alongside_keeper")
        for each in functions:
            cursor.execute(f"drop function if exists {each.name}({_types(each.arguments)}) cascade")
            _put_up_function(cursor, each)
        cursor.execute(f"set local role {owner}")
        for statement in statements:
            cursor.execute(statement)
        cursor.execute(f"revoke create on schema {schemas} from alongside_keeper")
        _note_what_stands(cursor)


def _note_what_stands(cursor: Any) -> None:
    cursor.execute(f"comment on schema trail is '{stated()} {standing(cursor)}'")


def stated() -> str:
    """A short value for what the code declares just now."""
    return hashlib.sha256(repr((*declared(), may_be_set())).encode()).hexdigest()[:16]


def standing(cursor: Any) -> str:
    """A short value for what stands in the database: every policy, grant, checking function and trigger."""
    cursor.execute(
        """
        select encode(sha256(convert_to(string_agg(said, E'\n' order by said collate "C"), 'UTF8')), 'hex') from (
            select concat_ws('|', schemaname, tablename, policyname, permissive, roles, cmd, qual, with_check)
                from pg_policies where schemaname = any(%(schemas)s)
            union all
            select concat_ws('|', oid::regclass, relrowsecurity, relforcerowsecurity, relowner::regrole,
                    (select string_agg(a::text, ',' order by a::text) from unnest(relacl) a))
                from pg_class where relnamespace::regnamespace::text = any(%(schemas)s) and relkind in ('r', 'v')
            union all
            select concat_ws('|', attrelid::regclass, attname,
                    (select string_agg(a::text, ',' order by a::text) from unnest(attacl) a))
                from pg_attribute join pg_class c on c.oid = attrelid where attacl is not null
                and c.relnamespace::regnamespace::text = any(%(schemas)s)
            union all
            select concat_ws('|', oid::regprocedure, prosrc, prosecdef, proowner::regrole,
                    (select string_agg(a::text, ',' order by a::text) from unnest(proacl) a))
                from pg_proc where pronamespace::regnamespace::text = any(%(schemas)s)
            union all
            select concat_ws('|', tgrelid::regclass, tgname, tgenabled, pg_get_triggerdef(t.oid))
                from pg_trigger t join pg_class c on c.oid = tgrelid where not tgisinternal
                and c.relnamespace::regnamespace::text = any(%(schemas)s)
        ) as everything(said)
        """,
        {"schemas": list(SCHEMAS)},
    )
    return str(cursor.fetchone()[0])[:16]


def settle_schemas(cursor: Any, walls: dict[str, Wall]) -> None:
    """Every table into its schema, and no right of any role left."""
    for model in apps.get_models(include_auto_created=True):
        schema = SCHEMA_OF_APP.get(model._meta.app_label, "core")
        if f"shared.{model._meta.db_table}" in walls:
            schema = "shared"
        cursor.execute("select to_regclass(%s)", [f"core.{model._meta.db_table}"])
        if schema != "core" and cursor.fetchone()[0]:
            cursor.execute(f"alter table core.{model._meta.db_table} set schema {schema}")
    everyone = ", ".join(f"alongside_{role}" for role in (*DOORS, "backup", "keeper"))
    for schema in SCHEMAS:
        cursor.execute(f"revoke all on schema {schema} from public")
        cursor.execute(f"revoke all on all tables in schema {schema} from public, {everyone}")
        cursor.execute(f"revoke usage on schema {schema} from {everyone}")
        cursor.execute(
            f"grant usage on schema {schema} to alongside_desk, alongside_worker, alongside_backup"
        )
        cursor.execute(f"grant usage, create on schema {schema} to alongside_keeper")
    cursor.execute("grant usage on schema access, trail to alongside_portal, alongside_workspace")
    cursor.execute("grant usage on schema shared to alongside_workspace")


def _take_down(cursor: Any) -> None:
    cursor.execute(
        "select format('drop policy %%I on %%I.%%I', policyname, schemaname, tablename) from pg_policies"
        " where schemaname = any(%s)",
        [list(SCHEMAS)],
    )
    for (statement,) in cursor.fetchall():
        cursor.execute(statement)
    cursor.execute(
        "select format('drop function %%s cascade', p.oid::regprocedure) from pg_proc p"
        " join pg_roles r on r.oid = p.proowner"
        " where r.rolname = 'alongside_keeper' and p.pronamespace::regnamespace::text = any(%s)",
        [list(SCHEMAS)],
    )
    statements = [row[0] for row in cursor.fetchall()]
    cursor.execute("set local role alongside_keeper")
    for statement in statements:
        cursor.execute(statement.replace("drop function", "drop function if exists"))
    cursor.execute("reset role")


def _put_up_functions(cursor: Any, functions: list[Function]) -> None:
    now = "coalesce(nullif(current_setting('alongside.now', true), '')::timestamptz, now())"
    work_time = Function(
        "access.now",
        "",
        "timestamptz",
        f"begin return {now if may_be_set() else 'now()'}; end",
        DOORS,
        "stable",
    )
    cursor.execute("set local role alongside_keeper")
    for each in (work_time, *functions):
        _put_up_function(cursor, each)
    cursor.execute("reset role")


def _put_up_function(cursor: Any, each: Function) -> None:
    parallel = "parallel restricted" if each.volatility == "stable" else ""
    cursor.execute(
        f"create function {each.name}({each.arguments}) returns {each.returns} language plpgsql"
        f" {each.volatility} {parallel} security definer"
        f" set search_path = pg_catalog, pg_temp as $body$ {each.body} $body$"
    )
    signature = f"{each.name}({_types(each.arguments)})"
    cursor.execute(f"revoke execute on function {signature} from public")
    for role in each.to:
        cursor.execute(f"grant execute on function {signature} to alongside_{role}")


def _types(arguments: str) -> str:
    """The types of `name type [default x], ...`, as a signature wants them."""
    parts = [part.split(" default ")[0].split() for part in arguments.split(",") if part.strip()]
    return ", ".join(" ".join(words[1:]) for words in parts)


def _put_up(cursor: Any, wall: Wall) -> None:
    if wall.also:
        cursor.execute(wall.also)
    cursor.execute(f"alter table {wall.table} enable row level security")
    cursor.execute(f"alter table {wall.table} {'no force' if wall.excuse else 'force'} row level security")
    for policy in wall.policies:
        _put_up_policy(cursor, wall.table, policy)
    for role, grants in wall.grants.items():
        cursor.execute(f"grant {grants} on {wall.table} to alongside_{role}")
    if wall.keeper:
        cursor.execute(f"grant {wall.keeper} on {wall.table} to alongside_keeper")
        _put_up_policy(cursor, wall.table, Policy("the keeper", "true", "true", to=("keeper",)))
    if wall.dumped:
        cursor.execute(f"grant select on {wall.table} to alongside_backup")
        _put_up_policy(cursor, wall.table, Policy("backup", "true", on="select", to=("backup",)))


def _put_up_policy(cursor: Any, table: str, policy: Policy) -> None:
    roles = ", ".join(f"alongside_{role}" for role in policy.to)
    using = f"using ({policy.using})" if policy.using else ""
    check = f"with check ({policy.check})" if policy.check and policy.on != "select" else ""
    cursor.execute(f'create policy "{policy.name}" on {table} for {policy.on} to {roles} {using} {check}')


def _keep_pads(cursor: Any) -> None:
    for door in ("desk", "workspace", "worker"):
        if not settings.KEYS.has(f"actor-{door}.key"):
            continue
        key = settings.KEYS.secret(f"actor-{door}.key")
        block = (hashlib.sha256(key).digest() if len(key) > 64 else key).ljust(64, b"\0")
        cursor.execute(
            "insert into access.access_signingkey (door, ipad, opad) values (%s, %s, %s)"
            " on conflict (door) do update set ipad = excluded.ipad, opad = excluded.opad",
            [door, bytes(b ^ 0x36 for b in block), bytes(b ^ 0x5C for b in block)],
        )
