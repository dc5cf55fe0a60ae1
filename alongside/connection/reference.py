"""The services every installation begins with. Loading them again adds what is new and changes nothing."""

from alongside.connection.choices import SERVICE_NAMES
from alongside.connection.models import ServiceKind


def load() -> None:
    """Put the kinds of service that are not there yet on the agency's list."""
    known = set(ServiceKind.objects.exclude(key="").values_list("key", flat=True))
    ServiceKind.objects.bulk_create(
        ServiceKind(key=key, place=place * 10)
        for place, key in enumerate(SERVICE_NAMES, start=1)
        if key not in known
    )
