"""The demo's cards: one click signs in, and nothing of it is there but in a demo, on the machine where it runs."""

import contextlib
import http.client
import os
import re
import runpy
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import psycopg
import pytest
from django.conf import settings as ours
from django.core.management import CommandError, call_command
from django.db import connection, connections, transaction
from django.db.utils import DatabaseError

from alongside.access.raising import standing
from alongside.project import demo_walls
from alongside.project.demo import mark
from bootstrap.doors import web_words
from tests import cast
from tests.attacks.raw import address, connected
from tests.attacks.served import served
from tests.conftest import ROOT, clone, drop

HERE = {
    "ALONGSIDE_MODE": "demo",
    "ALONGSIDE_BIND": "127.0.0.1",
    "ALONGSIDE_ORIGIN": "http://desk.localhost:8000",
    "ALONGSIDE_ROLE": "desk",
}
ASK = (
    "import django; django.setup(); from django.conf import settings; from django.urls import get_resolver;"
    " from alongside.access.checks import views;"
    " there = 'demo/come-in/' in [route for route, _each in views(get_resolver().url_patterns)];"
    " print(settings.DEMO_CARDS, there)"
)


def marked(folder: Path) -> Path:
    """A folder into which the demo was loaded, with the keys of these tests."""
    (folder / "keys").symlink_to(ours.KEYS.path)
    mark.leave(
        folder, {"desk": ours.KEYS.read("django.key"), "workspace": ours.KEYS.read("django-workspace.key")}
    )
    return folder


def told(folder: Path, **more: str) -> dict[str, str]:
    return os.environ | {"ALONGSIDE_DATA": str(folder), **HERE, **more}


def addressed(**told_them: str) -> str:
    """Whether a process with these surroundings has cards, and their address in its table."""
    done = subprocess.run(
        [sys.executable, "-c", ASK], cwd=ROOT, env=told_them, capture_output=True, text=True, check=False
    )
    return done.stdout.strip() or done.stderr


