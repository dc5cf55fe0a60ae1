"""Wording a card or the guard, counting whether a card helped, and keeping what is one's own."""

from dataclasses import fields
from uuid import UUID

from django.db.models import Max

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.keeper import call
from alongside.access.keys import own_key
from alongside.access.roles import Can
from alongside.participants.rules import ChangedMeanwhile, is_stale
from alongside.practice import rules
from alongside.practice.models import CardWording, GuardEntry, Reflection


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


@act(Can.WORK_HERE, traced=False)
def count_card(*, by: Actor, card: UUID, helped: bool) -> None:
    """Count that a card helped, or not really. Nothing says who counted, or about whom."""
    call("core.count_card", card, helped)


@act(Can.EDIT_GUARD)
def add_guarded(*, by: Actor, entry: UUID, language: str, words: rules.Guarded) -> GuardEntry:
    """Add words the guard points at. `entry` is the new id."""
    kept = GuardEntry.objects.filter(pk=entry).first()
    if kept is not None:
        return kept
    last = GuardEntry.objects.aggregate(last=Max("place"))["last"] or 0
    row = GuardEntry(pk=entry, key=entry.hex, language=language, place=last + 1, version=0)
    _word(row, words, by)
    row.save(force_insert=True)
    return row


@act(Can.EDIT_GUARD)
def reword_guarded(*, by: Actor, entry: UUID, words: rules.Guarded, version: int | None) -> GuardEntry:
    """Say anew which words the guard points at, why, and what to write instead."""
    row = GuardEntry.objects.select_for_update().get(pk=entry)
    if is_stale(version, row.version):
        raise ChangedMeanwhile
    _word(row, words, by)
    row.save()
    return row


@act(Can.EDIT_GUARD)
def switch_guarded(*, by: Actor, entry: UUID, off: bool) -> GuardEntry:
    """Let the guard pass over these words, or point at them again."""
    row = GuardEntry.objects.select_for_update().get(pk=entry)
    if row.off != off:
        row.off, row.version = off, row.version + 1
        row.changed_at, row.changed_by_id = clock.now(), by.id
        row.save()
    return row


def _word(row: GuardEntry, words: rules.Guarded, by: Actor) -> None:
    for each in fields(words):
        setattr(row, each.name, getattr(words, each.name))
    row.version += 1
    row.changed_at, row.changed_by_id = clock.now(), by.id


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
