"""Wording what the language guard points at."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any
from uuid import UUID

from django.db.models import Max

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.roles import Can
from alongside.keeping.rules import ChangedMeanwhile, is_stale
from alongside.practice import rules
from alongside.practice.models import WordingSuggestion


@act(Can.EDIT_GUARD)
def add_wording_suggestion(
    *, by: Actor, entry: UUID, language: str, words: rules.Guarded
) -> WordingSuggestion:
    """Add words the guard points at. `entry` is the new id."""
    kept = WordingSuggestion.objects.filter(pk=entry).first()
    if kept is not None:
        return kept
    last = WordingSuggestion.objects.aggregate(last=Max("place"))["last"] or 0
    row = WordingSuggestion(pk=entry, key=entry.hex, language=language, place=last + 1, version=0)
    _word(row, words, by)
    row.save(force_insert=True)
    return row


@act(Can.EDIT_GUARD)
def edit_wording_suggestion(
    *, by: Actor, entry: UUID, words: rules.Guarded, version: int | None
) -> WordingSuggestion:
    """Say anew which words the guard points at, why, and what to write instead. Raises ChangedMeanwhile."""
    row = WordingSuggestion.objects.select_for_update().get(pk=entry)
    if is_stale(version, row.version):
        raise ChangedMeanwhile
    _word(row, words, by)
    row.save()
    return row


@act(Can.EDIT_GUARD)
def switch_wording_suggestion(*, by: Actor, entry: UUID, off: bool) -> WordingSuggestion:
    """Let the guard pass over these words, or point at them again."""
    row = WordingSuggestion.objects.select_for_update().get(pk=entry)
    if row.off != off:
        row.off, row.version = off, row.version + 1
        row.changed_at, row.changed_by_id = clock.now(), by.id
        row.save()
    return row


@act(Can.SET_UP_AGENCY)
def import_wording_suggestions(*, by: Actor, entries: Sequence[Mapping[str, Any]]) -> None:
    """Take the guard's words out of another agency's set-up file; what is only here stays."""
    known = {(row.key, row.language): row for row in WordingSuggestion.objects.select_for_update()}
    for each in entries:
        row = known.get((each["key"], each["language"]))
        is_new = row is None
        row = row or WordingSuggestion(key=each["key"], language=each["language"], version=0)
        words = rules.Guarded(**{name: each[name] for name in rules.GUARDED})
        stands = {name: getattr(row, name) for name in (*rules.GUARDED, "place", "off")}
        if not is_new and stands == {name: each[name] for name in stands}:
            continue
        row.place, row.off = each["place"], each["off"]
        _word(row, words, by)
        row.save(force_insert=is_new)
        known[row.key, row.language] = row


def _word(row: WordingSuggestion, words: rules.Guarded, by: Actor) -> None:
    for each in fields(words):
        setattr(row, each.name, getattr(words, each.name))
    row.version += 1
    row.changed_at, row.changed_by_id = clock.now(), by.id
