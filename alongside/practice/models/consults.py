"""Tables of questions put to colleagues, and of what they answer."""

from django.db import models

from alongside.keeping.columns import Authored, Removable
from alongside.vault.models import SealedRow, SealedText


class Consult(SealedRow, Authored):
    """A question put to colleagues. It points to no participant, in no column. Sealed under a key of its own;
    kept until its asker deletes it for good, and its key with it; in no search, count or export."""

    question = SealedText()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["-at"], name="consults_newest_first")]


class ConsultReply(SealedRow, Authored, Removable):
    """What a colleague answers to a question. Sealed and kept as the question is; leaves nowhere."""

    consult = models.ForeignKey(Consult, on_delete=models.PROTECT, related_name="+", db_index=False)
    words = SealedText()
    thanked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["consult", "at"], name="replies_to_a_consult")]
