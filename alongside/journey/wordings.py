"""What survivor advisers look at in this room: every question that is asked."""

from alongside.access.given import ToReview
from alongside.journey import queries


def to_review() -> list[ToReview]:
    """Each question in each language, with its hint and how to ask it."""
    return [
        ToReview(
            f"journey.question.{row.question.key}",
            row.language,
            "journey",
            "\n".join(part for part in (row.text, row.hint, row.how) if part),
        )
        for row in queries.all_wordings()
    ]
