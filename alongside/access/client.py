"""Where somebody comes from, as far as it can be known: the address that the outermost trusted proxy has seen."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest

UNKNOWN = "0.0.0.0"  # noqa: S104 - said where a door is reached without an address, as over a socket
# Whoever has one IPv6 address has this many of its bits for themselves.
IPV6_PREFIX = 64


def address_of(request: HttpRequest) -> str:
    """The client's address. Behind `ALONGSIDE_TRUSTED_PROXIES` proxies it is what the first of them wrote down.

    Each proxy adds whom it was asked by at the end, so what stands before is the client's own telling and is not
    believed. A request that came by fewer of them counts under the address that asked us.
    """
    asked_by = request.META.get("REMOTE_ADDR", "")
    told = [each.strip() for each in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if each.strip()]
    proxies = settings.TRUSTED_PROXIES
    seen = told[-proxies] if 0 < proxies <= len(told) else asked_by
    return _plain(seen) or _plain(asked_by) or UNKNOWN


def neighbourhood_of(request: HttpRequest) -> str:
    """What tries are counted under: the address, or the network that one client has for itself."""
    address = ipaddress.ip_address(address_of(request))
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.IPv6Network((address, IPV6_PREFIX), strict=False).network_address)
    return str(address)


def _plain(said: str) -> str:
    """An address without a port or brackets; nothing where it is none."""
    bare = said.strip()
    if bare.startswith("["):
        bare = bare[1:].partition("]")[0]
    elif bare.count(":") == 1:
        bare = bare.partition(":")[0]
    try:
        found = ipaddress.ip_address(bare)
    except ValueError:
        return ""
    mapped = getattr(found, "ipv4_mapped", None)
    return str(mapped or found)
