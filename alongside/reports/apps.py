"""The room as Django knows it."""

from django.utils.translation import gettext_lazy as _

from alongside.access.room import Room


class Reports(Room):
    """See reports/__init__.py."""

    always = "whoever gives money or time is told what was done with it"
    phrases = {"phase": _("Phases in reports")}
