"""Which column means what. HTCDS 2.0 (IOM and partners, CC BY 4.0) goes by field name, never by label or place."""

import re
from collections.abc import Sequence

from alongside.keeping.data_files import entries

_READ = entries("custody", "columns", dict[str, tuple[str, ...]])
FIELDS = tuple(_READ["names"])
_BARRED, _OTHER = _READ["barred"], _READ["other"]
MANY = frozenset(_OTHER["many"])
BARRED, NOWHERE = "barred", ""
_BY_NAME = {name: field for field, names in _READ["names"].items() for name in names}


def plain(column: str) -> str:
    """A column's name without its prefix, marks and spaces, as names are compared."""
    bare = re.sub(r"^(prs|cas|cco|spl|org)_", "", column.strip().casefold())
    return re.sub(r"[^a-z0-9]", "", bare.translate(str.maketrans("áéíóúñü", "aeiounu")))


def meaning(column: str) -> str:
    """What a column seems to mean: a field, BARRED, or NOWHERE."""
    begins = column.strip().casefold()
    bare = plain(column)
    if (
        begins.startswith(_BARRED["beginnings"])
        or bare in _BARRED["whole"]
        or any(word in bare for word in _BARRED["words"])
    ):
        return BARRED
    if begins.startswith("org_") or begins in _OTHER["nowhere"]:
        return NOWHERE
    return _BY_NAME.get(bare, NOWHERE)


def meanings(columns: Sequence[str]) -> list[str]:
    """What each column seems to mean; one that is taken already, and can be taken once, means nothing more."""
    found: list[str] = []
    for column in columns:
        each = meaning(column)
        found.append(NOWHERE if each in found and each not in MANY | {BARRED} else each)
    return found


def settled(columns: Sequence[str], chosen: Sequence[str]) -> list[str]:
    """What somebody chose, but that nothing barred is ever brought over."""
    return [
        BARRED if meaning(column) == BARRED else (field if field in FIELDS else NOWHERE)
        for column, field in zip(columns, chosen, strict=True)
    ]


def twice(chosen: Sequence[str]) -> list[str]:
    """Fields that more than one column was chosen for, and that can have one only."""
    return sorted(
        {field for field in chosen if field in FIELDS and field not in MANY and chosen.count(field) > 1}
    )
