"""What survivor advisers look at in this room: every field that was added for a funder, before anybody is asked."""

from alongside.access.given import ToReview
from alongside.funders import queries


def to_review() -> list[ToReview]:
    """Each field as it would be asked, with why."""
    return [queries.as_reviewed(row) for row in queries.fields()]
