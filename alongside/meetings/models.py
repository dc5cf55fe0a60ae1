"""The tables of meetings, and of times that staff keep for themselves."""

import uuid

from django.db import models

from alongside.agency.models import Staff
from alongside.keeping.columns import Versioned
from alongside.meetings.choices import Outcome
from alongside.participants.models import OfParticipant
from alongside.vault.codes import Code
from alongside.vault.models import SealedText


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
