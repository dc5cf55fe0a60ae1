"""What was written down for a colleague, as far as it is for whoever reads at this moment."""

from uuid import UUID

from django.db.models import F, QuerySet

from alongside.access.written import Read, later
from alongside.workforce.models import LeftWord

_READ = ("staff", "alias", "words", "way", "due_at", "at", "by", "taken_at", "taken_by")


def left_words() -> Read[list[LeftWord]]:
    """The oldest first; `is_theirs`, while the account of whom it is for is open."""
    return later(_left_words)


def _left_words() -> QuerySet[LeftWord]:
    rows = LeftWord.objects.only("key_id", *_READ, "staff__name", "by__name", "taken_by__name")
    rows = rows.select_related("staff", "by", "taken_by").annotate(is_theirs=F("staff__id__is_active"))
    return rows.order_by("at", "id")


def left_word(word: UUID) -> LeftWord | None:
    """One of them."""
    return next((each for each in left_words().now() if each.pk == word), None)
