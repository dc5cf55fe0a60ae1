"""The room as Django knows it."""

from alongside.access.room import Room


class Referrals(Room):
    """See referrals/__init__.py."""
