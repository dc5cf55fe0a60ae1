"""The pages of `docs/adr`: each number stands once and is in the list; every library served with has its reason."""

import re

import pytest

from tests.house.checks import ROOT

pytestmark = pytest.mark.no_database

PAGES = sorted((ROOT / "docs" / "adr").glob("[0-9]*.md"))
LISTS = ("app", "embedded", "node", "uv")


def repeated(names: list[str]) -> list[str]:
    """The numbers that stand more than once."""
    numbers = [name[:4] for name in names]
    return sorted({number for number in numbers if numbers.count(number) > 1})


def libraries(wanted: str) -> list[str]:
    """What a list of requirements names itself, without versions, extras and comments."""
    return [found[0] for line in wanted.splitlines() if (found := re.match(r"[A-Za-z][\w.-]*", line))]


def without_reason(names: list[str], pages: str) -> list[str]:
    """The libraries that no page names in bold or as code."""
    told = re.findall(r"(?:\*\*|`)([A-Za-z][\w.-]*)(?=[\[\s*`])", pages.lower())
    return [name for name in names if name.lower() not in told]


def test_each_number_stands_once_and_in_its_own_heading() -> None:
    assert repeated([page.name for page in PAGES]) == []
    for page in PAGES:
        assert page.read_text().startswith(f"# {page.name[:4]} "), page.name


def test_the_list_names_every_page_by_its_heading() -> None:
    listed = re.findall(
        r"^- \[(\d{4})\]\(([\w-]+\.md)\) (.+)$", (ROOT / "docs/adr/README.md").read_text(), re.M
    )
    assert listed == [(page.name[:4], page.name, page.read_text().split("\n")[0][7:]) for page in PAGES]


def test_a_number_that_is_named_anywhere_has_its_page() -> None:
    known = {page.name[:4] for page in PAGES}
    readers = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "alongside").rglob("*.py")]
    for reader in [*readers, *(ROOT / "bootstrap").glob("*.py"), *(ROOT / "bench").glob("*.md")]:
        named = set(re.findall(r"\bADR (\d{4})", reader.read_text()))
        assert named <= known, (reader.name, named - known)


def test_every_library_has_its_reason() -> None:
    pages = "\n".join(page.read_text() for page in PAGES)
    for wanted in LISTS:
        names = libraries((ROOT / "requirements" / f"{wanted}.in").read_text())
        assert names and without_reason(names, pages) == [], wanted


def test_these_rules_find_a_planted_fault() -> None:
    assert repeated(["0021-one.md", "0021-other.md", "0022-third.md"]) == ["0021"]
    assert libraries("-r app.in\n# why\nDjango~=5.2.0\ndjango-allauth[mfa]\n") == ["Django", "django-allauth"]
    assert without_reason(["Django", "tzdata", "django-htmx"], "**Django 5.2**, `tzdata`") == ["django-htmx"]
