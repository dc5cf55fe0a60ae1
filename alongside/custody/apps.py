"""The room as Django knows it."""

from alongside.access.room import Room


class Custody(Room):
    """See custody/__init__.py."""

    always = "a record can always be taken along"
