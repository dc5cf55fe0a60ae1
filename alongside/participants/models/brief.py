"""The on-call brief: what somebody lets whoever is on call know at night, and nothing else of them."""

import uuid

from django.db import models

from alongside.agency.models import Staff
from alongside.keeping.columns import Authored
from alongside.participants.choices import LineKind
from alongside.participants.models.people import OfParticipant, Participant
from alongside.vault.models import SealedChoice, SealedText


class CallBrief(OfParticipant, Authored):
    """What leads whoever is on call to somebody's brief: the alias, the code word and the question that asks for it.

    Sealed under a key of its own (`key_id`), shared with its lines, so that the advocate on call opens this and never
    the record. Read by whoever reaches the person, and by who is first or second on call at that minute while a
    critical period is live and a line is approved, but for somebody the person asked not to have. Of two records each
    keeps its own. It stays here when the record goes elsewhere; kept as the record is; the same at any age.
    """

    called = SealedText()
    code_word = SealedText()
    question = SealedText()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["participant"], name="somebody_has_one_brief")]


class BriefLine(OfParticipant, Authored):
    """One line of a brief. Shown to the one on call only once the person approved it, and until it is withdrawn.

    `is_copy` marks what is copied from their safe-contact rules and cover words: each act that changes those
    writes the copies anew. Sealed under the key of its brief; reached as the brief is, after the press that opens it.
    """

    brief = models.ForeignKey(CallBrief, on_delete=models.PROTECT, related_name="lines")
    is_copy = models.BooleanField(default=False)
    kind = SealedChoice(choices=LineKind)
    words = SealedText()
    approved_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["participant"], name="brief_lines_of")]


class BriefOpening(Authored):
    """That somebody on call opened a brief, and when: only the keeper writes it. It stands on the Today of the
    supervisor until they have looked at it. No words; kept as the record is; stays here."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+", db_index=False)
    brief = models.ForeignKey(CallBrief, on_delete=models.PROTECT, related_name="+", db_index=False)
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["participant", "-at"], name="brief_openings_of"),
            models.Index(fields=["brief", "by"], name="brief_openings_by"),
        ]
