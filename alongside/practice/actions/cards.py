"""Adding and wording a card, counting whether it helped, and what is said about it."""

from collections.abc import Mapping, Sequence
from uuid import UUID, uuid4

from django.db.models import Max

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.keeper import call
from alongside.access.roles import Can
from alongside.keeping.rules import ChangedMeanwhile, NothingWritten, is_stale
from alongside.practice import rules
from alongside.practice.models import Card, CardNote, CardWording
from alongside.vault import ring
from alongside.vault.fields import sealed_value


@act(Can.EDIT_CARDS)
def add_card(*, by: Actor, card: UUID, language: str, title: str, words: str) -> Card:
    """Add a card of the agency's own, after all others; sent twice, it is one. Raises TooLongToReadNow."""
    kept = Card.objects.filter(pk=card).first()
    if kept is not None:
        return kept
    last = Card.objects.aggregate(last=Max("place"))["last"] or 0
    row = Card(pk=card, key=f"own-{card.hex[:8]}", place=last + 10)
    row.save(force_insert=True)
    word_card(by=by, card=card, language=language, title=title, words=words, version=None)
    return row


@act(Can.EDIT_CARDS)
def switch_card(*, by: Actor, card: UUID, off: bool) -> None:
    """Hide a card from everybody, or show it again."""
    Card.objects.filter(pk=card).update(hidden=off)


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


@act(Can.WORK_HERE, traced=False)
def note_card(*, by: Actor, card: UUID, words: str) -> None:
    """Say something about a card to the practice lead. Nothing says who did, or about whom. Raises NothingWritten."""
    if not words.strip():
        raise NothingWritten
    row = CardNote(id=uuid4(), key_id=uuid4(), card_id=card, words=words)
    wrapped = ring.make(row.key_id)
    call("core.note_card", row.pk, card, row.key_id, wrapped, sealed_value(row, "words"))


@act(Can.EDIT_CARDS)
def delete_card_note(*, by: Actor, said: UUID) -> None:
    """Delete for good what somebody said about a card, and its key."""
    call("core.let_go_of_card_note", said)


@act(Can.SET_UP_AGENCY)
def import_cards(*, by: Actor, cards: Sequence[Mapping[str, str]]) -> None:
    """Take what the cards say out of another agency's set-up file."""
    for each in cards:
        call("core.take_card", each["card"], each["language"], each["title"], each["words"])
