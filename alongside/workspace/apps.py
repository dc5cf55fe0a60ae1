"""The room as Django knows it."""

from alongside.access.room import Room


class Workspace(Room):
    """See workspace/__init__.py."""

    always = "what was shared is read there"
    doors = ("workspace",)
