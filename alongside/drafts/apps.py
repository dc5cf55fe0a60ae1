"""The room as Django knows it."""

from alongside.access.room import Room


class Drafts(Room):
    """See drafts/__init__.py."""

    always = "words still being typed are lost in no part"
