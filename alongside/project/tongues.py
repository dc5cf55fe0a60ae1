"""Languages that stand beside English and Spanish because their file stands in `locale/`."""

from pathlib import Path

from django.conf.locale import LANG_INFO

OURS = ("en", "es")


def added(locale: Path) -> list[tuple[str, str]]:
    """Each language with a catalogue of its own, and how it calls itself.

    A language that Django does not know is named in `locale/<language>/name.txt`: its own name, its English name, and
    `rtl` where it is written from right to left, one a line.
    """
    found = []
    for catalogue in sorted(locale.glob("*/LC_MESSAGES/django.po")):
        code = catalogue.parts[-3]
        if code in OURS:
            continue
        named = catalogue.parents[1] / "name.txt"
        if named.is_file():
            own, english, *more = [*named.read_text(encoding="utf-8").split("\n"), "", ""]
            LANG_INFO[code] = {
                "bidi": "rtl" in (line.strip() for line in more),
                "code": code,
                "name": english.strip() or own.strip(),
                "name_local": own.strip(),
            }
        if code in LANG_INFO:
            found.append((code, str(LANG_INFO[code]["name_local"])))
    return found


def from_right_to_left(languages: list[tuple[str, str]]) -> list[str]:
    """Those of them that are written so."""
    return [code for code, _name in languages if LANG_INFO[code]["bidi"]]
