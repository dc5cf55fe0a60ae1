"""Refuses to start while a view has not said who may come in."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.urls import URLPattern, get_resolver

from alongside.access.doors import policy_of


def views(patterns: Any, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every address of a URLconf with its pattern, includes followed."""
    for each in patterns:
        route = prefix + str(each.pattern)
        if isinstance(each, URLPattern):
            yield route, each
        else:
            yield from views(each.url_patterns, route)


@register
def every_view_names_its_policy(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """E001: a view without a policy."""
    return [
        Error(
            f"/{route} does not say who may come in",
            hint="mark it @staff(...) or @public(because=...)",
            id="access.E001",
        )
        for route, pattern in views(get_resolver().url_patterns)
        if policy_of(pattern.callback) is None
    ]
