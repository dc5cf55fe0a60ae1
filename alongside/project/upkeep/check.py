"""What is wrong with an installation, in plain words. `docs/OPERATIONS.md` calls it `./keep check`."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from django.db.migrations.loader import MigrationLoader

from alongside import clock
from alongside.access.raising import standing, stated
from alongside.access.wall import DOORS
from alongside.project.upkeep import key_folder
from alongside.project.upkeep.database import not_seen_whole, signed_in_as, tables_to_keep
from alongside.project.upkeep.places import folders, made_at

OLDEST_SERVER, NEWEST_TRIED = 15, 18
ROOM = 2 * 1024**3  # bytes
A_NIGHT = timedelta(hours=26)
APART = timedelta(seconds=5)
Reader = psycopg.Connection[Any]


@dataclass(frozen=True)
class Finding:
    """One thing looked at: `wrong` must be put right, `mind` is for thinking about, `right` is as it should be."""

    weight: str
    says: str


def right(says: str) -> Finding:
    """As it should be."""
    return Finding("right", says)


def mind(says: str) -> Finding:
    """Worth a thought."""
    return Finding("mind", says)


def wrong(says: str) -> Finding:
    """Must be put right."""
    return Finding("wrong", says)


def look_over() -> Iterator[Finding]:
    """Everything that is looked at, in the order in which it is put right."""
    yield from _mode()
    yield from _keys()
    yield from _disk()
    yield from _copies()
    try:
        with signed_in_as("backup") as reader:
            for look in (_server, _roles, _logs, _clock, _steps, _walls, _jobs):
                yield from _carefully(look, reader)
    except psycopg.OperationalError:
        yield wrong("The database does not answer.")


def _carefully(look: "Callable[[Reader], Iterator[Finding]]", reader: Reader) -> Iterator[Finding]:
    try:
        yield from look(reader)
    except psycopg.errors.Error as why:
        if isinstance(why, psycopg.OperationalError):
            raise
        reader.rollback()
        yield wrong(
            f"{look.__name__.strip('_').capitalize()} could not be looked at: the database is not prepared."
        )


def _mode() -> Iterator[Finding]:
    if settings.MODE != "production":
        yield mind(
            f"This is a {settings.MODE} installation: its clock can be set. Keep no real people in it."
        )
        return
    yield right("This is a production installation: nobody can set its clock.")
    if not settings.ORIGIN.startswith("https://"):
        yield wrong("ALONGSIDE_ORIGIN does not begin with https://, so what people type travels in clear.")
    yield right("No mail is sent, and none is needed.")


def _keys() -> Iterator[Finding]:
    found = key_folder.wrong_with_keys()
    yield from map(wrong, found)
    if found:
        return
    yield right("Every key is there and closed to others.")
    for name in ("master-desk.key", "search.key"):
        if settings.KEYS.beside(name):
            yield mind(f"{name} is being changed, or its former one is still there: see ./keep keys --help.")
    copied = key_folder.copied_at()
    if copied is None:
        yield wrong(
            "No copy of the keys in use is known. Without them nobody can ever read a word again: run "
            "./keep keys copy FOLDER, and put the folder in a safe."
        )
    else:
        yield right(f"The keys in use were copied elsewhere on {copied.date().isoformat()}.")


def _disk() -> Iterator[Finding]:
    where = folders()
    for name, folder in (("data", Path(settings.DATA)), ("copies", where.data), ("keys' copy", where.keys)):
        if not folder.exists():
            continue
        free = shutil.disk_usage(folder).free
        says = f"{free // 1024**2} MB are free for {name} ({folder})."
        yield right(says) if free > ROOM else wrong(f"Only {says}")
    if where.data.exists() and os.stat(where.data).st_dev == os.stat(settings.DATA).st_dev:
        yield mind("Copies lie on the same disk as the data: carry them elsewhere, or both go together.")


def _copies() -> Iterator[Finding]:
    where = folders()
    if settings.BACKUPS is None or settings.KEY_BACKUPS is None:
        yield mind("ALONGSIDE_BACKUPS and ALONGSIDE_KEY_BACKUPS are not both set: no copy is made at night.")
    copies = where.copies()
    if not copies:
        yield wrong(f"There is no copy of the data in {where.data}: run ./keep backup.")
        return
    age = clock.wall() - made_at(copies[0])
    says = f"The newest copy of the data was made {int(age.total_seconds() // 3600)} hours ago."
    yield right(says) if age < A_NIGHT else wrong(says)
    if not where.keys_file.exists():
        yield wrong(f"There is no copy of the wrapped keys in {where.keys}: run ./keep backup.")


def _server(reader: Reader) -> Iterator[Finding]:
    version = reader.info.server_version // 10000
    if version < OLDEST_SERVER:
        yield wrong(f"PostgreSQL {version} is too old: {OLDEST_SERVER} or newer is needed.")
    elif version > NEWEST_TRIED:
        yield mind(f"PostgreSQL {version} is newer than what was tried here ({NEWEST_TRIED}).")
    else:
        yield right(f"PostgreSQL {version} serves.")
    if settings.MODE == "production" and (_shown(reader, "fsync"), _shown(reader, "full_page_writes")) != (
        "on",
        "on",
    ):
        yield wrong(
            "PostgreSQL does not wait for the disk (fsync, full_page_writes): a power cut loses notes."
        )
    if _shown(reader, "archive_mode") != "off":
        yield mind(
            "The write-ahead log is archived: a destroyed key can be read there for as long as it is kept."
        )


def _shown(reader: Reader, name: str) -> str:
    row = reader.execute("select current_setting(%s)", [name]).fetchone()
    return str(row[0]) if row else ""


def _logs(reader: Reader) -> Iterator[Finding]:
    """A statement carries what somebody typed at the door; none may reach the server's log or another connection."""
    told = {
        "log_statement": ("none",),
        "log_min_error_statement": ("panic", "fatal"),
        "log_min_duration_statement": ("-1",),
        "log_error_verbosity": ("terse",),
        "track_activities": ("off",),  # what a connection is busy with, to others of its role
    }
    loud = [f"{name} = {values[0]}" for name, values in told.items() if _shown(reader, name) not in values]
    if loud:
        yield wrong(f"PostgreSQL may quote people: set {', '.join(loud)} (alter database ... set is enough).")
    else:
        yield right("PostgreSQL quotes nobody, in its log or to other connections.")


