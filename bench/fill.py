"""Fills a prepared, empty database with an agency of a size, ten years deep.

Written in bulk by the owner of the tables with the walls' force let down, which is put up again at the end and
checked. Every word is sealed and every alias has its tokens, as if it had been typed. Run by `bench`, in the
environment of the owner: `python -m bench.fill SIZE`.
"""

import os
import random
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import get_context
from typing import Any, cast
from uuid import UUID, uuid4, uuid5

import django
import psycopg

from bench.sizes import CASELOAD, LONG_STORY, OLD_FRIENDS, SIZES, TEAM, Size

NAMESPACE = UUID("0b3d5c6e-5a4e-4c19-9d5e-be4c42027000")
OF_STAFF = ("access.Account", "access.RoleHeld", "agency.Site", "agency.Staff", "mfa.Authenticator")
AT_ONCE = 250  # people written together
PASSWORD = "made-up words for a bench"


@dataclass(frozen=True)
class Share:
    """What one process makes: people of case managers, and calls."""

    size: str
    number: int
    people: list[tuple[int, int, bool, bool, int]]  # case manager, backup, ended, parted, notes
    calls: int
    now: datetime


def staff_id(number: int) -> UUID:
    """The same worker for the same number."""
    return uuid5(NAMESPACE, f"worker {number}")


