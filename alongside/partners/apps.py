"""The room as Django knows it."""

from alongside.access.room import Room


class Partners(Room):
    """See partners/__init__.py."""
