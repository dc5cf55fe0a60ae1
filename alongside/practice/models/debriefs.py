"""The table of debriefs that were asked for."""

import uuid

from django.db import models

from alongside.agency.models import Staff
from alongside.keeping.columns import Authored


class Debrief(Authored):
    """That a worker asks to talk with their supervisor. No word, no person, no case: only who, when, and whether
    it was seen. Kept until its worker takes it back; leaves in no export and is counted nowhere."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    seen_at = models.DateTimeField(null=True, blank=True)
    seen_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(seen_at__isnull=True, seen_by__isnull=True)
                | models.Q(seen_at__isnull=False, seen_by__isnull=False),
                name="a_debrief_is_seen_by_somebody",
            )
        ]
        indexes = [models.Index(fields=["by", "-at"], name="debriefs_of_one_worker")]
