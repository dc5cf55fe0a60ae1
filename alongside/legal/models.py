"""The tables of strands. In clear stand whose it is, the day it next comes up, and whether it is open."""

from datetime import date

from django.db import models

from alongside.keeping.columns import Authored, Versioned
from alongside.legal.choices import EventKind, StrandKind, StrandState
from alongside.meetings.models import Meeting
from alongside.participants.models import OfParticipant
from alongside.vault.models import SealedChoice, SealedText


class WhereItIs(OfParticipant, Authored):
    """Where a strand is or was; no table. `since` is a day, sealed as it is written in figures."""

    state = SealedChoice(choices=StrandState)
    waits_on = SealedText()
    holder = SealedText()
    since = SealedText()

    class Meta:
        abstract = True

    @property
    def since_day(self) -> date | None:
        """The day it began to be so, if somebody said it."""
        return date.fromisoformat(self.since) if self.since else None

    @property
    def where(self) -> dict[str, str]:
        """All of it, by name."""
        return {name: str(getattr(self, name)) for name in ("state", "waits_on", "holder", "since")}


class Strand(WhereItIs, Versioned):
    """One side of a person's way, as it stands now. Kept and forgotten as the participant is; goes with the whole
    record alone; the same at any age."""

    kind = SealedChoice(choices=StrandKind)
    words = SealedText()
    comes_up_on = models.DateField(null=True, blank=True)
    is_open = models.BooleanField(default=True)

    class Meta:
        indexes = [models.Index(fields=["participant"], name="strand_of")]


class StrandChange(WhereItIs):
    """Where a strand was from when on, and what was said then. Never rewritten; kept as the strand is."""

    strand = models.ForeignKey(Strand, on_delete=models.PROTECT, related_name="changes")
    said = SealedText()

    class Meta:
        indexes = [models.Index(fields=["participant"], name="strand_changes_of")]


class StrandEvent(OfParticipant, Authored, Versioned):
    """The plan around a dated event of a strand. When, where and with whom, interpreter and cover words are said by its
    meeting, which has its id. No column is for what somebody says there. Kept as the strand is; on no calendar."""

    strand = models.ForeignKey(Strand, on_delete=models.PROTECT, related_name="+")
    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="+")
    kind = SealedChoice(choices=EventKind)
    asked_for = SealedText()
    before = SealedText()
    comes = SealedText()
    meet_at = SealedText()
    side_door = SealedText()
    stop_signal = SealedText()
    ride_home = SealedText()
    after = SealedText()

    class Meta:
        indexes = [models.Index(fields=["participant"], name="strand_event_of")]
