"""`./run`: sets everything up, serves the desk, and keeps the web server and the database server alive."""

from __future__ import annotations

import argparse
import fcntl
import hashlib
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import FrameType
from typing import TextIO

from bootstrap import environment, fence, keys, messages, places, room
from bootstrap.database import Database, RealServer
from bootstrap.doors import BIND, Place, place_of, web_words
from bootstrap.kept import Kept
from bootstrap.places import PYTHON, ROOT
from bootstrap.postgres import Cluster
from bootstrap.trouble import Trouble, say, stop_with

HOST = "desk.localhost"
PARTNER_HOST = "partner.localhost"


class Asked(BaseException):
    """Somebody asked us to stop."""


def _asked(_number: int, _frame: FrameType | None) -> None:
    raise Asked


def arguments() -> argparse.Namespace:
    """What may be said on the command line."""
    parser = argparse.ArgumentParser(
        prog="./run",
        description="Sets Alongside up where needed and serves it on this machine. Stop it with Ctrl+C.",
        epilog="PORT=8123 ./run takes another port. ALONGSIDE_DATA names the folder of data and keys. "
        "DATABASE_URL=postgresql://user:password@host/name uses a PostgreSQL server of yours (15 or newer).",
    )
    parser.add_argument(
        "--empty",
        action="store_true",
        help="an installation of your own without the demo, in a folder of its own; a one-time code opens it",
    )
    parser.add_argument(
        "--install",
        action="store_true",
        help="fetch and build everything in this folder, and end: for a service that may not write in it",
    )
    return parser.parse_args()


def wanted_port() -> int:
    """The port from PORT, or 8000; refuses one that is taken or no port."""
    text = os.environ.get("PORT") or "8000"
    if not text.isdigit() or not 0 < int(text) < 65534:
        raise Trouble(f"PORT is {text!r}; it must be a number from 1 to 65533.")
    port = int(text)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            raise Trouble(f"Port {port} needs root: PORT=8123 ./run takes another.") from None
        except OSError:
            raise Trouble(
                f"Port {port} is taken by another program: PORT={port + 10} ./run takes another."
            ) from None
    return port


def look_at_room(data: Path) -> None:
    """What is there already starts on a nearly full disk as well, for reading; what is to be made wants room."""
    if (data / "prepared").exists() and environment.stamped("environment"):
        room.look(data)
    else:
        room.check(ROOT, data)


def hold_folder(data: Path) -> TextIO:
    """Let one ./run use a data folder at a time."""
    places.make_data_folder(data)
    lock = (data / "run.lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise Trouble(
            f"Alongside already runs with the data in {data}: stop it, or set ALONGSIDE_DATA."
        ) from None
    return lock


