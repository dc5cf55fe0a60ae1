"""The room as Django knows it."""

from alongside.access.room import Room


class Desk(Room):
    """See desk/__init__.py."""

    always = "the way to every part"
    urls = ("urls", "urls_program")
