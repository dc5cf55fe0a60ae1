"""The intake's part of a set-up file: sections and questions."""

from typing import Any

from alongside.access.actor import Actor
from alongside.agency import carrying
from alongside.journey import queries, rules
from alongside.journey.actions import import_questions


def give() -> dict[str, Any]:
    """Sections and questions in their order, with every wording; no answer."""
    return queries.set_up()


def take(by: Actor, part: Any) -> None:
    """Put sections and questions in place."""
    told = carrying.entry(part, sections=list, questions=list)
    sections = carrying.rows(told["sections"], key=40, place=int, hidden=bool, wordings=dict)
    questions = carrying.rows(
        told["questions"], key=40, section=40, topic=12, why=500, place=int, hidden=bool, wordings=dict
    )
    for each in sections:
        carrying.by_language(each["wordings"], title=120, about=1000)
    known = {each["key"] for each in sections}
    for each in questions:
        carrying.by_language(each["wordings"], text=1000, hint=1000, how=1000)
        if each["section"] not in known:
            raise carrying.Unreadable
    try:
        import_questions(by=by, sections=sections, questions=questions)
    except rules.NeedsWords:
        raise carrying.Unreadable from None