class House:
    """One running installation: its surroundings, its database, its web server."""

    def __init__(self, port: int, mode: str, data: Path) -> None:
        self.port = port
        self.mode = mode
        self.data = data
        # In production another server stands in front, with a name and a certificate of its own.
        self.hosts = os.environ.get("ALONGSIDE_HOSTS") or HOST
        self.origin = os.environ.get("ALONGSIDE_ORIGIN") or f"http://{HOST}:{port}"
        # Partners come in by a door of their own, two ports further on.
        self.partner_origin = (
            os.environ.get("ALONGSIDE_WORKSPACE_ORIGIN") or f"http://{PARTNER_HOST}:{port + 2}"
        )
        self.partner_hosts = os.environ.get("ALONGSIDE_WORKSPACE_HOSTS") or PARTNER_HOST
        url = os.environ.get("DATABASE_URL")
        self.database: Database = RealServer(url, data) if url else Cluster(data)
        self.web: Kept | None = None
        self.workspace: Kept | None = None
        self.worker: Kept | None = None

    def surroundings(self, role: str) -> dict[str, str]:
        """The environment that the settings read."""
        told = environment.child_environment()
        told.pop("DATABASE_URL", None)
        return {
            **told,
            "ALONGSIDE_DATA": str(self.data),
            "ALONGSIDE_DATABASE": self.database.address,
            "ALONGSIDE_ROLE": role,
            "ALONGSIDE_DOOR": "desk",
            "ALONGSIDE_MODE": self.mode,
            "ALONGSIDE_HOSTS": self.hosts,
            "ALONGSIDE_ORIGIN": self.origin,
            "ALONGSIDE_WORKSPACE_ORIGIN": self.partner_origin,
            "ALONGSIDE_BIND": BIND,
            "DJANGO_SETTINGS_MODULE": "alongside.project.settings",
        }

    def place(self, process: str) -> Place:
        """Where one of the processes that serve lives: with its own keys, and nothing of the others."""
        told = self.surroundings(process)
        if process == "workspace":
            told |= {
                "ALONGSIDE_DOOR": "workspace",
                "ALONGSIDE_HOSTS": self.partner_hosts,
                "ALONGSIDE_ORIGIN": self.partner_origin,
            }
        return place_of(process, told, self.data, disk=isinstance(self.database, Cluster))

    def begin(self, *words: str, role: str, told: dict[str, str] | None = None) -> subprocess.Popen[str]:
        """Begin one of Django's commands."""
        return subprocess.Popen(
            [str(PYTHON), "manage.py", *words],
            cwd=ROOT,
            env=told or self.surroundings(role),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def manage(self, *words: str, role: str) -> str:
        """Run one of Django's commands and give what it printed."""
        return told_by(self.begin(*words, role=role))

    def prepare(self) -> None:
        """Bring tables, walls, reference data and the demo up to date; silent when they are."""
        value = hashlib.sha256(
            f"{self.mode} {self.database.address} {code_fingerprint()}".encode()
        ).hexdigest()
        stamp = self.data / "prepared"
        if stamp.exists() and stamp.read_text() == value:
            return
        if stamp.exists() and room.free_at(self.data) < room.FOR_KEEPING:
            raise Trouble(
                f"The disk of {self.data} is too full to bring the database to this version: make room, or start "
                "the version from before."
            )
        say("Bringing the database up to date ..." if stamp.exists() else "Preparing the database ...")
        self.database.make_roles()
        self.manage("prepare", "--quiet", role="owner")
        if self.mode == "demo":
            say("Loading the demo; its years take a minute or so, once ...")
            self.manage("load_demo", role="desk")
            self.manage("load_demo", "--cards", role="owner")
        stamp.write_text(value)

    def start_web(self, place: Place | None = None) -> None:
        """Start the web server."""
        desk = place or self.place("desk")
        numbers = Path(desk.told["TMPDIR"]) / "numbers"
        numbers.mkdir(mode=0o700)
        told = {**desk.told, "ALONGSIDE_NUMBERS": str(numbers)}
        words = web_words(self.port, workers=2)
        self.web = Kept("The web server", words, told, desk.fence, needed=True)
        self.web.start()

    def start_workspace(self) -> None:
        """Start the partner's door. The desk works on without it."""
        words, place = web_words(self.port + 2, workers=1), self.place("workspace")
        self.workspace = Kept("The partner's door", words, place.told, place.fence, needed=False)
        self.workspace.start()

    def start_worker(self) -> None:
        """Start the worker, which does what was asked for and what the house does at night."""
        place = self.place("worker")
        self.worker = Kept("The worker", ["manage.py", "work"], place.told, place.fence, needed=False)
        self.worker.start()

    def answers(self) -> bool:
        """Whether the desk answers over HTTP."""
        door = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            door.request("GET", "/health/ready")
            return door.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            door.close()

    def wait_for_web(self) -> None:
        """Wait until the desk answers."""
        until = time.monotonic() + 60
        while time.monotonic() < until:
            self.look_after()
            if self.answers():
                return
            time.sleep(0.1)
        raise Trouble("The web server does not answer; what it said is above.")

    def look_after(self) -> None:
        """Bring back what is gone: the database server, the web server, the worker."""
        if self.database.gone():
            say("PostgreSQL stopped by itself; starting it again ...")
            self.database.start()
            say("PostgreSQL is back.")
        for process in (self.web, self.workspace, self.worker):
            if process is not None:
                process.look_after()

    def stop(self) -> None:
        """Stop everything that was started."""
        for process in (self.worker, self.workspace, self.web):
            if process is not None:
                process.stop()
                shutil.rmtree(process.told["TMPDIR"], ignore_errors=True)
        self.database.stop()


def told_by(command: subprocess.Popen[str]) -> str:
    """What a command printed, once it has ended well."""
    try:
        said, complained = command.communicate()
    except BaseException:
        command.kill()
        raise
    if command.returncode:
        print(complained, file=sys.stderr)
        raise Trouble("A step of the set-up did not work; what it said is above.")
    return said


def code_fingerprint() -> str:
    """Changes whenever the code, the walls, the migrations or the data that fill the database change."""
    kinds = {".py", ".sql", ".json", ".csv"}
    files = [file for file in (ROOT / "alongside").rglob("*") if file.suffix in kinds]
    return environment.fingerprint(*sorted([*files, ROOT / "bootstrap" / "roles.py"]))


def make_surroundings(*, tests: bool) -> None:
    """Environment, packages, assets and translations: everything but the database."""
    with environment.one_at_a_time():
        environment.make_environment("dev" if tests else "run")
        node = environment.find_node()
        environment.make_packages(node, tests=tests)
        from bootstrap.assets import build

        build(ROOT, PYTHON, node)
        messages.compile_messages()


def collect_static(house_environment: dict[str, str]) -> None:
    """Gather static files under their hashed names; silent when none has changed."""
    sources = [ROOT / "build" / "assets", *(ROOT / "alongside").glob("*/static")]
    files = sorted(file for source in sources for file in source.rglob("*") if file.is_file())
    value = environment.fingerprint(*files, ROOT / "requirements" / "run.txt")
    if environment.stamped("static") == value and (places.BUILD / "static").is_dir():
        return
    done = subprocess.run(
        [str(PYTHON), "manage.py", "collectstatic", "--noinput", "--clear", "-v0"],
        cwd=ROOT,
        env=house_environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        raise Trouble("The static files could not be gathered; what went wrong is above.")
    environment.stamp("static", value)


def install() -> None:
    """Make everything in the checkout, so that a service finds it whole and need not write there."""
    room.check(ROOT)
    make_surroundings(tests=False)
    with tempfile.TemporaryDirectory(prefix="alongside-") as folder, environment.one_at_a_time():
        data = Path(folder) / "data"
        data.mkdir()
        keys.make_keys(data)
        collect_static(House(1, "demo", data).surroundings("desk"))
    words = ["-m", "compileall", "-q", "alongside", "bootstrap", str(places.VENV / "lib")]
    subprocess.run([str(PYTHON), *words], cwd=ROOT, capture_output=True, check=False)
    say("Everything is made.")


def welcome(house: House, sign_ins: str) -> None:
    """Say where it is, who may sign in, and how to stop."""
    print(f"\n  Alongside is at {house.origin}", flush=True)
    print(f"  Points of contact of partners come in at {house.partner_origin}\n", flush=True)
    if sign_ins:
        print(sign_ins.rstrip() + "\n", flush=True)
    print("  Stop it with Ctrl+C.", flush=True)


def serve(house: House) -> None:
    """Start everything and stay until asked to stop."""
    make_surroundings(tests=False)
    house.database.start()
    with environment.one_at_a_time():
        collect_static(house.surroundings("desk"))
    house.prepare()
    room.keep_back(house.data)
    desk = house.place("desk")
    if not fence.known():
        say("This system knows no Landlock: every process can read what its user can (docs/THREATS.md).")
    # Both take their second to begin, so they begin together.
    greeting = "sign_ins" if house.mode == "demo" else "first_code"
    sign_ins = house.begin(greeting, role="desk", told=desk.told)
    house.start_web(desk)
    house.start_workspace()
    house.start_worker()
    house.wait_for_web()
    welcome(house, told_by(sign_ins))
    while True:
        time.sleep(0.3)
        house.look_after()


def main() -> int:
    """What ./run does."""
    wish = arguments()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _asked)
    house: House | None = None
    try:
        if wish.install:
            install()
            return 0
        mode = "production" if wish.empty else os.environ.get("ALONGSIDE_MODE") or "demo"
        if mode not in ("demo", "production"):
            raise Trouble(f"ALONGSIDE_MODE is {mode!r}; ./run knows demo and production.")
        port = wanted_port()
        data = places.data_folder(own=mode == "production")
        places.keep_apart(data, mode)
        look_at_room(data)
        lock = hold_folder(data)
        house = House(port, mode, data)
        serve(house)
        lock.close()
    except Trouble as trouble:
        return stop_with(trouble)
    except Asked:
        print("\n  Stopping ...", flush=True)
        return 0
    finally:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        if house is not None:
            house.stop()
    return 0
