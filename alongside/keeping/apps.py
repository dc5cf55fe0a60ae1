"""The room as Django knows it."""

from alongside.access.room import Room


class Keeping(Room):
    """See keeping/__init__.py."""
