"""The agency's part of a set-up file: its words, what things are called, and the parts it leaves off."""

from typing import Any

from alongside.access.actor import Actor
from alongside.agency import carrying, queries
from alongside.agency.actions import import_set_up


def give() -> dict[str, Any]:
    """Words and modules. The agency's own names and numbers are no part of it."""
    return {
        "wordings": [
            {"key": row.key, "language": row.language, "text": row.text, "hidden": row.hidden}
            for row in queries.own_wordings()
        ],
        "features_off": sorted(queries.agency().features_off),
    }


def take(by: Actor, part: Any) -> None:
    """Put words and modules in place."""
    told = carrying.entry(part, wordings=list, features_off=list)
    wordings = carrying.rows(told["wordings"], key=80, language=10, text=5000, hidden=bool)
    import_set_up(by=by, wordings=wordings, features_off=carrying.texts(told["features_off"], 40))
