"""The sentences of the interface and their translations: what our sources say, and what a catalogue lacks.

English stands in the sources and needs no catalogue. Every other language is one file,
locale/<language>/LC_MESSAGES/django.po, kept in step by `manage.py words`. Reading sources needs the packages
of development; compiling a catalogue does not, and happens at set-up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polib  # type: ignore[import-untyped]
from babel.messages.extract import extract
from django.template import engines
from django.template.base import Lexer, Token, TokenType
from django.utils.text import smart_split, unescape_string_literal
from django.utils.translation import trim_whitespace
from jinja2.ext import extract_from_ast

KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    **{name: (1,) for name in ("_", "gettext", "gettext_lazy", "gettext_noop")},
    **{name: (1, 2) for name in ("ngettext", "ngettext_lazy")},
    **{name: ((1, "c"), 2) for name in ("pgettext", "pgettext_lazy")},
    **{name: ((1, "c"), 2, 3) for name in ("npgettext", "npgettext_lazy")},
}
ABOUT = {name for name, places in KEYWORDS.items() if places and isinstance(places[0], tuple)}
QUOTED = r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
INSIDE = re.compile(rf"_\(\s*{QUOTED}\s*\)")
FIRST = re.compile(QUOTED)
SLOT = re.compile(r"%%|%\(\w+\)[sd]|\{\w*\}|%[sd]")


@dataclass(frozen=True, order=True)
class Sentence:
    """One thing to translate: its English, its plural if it counts something, and what it is about."""

    text: str
    plural: str = ""
    about: str = ""


def in_python(path: Path) -> set[Sentence]:
    """Every sentence that a Python file marks for translation."""
    found = set()
    with path.open("rb") as source:
        for _line, words, _notes, about in extract("python", source, KEYWORDS, options={"encoding": "utf-8"}):
            text, plural = words[:2] if isinstance(words, tuple) else (words, "")
            if text:
                found.add(Sentence(text, plural, about or ""))
    return found


def in_jinja(source: str) -> set[Sentence]:
    """Every sentence that a Jinja2 page marks for translation.

    It is read by the very environment that renders it, so reading and rendering cannot differ; what cannot be
    read is an error.
    """
    engine: Any = engines["jinja2"]
    found = set()
    for _line, function, words in extract_from_ast(
        engine.env.parse(source), tuple(KEYWORDS), babel_style=False
    ):
        said = [each or "" for each in words or ()]
        about = said.pop(0) if function in ABOUT else ""
        text, plural = (*said, "")[:2]
        found.add(Sentence(text, plural, about))
    return found


def in_template(source: str) -> set[Sentence]:
    """Every sentence that a template marks for translation, with the key under which Django looks it up."""
    found = set()
    tokens = iter(Lexer(source).tokenize())
    for token in tokens:
        if token.token_type not in (TokenType.VAR, TokenType.BLOCK):
            continue
        found |= {_constant(quoted) for quoted in INSIDE.findall(token.contents)}
        bits = list(smart_split(token.contents)) if token.token_type == TokenType.BLOCK else [""]
        if bits[0] in ("translate", "trans") and (quoted := FIRST.match(bits[1])):
            found.add(_constant(quoted[0], _about(bits)))
        elif bits[0] in ("blocktranslate", "blocktrans"):
            found.add(_block(bits, tokens))
    return found


def _constant(quoted: str, about: str = "") -> Sentence:
    return Sentence(unescape_string_literal(quoted).replace("%", "%%"), about=about)


def _about(bits: list[str]) -> str:
    return unescape_string_literal(bits[bits.index("context") + 1]) if "context" in bits else ""


def _block(bits: list[str], tokens: Iterator[Token]) -> Sentence:
    parts = ["", ""]
    which = 0
    for token in tokens:
        if token.token_type == TokenType.VAR:
            parts[which] += f"%({token.contents})s"
        elif token.token_type == TokenType.TEXT:
            parts[which] += token.contents.replace("%", "%%")
        elif token.contents.strip() == "plural":
            which = 1
        else:
            break
    text, plural = (trim_whitespace(part) if "trimmed" in bits else part for part in parts)
    return Sentence(text, plural, _about(bits))


def sentences(root: Path) -> set[Sentence]:
    """Every sentence of the interface that our sources under this folder mark for translation."""
    found: set[Sentence] = set()
    for path in sorted(root.rglob("*.py")):
        if "migrations" not in path.parts:
            found |= in_python(path)
    for path in sorted([*root.rglob("templates/**/*.html"), *root.rglob("templates/**/*.txt")]):
        found |= in_template(path.read_text())
    for path in sorted(root.rglob("jinja2/**/*.*")):
        found |= in_jinja(path.read_text())
    return found


def catalogue_of(root: Path, language: str) -> Path:
    """Where the translations into a language are kept."""
    return root / "locale" / language / "LC_MESSAGES" / "django.po"


def read(path: Path) -> polib.POFile:
    """The translations into a language; an empty catalogue where there is none yet."""
    kept = polib.pofile(str(path), wrapwidth=100) if path.exists() else polib.POFile(wrapwidth=100)
    if not path.exists():
        kept.metadata = {
            "Language": path.parts[-3],
            "MIME-Version": "1.0",
            "Content-Type": "text/plain; charset=UTF-8",
            "Content-Transfer-Encoding": "8bit",
            "Plural-Forms": "nplurals=2; plural=(n != 1);",
        }
    return kept


def _key(entry: polib.POEntry) -> Sentence:
    return Sentence(entry.msgid, entry.msgid_plural or "", entry.msgctxt or "")


def _said(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def in_step(kept: polib.POFile, wanted: Iterable[Sentence]) -> polib.POFile:
    """The same catalogue with exactly these sentences in their order; the new ones wait for their words."""
    known = {_key(entry): entry for entry in kept if not entry.obsolete}
    kept.clear()
    for each in sorted(set(wanted)):
        entry = known.get(each) or polib.POEntry(
            msgid=each.text, msgid_plural=each.plural, msgctxt=each.about or None
        )
        if each.plural and not entry.msgstr_plural:
            entry.msgstr_plural = {0: "", 1: ""}
        kept.append(entry)
    return kept


def faults(kept: polib.POFile, wanted: Iterable[Sentence]) -> list[str]:
    """What a catalogue lacks, has too much of, or says with other placeholders than the English."""
    expected = set(wanted)
    found = {_key(entry): entry for entry in kept if not entry.obsolete}
    wrong = [f"not translated: {each.text!r}" for each in sorted(expected - found.keys())]
    wrong += [f"no longer said: {each.text!r}" for each in sorted(found.keys() - expected)]
    for each in sorted(expected & found.keys()):
        said = _said(found[each])
        if not all(said) or not said:
            wrong.append(f"not translated: {each.text!r}")
        elif found[each].fuzzy:
            wrong.append(f"only guessed: {each.text!r}")
        elif not all(
            _slots(words) in (_slots(each.text), _slots(each.plural or each.text)) for words in said
        ):
            wrong.append(f"other placeholders: {each.text!r}")
    return wrong


def _slots(text: str) -> list[str]:
    return sorted(SLOT.findall(text))
