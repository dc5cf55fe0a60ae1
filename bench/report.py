"""Writes what was measured: ratios first, since another machine has other milliseconds."""

import platform
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bench.measure import Figures

# What each measure is compared with, the most it may be at one connection, the least of the floor's rate at eight.
GOALS = {
    "Today": ("lean list", None, None),
    "Today of a supervisor": ("lean list", None, None),
    "People": ("lean list", 2.5, 0.3),
    "participant's page": ("lean list", 3.0, 0.35),
    "participant with 2,000 entries": ("lean list", 3.0, 0.35),
    "alias search": ("lean list", 3.0, None),
    "notes search": ("lean list", None, None),
    "saving a note": ("lean insert", 2.5, 0.45),
}
FLOORS = ("empty view", "lean list", "lean insert")


def _row(*cells: object) -> str:
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def _head(*cells: str) -> list[str]:
    return [_row(*cells), "|---" * len(cells) + "|"]


def _against(figures: "Figures", name: str) -> tuple[float, float]:
    """How many times the floor's time, and which part of the floor's rate."""
    floor = GOALS[name][0]
    times = figures.at_one[name].p50 / figures.at_one[floor].p50
    return times, figures.at_eight[name].rate / figures.at_eight[floor].rate


def _mark(value: float, goal: float | None, *, least: bool = False) -> str:
    if goal is None:
        return f"{value:.2f}"
    good = value >= goal if least else value <= goal
    return f"{value:.2f} ({'within' if good else 'NOT within'} {goal})"


def ratios(found: "list[Figures]") -> list[str]:
    """Each page against its floor, for every size."""
    lines = _head(
        "page", "floor", *(f"{each.size}: time" for each in found), *(f"{each.size}: rate" for each in found)
    )
    for name, (floor, most, least) in GOALS.items():
        if not all(name in each.at_one for each in found):
            continue
        both = [_against(each, name) for each in found]
        lines.append(
            _row(
                name,
                floor,
                *(_mark(times, most) for times, _rate in both),
                *(_mark(rate, least, least=True) for _times, rate in both),
            )
        )
    return lines


def growth(found: "list[Figures]") -> list[str]:
    """Each page in the largest agency against the smallest, floors divided out."""
    first, last = found[0], found[-1]
    lines = _head("page", f"{last.size} / {first.size} (goal: at most 1.3)")
    for name in GOALS:
        if name in first.at_one and name in last.at_one:
            grown = _against(last, name)[0] / _against(first, name)[0]
            lines.append(_row(name, _mark(grown, 1.3)))
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
        "*Time*: the middle of the times at one connection, divided by the floor's. *Rate*: answers a second at"
        " eight connections, divided by the floor's.",
        "",
        *ratios(found),
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
