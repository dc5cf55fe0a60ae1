"""The room as Django knows it."""

from alongside.access.room import Room


class Circle(Room):
    """See circle/__init__.py."""
