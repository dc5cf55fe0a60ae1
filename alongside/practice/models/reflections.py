"""The table of private reflections."""

from django.db import models

from alongside.agency.models import Staff
from alongside.vault.models import SealedRow, SealedText


class Reflection(SealedRow):
    """What a worker wrote for themselves. Author only, until the author deletes it for good; never leaves."""

    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    expected = SealedText()
    urgency = SealedText()
    unsure = SealedText()
    body = SealedText()
    well = SealedText()
    bring = SealedText()
    footing = SealedText()

    class Meta:
        indexes = [models.Index(fields=["by", "-at"], name="reflections_of_one_author")]
