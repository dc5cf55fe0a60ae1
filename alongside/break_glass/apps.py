"""The room as Django knows it."""

from alongside.access.room import Room


class BreakGlass(Room):
    """See break_glass/__init__.py."""

    always = "somebody calls at night, and what was opened then is told and looked at"
