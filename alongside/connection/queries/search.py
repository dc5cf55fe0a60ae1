"""Finding words in the notes of one's own people. No searchable copy of a word exists: notes are opened and read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.connection.models import Note
from alongside.participants.models import Participant
from alongside.vault.fields import open_words
from alongside.vault.folding import fold
from alongside.vault.opening import fetched_sealed

MOST_OPENED = 40_000
MOST_FOUND = 50
AT_ONCE = 4_000
AROUND = 90  # letters shown on either side of what was found


@dataclass(frozen=True)
class FoundNote:
    """A note that has every word that was asked for, and the place where the first of them stands."""

    note: UUID
    participant: UUID
    alias: str
    at: datetime
    around: str


@dataclass(frozen=True)
class NotesFound:
    """What was found, newest first. `is_all` is untrue where older notes were not opened any more."""

    notes: list[FoundNote]
    is_all: bool


def found_in_notes(asked: str, *, most_opened: int = MOST_OPENED) -> NotesFound:
    """Notes within reach that have all of these words, accents and case folded; the newest are opened first."""
    words = fold(asked).split()
    people = {person.pk: person for person in Participant.objects.all()} if words else {}
    if not people:
        return NotesFound([], True)
    mine = Note.objects.filter(participant__in=list(people), removed_at=None)
    found: list[FoundNote] = []
    for opened, row in enumerate(_newest_first(mine)):
        pk, key_id, participant, at, happened, responded = row
        if opened == most_opened:
            return NotesFound(found, False)
        said = [
            open_words(Note, "happened", pk, key_id, happened),
            open_words(Note, "responded", pk, key_id, responded),
        ]
        folded = [fold(each) for each in said]
        if all(any(word in each for each in folded) for word in words):
            around = next(
                _around(text, words) for text, flat in zip(said, folded, strict=True) if words[0] in flat
            )
            found.append(FoundNote(pk, participant, people[participant].alias, at, around))
            if len(found) == MOST_FOUND:
                return NotesFound(found, False)
    return NotesFound(found, True)


def _newest_first(notes: QuerySet[Note]) -> Iterator[tuple[UUID, UUID, UUID, datetime, bytes, bytes]]:
    """Sealed notes, so many at once."""
    rows = notes.order_by("-at", "id").values_list(
        "pk", "key_id", "participant_id", "at", "happened", "responded"
    )
    older = Q()
    while True:
        brought = fetched_sealed(rows.filter(older)[:AT_ONCE])
        yield from brought
        if len(brought) < AT_ONCE:
            return
        pk, at = brought[-1][0], brought[-1][3]
        older = Q(at__lt=at) | Q(at=at, id__gt=pk)


def _around(text: str, words: list[str]) -> str:
    """Some letters before and after the first place where the first word stands."""
    at = next((place for place in range(len(text)) if fold(text[place : place + 60]).startswith(words[0])), 0)
    begins, ends = max(0, at - AROUND), at + AROUND
    return f"{'…' if begins else ''}{text[begins:ends].strip()}{'…' if ends < len(text) else ''}"
