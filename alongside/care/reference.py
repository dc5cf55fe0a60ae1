"""What an organisation review asks at first, put in place once. An agency's own wording is never touched."""

from alongside.care.models import ReviewQuestion
from alongside.care.review_questions import QUESTIONS


def load() -> None:
    """Add the questions that are not there yet."""
    known = set(ReviewQuestion.objects.exclude(key="").values_list("key", flat=True))
    ReviewQuestion.objects.bulk_create(
        ReviewQuestion(key=key, place=10 * place)
        for place, key in enumerate(QUESTIONS, start=1)
        if key not in known
    )
