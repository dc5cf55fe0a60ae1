"""Reading questions. Whose they are is the wall's matter."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Prefetch, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject

from alongside.participants.models import Participant
from alongside.questions.models import AskedQuestion, QuestionUpdate
from alongside.vault.opening import open_told

__all__ = ["AskedQuestion"]


def questions(participant: UUID) -> list[AskedQuestion]:
    """What somebody asked: open questions first, by the day they hear from us; each with its updates."""
    newest = QuestionUpdate.objects.select_related("by").order_by("-at", "-id")
    rows = AskedQuestion.objects.filter(participant_id=participant)
    rows = rows.order_by("-is_open", F("next_on").asc(nulls_last=True), "at", "id")
    return list(rows.prefetch_related(Prefetch("updates", queryset=newest)))


def question_named(participant: UUID, question: UUID) -> AskedQuestion | None:
    """One question of somebody."""
    return AskedQuestion.objects.filter(pk=question, participant_id=participant).first()


def asked_on(question: AskedQuestion) -> date | None:
    """The day on which we asked, if it was said."""
    return date.fromisoformat(question.asked_day) if question.asked_day else None


def promised_beside(today: date) -> dict[str, Combinable]:
    """What comes in the same query as people: the first question of which an update was promised by now."""
    due = AskedQuestion.objects.filter(participant=OuterRef("pk"), is_open=True, next_on__lte=today)
    told = JSONObject(id=F("id"), key=F("key_id"), words=F("words"), on=F("next_on"))
    return {"promised_update": Subquery(due.order_by("next_on", "id").values(json=told)[:1])}


@dataclass(frozen=True)
class Promised:
    """A question of which an update was promised, and by when."""

    ref: UUID
    words: str
    on: date


def promised_of(person: Participant) -> Promised | None:
    """What came along with a person, opened."""
    told: dict[str, Any] | None = vars(person)["promised_update"]
    if told is None:
        return None
    ref = UUID(told["id"])
    words = open_told(UUID(told["key"]), AskedQuestion._meta.db_table, "words", ref, told["words"])
    return Promised(ref, words, date.fromisoformat(told["on"]))
