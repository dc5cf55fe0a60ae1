"""The agency's part of a set-up file: its words, what things are called, and the parts it leaves off."""

from datetime import date
from typing import Any

from alongside.access.actor import Actor
from alongside.agency import carrying, closed, modules, queries
from alongside.agency.actions import import_set_up


def give() -> dict[str, Any]:
    """Words, modules and the days on which it is closed. The agency's own names and numbers are no part of it."""
    return {
        "wordings": [
            {"key": row.key, "language": row.language, "text": row.text, "hidden": row.hidden}
            for row in queries.own_wordings()
        ],
        "features_off": sorted(queries.agency().features_off),
        "features": sorted(modules.modules()),
        "closed_days": [{"day": each.day.isoformat(), "name": each.name} for each in closed.days()],
    }


def take(by: Actor, part: Any) -> None:
    """Put words, modules and closed days in place; a file of before has no days, and leaves parts that came after it
    as they stand here."""
    before = {
        "closed_days": [],
        "features": [key for key, each in modules.modules().items() if not each.begins_off],
    }
    told = carrying.entry(part, before, wordings=list, features_off=list, features=list, closed_days=list)
    wordings = carrying.rows(told["wordings"], key=80, language=10, text=5000, hidden=bool)
    known = set(carrying.texts(told["features"], 40))
    off = [*carrying.texts(told["features_off"], 40), *(set(queries.agency().features_off) - known)]
    import_set_up(by=by, wordings=wordings, features_off=off, closed=_days(told["closed_days"]))


def _days(part: Any) -> list[closed.Day]:
    found = carrying.rows(part, day=10, name=closed.LONGEST)
    try:
        return [closed.Day(date.fromisoformat(each["day"]), each["name"]) for each in found]
    except ValueError as wrong:
        raise carrying.Unreadable from wrong
