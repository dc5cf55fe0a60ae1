"""Wording a card, counting whether it helped, and keeping what is one's own."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.keeper import call
from alongside.access.keys import own_key
from alongside.access.roles import Can
from alongside.participants.rules import ChangedMeanwhile, is_stale
from alongside.practice import rules
from alongside.practice.models import CardWording, Reflection


@act(Can.EDIT_CARDS)
def word_card(
    *, by: Actor, card: UUID, language: str, title: str, words: str, version: int | None
) -> CardWording:
    """Say in the agency's own words what a card says in one language, in 150 words at most."""
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


@act(Can.SET_UP_AGENCY)
def take_cards(*, by: Actor, cards: Sequence[Mapping[str, str]]) -> None:
    """Take what the cards say out of another agency's set-up file."""
    for each in cards:
        call("core.take_card", each["card"], each["language"], each["title"], each["words"])


@act(Can.WORK_HERE, traced=False)
def count_card(*, by: Actor, card: UUID, helped: bool) -> None:
    """Count that a card helped, or not really. Nothing says who counted, or about whom."""
    call("core.count_card", card, helped)


@act(Can.REFLECT)
def write_reflection(*, by: Actor, reflection: UUID, words: rules.Reflected) -> Reflection:
    """Keep a private reflection under one's own key. `reflection` is the new id."""
    if not words.whole().strip():
        raise rules.NothingWritten
    kept = Reflection.objects.filter(pk=reflection, by_id=by.id).first()
    if kept is not None:
        return kept
    row = Reflection(pk=reflection, key_id=own_key(by), by_id=by.id, at=clock.now())
    for name in rules.PROMPTS:
        setattr(row, name, getattr(words, name))
    row.save(force_insert=True)
    return row


@act(Can.REFLECT)
def change_reflection(
    *, by: Actor, reflection: UUID, words: rules.Reflected, version: int | None
) -> Reflection:
    """Change one's own reflection; what it said before is not kept."""
    if not words.whole().strip():
        raise rules.NothingWritten
    row = Reflection.objects.select_for_update().get(pk=reflection, by_id=by.id)
    if is_stale(version, row.version):
        raise ChangedMeanwhile
    for name in rules.PROMPTS:
        setattr(row, name, getattr(words, name))
    row.version, row.changed_at = row.version + 1, clock.now()
    row.save()
    return row


@act(Can.REFLECT)
def delete_reflection(*, by: Actor, reflection: UUID) -> None:
    """Delete one's own reflection for good."""
    Reflection.objects.filter(pk=reflection, by_id=by.id).delete()
