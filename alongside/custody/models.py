"""Tables of moves. An uploaded file is sealed in pieces under a key of its own, and gone after a day."""

import json
import uuid
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from alongside.agency.models import Staff
from alongside.custody.choices import DayStyle, MoveKind, SamePeople
from alongside.custody.rules.columns import plain
from alongside.participants.models import Participant
from alongside.vault import ring, sealing
from alongside.vault.codes import Code
from alongside.vault.models import SealedRow, SealedText


class Move(SealedRow):
    """One import or export: who asked, who agreed, until when. Kept for good; its words do not leave.

    `print_of` is a keyed token of what the file holds, by which the same file is known again. Nothing moves before a
    second person has agreed, nor once the time they opened is over.
    """

    kind = Code(max_length=5, choices=MoveKind)
    purpose = SealedText()
    columns = SealedText()
    chosen = SealedText()
    noticed = SealedText(null=True)
    day_style = Code(max_length=5, choices=DayStyle, default=DayStyle.DAY_FIRST, blank=True)
    same_people = Code(max_length=3, choices=SamePeople, blank=True)
    row_count = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    people = models.PositiveIntegerField(default=0)
    added_to = models.PositiveIntegerField(default=0)
    print_of = models.BinaryField(null=True)
    asked_at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    checked_at = models.DateTimeField(null=True, blank=True)
    agreed_at = models.DateTimeField(null=True, blank=True)
    agreed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    open_until = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    file_id = models.UUIDField(default=uuid.uuid4, editable=False)
    file_gone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(agreed_by__isnull=True) | ~models.Q(agreed_by=models.F("by")),
                name="a_second_person_agrees_to_a_move",
            ),
            models.CheckConstraint(
                condition=models.Q(done_at__isnull=True) | models.Q(agreed_at__isnull=False),
                name="nothing_moves_unagreed",
            ),
        ]

    @property
    def names(self) -> list[str]:
        """The names of the columns of the file."""
        return [str(each) for each in json.loads(self.columns or "[]")]

    @property
    def meanings(self) -> list[str]:
        """What each column was taken for."""
        return [str(each) for each in json.loads(self.chosen or "[]")]

    @property
    def stood_out(self) -> dict[str, Any]:
        """What stood out while the file was taken in: see `noticing`."""
        return dict(json.loads(self.noticed or "{}"))


class Piece(SealedRow):
    """Some rows of an uploaded file, and what is wrong with them. Gone after the import or a day; never leaves."""

    move = models.ForeignKey(Move, on_delete=models.CASCADE, related_name="+", db_index=False)
    first = models.PositiveIntegerField()
    cells = SealedText()
    problems = SealedText()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["move", "first"], name="a_piece_has_its_place")]


class KnownColumn(models.Model):
    """What a column of that name was last taken for, by a keyed token of the name. Agency's own; kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    token = models.BinaryField()
    field = models.CharField(max_length=20)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["token"], name="a_column_is_known_once")]


class ImportedPerson(models.Model):
    """A participant who came with an import, or whom a later one added to under a key of its own (`added_key`).

    No words, but keyed tokens: of the number in the old system, and of each thing that was said, so that nothing is
    added twice. The keeper's alone; kept as the participant is; does not leave.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    move = models.ForeignKey(Move, on_delete=models.PROTECT, related_name="+", db_index=False)
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="+")
    number = models.BinaryField(null=True)
    said = ArrayField(models.BinaryField(), default=list)
    added_key = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["participant"], condition=models.Q(added_key=None), name="somebody_is_brought_once"
            ),
            models.UniqueConstraint(fields=["move", "participant"], name="an_import_is_about_somebody_once"),
        ]
        indexes = [
            models.Index(fields=["number"], name="brought_by_number"),
        ]


def token_of(column: str) -> bytes:
    """The keyed token by which a column's name is known again."""
    return sealing.token(ring.search_key(), f"column|{plain(column) or column}")


def print_token(told: str) -> bytes:
    """The keyed token by which the same file is known again."""
    return sealing.token(ring.search_key(), f"file|{told}")


def number_token(number: str) -> bytes:
    """The keyed token of somebody's number in the old system."""
    return sealing.token(ring.search_key(), f"number|{number}")


def said_token(number: str, said: tuple[str, str, str]) -> bytes:
    """The keyed token of one thing that was said under a number."""
    return sealing.token(ring.search_key(), json.dumps(["said", number, *said]))
