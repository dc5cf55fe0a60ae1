"""The room as Django knows it."""

from alongside.access.room import Room


class Connection(Room):
    """See connection/__init__.py."""

    always = "notes and time together are what the house is for"
