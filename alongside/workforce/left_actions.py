"""Writing something down for a colleague, having it, putting it away. Who may is checked in the database as well."""

from datetime import timedelta
from uuid import UUID

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.keeper import call
from alongside.access.keys import shared_key
from alongside.access.refusals import refused_as
from alongside.access.roles import Can
from alongside.agency import patterns
from alongside.keeping.rules import NothingWritten
from alongside.participants.tokens import alike_by_alias
from alongside.vault.fields import sealed_value
from alongside.workforce.models import LeftWord

NEVER_SOON = timedelta(days=60)  # who has no next start reads it then, unless they are at work before


@act(Can.WORK_HERE)
def leave_word(*, by: Actor, word: UUID, staff: UUID, alias: str, words: str, way: str) -> None:
    """Write down for a colleague what came in about somebody of theirs. `word` is the new id; sent twice, it is one.
    Raises NothingWritten, and TurnedDown where the colleague does not work here any more."""
    if not words.strip():
        raise NothingWritten
    now = clock.now()
    due = patterns.next_start(staff, now)
    row = LeftWord(id=word, key_id=shared_key(word), staff_id=staff, alias=alias, words=words, way=way)
    sealed = [sealed_value(row, column) for column in ("alias", "words", "way")]
    with refused_as({"does_not_work_here": TurnedDown("does_not_work_here")}):
        call(
            "core.leave_word",
            word,
            row.key_id,
            staff,
            *sealed,
            due or now + NEVER_SOON,
            alike_by_alias(alias),
        )


@act(Can.WORK_HERE)
def take_word(*, by: Actor, word: UUID) -> None:
    """Say that one has it, as whoever is asked instead."""
    call("core.take_word", word)


@act(Can.WORK_HERE)
def put_away_word(*, by: Actor, word: UUID) -> None:
    """It is read, and gone."""
    call("core.put_away_word", word)
