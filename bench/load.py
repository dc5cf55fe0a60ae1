"""One measure of one address under wrk: how long, how often, and that every answer was a good one."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

SCRIPT = """
wrk.method = {method}
wrk.headers["Host"] = {host}
wrk.headers["Cookie"] = {cookie}
wrk.headers["Accept-Language"] = "en"
wrk.headers["Accept-Encoding"] = "br"
local body = {body}
if body ~= "" then
  wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
  wrk.headers["Origin"] = "http://" .. {host}
end
math.randomseed(os.time() + {seed})
local function name()
  return (string.gsub("xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx", "x", function()
    return string.format("%x", math.random(0, 15))
  end))
end
request = function()
  if body == "" then return wrk.format(nil, nil) end
  return wrk.format(nil, nil, nil, (string.gsub(body, "ONCE", name())))
end
done = function(summary, latency, requests)
  io.write(string.format("MEASURED %f %f %d %d %d\\n", latency:percentile(50), latency:percentile(95),
    summary.requests, summary.duration,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
"""


@dataclass(frozen=True)
class Asked:
    """An address with who asks, and the words sent where it is a form (ONCE stands for a fresh name)."""

    port: int
    host: str
    path: str
    cookie: str
    body: str = ""


@dataclass(frozen=True)
class Measured:
    """Milliseconds in the middle and at the 95th of a hundred; answers a second; answers that were no good."""

    p50: float
    p95: float
    rate: float
    bad: int
    web: float = 0.0  # milliseconds of processor time an answer: our workers
    database: float = 0.0  # and the database


Spent = Callable[[], tuple[float, float]]  # seconds of the workers and of the database since they began


def measure(asked: Asked, connections: int, seconds: float, spent: Spent, seed: int = 0) -> Measured:
    """Ask again and again over this many connections, on loopback, for this long."""
    program = shutil.which("wrk")
    if program is None:
        raise RuntimeError("wrk is not here: apt-get install wrk")
    words = {
        "method": "POST" if asked.body else "GET",
        "host": asked.host,
        "cookie": asked.cookie,
        "body": asked.body,
        "seed": seed,
    }
    script = SCRIPT
    for name, value in words.items():
        script = script.replace(f"{{{name}}}", json.dumps(value))
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(script)
        file.flush()
        command = [
            program,
            "-t1",
            f"-c{connections}",
            f"-d{seconds:.0f}s",
            "--timeout",
            "30s",
            "-s",
            file.name,
        ]
        before = spent()
        done = subprocess.run(
            [*command, f"http://127.0.0.1:{asked.port}{asked.path}"],
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(file.name).parent,
        )
    line = next(line for line in done.stdout.splitlines() if line.startswith("MEASURED"))
    p50, p95, requests, microseconds, bad = (float(each) for each in line.split()[1:])
    web, database = ((late - early) * 1000 / requests for early, late in zip(before, spent(), strict=True))
    return Measured(p50 / 1000, p95 / 1000, requests / (microseconds / 1e6), int(bad), web, database)