def has_cards(told_them: dict[str, str]) -> bool:
    """What the settings make of these surroundings."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in told_them.items():
            patch.setenv(name, value)
        return bool(runpy.run_path(str(ROOT / "alongside" / "project" / "settings.py"))["DEMO_CARDS"])


OTHERWISE = {
    "production": {"ALONGSIDE_MODE": "production"},
    "a test": {"ALONGSIDE_MODE": "test"},
    "another host": {"ALONGSIDE_ORIGIN": "https://desk.agency.example"},
    "another bind address": {"ALONGSIDE_BIND": "0.0.0.0"},
    "nobody said where": {"ALONGSIDE_BIND": ""},
    "a proxy in front": {"ALONGSIDE_TRUSTED_PROXIES": "1"},
    "the worker": {"ALONGSIDE_ROLE": "worker"},
}


@pytest.mark.no_database
def test_the_demo_on_this_machine_has_cards(tmp_path: Path) -> None:
    there = told(marked(tmp_path))
    assert has_cards(there) and addressed(**there) == "True True"
    there |= {"ALONGSIDE_DOOR": "workspace", "ALONGSIDE_ROLE": "workspace"}
    assert not has_cards(there)  # that door has a key of its own, and with it a mark of its own
    assert has_cards(there | {"ALONGSIDE_KEY_DJANGO": ours.KEYS.read("django-workspace.key")})


@pytest.mark.no_database
@pytest.mark.parametrize("why", OTHERWISE)
def test_nothing_else_has_them(why: str, tmp_path: Path) -> None:
    there = told(marked(tmp_path))
    assert has_cards(there) and not has_cards(there | OTHERWISE[why])


@pytest.mark.no_database
def test_without_them_their_address_is_in_no_table(tmp_path: Path) -> None:
    assert addressed(**told(marked(tmp_path), **OTHERWISE["production"])) == "False False"


@pytest.mark.no_database
@pytest.mark.parametrize("what", ["no mark", "another folder's", "another door's", "no mark at all"])
def test_a_data_folder_of_one_s_own_has_none(what: str, tmp_path: Path) -> None:
    (tmp_path / "keys").symlink_to(ours.KEYS.path)
    if what == "another folder's":
        mark.leave(tmp_path, {"desk": "the key of another house"})
    elif what == "another door's":
        mark.leave(tmp_path, {"workspace": ours.KEYS.read("django.key")})
    elif what == "no mark at all":
        (tmp_path / mark.NAME).write_text("[]")
    assert not has_cards(told(tmp_path))


def test_the_desk_of_these_tests_knows_no_such_address_and_no_such_function() -> None:
    assert cast.nobody().post("/demo/come-in/", {"who": "cm1"}).status_code == 404
    for role in ("desk", "workspace"):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"set local role alongside_{role}")
            with pytest.raises(DatabaseError, match="does not exist"), transaction.atomic():
                cursor.execute("select access.demo_account('cm1')")
            cursor.execute("set local role alongside_desk")


# Over the wire: a demo of one's own, as ./run serves it -----------------------------------------------------


def manage(folder: Path, database: str, *words: str, role: str, mode: str = "demo") -> None:
    there = address("desk", database)
    place = f"postgresql:///{database}?host={there['host']}&port={there['port'] or 5432}"
    given = {"ALONGSIDE_ROLE": role, "ALONGSIDE_DATABASE": place, "ALONGSIDE_MODE": mode}
    done = subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=ROOT, env=told(folder, **given), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, django_db_setup: None) -> Iterator[tuple[Path, str]]:
    """A folder and a database in which the demo is, and the function behind its cards."""
    folder, database = tmp_path_factory.mktemp("demo"), f"alongside_cards_{os.getpid()}"
    (folder / "keys").symlink_to(ours.KEYS.path)
    clone(database)
    manage(folder, database, "load_demo", role="desk")
    manage(folder, database, "load_demo", "--cards", role="owner")
    yield folder, database
    drop(database)


class Visitor:
    """Somebody with a browser and no account."""

    def __init__(self, port: int, *, host: str = "desk.localhost", **headers: str) -> None:
        self.port, self.host, self.headers, self.cookies = port, host, headers, dict[str, str]()

    def ask(self, method: str, path: str, **fields: str) -> tuple[int, str, str]:
        """Status, where it leads, and the page."""
        door = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        sent = {
            "Host": f"{self.host}:{self.port}",
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "Content-Type": "application/x-www-form-urlencoded",
            **self.headers,
        }
        door.request(method, path, body=urlencode(fields) if fields else None, headers=sent)
        answer = door.getresponse()
        for each in answer.headers.get_all("Set-Cookie") or []:
            name, _, rest = each.partition("=")
            self.cookies[name] = rest.partition(";")[0]
        page = answer.read().decode()
        door.close()
        return answer.status, answer.getheader("Location") or "", page

    def clicks(self, who: str) -> tuple[int, str]:
        """Press a card with the token of the page."""
        _status, _to, page = self.ask("GET", "/sign-in/")
        token = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[0]
        status, to, _page = self.ask("POST", "/demo/come-in/", who=who, csrfmiddlewaretoken=token)
        return status, to


@pytest.fixture(scope="module")
def port(house: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The demo's desk, served."""
    folder, database = house
    with elsewhere(database), served(tmp_path_factory.mktemp("memory"), **_served(folder)) as (found, _pid):
        yield found


def _served(folder: Path) -> dict[str, str]:
    return {"ALONGSIDE_DATA": str(folder), **HERE, "ALONGSIDE_HOSTS": "desk.localhost"}


class elsewhere:
    """What is served meanwhile is served from another database than that of the test."""

    def __init__(self, database: str) -> None:
        self.database, self.before = database, ""

    def __enter__(self) -> None:
        described = connections["default"].settings_dict
        self.before, described["NAME"] = described["NAME"], self.database

    def __exit__(self, *_why: object) -> None:
        connections["default"].settings_dict["NAME"] = self.before


def test_a_card_opens_today_with_one_click(port: int) -> None:
    visitor = Visitor(port)
    assert visitor.clicks("cm1") == (302, "/")
    status, _to, page = visitor.ask("GET", "/")
    assert status == 200 and "Case manager 1" in page


