"""The room as Django knows it."""

from alongside.access.room import Room


class Workforce(Room):
    """See workforce/__init__.py."""

    always = "somebody answers the hotline"
