"""Questions of somebody, and the updates on each."""

from django.db import models

from alongside.keeping.columns import Authored, Versioned
from alongside.participants.models import OfParticipant
from alongside.questions.choices import MayTell, Stands, UpdateKind
from alongside.vault.models import SealedChoice, SealedText


class AskedQuestion(OfParticipant, Authored, Versioned):
    """What somebody asked, in their words, and where its answer is.

    In clear: whose, the day of the promised update (`next_on`) and whether it is open, since Today asks for days. Read
    by whoever reaches the person, under the person's key; of two records each keeps its own. It leaves with the whole
    record, and on a page for their own hands. Kept and forgotten as the participant is; the same at any age.
    """

    next_on = models.DateField(null=True, blank=True)
    is_open = models.BooleanField(default=True)
    words = SealedText()
    holder = SealedText()
    may_tell = SealedChoice(choices=MayTell)
    teller = SealedText()
    stands = SealedChoice(choices=Stands)
    asked_day = SealedText()
    themselves = SealedText()

    class Meta:
        indexes = [
            models.Index(fields=["participant", "at"], name="questions_of"),
        ]


class QuestionUpdate(OfParticipant, Authored):
    """What was said about a question on a day, also that there is no news. Never rewritten; kept with its question."""

    question = models.ForeignKey(AskedQuestion, on_delete=models.PROTECT, related_name="updates")
    kind = SealedChoice(choices=UpdateKind)
    words = SealedText()

    class Meta:
        indexes = [models.Index(fields=["participant"], name="question_updates_of")]
