"""What several pages of this room need."""

from typing import Any

from django.http import QueryDict
from django.urls import reverse

from alongside.access.doors import StaffRequest
from alongside.access.roles import Can


def keeps(request: StaffRequest) -> bool:
    """Whether whoever looks may also change what is here."""
    return request.actor.may(Can.KEEP_PARTNERS)


def at(name: str, *references: Any, **query: Any) -> str:
    """An address of this room."""
    address = reverse(f"partners:{name}", args=references)
    found = QueryDict(mutable=True)
    found.update({key: str(value) for key, value in query.items() if value})
    return f"{address}?{found.urlencode()}" if found else address
