"""The room as Django knows it."""

from django.utils.translation import gettext_lazy as _

from alongside.access.room import Room


class Participants(Room):
    """See participants/__init__.py."""

    phrases = {"about": _("About a person")}
