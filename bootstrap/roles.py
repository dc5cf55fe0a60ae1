"""The database's roles and the database itself; run by the environment's Python, for this needs the driver.

`python -m bootstrap.roles` reads one JSON object on its input: `admin` (the connection string of a role that
may make roles), `database`, `passwords` per role and `tests`. With `aside` only a further database is made,
with `drop` it is dropped. Running it again changes nothing that is right.
"""

from __future__ import annotations

import json
import sys
from typing import LiteralString

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

OLDEST_SERVER = 15

SIGNING_IN = ("owner", "desk", "portal", "workspace", "worker", "backup")
STEPS_INTO = ("owner", "desk", "portal", "workspace", "worker", "backup")


def role(name: str) -> sql.Identifier:
    """The PostgreSQL name of one of our roles."""
    return sql.Identifier(f"alongside_{name}")


def run(connection: psycopg.Connection, text: LiteralString, **parts: sql.Composable) -> None:
    """Run one statement with its names filled in safely."""
    connection.execute(sql.SQL(text).format(**parts))


def make_roles(connection: psycopg.Connection, passwords: dict[str, str], *, tests: bool) -> None:
    """Make each role that is absent and set its attributes: none inherits, none is above the walls."""
    known = {name for (name,) in connection.execute("select rolname from pg_roles")}
    # Only a superuser may name these three, and a new role has none of them anyway.
    above = _is_superuser(connection)
    plain = "nosuperuser nobypassrls noreplication " if above else ""
    names = [*SIGNING_IN, "keeper", *(["tester"] if tests else [])]
    for name in names:
        if f"alongside_{name}" not in known:
            run(connection, "create role {role}", role=role(name))
        attributes = plain + "noinherit nocreaterole "
        attributes += "createdb " if tests and name in ("owner", "tester") else "nocreatedb "
        if name == "keeper":
            connection.execute(sql.SQL("alter role {} " + attributes + "nologin").format(role(name)))
        else:
            connection.execute(
                sql.SQL("alter role {} " + attributes + "login password {}").format(
                    role(name), sql.Literal(passwords[name])
                )
            )
        if above:  # no connection of ours learns what another one is busy with
            run(connection, "alter role {role} set track_activities = off", role=role(name))
    _join(connection, "keeper", "owner")
    if tests:
        for name in STEPS_INTO:
            _join(connection, name, "tester")


def _join(connection: psycopg.Connection, group: str, member: str) -> None:
    # Before 16 a grant cannot say this; there the member's NOINHERIT does the same.
    if connection.info.server_version >= 160000:
        run(
            connection,
            "grant {group} to {member} with inherit false, set true",
            group=role(group),
            member=role(member),
        )
    else:
        run(connection, "grant {group} to {member}", group=role(group), member=role(member))


def make_database(admin: str, database: str) -> None:
    """Make the database if absent, owned by the owner role."""
    with psycopg.connect(admin, autocommit=True) as connection:
        found = connection.execute("select 1 from pg_database where datname = %s", [database]).fetchone()
        if found is None:
            # Who is no superuser must be able to step into the owner before giving it anything.
            if connection.info.server_version >= 160000 and not _is_superuser(connection):
                run(connection, "grant {owner} to current_user with set true", owner=role("owner"))
            elif not _is_superuser(connection):
                run(connection, "grant {owner} to current_user", owner=role("owner"))
            run(
                connection,
                "create database {name} owner {owner} encoding 'UTF8' template template0",
                name=sql.Identifier(database),
                owner=role("owner"),
            )


def _is_superuser(connection: psycopg.Connection) -> bool:
    found = connection.execute("select rolsuper from pg_roles where rolname = current_user").fetchone()
    return bool(found and found[0])


def close_database(connection: psycopg.Connection, database: str, *, tests: bool) -> None:
    """Let in only our own roles, and give the extensions that the tables' constraints stand on."""
    name, owner = sql.Identifier(database), role("owner")
    run(connection, "revoke all on database {name} from public", name=name)
    run(connection, "revoke all on schema public from public")
    run(connection, "create extension if not exists btree_gist")
    run(connection, "grant create, connect, temporary on database {name} to {owner}", name=name, owner=owner)
    run(connection, "grant usage, create on schema public to {owner}", owner=owner)
    for door in [*SIGNING_IN[1:], *(["tester"] if tests else [])]:
        run(connection, "grant connect on database {name} to {door}", name=name, door=role(door))


# What a server of one's own would write down of a statement, and with it of somebody's words.
QUIET = {
    "log_statement": "none",
    "log_min_error_statement": "panic",
    "log_min_duration_statement": "-1",
    "log_error_verbosity": "terse",
}


def quiet_logs(connection: psycopg.Connection, database: str) -> None:
    """Keep people's words out of the server's log, where our role may say so; `./keep check` tells otherwise."""
    if _is_superuser(connection):
        for name, value in QUIET.items():
            run(
                connection,
                "alter database {database} set {name} = {value}",
                database=sql.Identifier(database),
                name=sql.Identifier(name),
                value=sql.Literal(value),
            )


def drop_database(admin: str, database: str) -> None:
    """Drop a database that was made for a while."""
    with psycopg.connect(admin, autocommit=True) as connection:
        run(connection, "drop database if exists {name} with (force)", name=sql.Identifier(database))


def first_door(admin: str) -> str:
    """A database that is there to connect to while ours may not be."""
    try:
        psycopg.connect(admin).close()
    except psycopg.OperationalError as why:
        if "does not exist" not in str(why):
            raise
        return make_conninfo(admin, dbname="postgres")
    return admin


def main() -> int:
    """Read what to make from the input, and make it."""
    wish = json.load(sys.stdin)
    admin, database, tests = wish["admin"], wish["database"], bool(wish["tests"])
    if wish.get("drop"):
        drop_database(make_conninfo(admin, dbname="postgres"), database)
        return 0
    first = first_door(make_conninfo(admin, dbname="postgres") if wish.get("aside") else admin)
    with psycopg.connect(first) as connection:
        if connection.info.server_version < OLDEST_SERVER * 10000:
            print(f"PostgreSQL {OLDEST_SERVER} or newer is needed.", file=sys.stderr)
            return 1
        if not wish.get("aside"):
            make_roles(connection, wish["passwords"], tests=tests)
    make_database(first, database)
    with psycopg.connect(admin) as connection:
        close_database(connection, database, tests=tests)
        quiet_logs(connection, database)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except psycopg.Error as why:
        print(" ".join(str(why).split()), file=sys.stderr)
        sys.exit(1)
