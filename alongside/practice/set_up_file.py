"""This room's part of a set-up file: what the cards say, the words of the language guard, topics of training."""

import re
from typing import Any

from django.db.utils import IntegrityError

from alongside.access.actor import Actor
from alongside.agency import carrying
from alongside.practice import queries, rules
from alongside.practice.actions import import_cards, import_training_topics, import_wording_suggestions

_NAMED = re.compile(r"[-\w]{1,40}", re.ASCII)


def give() -> dict[str, Any]:
    """Each card in each language, each entry of the guard, each topic; no training, and nobody who came to one."""
    return {
        "cards": [
            {"card": row.card.key, "language": row.language, "title": row.title, "words": row.words}
            for row in queries.every_wording()
        ],
        "guard": [
            {name: getattr(row, name) for name in ("key", "language", "place", *rules.GUARDED, "off")}
            for row in queries.guarded()
        ],
        "topics": [
            {
                "key": row.key,
                "name": row.name,
                "place": row.place,
                "refresh_months": row.refresh_months or 0,
                "on_profile": row.on_profile,
                "hidden": row.hidden,
            }
            for row in queries.topics(hidden=True)
        ],
    }


def take(by: Actor, part: Any) -> None:
    """Put cards, words and topics in place; a card that is not known here is left out.

    A file from before the guard and the topics were in it holds the cards alone.
    """
    told = {"cards": part, "guard": [], "topics": []} if isinstance(part, list) else part
    carrying.entry(told, cards=list, guard=list, topics=list)
    cards = carrying.rows(told["cards"], card=40, language=10, title=80, words=5000)
    guard = carrying.rows(
        told["guard"], key=40, language=10, place=int, phrases=3000, fine=3000, why=200, options=3000, names=bool,
        plans=bool, off=bool,
    )  # fmt: skip
    topics = carrying.rows(
        told["topics"], key=40, name=80, place=int, refresh_months=int, on_profile=bool, hidden=bool
    )
    if not all(_has_words(each) for each in guard) or not all(_is_called(each) for each in topics):
        raise carrying.Unreadable
    import_cards(by=by, cards=cards)
    import_wording_suggestions(by=by, entries=guard)
    try:
        import_training_topics(by=by, topics=topics)
    except IntegrityError:
        raise carrying.Unreadable from None


def _has_words(entry: dict[str, Any]) -> bool:
    told = rules.several(entry["phrases"]) and rules.one_a_line(entry["options"])
    return bool(told and _NAMED.fullmatch(entry["key"]) and entry["language"].strip())


def _is_called(topic: dict[str, Any]) -> bool:
    return bool(topic["name"].strip()) or bool(_NAMED.fullmatch(topic["key"]))
