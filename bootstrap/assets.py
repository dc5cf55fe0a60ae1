"""Makes what a browser and a print need from our sources and the kept packages.

build/assets/a/   the style sheet and the script, one file each
build/assets/f/   typefaces for the web, under names that say nothing about who reads
build/fonts/      the same typefaces for PDF and those of scripts that a browser brings itself, each subset a family of
                  its own, listed in families.json, with the letters they draw in letters.json

Everything is made again when a source, a package pin or this file has changed, and at no other time.
Run by itself: python3 -m bootstrap.assets
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bootstrap.trouble import Trouble, tail

UI = Path("alongside") / "ui"
BUILD = Path("build")
SCRIPT_ORDER = (
    "start",
    "grow",
    "chips",
    "pick",
    "draft",
    "send",
    "guard",
    "hints",
    "lock",
    "overlay",
    "keys",
    "find",
    "progress",
    "opens",
)


@dataclass(frozen=True)
class Face:
    """One file of letters: which package, script and weight, and the names it gets here."""

    package: str
    subset: str
    weight: int
    web_name: str
    print_family: str
    voices: tuple[str, ...]
    covers: str

    def source(self, root: Path) -> Path:
        """Where the package keeps it."""
        name = f"{self.package}-{self.subset}-{self.weight}-normal.woff2"
        return root / "node_modules" / "@fontsource" / self.package / "files" / name


def _pair(package: str, subset: str, web: str, family: str, *voices: str) -> tuple[Face, Face]:
    regular = Face(package, subset, 400, web.replace("*", "4"), family, voices, "400 500")
    strong = Face(package, subset, 600, web.replace("*", "6"), family, voices, "600 900")
    return regular, strong


# A browser brings signs of its own; paper does not.
SIGNS = Face("noto-emoji", "emoji", 400, "z4", "Page Signs", ("Ours", "Theirs"), "400 900")
SANS, SERIF = "atkinson-hyperlegible-next", "source-serif-4"
# The last that claims a letter wins in a browser, so the Latin letters come last: a page in English or
# Spanish never fetches the file of another script.
FACES: tuple[Face, ...] = (
    # Amiri draws each letter whole; faces that draw the dots apart give doubled letters when a PDF is read out.
    Face("amiri", "arabic", 400, "r4", "Page Arabic", ("Ours", "Theirs"), "400 500"),
    Face("amiri", "arabic", 700, "r6", "Page Arabic", ("Ours", "Theirs"), "600 900"),
    *_pair("noto-sans-ethiopic", "ethiopic", "e*", "Page Ethiopic", "Ours", "Theirs"),
    *_pair(SERIF, "cyrillic-ext", "wk*", "Page Words Cyrillic Wide", "Theirs"),
    *_pair(SERIF, "cyrillic", "wc*", "Page Words Cyrillic", "Theirs"),
    *_pair(SERIF, "greek", "wg*", "Page Words Greek", "Theirs"),
    *_pair(SERIF, "vietnamese", "wv*", "Page Words Vietnamese", "Theirs"),
    *_pair(SERIF, "latin-ext", "wx*", "Page Words Wide", "Theirs"),
    *_pair(SANS, "latin-ext", "sx*", "Page Sans Wide", "Ours"),
    *_pair(SERIF, "latin", "w*", "Page Words", "Theirs"),
    *_pair(SANS, "latin", "s*", "Page Sans", "Ours"),
)
# A browser has the letters of the machine it runs on; paper has only what we bring.
PAPER_SCRIPTS = (
    "hebrew", "armenian", "georgian", "devanagari", "bengali", "gurmukhi", "gujarati", "oriya", "tamil", "telugu",
    "kannada", "malayalam", "sinhala", "thai", "lao", "khmer", "myanmar",
)  # fmt: skip
PAPER_FACES: tuple[Face, ...] = (
    SIGNS,
    *(
        face
        for script in PAPER_SCRIPTS
        for face in _pair(
            f"noto-sans-{script}", script, f"n-{script}*", f"Page {script.title()}", "Ours", "Theirs"
        )
    ),
)
# Chinese, Japanese and Korean come whole, from a package of the environment.
WHOLE_FAMILY = "Noto Sans CJK SC"


def build(root: Path, python: Path, node_bin: Path) -> None:
    """Make style sheet, script and typefaces; silent and quick when they are already as they should be."""
    seen = _fingerprint(root)
    stamp = root / BUILD / "assets.stamp"
    if stamp.exists() and stamp.read_text() == seen and all(path.exists() for path in _made(root)):
        return
    for folder in ("assets/a", "assets/f", "fonts", "scss"):
        shutil.rmtree(root / BUILD / folder, ignore_errors=True)
        (root / BUILD / folder).mkdir(parents=True)
    _web_faces(root)
    _style_sheet(root, node_bin)
    _script(root)
    _print_faces(root, python)
    stamp.write_text(seen)


def _sources(root: Path) -> Iterator[Path]:
    yield from sorted((root / UI / "scss").glob("*.scss"))
    yield from sorted((root / UI / "static_src" / "js").glob("*.js"))
    yield root / "package-lock.json"
    yield Path(__file__)


def _fingerprint(root: Path) -> str:
    seen = hashlib.sha256()
    for path in _sources(root):
        seen.update(f"{path.name}\0".encode() + path.read_bytes() + b"\0")
    return seen.hexdigest()


def _made(root: Path) -> Iterator[Path]:
    made = root / BUILD
    yield from (
        made / "assets/a/desk.css",
        made / "assets/a/desk.js",
        made / "fonts/families.json",
        made / "fonts/letters.json",
    )
    for face in FACES:
        yield made / "assets" / "f" / f"{face.web_name}.woff2"
    yield from (made / "fonts" / f"{face.web_name}.ttf" for face in (*FACES, *PAPER_FACES))


def _ranges(root: Path, face: Face) -> str:
    given = json.loads((root / "node_modules" / "@fontsource" / face.package / "unicode.json").read_text())
    return str(given[face.subset])


def _web_faces(root: Path) -> None:
    rules = []
    for face in FACES:
        if not face.source(root).exists():
            raise Trouble(f"the typeface {face.source(root).name} is not among the packages; run npm ci")
        shutil.copyfile(face.source(root), root / BUILD / "assets" / "f" / f"{face.web_name}.woff2")
        rules += [
            f'@font-face{{font-family:"{voice}";font-style:normal;font-weight:{face.covers};font-display:swap;'
            f'src:url("../f/{face.web_name}.woff2") format("woff2");unicode-range:{_ranges(root, face)}}}'
            for voice in face.voices
        ]
    (root / BUILD / "scss" / "_faces.scss").write_text("\n".join(rules) + "\n")


def _style_sheet(root: Path, node_bin: Path) -> None:
    sass = [
        str(node_bin), str(root / "node_modules" / "sass" / "sass.js"),
        "--style=compressed", "--no-source-map", "--no-charset", "--quiet-deps",
        "--silence-deprecation=import,global-builtin,color-functions,if-function",
        f"--load-path={root / 'node_modules'}", f"--load-path={root / BUILD / 'scss'}",
        f"{root / UI / 'scss' / 'desk.scss'}:{root / BUILD / 'assets' / 'a' / 'desk.css'}",
    ]  # fmt: skip
    done = subprocess.run(sass, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Trouble(f"the style sheet could not be made: {tail(done.stderr, 3)}")
    if done.stderr.strip():
        print(done.stderr, file=sys.stderr)


def _script(root: Path) -> None:
    folder = root / UI / "static_src" / "js"
    parts = [(folder / f"{name}.js").read_text() for name in SCRIPT_ORDER]
    body = "\n".join(f"(function () {{\n{part.strip()}\n}})();" for part in parts)
    (root / BUILD / "assets" / "a" / "desk.js").write_text(f'"use strict";\n{body}\n')


def _print_faces(root: Path, python: Path) -> None:
    jobs = [
        {
            "source": str(face.source(root)),
            "target": str(root / BUILD / "fonts" / f"{face.web_name}.ttf"),
            "family": face.print_family,
            "weight": face.weight,
        }
        for face in (*FACES, *PAPER_FACES)
    ]
    command = [
        str(python),
        "-m",
        "bootstrap.assets",
        "--print-faces",
        str(root / BUILD / "fonts" / "letters.json"),
    ]
    done = subprocess.run(
        command, input=json.dumps(jobs), capture_output=True, text=True, check=False, cwd=root
    )
    if done.returncode:
        raise Trouble(f"the typefaces for print could not be made: {tail(done.stderr, 2)}")
    faces = (*reversed(FACES), *reversed(PAPER_FACES))
    families = {
        voice: list(dict.fromkeys(face.print_family for face in faces if kind in face.voices))
        for voice, kind in (("sans", "Ours"), ("theirs", "Theirs"))
    }
    families["theirs"].append(WHOLE_FAMILY)
    # Letters our own face does not have are set in the other rather than as boxes.
    families["sans"] += [family for family in families["theirs"] if family not in families["sans"]]
    (root / BUILD / "fonts" / "families.json").write_text(json.dumps(families, indent=1) + "\n")


def _convert(jobs: list[dict[str, Any]]) -> None:
    """Unpack web typefaces into print ones; runs inside the environment, which has the font tools."""
    from fontTools.ttLib import TTCollection, TTFont
    from noto_cjk_sans_otc import FONT_PATH

    drawn: set[int] = set()
    for job in jobs:
        font = TTFont(job["source"])
        font.flavor = None
        style = "Regular" if job["weight"] == 400 else "SemiBold"
        full = f"{job['family']} {style}"
        linked = "Regular" if style == "Regular" else "Bold"
        names = {1: job["family"], 2: linked, 3: full, 4: full, 6: full.replace(" ", "")}
        table = font["name"]
        table.names = [record for record in table.names if record.nameID in (0, 13, 14)]
        for name_id, text in names.items():
            table.setName(text, name_id, 3, 1, 0x409)
        font["OS/2"].usWeightClass = job["weight"]
        font.save(job["target"])
        drawn |= set(font.getBestCmap())
    with TTCollection(FONT_PATH, lazy=True) as whole:
        drawn |= set(whole.fonts[0].getBestCmap())
    Path(sys.argv[-1]).write_text(json.dumps(_spans(drawn)) + "\n")


def _spans(letters: set[int]) -> list[list[int]]:
    found: list[list[int]] = []
    for letter in sorted(letters):
        if found and letter == found[-1][1] + 1:
            found[-1][1] = letter
        else:
            found.append([letter, letter])
    return found


def main() -> int:
    """Build with the node and the environment that are at hand."""
    if "--print-faces" in sys.argv:
        _convert(json.load(sys.stdin))
        return 0
    root = Path(__file__).resolve().parents[1]
    node = shutil.which("node")
    if not node:
        print("No node found on the PATH; ./run brings its own.", file=sys.stderr)
        return 1
    python = root / ".venv" / "bin" / "python"
    try:
        build(root, python if python.exists() else Path(sys.executable), Path(node))
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
