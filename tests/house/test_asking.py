"""One way to ask and one way to keep: no room grows its own again."""

import re
from pathlib import Path

import alongside

HOUSE = Path(alongside.__file__).parent
# Pages whose form is not yet on the one page that asks. The list only gets shorter.
STILL_BY_HAND = {
    "connection/parts/quick_note.html",
    "goals/long_view.html",
    "goals/sheet.html",
}
ONCE = "ChangedMeanwhile|KeptAlready|NotHere|NothingWritten|is_stale|may_come_back|seen_anew|reference"


def by_hand(house: Path) -> set[str]:
    """Templates that hold a drafted form, or say that one was begun, beside the one page that asks."""
    found = set()
    for path in house.rglob("*.html"):
        room, name = path.relative_to(house).parts[0], str(path).split("/jinja2/")[-1]
        if room not in ("asking", "ui") and (path.name == "begun.html" or 'data-draft="' in path.read_text()):
            found.add(name)
    return found


def kept_twice(house: Path) -> list[str]:
    """Definitions of what is in `keeping` once for all."""
    pattern = re.compile(rf"^(?:class|def) ({ONCE})\b", re.M)
    return [
        f"{path.relative_to(house)}: {found}"
        for path in house.rglob("*.py")
        if path.relative_to(house).parts[0] != "keeping"
        for found in pattern.findall(path.read_text())
    ]


def test_no_page_asks_by_hand_that_did_not_before() -> None:
    assert by_hand(HOUSE) == STILL_BY_HAND


def test_no_page_takes_the_place_of_what_lies_over_every_page() -> None:
    """`after` holds the cover and the dialogs of the frame; what ends a page that asks is `below`."""
    pages = (path for path in HOUSE.rglob("*.html") if path.relative_to(HOUSE).parts[0] != "ui")
    assert [path.name for path in pages if re.search(r"block after\b", path.read_text())] == []


def test_what_speaks_against_keeping_is_said_once() -> None:
    assert kept_twice(HOUSE) == []


def test_a_planted_page_and_a_planted_refusal_are_found(tmp_path: Path) -> None:
    page = tmp_path / "room" / "jinja2" / "room" / "new.html"
    page.parent.mkdir(parents=True)
    page.write_text('<form data-draft="{{ form.draft_key() }}">')
    (tmp_path / "room" / "rules.py").write_text("class ChangedMeanwhile(ValueError):\n    pass\n")
    assert by_hand(tmp_path) == {"room/new.html"}
    assert kept_twice(tmp_path) == ["room/rules.py: ChangedMeanwhile"]
