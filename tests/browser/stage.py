"""The real house for tests in a browser: a server of its own, a fresh database, and a watch over every page."""

import base64
import hashlib
import hmac
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from django.conf import settings
from django.db import connections

from bootstrap.doors import web_words
from bootstrap.keys import hand_out
from tests.conftest import ROOT, _schema_hash, clone, drop, made_once, prepared

HOST = "desk.localhost"
PARTNER_HOST = "partner.localhost"


@dataclass(frozen=True)
class SignIn:
    """What a member of the demo staff types at the door."""

    username: str
    password: str
    secret: str
    name: str

    def code(self, step: int) -> str:
        """The code that their app shows in this half minute."""
        digest = hmac.new(base64.b32decode(self.secret), step.to_bytes(8, "big"), hashlib.sha1).digest()
        begins = digest[-1] & 15
        number = int.from_bytes(digest[begins : begins + 4], "big") & 0x7FFFFFFF
        return f"{number % 1_000_000:06d}"


def _demo_hash() -> str:
    digest = hashlib.sha256(_schema_hash().encode())
    for path in sorted((ROOT / "alongside" / "project" / "demo").glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def template(*, beginning: bool = True, staff_only: bool = False) -> str:
    """The database that these tests are cloned from: the demo before Lantern calls, or where it stands; or its staff
    in an empty house."""
    if staff_only:
        name = f"alongside_bs_{_demo_hash()}"
        return made_once(name, prepared(), ("desk", "load_demo --only-staff"))
    name = f"alongside_b{'' if beginning else 'd'}_{_demo_hash()}"
    return made_once(name, prepared(), ("desk", "load_demo --beginning" if beginning else "load_demo"))


def read_sign_ins(printed: str) -> dict[str, SignIn]:
    """Who can sign in, and with what, from what the demo prints."""
    rows = [line.split(None, 4) for line in printed.strip().splitlines()[1:-1]]
    return {row[0]: SignIn(row[0], row[1], row[3], row[4]) for row in rows}


def free_port() -> int:
    """A port that nobody uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class House:
    """One served installation with a database of its own."""

    def __init__(self, *, beginning: bool = True, staff_only: bool = False) -> None:
        self.beginning, self.staff_only = beginning, staff_only
        self.port = free_port()
        self.origin = f"http://{HOST}:{self.port}"
        self.partner_port = free_port()
        self.partner_origin = f"http://{PARTNER_HOST}:{self.partner_port}"
        self.database = f"alongside_house_{os.getpid()}_{self.port}"
        self.sign_ins: dict[str, SignIn] = {}
        self._codes: set[str] = set()
        self._server: subprocess.Popen[bytes] | None = None
        self._partner_server: subprocess.Popen[bytes] | None = None

    def surroundings(self, role: str = "desk") -> dict[str, str]:
        """The environment that the settings read."""
        described = connections["default"].settings_dict
        place = f"postgresql:///{self.database}?host={described['HOST']}&port={described['PORT'] or 5432}"
        return os.environ | {
            "ALONGSIDE_ROLE": role,
            "ALONGSIDE_DATABASE": place,
            "ALONGSIDE_HOSTS": HOST,
            "ALONGSIDE_ORIGIN": self.origin,
            "ALONGSIDE_WORKSPACE_ORIGIN": self.partner_origin,
            "DJANGO_SETTINGS_MODULE": "alongside.project.settings",
        }

    def fill(self) -> None:
        """Clone the database."""
        clone(self.database, template(beginning=self.beginning, staff_only=self.staff_only))

    def open(self) -> None:
        """Make the database, start the server, wait until it answers."""
        self.fill()
        self._server = self._serve(self.port, self.surroundings())
        self.sign_ins = self._read_sign_ins()
        self._wait(HOST, self.port)

    @staticmethod
    def _serve(port: int, told: dict[str, str]) -> subprocess.Popen[bytes]:
        command = [sys.executable, *web_words(port, workers=1)]
        return subprocess.Popen(command, cwd=ROOT, env=told, stdin=subprocess.DEVNULL, start_new_session=True)

    def open_partner_door(self) -> None:
        """Serve the partner's door as well: a process of its own with keys and a role of its own."""
        if self._partner_server is not None:
            return
        told = {name: value for name, value in self.surroundings("workspace").items()
                if not name.startswith("ALONGSIDE_KEY")}  # fmt: skip
        told |= {
            "ALONGSIDE_DATA": str(hand_out(Path(settings.DATA), "workspace")),
            "ALONGSIDE_DOOR": "workspace",
            "ALONGSIDE_HOSTS": PARTNER_HOST,
            "ALONGSIDE_ORIGIN": self.partner_origin,
        }
        self._partner_server = self._serve(self.partner_port, told)
        self._wait(PARTNER_HOST, self.partner_port)

    def _read_sign_ins(self) -> dict[str, SignIn]:
        done = subprocess.run(
            [sys.executable, "manage.py", "sign_ins"],
            cwd=ROOT,
            env=self.surroundings(),
            capture_output=True,
            text=True,
            check=True,
        )
        return read_sign_ins(done.stdout)

    @staticmethod
    def _wait(host: str, port: int) -> None:
        until = time.monotonic() + 60
        asked = Request(f"http://127.0.0.1:{port}/sign-in/", headers={"Host": f"{host}:{port}"})
        while True:
            try:
                urlopen(asked, timeout=10).close()
                return
            except OSError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.1)

    def fresh_code(self, username: str) -> str:
        """A code that was not used yet, of now or of the half minutes beside it; each works once."""
        while True:
            now = int(time.time()) // 30
            for step in (now, now + 1, now - 1):
                code = self.sign_ins[username].code(step)
                if code not in self._codes:
                    self._codes.add(code)
                    return code
            time.sleep(1)

    def close(self) -> None:
        """Stop the server and drop the database."""
        for server in (self._server, self._partner_server):
            if server is not None:
                os.killpg(server.pid, signal.SIGTERM)
                server.wait(15)
        drop(self.database)

    @contextmanager
    def opened(self) -> Iterator["House"]:
        """Open for a while."""
        try:
            self.open()
            yield self
        finally:
            self.close()


__all__: list[Any] = ["HOST", "House", "SignIn", "free_port", "read_sign_ins", "template"]
