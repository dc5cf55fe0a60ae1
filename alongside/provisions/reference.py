"""The kinds of help that every installation begins with. Loading them again adds what is new and changes nothing."""

from alongside.provisions.assistance_choices import KINDS
from alongside.provisions.models import AssistanceKind, AssistanceRules


def load() -> None:
    """Put the kinds of help that are not there yet on the agency's list, and rules without a limit or a cap."""
    known = set(AssistanceKind.objects.exclude(key="").values_list("key", flat=True))
    AssistanceKind.objects.bulk_create(
        AssistanceKind(key=key, place=place * 10)
        for place, key in enumerate(KINDS, start=1)
        if key not in known
    )
    AssistanceRules.objects.get_or_create(pk=1)
