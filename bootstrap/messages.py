"""Turns the translations kept in locale/ into the files the web server reads in build/locale/."""

from __future__ import annotations

import ast
import struct

from bootstrap.environment import fingerprint, stamp, stamped
from bootstrap.places import BUILD, ROOT
from bootstrap.trouble import Trouble

MAGIC = 0x950412DE


def compile_messages() -> None:
    """Compile every catalogue that is there; silent and quick when none has changed."""
    catalogues = sorted((ROOT / "locale").glob("*/LC_MESSAGES/*.po"))
    value = fingerprint(*catalogues)
    if stamped("messages") == value and (BUILD / "locale").is_dir():
        return
    for catalogue in catalogues:
        target = BUILD / catalogue.relative_to(ROOT).with_suffix(".mo")
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            target.write_bytes(compiled(read_catalogue(catalogue.read_text(encoding="utf-8"))))
        except (SyntaxError, ValueError) as why:
            raise Trouble(f"The translation {catalogue.relative_to(ROOT)} cannot be read: {why}.") from None
    (BUILD / "locale").mkdir(parents=True, exist_ok=True)
    stamp("messages", value)


def read_catalogue(text: str) -> dict[str, str]:
    """Each translated sentence by its key, as the compiled file wants them; fuzzy ones stay English."""
    found: dict[str, str] = {}
    for block in text.replace("\r\n", "\n").split("\n\n"):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        fuzzy = any(line.startswith("#,") and "fuzzy" in line for line in lines)
        entry = _entry([line for line in lines if not line.startswith("#")])
        if "msgid" not in entry or (fuzzy and entry["msgid"]):
            continue
        key = entry["msgid"]
        if "msgid_plural" in entry:
            key += "\0" + entry["msgid_plural"]
            forms = [entry[name] for name in sorted(entry) if name.startswith("msgstr[")]
        else:
            forms = [entry.get("msgstr", "")]
        if "msgctxt" in entry:
            key = entry["msgctxt"] + "\x04" + key
        if all(forms) and forms:
            found[key] = "\0".join(forms)
    return found


def _entry(lines: list[str]) -> dict[str, str]:
    entry: dict[str, str] = {}
    name = ""
    for line in lines:
        if line.startswith('"'):
            entry[name] += str(ast.literal_eval(line))
        else:
            name, _, rest = line.partition(" ")
            entry[name] = str(ast.literal_eval(rest.strip()))
    return entry


def compiled(messages: dict[str, str]) -> bytes:
    """The catalogue in the binary form of GNU gettext."""
    pairs = sorted((key.encode(), text.encode()) for key, text in messages.items())
    count = len(pairs)
    keys_at, texts_at, words_at = 28, 28 + 8 * count, 28 + 16 * count
    tables: list[bytes] = []
    words = b""
    for which in (0, 1):
        for pair in pairs:
            tables.append(struct.pack("<II", len(pair[which]), words_at + len(words)))
            words += pair[which] + b"\0"
    head = struct.pack("<7I", MAGIC, 0, count, keys_at, texts_at, 0, words_at)
    return head + b"".join(tables) + words
