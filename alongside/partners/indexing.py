"""Making the search keys of services anew, whenever one of the things they are made of has changed."""

from collections.abc import Iterable

from alongside.partners.models import SearchKey, Service
from alongside.partners.searching import Facts, keys_of


def index(services: Iterable[Service]) -> None:
    """Make the keys of these services anew; one that is the same as another is found under that one alone."""
    rows = list(services)
    SearchKey.objects.filter(service__in=[each.pk for each in rows]).delete()
    SearchKey.objects.bulk_create(
        [
            SearchKey(service=each, key=key)
            for each in rows
            if each.same_as_id is None
            for key in keys_of(_facts(each))
        ],
        batch_size=2000,
    )


def _facts(row: Service) -> Facts:
    return Facts(
        name=row.name,
        organization=row.organization.name,
        kind=row.kind,
        serves=row.serves,
        languages=row.languages,
        fits=row.fits,
        at_night=row.at_night,
        cost=row.cost,
        openings=row.openings,
        hours_until=row.drawn.get("until", "") if row.at_night == row.drawn.get("at_night") else "",
        others=[str(row.more.get("alternate_name") or "")[:300]],
    )
