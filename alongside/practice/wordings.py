"""What survivor advisers look at in this room: the cards."""

from django.conf import settings

from alongside.access.given import ToReview
from alongside.practice import queries


def to_review() -> list[ToReview]:
    """Each card in each language it is worded in."""
    found = []
    for language, _name in settings.LANGUAGES:
        for card in queries.cards(language):
            if card.language == language:
                lines = "\n".join(f"{lead} {rest}".strip() for lead, rest in card.lines)
                found.append(ToReview(f"practice.{card.key}", language, "practice", f"{card.title}\n{lines}"))
    return found
