"""Wording a card, and counting whether it helped."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.keeper import call
from alongside.access.roles import Can
from alongside.keeping.rules import ChangedMeanwhile, is_stale
from alongside.practice import rules
from alongside.practice.models import CardWording


@act(Can.EDIT_CARDS)
def word_card(
    *, by: Actor, card: UUID, language: str, title: str, words: str, version: int | None
) -> CardWording:
    """Say in the agency's own words what a card says in one language, in 150 words at most.
    Raises ChangedMeanwhile or TooLongToReadNow."""
    if rules.words_in(words) > rules.LONGEST_CARD:
        raise rules.TooLongToReadNow
    row = CardWording.objects.select_for_update().filter(card_id=card, language=language).first()
    if row is None:
        row = CardWording(card_id=card, language=language, version=0)
    elif is_stale(version, row.version):
        raise ChangedMeanwhile
    row.title, row.words, row.version = title, words, row.version + 1
    row.changed_at, row.changed_by_id = clock.now(), by.id
    row.save()
    return row


@act(Can.WORK_HERE, traced=False)
def count_card(*, by: Actor, card: UUID, helped: bool) -> None:
    """Count that a card helped, or not really. Nothing says who counted, or about whom."""
    call("core.count_card", card, helped)


@act(Can.SET_UP_AGENCY)
def import_cards(*, by: Actor, cards: Sequence[Mapping[str, str]]) -> None:
    """Take what the cards say out of another agency's set-up file."""
    for each in cards:
        call("core.take_card", each["card"], each["language"], each["title"], each["words"])
