"""This room's part of a set-up file: what the organisation review asks."""

import re
from typing import Any

from alongside.access.actor import Actor
from alongside.agency import carrying
from alongside.care import queries_review, reviewing
from alongside.care.rules import AskedAlready

_NAMED = re.compile(r"[-\w]{1,40}", re.ASCII)


def give() -> list[dict[str, Any]]:
    """Each question; no review, and no answer."""
    return [
        {"key": row.key, "name": row.name, "place": row.place, "hidden": row.hidden}
        for row in queries_review.questions(hidden=True)
    ]


def take(by: Actor, part: Any) -> None:
    """Put questions in place."""
    told = carrying.rows(part, key=40, name=200, place=int, hidden=bool)
    if not all(each["name"].strip() or _NAMED.fullmatch(each["key"]) for each in told):
        raise carrying.Unreadable
    try:
        reviewing.import_review_questions(by=by, questions=told)
    except AskedAlready:
        raise carrying.Unreadable from None
