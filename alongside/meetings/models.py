"""The table of meetings."""

from django.db import models

from alongside.agency.models import Staff
from alongside.meetings.choices import Outcome
from alongside.participants.models import OfParticipant
from alongside.vault.models import SealedText


class Meeting(OfParticipant):
    """A time we mean to meet. Kept as the participant is; its time alone leaves, as a calendar file."""

    at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    with_whom = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    place = SealedText()
    purpose = SealedText()
    interpreter = SealedText()
    cover_words = SealedText()
    outcome = models.CharField(max_length=8, choices=Outcome, default=Outcome.OPEN, blank=True)
    version = models.PositiveIntegerField(default=1)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome__in=Outcome.values), name="a_meeting_was_met_or_not_or_not_said"
            )
        ]
        indexes = [
            models.Index(fields=["participant", "at"], name="meeting_of"),
            models.Index(fields=["with_whom", "at"], name="meeting_of_staff"),
        ]
