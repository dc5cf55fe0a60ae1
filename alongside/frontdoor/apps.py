"""The room as Django knows it."""

from django.utils.translation import gettext_lazy as _

from alongside.access.room import Room


class FrontDoor(Room):
    """See frontdoor/__init__.py."""

    phrases = {"frontdoor": _("First contact")}
