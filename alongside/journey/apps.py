"""The room as Django knows it."""

from django.utils.translation import gettext_lazy as _

from alongside.access.room import Room


class Journey(Room):
    """See journey/__init__.py."""

    always = "people hear what we are before anything is asked"
    phrases = {"journey": _("Welcome and intake"), "aloud": _("Said at hard moments")}
