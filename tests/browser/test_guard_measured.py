"""How well the guard finds what it should, measured with its own script over sentences of ours, all in one page."""

import csv
import re
from collections import Counter
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser

from alongside.project.demo.cast import CM1
from tests.browser.desk import Desk
from tests.browser.stage import House
from tests.conftest import ROOT

SENTENCES = ROOT / "tests" / "guard_sentences.csv"
DOCUMENT = ROOT / "docs" / "GUARD.md"
PRECISION, RECALL = 0.93, 0.95
RUN = """async (rows) => {
    const { guard, body } = window.alongside;
    const told = await (await fetch(body.dataset.guardUrl)).json();
    const list = guard.compile(told.entries, told.spared);
    return rows.map(([text, plans]) => guard.find(text, list, plans).map((hit) => hit.text));
}"""


@dataclass(frozen=True)
class Sentence:
    """One sentence, and the words in it that should get a hint."""

    language: str
    kind: str
    text: str
    hits: tuple[str, ...]
    found: tuple[str, ...] = ()


def read() -> list[Sentence]:
    """The sentences as they stand in their file."""
    with SENTENCES.open(newline="") as file:
        return [
            Sentence(
                row["language"],
                row["kind"],
                row["text"].replace("\\n", "\n"),
                tuple(filter(None, row["hits"].replace("\\n", "\n").split("|"))),
            )
            for row in csv.DictReader(file)
        ]


@pytest.fixture(scope="module")
def measured(browser: Browser, house: House) -> list[Sentence]:
    """Every sentence with what the script of a real page finds in it."""
    desk = Desk(browser, house, 1280)
    rows = read()
    found = desk.of(CM1, "/practice/").evaluate(RUN, [[row.text, row.kind == "plan"] for row in rows])
    desk.close()
    return [
        Sentence(row.language, row.kind, row.text, row.hits, tuple(hits))
        for row, hits in zip(rows, found, strict=True)
    ]


def figures(rows: list[Sentence]) -> dict[str, tuple[int, int, int, int]]:
    """For each language and for all: sentences, hits that should be, found rightly, found wrongly."""
    told = {}
    for name in ("en", "es", "all"):
        those = [row for row in rows if name in (row.language, "all")]
        right = sum((Counter(row.hits) & Counter(row.found)).total() for row in those)
        wrong = sum((Counter(row.found) - Counter(row.hits)).total() for row in those)
        told[name] = (len(those), sum(len(row.hits) for row in those), right, wrong)
    return told


def line(name: str, given: tuple[int, int, int, int]) -> str:
    """A line of the document's table."""
    sentences, expected, right, wrong = given
    precision, recall = right / (right + wrong), right / expected
    return f"| {name} | {sentences} | {expected} | {right} | {wrong} | {precision:.1%} | {recall:.1%} |"


def test_it_finds_what_it_should_and_little_else(measured: list[Sentence]) -> None:
    assert len(measured) >= 150
    for name, (_sentences, expected, right, wrong) in figures(measured).items():
        assert right / (right + wrong) >= PRECISION - (0.02 if name == "es" else 0), name
        assert right / expected >= RECALL, name


def test_what_is_quoted_is_a_name_or_only_looks_alike_is_never_pointed_at(measured: list[Sentence]) -> None:
    for row in measured:
        if row.kind in ("quote", "name", "alike", "agency", "fine"):
            assert row.found == row.hits, row.text


def test_the_document_says_what_is_measured(measured: list[Sentence]) -> None:
    document = DOCUMENT.read_text()
    names = {"en": "English", "es": "Spanish", "all": "together"}
    for key, given in figures(measured).items():
        assert line(names[key], given) in document
    misses = {row.text for row in measured if Counter(row.found) != Counter(row.hits)}
    told = set(re.findall(r"^- \*(.+?)\*", document, re.MULTILINE))
    assert told == misses


def test_a_planted_fault_is_measured() -> None:
    rows = [
        Sentence("en", "plain", "a b", ("a", "b"), ("a", "c")),
        Sentence("es", "plain", "d", ("d",), ("d",)),
    ]
    assert figures(rows)["all"] == (2, 3, 2, 1)
    assert line("x", (2, 4, 3, 1)) == "| x | 2 | 4 | 3 | 1 | 75.0% | 75.0% |"
