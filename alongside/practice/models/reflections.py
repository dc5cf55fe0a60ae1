"""The table of private reflections."""

from django.db import models

from alongside.keeping.columns import Authored, Versioned
from alongside.vault.models import SealedRow, SealedText


class Reflection(SealedRow, Authored, Versioned):
    """What a worker wrote for themselves. Author only, until the author deletes it for good; never leaves.

    `beside` names the note it was begun at. It is sealed as the words are, under the author's own key, so that no
    reader of the note, no count and no copy of the data can tell that somebody reflected on it; where the note is out
    of its author's reach, or forgotten, it leads nowhere. Two records that are tied change nothing here.
    """

    changed_at = models.DateTimeField(null=True, blank=True)
    expected = SealedText()
    urgency = SealedText()
    unsure = SealedText()
    body = SealedText()
    well = SealedText()
    bring = SealedText()
    footing = SealedText()
    beside = SealedText()

    class Meta:
        indexes = [models.Index(fields=["by", "-at"], name="reflections_of_one_author")]
