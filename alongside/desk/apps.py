"""The room as Django knows it."""

from alongside.access.room import Room


class Desk(Room):
    """See desk/__init__.py."""

    urls = ("urls", "urls_program")