def _roles(reader: Reader) -> Iterator[Finding]:
    names = [f"alongside_{name}" for name in (*DOORS, "owner", "backup", "keeper")]
    rows = reader.execute(
        "select rolname, rolsuper or rolbypassrls or rolcreaterole, rolcanlogin from pg_roles"
        " where rolname = any(%s)",
        [names],
    ).fetchall()
    bad = [f"{name} may step over walls" for name, above, _login in rows if above]
    bad += [f"{name} can sign in" for name, _above, login in rows if name == "alongside_keeper" and login]
    bad += [f"{name} is absent" for name in set(names) - {row[0] for row in rows}]
    owned = reader.execute(
        "select distinct relowner::regrole::text from pg_class where relowner::regrole::text = any(%s)",
        [[f"alongside_{name}" for name in (*DOORS, "backup")]],
    ).fetchall()
    bad += [f"{name} owns tables" for (name,) in owned]
    yield from (wrong(f"Database roles: {each}.") for each in bad)
    if not bad:
        yield right("No role of the database stands above the walls, and nobody can sign in as the keeper.")


def _clock(reader: Reader) -> Iterator[Finding]:
    row = reader.execute("select clock_timestamp(), (select max(at) from trail.trail_trailentry)").fetchone()
    there, newest = row if row else (clock.wall(), None)
    apart = abs(there - clock.wall())
    if apart > APART:
        yield wrong(f"The clocks of this machine and of the database are {apart.seconds} seconds apart.")
    elif newest and newest > clock.wall() + APART:
        yield wrong("The clock of this machine stands before the newest entry of the trail.")
    else:
        yield right("The clock agrees with the database and with the trail.")


def _walls(reader: Reader) -> Iterator[Finding]:
    cursor = reader.cursor()
    cursor.execute("select obj_description('trail'::regnamespace, 'pg_namespace')")
    row = cursor.fetchone()
    noted = str(row[0] or "") if row else ""
    if noted != f"{stated()} {standing(cursor)}":
        since = "another version raised them" if not noted.startswith(stated()) else "somebody changed them"
        yield wrong(f"The walls are not what this version declares ({since}): run ./keep prepare.")
    else:
        yield right("Every wall stands as it is declared.")
    unseen = not_seen_whole(reader, tables_to_keep())
    if unseen:
        yield wrong(f"A copy would miss rows of {', '.join(unseen)}: run ./keep prepare.")
    broken = reader.execute("select count(*) from trail.broken_chains()").fetchone()
    if broken and broken[0]:
        yield wrong(f"The trail is not whole: {broken[0]} places in it were changed or are missing.")
    else:
        yield right("The trail is whole.")


def _jobs(reader: Reader) -> Iterator[Finding]:
    row = reader.execute("select * from core.state_of_jobs()").fetchone()
    working, failed, waiting = row if row else (0, 0, 0)
    if not working:
        yield wrong("No worker runs: nothing is done at night, and nothing that was asked for.")
    else:
        yield right("A worker runs.")
    if failed:
        yield mind(f"{failed} jobs did not work out; the worker's log says which.")
    if waiting > 100:
        yield mind(f"{waiting} jobs wait their turn.")


def _steps(reader: Reader) -> Iterator[Finding]:
    made = set(reader.execute("select app, name from core.django_migrations").fetchall())
    to_make = set(MigrationLoader(None).graph.nodes) - made
    if to_make:
        yield wrong(f"{len(to_make)} steps of this version are not made yet: run ./keep prepare.")
    else:
        yield right("The tables are those of this version.")
