"""The room as Django knows it."""

from alongside.access.room import Room


class Benefits(Room):
    """See benefits/__init__.py."""
