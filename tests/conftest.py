"""The ground of every test: a real database cloned from a template, the runtime role, a clock that stands."""

import fcntl
import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import connection, connections
from django.template.backends.jinja2 import Template as JinjaPage
from django.test.signals import template_rendered
from whitenoise.base import WhiteNoise

from alongside import clock, trail
from alongside.access import actor as actors
from alongside.clock.models import ClockSetting
from tests import cast

ROOT = Path(__file__).parents[1]


def _schema_hash() -> str:
    """Changes whenever tables, walls or the cast do."""
    digest = hashlib.sha256()
    for path in sorted(
        path
        for kind in (
            *(
                "*/migrations/*.py",
                "*/*walls*.py",
                "*/sql/*.sql",
                "*/reference*.py",
                "*/data/*.toml",
                "*/apps.py",
            ),
            *("access/*.py", "project/demo/cast.py"),
        )
        for path in ROOT.glob(f"alongside/{kind}")
    ):
        if path.is_file():
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def owner_connection(name: str = "postgres") -> "psycopg.Connection[Any]":
    """A connection as the owner, for making databases only."""
    described = connections["default"].settings_dict
    return psycopg.connect(
        host=described["HOST"],
        port=described["PORT"] or None,
        dbname=name,
        user="alongside_owner",
        password=settings.KEYS.role_passwords()["owner"],
        autocommit=True,
    )


def run_manage(*arguments: str, role: str, database: str) -> None:
    """Run a management command as a role on a database, as an operator would."""
    described = connections["default"].settings_dict
    place = f"postgresql:///{database}?host={described['HOST']}&port={described['PORT'] or 5432}"
    env = os.environ | {"ALONGSIDE_ROLE": role, "ALONGSIDE_DATABASE": place}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def made_once(name: str, source: str, *commands: tuple[str, str]) -> str:
    """A database that is made once for as long as its server stands: a clone of `source`, and what these commands
    (role, words) put into it. Whoever comes second waits and finds it."""
    with open(Path(settings.DATA) / "made-once.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with owner_connection() as owner:
            if owner.execute("select 1 from pg_database where datname = %s", [name]).fetchone():
                return name
            building = f"{name}_building"
            owner.execute(f"drop database if exists {building} with (force)")
            owner.execute(f"create database {building} template {source}")
            for role, words in commands:
                run_manage("manage.py", *words.split(), role=role, database=building)
            owner.execute(f"alter database {building} rename to {name}")
    return name


def prepared() -> str:
    """Tables, walls and what rooms begin with, as `manage.py prepare` makes them; nobody in it."""
    return made_once(f"alongside_p_{_schema_hash()}", "template1", ("owner", "prepare --quiet"))


def template() -> str:
    """The database all tests are cloned from: what is prepared, and the cast."""
    return made_once(f"alongside_t_{_schema_hash()}", prepared(), ("desk", "load_demo --only-staff"))


def clone(name: str, source: str = "") -> str:
    """A fresh database with the cast in it, or one like `source`."""
    source = source or template()
    with owner_connection() as owner:
        owner.execute(f"drop database if exists {name} with (force)")
        owner.execute(f"create database {name} template {source}")
    return name


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: Any, request: pytest.FixtureRequest) -> Iterator[None]:
    """Sign in to a clone as `tester`, who owns nothing and may step into the runtime roles."""
    worker = getattr(request.config, "workerinput", {}).get("workerid", "alone")
    with django_db_blocker.unblock():
        name = clone(f"alongside_test_{worker}_{os.getpid()}")
        described = connections["default"].settings_dict
        described["NAME"] = name
        described["USER"] = "alongside_tester"
        described["PASSWORD"] = settings.KEYS.role_passwords()["tester"]
        yield
        connections.close_all()
        drop(name)


def drop(name: str) -> None:
    """Drop a database; a server's own worker may hold it for a moment, so this asks a few times."""
    for attempt in range(10):
        try:
            with owner_connection() as owner:
                owner.execute(f"drop database if exists {name} with (force)")
            return
        except psycopg.errors.InsufficientPrivilege:
            if attempt == 9:
                raise
            time.sleep(0.5)


_read_files = WhiteNoise.update_files_dictionary
_files: dict[tuple[str, str], dict[str, Any]] = {}


def _read_files_once(self: WhiteNoise, root: str, prefix: str) -> None:
    """Static files: a served process reads them once, at its start, and so do the tests, not for every client."""
    if (root, prefix) not in _files:
        own, self.files = self.files, {}
        _read_files(self, root, prefix)
        _files[root, prefix], self.files = self.files, own
    self.files.update(_files[root, prefix])


WhiteNoise.update_files_dictionary = _read_files_once


@pytest.fixture(autouse=True)
def _as_the_desk(request: pytest.FixtureRequest) -> Iterator[None]:
    """In every test that touches the database: the desk's own role, and a clock that stands."""
    if request.node.get_closest_marker("django_db") is None:
        yield
        return
    request.getfixturevalue("db")
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_desk")
    trail.clear()
    actors.leave()
    ClockSetting.set_to(cast.BEGINS, running=False)
    yield
    trail.clear()
    actors.leave()
    clock.follow(None, None)


@pytest.fixture(scope="session", autouse=True)
def _told_what_pages_are_given() -> Iterator[None]:
    """A test's client keeps what a Jinja2 page was given, as it does with a page of Django's language."""
    plain = JinjaPage.render

    def render(self: Any, context: Any = None, request: Any = None) -> Any:
        assert not self.template.globals.keys() & (context or {}).keys(), (
            "a page is given what every page may call"
        )
        template_rendered.send(sender=self, template=self, context=dict(context or {}))
        return plain(self, context, request)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(JinjaPage, "render", render)
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything outside the browser folders touches the real database, unless it says it does not."""
    for item in items:
        in_a_browser = "browser" in item.path.parts or "scenarios" in item.path.parts
        if not in_a_browser and item.get_closest_marker("no_database") is None:
            item.add_marker(pytest.mark.django_db)
