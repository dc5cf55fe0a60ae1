"""The room as Django knows it."""

from alongside.access.room import Room


class Meetings(Room):
    """See meetings/__init__.py."""

    always = "a time together stands in every part"
