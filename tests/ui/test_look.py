"""The look keeps its promises: contrast, both directions of writing, no inline style, small on the wire."""

import json
import re
from pathlib import Path

import brotli
import pytest

from bootstrap import assets

pytestmark = pytest.mark.no_database

ROOT = Path(__file__).parents[2]
UI = ROOT / "alongside" / "ui"
SHEETS = sorted((UI / "scss").glob("*.scss"))
TEMPLATES = sorted(
    each for kind in ("templates", "jinja2") for each in ROOT.glob(f"alongside/*/{kind}/**/*.html")
)
SEASONS = ("new", "steady", "close", "distant", "quiet", "returning")


def tokens(theme: str) -> dict[str, str]:
    """The colours of a theme by name."""
    text = (UI / "scss" / "_tokens.scss").read_text()
    block = text.split(f"@mixin {theme} {{")[1].split("\n}")[0]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})[;0-9a-f]", block))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_a_class_has_its_own_rule_in_one_sheet() -> None:
    """What a page wears is ruled in one place: a chart named as the bar at a phone's foot moved it away."""
    ruled: dict[str, set[str]] = {}
    for sheet in SHEETS:
        for name in re.findall(r"^(\.[\w-]+) \{", sheet.read_text(), re.MULTILINE):
            ruled.setdefault(name, set()).add(sheet.name)
    assert {name: sheets for name, sheets in ruled.items() if len(sheets) > 1} == {}


TEXT = [
    *[(ink, ground) for ink in ("ink", "muted", "primary") for ground in ("paper", "surface", "sunken")],
    *[("ink", f"s-{season}") for season in SEASONS],
    ("on-primary", "primary"),
    ("on-primary", "primary-strong"),
    ("primary", "primary-soft"),
    ("primary-strong", "primary-soft"),
    ("ink", "primary-soft"),
    ("accent", "accent-soft"),
    ("ink", "accent-soft"),
    ("primary", "accent-soft"),
    ("muted", "calm"),
    ("ink", "calm"),
    ("paper", "ink"),
    ("on-leave", "leave"),
]
EDGES = [(edge, ground) for edge in ("line-strong", "primary") for ground in ("paper", "surface", "sunken")]


@pytest.mark.parametrize("theme", ["day", "night"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(theme: str, ink: str, ground: str) -> None:
    colours = tokens(theme)
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["day", "night"])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_of_inputs_and_the_focus_ring_can_be_seen(theme: str, edge: str, ground: str) -> None:
    colours = tokens(theme)
    assert contrast(colours[edge], colours[ground]) >= 3


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_sheets_speak_of_starts_and_ends_not_of_left_and_right(sheet: Path) -> None:
    text = re.sub(r'\[dir="rtl"\][^}]*\}', "", sheet.read_text())
    sides = re.findall(
        r"(?:margin|padding|border|inset)-(?:left|right)|(?:float|text-align): (?:left|right)", text
    )
    assert [side for side in sides if side != "padding-left"] == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_templates_hold_no_inline_style_or_script(template: Path) -> None:
    text = template.read_text()
    assert not re.search(r"\sstyle=|<style|\son\w+=|javascript:", text)
    assert not re.search(r'<script(?![^>]*\s(?:src=|type="application/json"))', text)
    assert "http://" not in text
    assert "https://" not in text
    assert text.count("\n") < 150


def test_no_script_keeps_anything_in_the_browser() -> None:
    scripts = sorted((UI / "static_src" / "js").glob("*.js"))
    kept = re.compile(r"localStorage|sessionStorage|indexedDB|\bcaches\b|serviceWorker|document\.cookie\s*=")
    assert len(scripts) > 5
    assert [script.name for script in scripts if kept.search(script.read_text())] == []


def test_the_first_page_is_light() -> None:
    made = ROOT / "build" / "assets"
    assert len(brotli.compress((made / "a" / "desk.css").read_bytes())) < 20_000
    assert (
        len(brotli.compress((made / "a" / "desk.js").read_bytes())) < 12_550
    )  # pickers behind lines of days took 400, a page to read beside a hint 50
    latin = [face for face in assets.FACES if face.subset == "latin"]
    assert sum((made / "f" / f"{face.web_name}.woff2").stat().st_size for face in latin) < 90_000


def test_letters_of_other_scripts_are_fetched_only_where_they_appear() -> None:
    css = (ROOT / "build" / "assets" / "a" / "desk.css").read_text()
    faces = re.findall(r"@font-face\{([^}]*)\}", css)
    assert faces
    assert all("unicode-range" in face for face in faces)
    assert "U+1200-1399" in css
    assert "U+0600-06FF" in css


def test_every_face_for_print_has_a_family_of_its_own() -> None:
    families = json.loads((ROOT / "build" / "fonts" / "families.json").read_text())
    assert families["theirs"][0] == "Page Words"
    assert {"Page Ethiopic", "Page Arabic"} <= set(families["sans"]) & set(families["theirs"])


def test_package_pins_name_no_registry() -> None:
    lock = (ROOT / "package-lock.json").read_text()
    assert '"resolved"' not in lock
    assert "registry" not in lock + (ROOT / "package.json").read_text()
    assert "registry=" not in (ROOT / ".npmrc").read_text()
    assert lock.count('"integrity"') > 10
