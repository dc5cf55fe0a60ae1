"""Numbers, spans and citations of a law stand in dated, sourced rows alone: not in templates, and not in code.

What is looked for is built from the rows. A row stands in a file `data/`, or in a room's `reference.py`.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from alongside.benefits.choices import Unit
from alongside.benefits.reference import ROWS
from tests.house.checks import ROOT

pytestmark = pytest.mark.no_database

CITED = re.compile(r"\b(?:\d+ (?:USC|CFR|FR)|WAC|POMS SI|ACL|OAC) [\d.:-]*\d\w*", re.I)
# Spans that an agency's practice or our own house has as well; a law's stand beside its name, which is looked for.
OUR_OWN = {"5 days", "7 days", "14 days", "15 days", "30 days", "60 days", "90 days", "24 hours"}
NUMBERS_FROM = 100  # smaller ones are anything


def citations() -> set[str]:
    """The laws, notices and manuals that rows cite."""
    told = " ".join(f"{row.source_title} {row.note}" for row in ROWS.values())
    return {each.lower() for each in CITED.findall(told)}


def spans() -> set[str]:
    """How long something is by a rule, as one would write it."""
    found = {f"{row.amount} {row.unit}" for row in ROWS.values() if row.amount}
    for row in ROWS.values():
        for name, number in row.figures.items():
            for unit in (*Unit.values, "hours"):
                if unit in name.split("_"):
                    found.add(f"{number} {unit}")
            if "usd" in name:
                found |= {f"${number}", f"${number:,}"}
    return {each for each in found if not each.startswith(("0 ", "1 "))} - OUR_OWN


@cache
def numbers() -> set[int]:
    """Numbers of these spans that are hardly anything else."""
    found = {int(number) for each in spans() if (number := each.partition(" ")[0]).isdecimal()}
    return {each for each in found if each > NUMBERS_FROM}


@cache
def looked_for() -> re.Pattern[str]:
    """All of it, in one look."""
    cited = "|".join(re.escape(each) for each in sorted(citations()))
    long = "|".join(re.escape(each) for each in sorted(spans()))
    return re.compile(rf"\b(?:{cited})|(?<![\d.,])(?:{long})(?![\d,])")


def says(text: str) -> list[str]:
    """What of all this stands in a text."""
    low = re.sub(r"(\d)-(?=[a-z])", r"\1 ", " ".join(text.lower().split()).replace("u.s.c.", "usc"))
    units = re.sub(r"\b(day|week|month|year|hour)\b", r"\1s", low)
    return looked_for().findall(units)


def in_code(source: str) -> Iterator[tuple[int, str]]:
    """What a file of Python has of it, outside docstrings: in its texts, and as a number that times are made of."""
    tree = ast.parse(source)
    told = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and node.body
        if isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield from ((node.lineno, each) for each in says(node.value))
        if isinstance(node, ast.keyword) and node.arg in (
            "days",
            "months",
            "weeks",
            "years",
            "hours",
            "amount",
        ):
            value = node.value.value if isinstance(node.value, ast.Constant) else None
            if value in numbers():
                yield node.value.lineno, f"{node.arg}={value}"


def of_files(root: Path) -> list[str]:
    """Every place outside dated rows that has a number of a law."""
    found = []
    for path in sorted(root.rglob("*")):
        if path.suffix == ".html":
            lines = path.read_text().splitlines()
            found += [f"{path.name}:{n}: {each}" for n, line in enumerate(lines, 1) for each in says(line)]
        if path.suffix == ".py" and path.name != "reference.py" and path.parent.name != "migrations":
            found += [f"{path.name}:{n}: {each}" for n, each in in_code(path.read_text())]
    return found


def test_no_number_of_a_law_stands_outside_dated_rows() -> None:
    assert of_files(ROOT / "alongside") == []


def test_every_row_is_dated_and_sourced() -> None:
    for name, row in ROWS.items():
        assert row.source_title, name
        assert row.source_date, name
        assert row.known_until, name
        assert row.confidence, name


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.html", "<p>Cash lasts 12 months.</p>", "12 months"),
        ("a.html", "<p>A 12-month limit</p>", "12 months"),
        ("a.html", "<p>as 8 U.S.C. 1612 says</p>", "8 usc 1612"),
        ("a.py", "LENGTH = _('It ends after 540 days')", "540 days"),
        ("a.py", "end = start + timedelta(days=240)", "days=240"),
        ("a.py", "fine = 'up to $5,000'", "$5,000"),
    ],
)
def test_a_planted_number_is_found(tmp_path: Path, name: str, text: str, said: str) -> None:
    (tmp_path / name).write_text(text)
    assert [each for each in of_files(tmp_path) if said in each]


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.html", "<p>It can come back for 30 days.</p>"), ("a.py", '"""As 8 USC 1612 has it."""\nx = 1')],
)
def test_what_is_ours_is_left_alone(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    assert of_files(tmp_path) == []
