"""Reading cards and tallies."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import translation

from alongside import trail
from alongside.access.actor import Actor
from alongside.participants import queries as participants
from alongside.participants.queries import Participant
from alongside.practice import rules
from alongside.practice.choices import CardKind
from alongside.practice.models import Card, CardNote, CardTally, CardWording

SUGGESTED_LANGUAGE = "en"
NOTES = 100
BEFORE, AFTER = "whose-urgency", "two-minutes"


@dataclass(frozen=True)
class Shown:
    """A card as it is read in one language. `language` is what it is written in."""

    id: UUID
    key: str
    title: str
    lines: list[tuple[str, str]]
    language: str


def cards(language: str, key: str = "", kind: str = CardKind.MOMENT, *, hidden: bool = False) -> list[Shown]:
    """The cards in a language; in English, or else as it is there, where nobody has worded one in it yet."""
    rows = CardWording.objects.filter(card__hidden=hidden).select_related("card")
    rows = rows.filter(card__key=key) if key else rows.filter(card__kind=kind)
    best = [language, SUGGESTED_LANGUAGE]
    worded: dict[UUID, CardWording] = {}
    for row in sorted(
        rows, key=lambda row: (row.card.place, row.language not in best, row.language != language)
    ):
        worded.setdefault(row.card_id, row)
    return [
        Shown(row.card_id, row.card.key, row.title, rules.lines_of(row.words), row.language)
        for row in worded.values()
    ]


def pause_questions() -> Shown | None:
    """What one may ask oneself before something weighty, in the agency's words and today's language."""
    found = cards((translation.get_language() or SUGGESTED_LANGUAGE)[:2], BEFORE)
    return found[0] if found else None


def every_wording() -> list[CardWording]:
    """What every card says in every language."""
    return list(CardWording.objects.select_related("card").order_by("card__place", "card__key", "language"))


def card_named(key: str) -> Card | None:
    """The card of this name."""
    return Card.objects.filter(key=key).first()


def wording(card: UUID, language: str) -> CardWording | None:
    """What a card says in one language, and who said it so."""
    return CardWording.objects.filter(card_id=card, language=language).select_related("changed_by").first()


def card_notes() -> list[CardNote]:
    """What was said about cards, the newest month first; only the practice lead has any."""
    return list(CardNote.objects.order_by("-month", "id")[:NOTES])


def tallies(since: date) -> dict[tuple[UUID, date], tuple[int, int]]:
    """How often each card helped and did not really, month by month."""
    rows = CardTally.objects.filter(month__gte=since)
    return {(row.card_id, row.month): (row.helped, row.not_really) for row in rows}


def own_words_first(actor: Actor, participant: UUID | None) -> Participant | None:
    """Somebody whose record is open to me, for what helps them; the look goes into their trail.

    Out of reach gives nothing, and the card is there all the same: one who asks for it is in it now.
    """
    if participant is None:
        return None
    person = participants.record(actor, participant)
    trail.note(trail.Entry("open_what_helps", participant, "looked" if person is not None else "turned_away"))
    return person
