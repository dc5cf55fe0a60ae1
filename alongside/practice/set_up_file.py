"""This room's part of a set-up file: what the cards say."""

from typing import Any

from alongside.access.actor import Actor
from alongside.agency import carrying
from alongside.practice import queries
from alongside.practice.actions import take_cards


def give(actor: Actor) -> list[dict[str, Any]]:
    """Each card in each language."""
    return [
        {"card": row.card.key, "language": row.language, "title": row.title, "words": row.words}
        for row in queries.every_wording(actor)
    ]


def take(by: Actor, part: Any) -> None:
    """Put the cards' words in place; a card that is not known here is left out."""
    take_cards(by=by, cards=carrying.rows(part, card=40, language=10, title=80, words=5000))
