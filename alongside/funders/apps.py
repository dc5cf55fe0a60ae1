"""The room as Django knows it."""

from alongside.access.room import Room


class Funders(Room):
    """See funders/__init__.py."""
