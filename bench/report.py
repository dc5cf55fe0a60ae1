"""Writes what was measured: ratios first, since another machine has other milliseconds."""

import platform
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bench.measure import Figures

# What each measure is compared with, the most processor time it may take of the floor's, and the least of its rate at
# eight connections.
GOALS = {
    "Today": ("lean list", 3.0, None),
    "Today of a supervisor": ("lean list", 2.5, None),
    "People": ("lean list", 2.0, 0.45),
    "participant's page": ("lean list", 3.0, 0.35),
    "participant with 2,000 entries": ("lean list", 3.0, 0.35),
    "alias search": ("lean list", 1.4, None),
    "notes search": ("lean list", 9.0, None),
    "saving a note": ("lean insert", 3.0, 0.35),
    "strands": ("lean list", 3.0, None),
    "clocks": ("lean list", 3.0, None),
    "their questions": ("lean list", 3.0, None),
    "safety plan": ("lean list", 3.0, None),
    "critical periods": ("lean list", 3.0, None),
    "openings at night": ("lean list", 3.0, None),
    "clocks of my people": ("lean list", 3.0, None),
    "transfers": ("lean list", 3.0, None),
    "on call": ("lean list", 3.0, None),
    "load board": ("lean list", 3.0, None),
}
GROWTH = 1.2
# Milliseconds of an answer at one connection, as others take them: a list of cases, one case, keeping a note.
PEERS = {
    "Primero (JSON alone, no page)": (49, 24, 80),
    "Django's admin": (17, 27, 7.5),
    "Sahana Eden": (303, 1660, 128),
    "care": (295, 91, 24),
}
BESIDE_PEERS = ("People", "participant's page", "saving a note")
FLOORS = ("empty view", "lean list", "lean insert")


def _row(*cells: object) -> str:
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def _head(*cells: str) -> list[str]:
    return [_row(*cells), "|---" * len(cells) + "|"]


def _spent(figures: "Figures", name: str) -> float:
    """Milliseconds of processor time an answer takes: of the web process and of its database's together."""
    return figures.at_one[name].web + figures.at_one[name].database


def _against(figures: "Figures", name: str) -> tuple[float, float, float]:
    """How many times the floor's processor time, which part of the floor's rate, how many times the floor's time."""
    floor = GOALS[name][0]
    return (
        _spent(figures, name) / _spent(figures, floor),
        figures.at_eight[name].rate / figures.at_eight[floor].rate,
        figures.at_one[name].p50 / figures.at_one[floor].p50,
    )


def _mark(value: float, goal: float | None, *, least: bool = False) -> str:
    if goal is None:
        return f"{value:.2f}"
    good = value >= goal if least else value <= goal
    return f"{value:.2f} ({'within' if good else 'NOT within'} {goal})"


def ratios(found: "list[Figures]") -> list[str]:
    """Each page against its floor, for every size."""
    sizes = [each.size for each in found]
    kinds = [f"{size}: {kind}" for kind in ("processor", "rate", "time") for size in sizes]
    lines = _head("page", "floor", *kinds)
    for name, (floor, most, least) in GOALS.items():
        if not all(name in each.at_one for each in found):
            continue
        told = [_against(each, name) for each in found]
        cells = [_mark(spent, most) for spent, _rate, _time in told]
        cells += [_mark(rate, least, least=True) for _spent, rate, _time in told]
        cells += [f"{time:.2f}" for _spent, _rate, time in told]
        lines.append(_row(name, floor, *cells))
    return lines


def peers(figures: "Figures") -> list[str]:
    """Our milliseconds beside those of others."""
    lines = _head("", "list of cases", "one case", "keeping a note")
    ours = [figures.at_one[name].p50 for name in BESIDE_PEERS]
    lines.append(_row(f"Alongside, {figures.size}", *(f"{each:.0f}" for each in ours)))
    return lines + [_row(name, *told) for name, told in PEERS.items()]


def growth(found: "list[Figures]") -> list[str]:
    """Each page in the largest agency against the smallest, floors divided out."""
    first, last = found[0], found[-1]
    lines = _head("page", f"{last.size} / {first.size} (goal: at most {GROWTH})")
    for name in GOALS:
        if name in first.at_one and name in last.at_one:
            grown = _against(last, name)[0] / _against(first, name)[0]
            lines.append(_row(name, _mark(grown, GROWTH)))
    return lines


def milliseconds(figures: "Figures") -> list[str]:
    """What the clock said, for one size."""
    lines = _head(
        "address",
        "p50, 1",
        "p95, 1",
        "p50, 8",
        "p95, 8",
        "a second, 1",
        "a second, 8",
        "CPU, web",
        "CPU, database",
    )
    for name in (*FLOORS, *GOALS):
        if name in figures.at_one:
            one, eight = figures.at_one[name], figures.at_eight[name]
            cells = (one.p50, one.p95, eight.p50, eight.p95, one.rate, eight.rate, one.web, one.database)
            lines.append(_row(name, *(f"{cell:.1f}" for cell in cells)))
    return lines


def inside(figures: "Figures") -> list[str]:
    """Where the time of each page goes, in process."""
    lines = _head("page", "queries", "bytes", "ms", "database", "page", "opening", "rest")
    for name, told in figures.inside.items():
        cells = (
            told.get(part, 0) for part in ("queries", "bytes", "ms", "database", "page", "opening", "rest")
        )
        lines.append(_row(name, *cells))
    return lines


def _facts(told: dict[str, float]) -> list[str]:
    return [*_head("fact", "figure"), *(_row(name, f"{value:.1f}") for name, value in told.items())]


def write(found: "list[Figures]", moved: dict[str, float], path: Path) -> None:
    """The whole page."""
    lines = [
        "# What was measured",
        "",
        f"Python {platform.python_version()}, {platform.machine()}; `python -m bench` writes this page. Ratios are to"
        " floors served beside the house in the same run: milliseconds of another machine mean little.",
        "",
        "## Against the floors",
        "",
        "*Processor*, the main figure: the processor time of an answer at one connection, of the web process and of its"
        " database's together, divided by the floor's. *Rate*: answers a second at eight connections, divided by the"
        " floor's. *Time*: the middle of the times at one connection, divided by the floor's.",
        "",
        *ratios(found),
        "",
        "## Beside others",
        "",
        "Milliseconds of one answer. The others were measured before, on two cores with 10,000 cases each, and not in"
        " this run. Primero's answers are JSON and no page; the admin has neither walls nor sealed words nor a trail.",
        "",
        *peers(found[len(found) // 2]),
        "",
    ]
    if len(found) > 1:
        lines += ["## As the years pile up", "", *growth(found), ""]
    for figures in found:
        lines += [f"## {figures.size}", "", *milliseconds(figures), "", *inside(figures), ""]
        lines += [*_facts(figures.facts), ""]
    if moved:
        lines += ["## Moving records", "", *_facts(moved), ""]
    path.write_text("\n".join(lines))