def case_managers(size: Size) -> int:
    """How many of the staff are case managers; the rest lead, answer the hotline and administer."""
    return max(8, size.staff * 2 // 3)


def plan(size: Size) -> list[tuple[int, int, bool, bool, int]]:
    """Who walks with whom: a full caseload each, some ended, and many of earlier years nobody reaches."""
    workers = case_managers(size)
    usual = size.notes // size.participants
    people = []
    for number in range(size.participants):
        case_manager, turn = number % workers, number // workers
        ended, parted = turn >= CASELOAD, turn >= CASELOAD + OLD_FRIENDS
        notes = LONG_STORY if number == 0 else usual
        people.append((case_manager, (case_manager + 1) % workers, ended, parted, notes))
    return people


def setup(role: str) -> None:
    """Start Django in the environment that was given."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.project.settings")
    os.environ["ALONGSIDE_ROLE"] = role
    django.setup()


def _raw() -> "psycopg.Connection[Any]":
    from django.db import connection

    connection.ensure_connection()
    connection.set_autocommit(False)
    return cast("psycopg.Connection[Any]", connection.connection)


def _fill_share(share: Share) -> int:
    """Make one share in a process of its own; gives the rows written."""
    setup("owner")
    from django.conf import settings

    from alongside.benefits.models import ClockRule
    from alongside.connection.models import ServiceKind
    from bench.people import ORDER, Keys, Maker, Told, Wanted
    from bench.rows import Batch, Shape

    raw = _raw()
    keys = Keys(settings.KEYS.secret("master-desk.key"), settings.KEYS.secret("search.key"))
    kinds = tuple(ServiceKind.objects.values_list("pk", flat=True))
    rules = dict(ClockRule.objects.filter(key__in=("t_status", "approval")).values_list("key", "pk"))
    told = Told(share.now, kinds, uuid4(), rules["t_status"], rules["approval"])
    batch = Batch({label: Shape(label) for label in ORDER})
    chance = random.Random(share.number)
    maker = Maker(batch, keys, told, chance)
    workers, written = case_managers(SIZES[share.size]), 0
    for count, (case_manager, backup, ended, parted, notes) in enumerate(share.people, 1):
        maker.person(Wanted(staff_id(case_manager), staff_id(backup), ended, parted, notes))
        if count % AT_ONCE == 0:
            written += batch.write(raw, ORDER)
    for count in range(1, share.calls + 1):
        maker.contact(staff_id(count % workers))
        if count % (AT_ONCE * 20) == 0:
            written += batch.write(raw, ORDER)
    return written + batch.write(raw, ORDER)


def _fill_staff(size: Size, now: datetime) -> None:
    """Everybody who works here: the first lead teams, and all of them can sign in."""
    from allauth.mfa.models import Authenticator
    from django.contrib.auth.hashers import make_password

    from alongside.access.factors import sealed
    from bench.rooms import nights
    from bench.rows import Batch, Shape

    order = (*OF_STAFF, "workforce.OnCallShift")
    batch = Batch(
        {label: Shape(label, ("password",) if label == "access.Account" else ()) for label in order}
    )
    hashed, workers = make_password(PASSWORD), case_managers(size)
    sites = [uuid4() for _each in range(size.sites)]
    for number, site in enumerate(sites):
        batch.add("agency.Site", id=site, name=f"Site {number}")
    for number in range(size.staff):
        name, role = staff_id(number), role_of(number, workers)
        batch.add(
            "access.Account",
            id=name,
            username=f"worker{number}",
            password=hashed,
            name=f"Worker {number}",
            door="desk",
            is_active=True,
            added_at=now,
        )
        batch.add("access.RoleHeld", id=uuid4(), account_id=name, role=role)
        leads = staff_id(workers + number // TEAM) if number < workers else None
        if leads is not None and workers + number // TEAM >= size.staff:
            leads = staff_id(workers)
        batch.add(
            "agency.Staff",
            id_id=name,
            id=name,
            name=f"Worker {number}",
            supervisor_id=leads,
            site_id=sites[0],
        )
        batch.add(
            "mfa.Authenticator",
            id=number + 1_000_000,
            user_id=name,
            type=Authenticator.Type.TOTP,
            data=psycopg.types.json.Jsonb(
                sealed(name, Authenticator.Type.TOTP, number + 1_000_000, {"secret": secret()})
            ),
            created_at=now,
        )
    answering = [each for each in range(size.staff) if role_of(each, workers) == "on_call"]
    nights(batch.add, [staff_id(each) for each in answering or [workers]], now)
    # Leaders stand in the table before those they lead.
    batch.rows["agency.Staff"].reverse()
    raw = _raw()
    batch.write(raw, order)
    # The table has a column of the walls' own that tells the door; the owner is no door.
    raw.execute("update mfa_authenticator set door = 'alongside_desk' where door = 'alongside_owner'")
    raw.commit()


def role_of(number: int, workers: int) -> str:
    """Case managers first, then supervisors, then the hotline."""
    if number < workers:
        return "case_manager"
    return "supervisor" if number < workers + workers // TEAM + 1 else "on_call"


def secret() -> str:
    """The one-time secret of every worker here (base32)."""
    return "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@contextmanager
def walls_let_down(tables: list[str]) -> Iterator[None]:
    """Let the owner write past the walls for a while; they stand again afterwards, and that is looked at."""
    raw = _raw()
    with raw.cursor() as cursor:
        for table in tables:
            cursor.execute(f'alter table "{table}" no force row level security')
    raw.commit()
    try:
        yield
    finally:
        with raw.cursor() as cursor:
            for table in tables:
                cursor.execute(f'alter table "{table}" force row level security')
            cursor.execute(
                "select relname from pg_class where relname = any(%s) and not relforcerowsecurity", [tables]
            )
            still_open = cursor.fetchall()
        raw.commit()
        if still_open:
            raise RuntimeError(f"walls did not go up again: {still_open}")


def fill(size: Size, processes: int = 2) -> float:
    """Fill the database; gives the seconds it took."""
    from django.apps import apps

    from alongside import clock
    from bench.people import ORDER

    begun, now = time.monotonic(), clock.wall()
    labels = (*ORDER, *OF_STAFF, "workforce.OnCallShift")
    with walls_let_down([apps.get_model(label)._meta.db_table for label in labels]):
        _fill_staff(size, now)
        everybody = plan(size)
        shares = [
            Share(size.name, number, everybody[number::processes], size.contacts // processes, now)
            for number in range(processes)
        ]
        with get_context("spawn").Pool(processes) as pool:
            rows = sum(pool.map(_fill_share, shares))
    raw = _raw()
    raw.commit()
    raw.autocommit = True
    raw.execute("vacuum analyze")
    took = time.monotonic() - begun
    sys.stdout.write(f"{size.name}: {rows:,} rows in {took:.0f} s\n")
    return took


if __name__ == "__main__":
    setup("owner")
    fill(SIZES[sys.argv[1]])
