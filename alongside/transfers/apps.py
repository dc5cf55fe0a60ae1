"""The room as Django knows it."""

from alongside.access.room import Room


class Transfers(Room):
    """See transfers/__init__.py."""

    always = "nobody goes from one case manager to another by a name that is simply changed"
