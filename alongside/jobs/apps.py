"""The room as Django knows it."""

from alongside.access.room import Room


class Jobs(Room):
    """See jobs/__init__.py."""
