"""Measures one filled agency beside the floors, all in one run, and gives the figures."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench import cpu, load
from bench.client import Client
from bench.fill import PASSWORD, case_managers, secret
from bench.serve import ROOT, Served, served
from bench.sizes import Size

SEARCHED = "mar"
SOUGHT = "umbrella"
SIGN_INS = 7
WARM = 6  # seconds: on a busy machine the first answers of eight connections take some
OF_A_PERSON = {
    "strands": "strands",
    "clocks": "clocks",
    "their questions": "questions",
    "safety plan": "safety-plan",
    "critical periods": "periods",
    "openings at night": "at-night",
}
OF_A_LEADER = ("Today of a supervisor", "transfers", "load board")


@dataclass
class Figures:
    """What was found for one size: by measure, at one and at eight connections."""

    size: str
    at_one: dict[str, load.Measured] = field(default_factory=dict)
    at_eight: dict[str, load.Measured] = field(default_factory=dict)
    inside: dict[str, dict[str, float]] = field(default_factory=dict)
    facts: dict[str, float] = field(default_factory=dict)


def run_for_json(environment: dict[str, str], *words: str) -> Any:
    """The last line that one of our programs prints, read as JSON."""
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    return json.loads(done.stdout.strip().splitlines()[-1])


def signed_in(port: int, number: int) -> Client:
    """A worker of the filled agency, come in through the door."""
    client = Client(port)
    client.sign_in(f"worker{number}", PASSWORD, secret())
    return client


def _asked(client: Client, path: str, told: dict[str, str] | None = None) -> load.Asked:
    from urllib.parse import urlencode

    return load.Asked(client.port, client.host, path, client.cookie(), urlencode(told) if told else "")


def house_pages(port: int, size: Size, who: dict[str, Any]) -> dict[str, load.Asked]:
    """Every address that is measured, by who would ask for it."""
    worker, leader = signed_in(port, 0), signed_in(port, case_managers(size))
    token = worker.token("/search/")
    note = {
        "csrfmiddlewaretoken": token,
        "once": "ONCE",
        "participant": who["written to"],
        "happened": "We met at the usual place and talked about the week.",
        "responded": "I listened. Nothing had to be decided.",
    }
    return {
        "Today": _asked(worker, "/"),
        "Today of a supervisor": _asked(leader, "/"),
        "People": _asked(worker, "/people/"),
        "participant's page": _asked(worker, f"/people/{who['usual']}/"),
        "participant with 2,000 entries": _asked(worker, f"/people/{who['long']}/"),
        "alias search": _asked(worker, "/search/", {"csrfmiddlewaretoken": token, "q": SEARCHED}),
        "notes search": _asked(worker, "/search/notes/", {"csrfmiddlewaretoken": token, "q": SOUGHT}),
        "saving a note": _asked(worker, "/note/", note),
        **{name: _asked(worker, f"/people/{who['usual']}/{path}/") for name, path in OF_A_PERSON.items()},
        "clocks of my people": _asked(worker, "/clocks/"),
        "transfers": _asked(leader, "/transfers/"),
        "on call": _asked(worker, "/on-call/"),
        "load board": _asked(leader, "/load/"),
    }


def floor_pages(floors: Served, cookie: str) -> dict[str, load.Asked]:
    """The three floors."""
    client = Client(floors.port, {"sessionid": cookie})
    told = {"csrfmiddlewaretoken": client.token("/list/"), "happened": "We met at the usual place."}
    return {
        "empty view": _asked(client, "/empty/"),
        "lean list": _asked(client, "/list/"),
        "lean insert": _asked(client, "/insert/", told),
    }


def _measured(figures: Figures, pages: dict[str, load.Asked], seconds: float, spent: load.Spent) -> None:
    for name, asked in pages.items():
        load.measure(asked, 8, WARM, spent)  # every thread's connection has planned what it asks
        figures.at_one[name] = load.measure(asked, 1, seconds, spent, seed=1)
        figures.at_eight[name] = load.measure(asked, 8, seconds, spent, seed=2)
        bad = figures.at_one[name].bad + figures.at_eight[name].bad
        sys.stdout.write(f"  {figures.size}: {name}: {figures.at_one[name].p50:.1f} ms\n")
        sys.stdout.flush()
        if bad:
            raise RuntimeError(f"{name}: {bad} answers were no good")


def sign_in_time(port: int) -> float:
    """Milliseconds from the first page to being in, in the middle of some workers; a code opens once for each."""
    taken = []
    for number in range(1, SIGN_INS + 1):
        begun = time.perf_counter()
        signed_in(port, number)
        taken.append((time.perf_counter() - begun) * 1000)
    return sorted(taken)[SIGN_INS // 2]


def spent(server: Served, house: dict[str, str]) -> load.Spent:
    """What reads the processor time of these workers, and of the one database server."""
    data = Path(house["ALONGSIDE_DATA"])
    return lambda: (cpu.of_group(server.process.pid), cpu.of_database(data))


def measure(size: Size, house: dict[str, str], lean: dict[str, str], seconds: float) -> Figures:
    """Serve the house and the floors, and measure them by turns."""
    figures = Figures(size.name)
    told = run_for_json(lean, "bench.lean", str(size.participants))
    who = run_for_json(house, "bench.whom")
    figures.facts = {"bare select, us": told["select_us"], **who["facts"]}
    with (
        served("alongside.project.wsgi:application", house, "/sign-in/") as ours,
        served("bench.floors:application", lean, "/empty/") as floors,
    ):
        _measured(figures, floor_pages(floors, told["session"]), seconds, spent(floors, house))
        pages = house_pages(ours.port, size, who)
        _measured(figures, pages, seconds, spent(ours, house))
        figures.facts |= {
            "two workers, MB": ours.pss(),
            "two lean workers, MB": floors.pss(),
            "start of the server, s": ours.seconds,
            "sign-in with password and code, ms": sign_in_time(ours.port),
        }
    inside = {name: asked.path for name, asked in pages.items() if not asked.body and name not in OF_A_LEADER}
    figures.inside = run_for_json(house, "bench.inside", *(f"{name}={path}" for name, path in inside.items()))
    return figures
