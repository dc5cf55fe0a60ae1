"""This room's part of a set-up file: the kinds of service."""

from typing import Any

from alongside.access.actor import Actor
from alongside.agency import carrying
from alongside.connection import queries, rules
from alongside.connection.actions import import_service_kinds


def give() -> list[dict[str, Any]]:
    """The list of services in its order."""
    return [
        {"key": kind.key, "name": kind.name, "place": kind.place, "hidden": kind.hidden}
        for kind in queries.service_kinds(hidden=True)
    ]


def take(by: Actor, part: Any) -> None:
    """Put the services in place."""
    services = carrying.rows(part, key=40, name=80, place=int, hidden=bool)
    if any(not each["key"] and not each["name"].strip() for each in services):
        raise carrying.Unreadable
    try:
        import_service_kinds(by=by, services=services)
    except rules.NameTaken:
        raise carrying.Unreadable from None
