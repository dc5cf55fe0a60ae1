"""The tables of meetings, of who interpreted, and of times that staff keep for themselves."""

import uuid
from datetime import date

from django.db import models
from django.utils import timezone

from alongside.agency.models import Staff
from alongside.keeping.columns import Authored, Removable, Versioned
from alongside.meetings.choices import Again, Interpreted, Outcome
from alongside.participants.models import OfParticipant
from alongside.vault.codes import Code
from alongside.vault.models import SealedChoice, SealedText


class Meeting(OfParticipant, Versioned):
    """A time we mean to meet, and who of us is backup for it. Kept as the participant is; its time alone leaves, as a
    calendar file."""

    at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    with_whom = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    backup = models.ForeignKey(
        Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    place = SealedText()
    purpose = SealedText()
    interpreter = SealedText()
    cover_words = SealedText()
    outcome = Code(max_length=8, choices=Outcome, default=Outcome.OPEN, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["participant", "at"], name="meeting_of"),
            models.Index(fields=["with_whom", "at"], name="meeting_of_staff"),
            models.Index(
                fields=["backup", "at"], condition=models.Q(backup__isnull=False), name="meeting_of_backup"
            ),
        ]


class Interpreting(OfParticipant, Authored, Removable):
    """Who interpreted on a day, how, and whether the person would like them again, in their words.

    Nothing but who wrote it and when is in clear. Read by whoever reaches the person, under the person's key; of two
    records each keeps its own. Leaves with the whole record alone: an interpreter is somebody's neighbor. Kept and
    forgotten as the participant is; the same at any age.
    """

    day = SealedText()
    who = SealedText()
    way = SealedChoice(choices=Interpreted)
    again = SealedChoice(choices=Again)
    words = SealedText()

    class Meta:
        indexes = [models.Index(fields=["participant", "at"], name="interpreting_of")]

    @property
    def on(self) -> date:
        """The day on which they interpreted, or on which that was written down."""
        return date.fromisoformat(self.day) if self.day else timezone.localtime(self.at).date()


class ReservedTime(models.Model):
    """A time a worker keeps free to think: when, and nothing else. Colleagues see it, so that they ask before
    they book over it; kept until it is let go or over; never leaves."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    begins = models.DateTimeField()
    ends = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends__gt=models.F("begins")), name="a_kept_time_ends_after_it_begins"
            )
        ]
        indexes = [models.Index(fields=["staff", "ends"], name="kept_time_of_staff")]
