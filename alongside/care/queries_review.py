"""Reading the organisation review. Who reads which is the wall's matter."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from alongside.access.actor import Actor
from alongside.care.models import OrganisationReview, ReviewAction, ReviewAnswer, ReviewQuestion
from alongside.care.review_questions import question_words

BESIDE = 3  # years that stand beside each other


@dataclass(frozen=True)
class Cell:
    """What one review says to one question, and what follows from it."""

    review: OrganisationReview
    answer: ReviewAnswer | None
    actions: list[ReviewAction]
    question: ReviewQuestion

    @property
    def asked_then(self) -> str:
        """How the question read when it was answered, where it reads otherwise now."""
        if self.answer is None or self.answer.asked == self.question.name:
            return ""
        return question_words(self.question.key, self.answer.asked)


@dataclass(frozen=True)
class Line:
    """One question, with what each year said to it, the newest first."""

    question: ReviewQuestion
    cells: list[Cell]


def questions(*, hidden: bool = False) -> list[ReviewQuestion]:
    """What is asked, in the agency's order; with what is not asked any more, where that is wanted."""
    rows = ReviewQuestion.objects.order_by("place", "name", "id")
    return list(rows if hidden else rows.filter(hidden=False))


def question_named(question: UUID) -> ReviewQuestion | None:
    """One question, asked still or not."""
    return ReviewQuestion.objects.filter(pk=question).first()


def reviews() -> list[OrganisationReview]:
    """The reviews of the last years that I read, the newest first."""
    return list(OrganisationReview.objects.order_by("-year")[:BESIDE])


def review_named(review: UUID) -> OrganisationReview | None:
    """One review."""
    return OrganisationReview.objects.filter(pk=review).first()


def answer_to(review: UUID, question: UUID) -> ReviewAnswer | None:
    """What a review says to a question so far."""
    return ReviewAnswer.objects.filter(review_id=review, question_id=question).first()


def side_by_side(of: Sequence[OrganisationReview]) -> list[Line]:
    """Each question that is asked, or was answered in one of these years, with the years beside each other."""
    keys = [each.pk for each in of]
    answers = {
        (each.review_id, each.question_id): each for each in ReviewAnswer.objects.filter(review_id__in=keys)
    }
    follows: dict[tuple[UUID, UUID], list[ReviewAction]] = {}
    rows = ReviewAction.objects.filter(review_id__in=keys).select_related("owner")
    for each in rows.order_by("due_on", "at", "id"):
        follows.setdefault((each.review_id, each.question_id), []).append(each)
    said = {question for _review, question in [*answers, *follows]}
    return [
        Line(
            one,
            [
                Cell(each, answers.get((each.pk, one.pk)), follows.get((each.pk, one.pk), []), one)
                for each in of
            ],
        )
        for one in questions(hidden=True)
        if not one.hidden or one.pk in said
    ]


def open_actions(of: Sequence[UUID] | None = None) -> list[ReviewAction]:
    """What is still to be done of all that I read, or of these, by its day."""
    rows = ReviewAction.objects.filter(ended_as="").select_related("owner")
    rows = rows if of is None else rows.filter(pk__in=of)
    return list(rows.order_by("due_on", "at", "id"))


def action_named(action: UUID) -> ReviewAction | None:
    """One action, before its owner and whoever reads its review."""
    return ReviewAction.objects.filter(pk=action).select_related("owner", "question").first()


def concerns(actor: Actor) -> bool:
    """Whether a review or an action of one is before me."""
    return OrganisationReview.objects.exists() or ReviewAction.objects.filter(owner_id=actor.id).exists()
