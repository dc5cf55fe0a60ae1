"""Days and times are made for people in one place, so that all of them have the agency's form (`ui/dates.py`)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.no_database

THE_PLACE = "alongside/ui/dates.py"
# What is a file's name, and read by nobody as a date.
NAMES_OF_FILES = {"alongside/project/upkeep/places.py"}
MAKERS = ("django.utils.dateformat", "django.utils.formats", "django.contrib.humanize", "babel.dates")
IN_PAGES = re.compile(r"\|\s*(?:date|time|timesince|timeuntil|naturalday)\b|strftime")
IN_SCRIPTS = re.compile(r"toLocale\w*|Intl\.")


def faults(source: str) -> Iterator[str]:
    """Where this code makes a date for people by itself, or puts one into a sentence without looking where."""
    tree = ast.parse(source)
    said = {
        each.asname or each.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "alongside.ui.dates"
        for each in node.names
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith(MAKERS):
            yield f"{node.lineno}: {node.module}"
        if isinstance(node, ast.Attribute) and node.attr == "strftime":
            yield f"{node.lineno}: strftime"
        if isinstance(node, ast.FormattedValue) and node.format_spec and "%" in ast.unparse(node.format_spec):
            yield f"{node.lineno}: a form of its own"
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
            named = {ast.unparse(each.func) for each in ast.walk(node.right) if isinstance(each, ast.Call)}
            if named & (said - {"put", "fitted"}) or any(name.startswith("dates.") for name in named):
                yield f"{node.lineno}: `put` fits a day into a sentence"


def _all_faults() -> Iterator[str]:
    for path in sorted((ROOT / "alongside").rglob("*")):
        where = path.relative_to(ROOT).as_posix()
        if path.suffix == ".py" and where != THE_PLACE and where not in NAMES_OF_FILES:
            yield from (f"{where}:{fault}" for fault in faults(path.read_text()))
        if path.suffix in (".html", ".typ", ".js", ".txt") and path.is_file():
            look = IN_SCRIPTS if path.suffix == ".js" else IN_PAGES
            yield from (f"{where}: {found[0]}" for found in look.finditer(path.read_text()))


def test_nothing_else_makes_a_date_for_people() -> None:
    assert list(_all_faults()) == []


@pytest.mark.parametrize(
    "planted",
    [
        "from django.utils.dateformat import format",
        "from django.utils.formats import date_format",
        "x.strftime('%H')",
        'f"{x:%d %B}"',
        "from alongside.ui.dates import day\n_('by %(day)s') % {'day': day(x)}",
        "from alongside.ui import dates\n_('by %(day)s') % {'day': dates.day(x)}",
    ],
)
def test_each_other_way_is_found(planted: str) -> None:
    assert list(faults(planted))


@pytest.mark.parametrize("planted", ['{{ x|date("j F") }}', "{{ x|date:'j F' }}", "{{ x.strftime('%H') }}"])
def test_each_other_way_of_a_page_is_found(planted: str) -> None:
    assert IN_PAGES.search(planted)


def test_what_is_made_in_the_one_place_is_let_be() -> None:
    fine = "from alongside.ui.dates import day, put\nput(_('by %(day)s'), day=day(x))\nf'{x:02}'\n'%s' % y"
    assert not list(faults(fine))
    assert not IN_PAGES.search("{{ x|day }}{{ x.updated }}{{ x|dated }}")


def test_the_place_is_there() -> None:
    assert Path(ROOT / THE_PLACE).is_file()
