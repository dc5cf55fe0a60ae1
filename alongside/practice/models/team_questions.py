"""Tables of questions about somebody by name, put to those alone who reach that person."""

from django.db import models

from alongside.keeping.columns import Authored, Removable
from alongside.participants.models import OfParticipant
from alongside.vault.models import SealedText


class TeamQuestion(OfParticipant, Authored):
    """A question about somebody, by name, to whoever reaches their record. Under that person's key, kept and
    forgotten as the participant is; colleagues thinking together, so it leaves with nothing. The same at any age.
    A question that names nobody is a `Consult`."""

    question = SealedText()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["participant", "-at"], name="team_questions_about_somebody")]


class TeamAnswer(OfParticipant, Authored, Removable):
    """What a colleague who reaches the person answers. Kept and forgotten as the question is."""

    question = models.ForeignKey(TeamQuestion, on_delete=models.PROTECT, related_name="+", db_index=False)
    words = SealedText()

    class Meta:
        indexes = [models.Index(fields=["question", "at"], name="answers_to_a_team_question")]
