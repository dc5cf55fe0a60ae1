"""Reading the words of the guard."""

from uuid import UUID

from django.db.models import QuerySet

from alongside.agency import queries as agency
from alongside.practice.models import WordingSuggestion


def guarded(language: str = "") -> QuerySet[WordingSuggestion]:
    """The words the guard points at, in one language or in all, in their order."""
    rows = WordingSuggestion.objects.order_by("place", "key")
    return rows.filter(language=language) if language else rows


def guarded_named(entry: UUID) -> WordingSuggestion | None:
    """One entry of the guard, and who changed it last."""
    return WordingSuggestion.objects.filter(pk=entry).select_related("changed_by").first()


def names_spared() -> list[str]:
    """Names of the agency's own. A word of the list inside one of them is part of a name and judges nobody."""
    own = agency.agency()
    names = [own.umbrella_name, own.short_name]
    names += [each.name for each in agency.programs()] + [each.name for each in agency.sites()]
    return sorted({name.strip() for name in names if name.strip()})
