"""The table of private reflections."""

from django.db import models

from alongside.keeping.columns import Authored, Versioned
from alongside.vault.models import SealedRow, SealedText


class Reflection(SealedRow, Authored, Versioned):
    """What a worker wrote for themselves. Author only, until the author deletes it for good; never leaves."""

    changed_at = models.DateTimeField(null=True, blank=True)
    expected = SealedText()
    urgency = SealedText()
    unsure = SealedText()
    body = SealedText()
    well = SealedText()
    bring = SealedText()
    footing = SealedText()

    class Meta:
        indexes = [models.Index(fields=["by", "-at"], name="reflections_of_one_author")]
