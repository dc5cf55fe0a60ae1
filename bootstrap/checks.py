"""`./test`: installs what it needs and runs lint, types, import contracts, house, unit and browser tests."""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from xml.etree import ElementTree

from bootstrap import chromium, environment, room, testbed
from bootstrap.places import PYTHON, ROOT, VENV
from bootstrap.postgres import Cluster
from bootstrap.serve import collect_static, make_surroundings
from bootstrap.trouble import Trouble, say, stop_with

BROWSER = ("tests/scenarios", "tests/browser")  # the long stories first, as two run at a time
PARTS = ("lint", "unit", "browser")


@dataclass
class Outcome:
    """How one check went."""

    name: str
    good: bool
    counts: str
    seconds: float


def arguments() -> tuple[str, list[str]]:
    """Which part is wanted, and what goes to pytest."""
    parser = argparse.ArgumentParser(
        prog="./test",
        description="Runs every check of Alongside, or one part. Other arguments go to pytest, "
        "for example: ./test unit -k alias",
    )
    known = "'one' runs what is named after it in a server that is kept: ./test one tests/vault/test_codes.py"
    parser.add_argument("part", nargs="?", choices=[*PARTS, "one", "all"], default="all", help=known)
    wish, rest = parser.parse_known_args()
    return wish.part, rest


def lint_commands() -> list[tuple[str, list[str]]]:
    """The checks that read the code without running it."""
    templates = sorted(str(file) for file in (ROOT / "alongside").glob("**/templates/**/*.html"))
    programs = VENV / "bin"
    return [
        ("ruff check", [str(programs / "ruff"), "check", "."]),
        ("ruff format", [str(programs / "ruff"), "format", "--check", "."]),
        ("djade", [str(programs / "djade"), "--target-version", "5.2", "--check", *templates]),
        ("mypy", [str(PYTHON), "-m", "mypy", "--strict"]),
        ("import contracts", [str(programs / "lint-imports")]),
    ]


def run_lint(told: dict[str, str]) -> list[Outcome]:
    """Run each reading check; what it says is shown only when it finds something."""
    outcomes = []
    for name, command in lint_commands():
        begun = time.monotonic()
        done = subprocess.run(command, cwd=ROOT, env=told, capture_output=True, text=True, check=False)
        good = done.returncode == 0
        if not good:
            print(done.stdout + done.stderr, flush=True)
        outcomes.append(Outcome(name, good, "in order" if good else "not in order", time.monotonic() - begun))
        say(f"{name}: {outcomes[-1].counts}")
    return outcomes


def run_pytest(name: str, words: list[str], told: dict[str, str]) -> Outcome:
    """Run one set of tests and read its counts."""
    begun = time.monotonic()
    report = Path(told["ALONGSIDE_DATA"]) / f"{name}.xml"
    print(f"\n  {name} tests", flush=True)
    command = [str(PYTHON), "-m", "pytest", f"--junitxml={report}", *words]
    done = subprocess.run(command, cwd=ROOT, env=told, check=False)
    counts = read_counts(report)
    return Outcome(name, done.returncode == 0, counts, time.monotonic() - begun)


def read_counts(report: Path) -> str:
    """The counts of a pytest report, in words."""
    try:
        suite = ElementTree.parse(report).getroot().find("testsuite")
    except (OSError, ElementTree.ParseError):
        return "did not finish"
    if suite is None:
        return "did not finish"
    kinds = ("tests", "failures", "errors", "skipped")
    total, failed, errors, skipped = (int(suite.get(kind, "0")) for kind in kinds)
    said = [f"{total - failed - errors - skipped} passed"]
    said += [f"{failed} failed"] * bool(failed) + [f"{errors} errors"] * bool(errors)
    said += [f"{skipped} skipped"] * bool(skipped)
    return ", ".join(said)


def unit_words(rest: list[str]) -> list[str]:
    """Pytest's arguments for unit and house tests; two at a time, as the cores are few."""
    named = [word for word in rest if word.startswith("tests/")]
    ignored = [f"--ignore={folder}" for folder in BROWSER]
    return ["-q", "-n", "2", *ignored, *([] if named else ["tests"]), *rest]


def browser_words(rest: list[str]) -> list[str]:
    """Pytest's arguments for the tests in a real browser: one file after the other, each in a house of its own."""
    named = [word for word in rest if word.startswith("tests/")]
    together = ["-n", "1", "--dist=loadfile", "--no-loadscope-reorder"]
    return ["-q", *together, *([] if named else BROWSER), *rest]


def run_parts(part: str, rest: list[str], told: dict[str, str]) -> list[Outcome]:
    """Run the wanted parts in order."""
    outcomes = []
    if part in ("all", "lint"):
        outcomes += run_lint(told)
    if part in ("all", "unit"):
        outcomes.append(run_pytest("unit", unit_words(rest), told))
    if part in ("all", "browser"):
        outcomes.append(run_pytest("browser", browser_words(rest), told))
    return outcomes


def report(outcomes: list[Outcome]) -> int:
    """End with the counts and give the exit code."""
    print("\n  Counts", flush=True)
    for outcome in outcomes:
        mark = "ok  " if outcome.good else "FAIL"
        print(f"  {mark} {outcome.name:<17} {outcome.counts} ({outcome.seconds:.0f} s)", flush=True)
    return 0 if all(outcome.good for outcome in outcomes) else 1


def _asked(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def short_temporary_folder() -> Path:
    """A new folder whose path is short enough for the server's socket."""
    usual = tempfile.gettempdir()
    return Path(tempfile.mkdtemp(prefix="alongside-", dir=usual if len(usual) < 40 else "/tmp"))


def surroundings(cluster: Cluster, browser: str) -> dict[str, str]:
    """The environment of every check."""
    told = {**environment.child_environment(), **testbed.environment(cluster)}
    told["ALONGSIDE_CHROMIUM"] = browser
    told["DJANGO_SETTINGS_MODULE"] = "alongside.project.settings"
    for name in ("DATABASE_URL", "ALONGSIDE_ROLE", "ALONGSIDE_HOSTS", "ALONGSIDE_ORIGIN", "PORT"):
        told.pop(name, None)
    return told


def run_one(rest: list[str]) -> int:
    """What is named, in the kept server of `bootstrap.testbed`: it and the databases in it stay for the next time."""
    make_surroundings(tests=True)
    told = surroundings(testbed.start(testbed.FOLDER), str(chromium.find_chromium()))
    return subprocess.run([str(PYTHON), "-m", "pytest", *rest], cwd=ROOT, env=told, check=False).returncode


def run_all(part: str, rest: list[str], folder: Path) -> int:
    """Set up, start the test server, run, and stop it again."""
    room.check(ROOT, folder)
    make_surroundings(tests=True)
    browser = str(chromium.find_chromium()) if part in ("all", "browser") else ""
    # The folder belongs to the server's user, as a data folder does; reports go there too.
    cluster = testbed.start(folder, bound=True)
    try:
        told = surroundings(cluster, browser)
        with environment.one_at_a_time():
            collect_static(told)
        return report(run_parts(part, rest, told))
    finally:
        cluster.stop()


def main() -> int:
    """What ./test does."""
    part, rest = arguments()
    signal.signal(signal.SIGTERM, _asked)
    os.environ.pop("ALONGSIDE_DATA", None)
    folder: Path | None = None
    try:
        if part == "one":
            return run_one(rest)
        folder = short_temporary_folder()
        return run_all(part, rest, folder)
    except Trouble as trouble:
        return stop_with(trouble)
    except KeyboardInterrupt:
        print("\n  Stopped.", flush=True)
        return 130
    finally:
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
