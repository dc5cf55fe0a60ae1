"""Reading questions about somebody by name. The walls decide whose come."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.expressions import Combinable

from alongside import clock
from alongside.practice.models import TeamAnswer, TeamQuestion

SHOWN = 20
ASKS_FOR = timedelta(days=14)  # so long an unanswered question stands on Today


def team_questions(participant: UUID) -> QuerySet[TeamQuestion]:
    """What was asked about somebody, open ones first, then the newest."""
    rows = TeamQuestion.objects.filter(participant_id=participant).select_related("by")
    return rows.order_by("closed_at", "-at", "id")


def open_to_me() -> list[TeamQuestion]:
    """What is asked just now about people within my reach, the newest first."""
    rows = TeamQuestion.objects.filter(closed_at=None).select_related("by", "participant")
    return list(rows.order_by("-at", "id")[:SHOWN])


def team_question(participant: UUID, question: UUID) -> TeamQuestion | None:
    """One of them."""
    rows = TeamQuestion.objects.filter(pk=question, participant_id=participant)
    return rows.select_related("by").first()


def team_answers(question: UUID) -> list[TeamAnswer]:
    """What colleagues answered, oldest first, without what was taken back."""
    rows = TeamAnswer.objects.filter(question_id=question, removed_at=None).select_related("by")
    return list(rows.order_by("at", "id"))


def team_answer(question: UUID, answer: UUID) -> TeamAnswer | None:
    """One answer, taken back or not."""
    return TeamAnswer.objects.filter(pk=answer, question_id=question).first()


def asked_beside(me: UUID) -> dict[str, Combinable]:
    """What comes in the same query as people: the newest question of a colleague that I have not answered."""
    mine = TeamAnswer.objects.filter(question=OuterRef("pk"), by_id=me, removed_at=None)
    rows = TeamQuestion.objects.filter(participant=OuterRef("pk"), closed_at=None)
    rows = rows.exclude(by_id=me).filter(~Exists(mine))
    newest = rows.order_by("-at", "id")
    return {
        "asked_of_team": Subquery(newest.values("pk")[:1]),
        "asked_by": Subquery(newest.values("by__name")[:1]),
        "asked_at": Subquery(newest.values("at")[:1]),
    }


def asks_me(person: Any) -> bool:
    """Whether a colleague asked about them lately and I have not answered."""
    told = vars(person)
    return bool(told["asked_of_team"]) and told["asked_at"] > clock.now() - ASKS_FOR
