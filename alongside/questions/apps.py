"""The room as Django knows it."""

from alongside.access.room import Room


class Questions(Room):
    """See questions/__init__.py."""