@pytest.mark.parametrize("who", ["", "nobody", "alder@clinic.example", "rosa", "cm1' or true --"])
def test_a_card_opens_the_cast_and_nobody_else(port: int, house: tuple[Path, str], who: str) -> None:
    with connected("owner", database=house[1]) as owner, owner.transaction():
        owner.execute("alter table access.access_account no force row level security")
        owner.execute(
            "insert into access.access_account (id, username, password, name, door, is_active, added_at)"
            " values (gen_random_uuid(), 'rosa', '!', 'Rosa', 'desk', true, now()) on conflict do nothing"
        )
        owner.execute("alter table access.access_account force row level security")
    assert Visitor(port).clicks(who)[0] == 404


def test_without_its_token_a_card_opens_nothing(port: int) -> None:
    visitor = Visitor(port)
    assert visitor.ask("POST", "/demo/come-in/", who="cm1")[0] == 403
    assert visitor.ask("GET", "/demo/come-in/")[0] == 405
    assert visitor.ask("GET", "/")[0] == 302


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "Via"])
def test_past_a_proxy_there_are_no_cards(port: int, header: str) -> None:
    visitor = Visitor(port, **{header: "203.0.113.7"})
    assert "Come in with one click" not in visitor.ask("GET", "/sign-in/")[2]
    assert visitor.clicks("cm1")[0] == 404


def test_at_another_host_there_are_no_cards(port: int) -> None:
    visitor = Visitor(port)
    visitor.ask("GET", "/sign-in/")
    visitor.host = "demo.agency.example"
    assert visitor.ask("GET", "/sign-in/")[0] == 400
    assert visitor.ask("POST", "/demo/come-in/", who="cm1")[0] == 400


def test_a_process_that_listens_to_others_opens_nothing_whatever_it_was_told(
    house: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def to_everybody(port: int, *, workers: int) -> list[str]:
        return [word.replace("127.0.0.1", "0.0.0.0") for word in web_words(port, workers=workers)]

    monkeypatch.setattr("tests.attacks.served.web_words", to_everybody)
    with elsewhere(house[1]), served(tmp_path, **_served(house[0])) as (found, _pid):
        visitor = Visitor(found)
        assert "Come in with one click" not in visitor.ask("GET", "/sign-in/")[2]
        assert visitor.clicks("cm1")[0] == 404
        visitor.host = "localhost"
        assert visitor.ask("GET", "/")[0] == 400


def test_the_walls_stand_as_they_are_declared_with_the_demo_s_beside_them(house: tuple[Path, str]) -> None:
    with connected("backup", database=house[1]) as reader:
        (noted,) = reader.execute("select obj_description('trail'::regnamespace, 'pg_namespace')").fetchone()  # type: ignore[misc]
        assert noted.split()[1] == standing(reader.cursor())


def test_raising_the_walls_in_production_takes_the_function_down(port: int, house: tuple[Path, str]) -> None:
    """The last one over the wire, since nothing opens after it."""
    folder, database = house
    with connected("desk", database=database) as desk:
        assert desk.execute("select access.demo_account('cm1')").fetchone() == (cast.CM1.id,)
    manage(folder, database, "raise_walls", role="owner", mode="production")
    for role in ("desk", "workspace", "worker", "owner"):
        with connected(role, database=database) as raw, pytest.raises(psycopg.errors.UndefinedFunction):
            raw.execute("select access.demo_account('cm1')")
    with connected("owner", database=database) as owner:
        assert owner.execute("select count(*) from pg_trigger where tgname = 'by_card'").fetchone() == (0,)
    visitor = Visitor(port)
    assert "Come in with one click" not in visitor.ask("GET", "/sign-in/")[2]
    assert visitor.clicks("cm1")[0] == 404


@pytest.mark.parametrize("mode", ["production", "test"])
def test_outside_of_a_demo_the_command_puts_nothing_up(
    mode: str, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_up: list[str] = []
    monkeypatch.setattr(demo_walls, "put_up", lambda: put_up.append(mode))
    settings.MODE = mode
    with contextlib.suppress(CommandError):
        call_command("load_demo", "--cards")
    assert put_up == []
