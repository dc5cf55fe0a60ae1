"""Keeping what is one's own."""

from uuid import UUID

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.keys import own_key
from alongside.access.roles import Can
from alongside.keeping.rules import ChangedMeanwhile, NothingWritten, is_stale
from alongside.practice import rules
from alongside.practice.models import Reflection


@act(Can.REFLECT)
def write_reflection(
    *, by: Actor, reflection: UUID, words: rules.Reflected, beside: UUID | None = None
) -> Reflection:
    """Keep a private reflection under one's own key. `reflection` is the new id, `beside` the note it was begun
    at. Raises NothingWritten."""
    if not words.whole().strip():
        raise NothingWritten
    kept = Reflection.objects.filter(pk=reflection, by_id=by.id).first()
    if kept is not None:
        return kept
    row = Reflection(pk=reflection, key_id=own_key(by), by_id=by.id, at=clock.now())
    for name in (*rules.PROMPTS, "footing"):
        setattr(row, name, getattr(words, name))
    row.beside = str(beside or "")
    row.save(force_insert=True)
    return row


@act(Can.REFLECT)
def change_reflection(
    *, by: Actor, reflection: UUID, words: rules.Reflected, version: int | None
) -> Reflection:
    """Change one's own reflection; what it said before is not kept.
    Raises ChangedMeanwhile or NothingWritten."""
    if not words.whole().strip():
        raise NothingWritten
    row = Reflection.objects.select_for_update().get(pk=reflection, by_id=by.id)
    if is_stale(version, row.version):
        raise ChangedMeanwhile
    for name in (*rules.PROMPTS, "footing"):
        setattr(row, name, getattr(words, name))
    row.version, row.changed_at = row.version + 1, clock.now()
    row.save()
    return row


@act(Can.REFLECT)
def delete_reflection(*, by: Actor, reflection: UUID) -> None:
    """Delete one's own reflection for good."""
    Reflection.objects.filter(pk=reflection, by_id=by.id).delete()
