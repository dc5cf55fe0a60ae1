"""The room as Django knows it."""

from alongside.access.room import Room


class Asking(Room):
    """See asking/__init__.py."""
