"""The room as Django knows it."""

from django.utils.translation import gettext_lazy as _

from alongside.access.room import Room


class Participants(Room):
    """See participants/__init__.py."""

    always = "whoever walks with somebody needs to know who and how"
    phrases = {"about": _("About a person"), "label": _("Labels")}
