"""The room as Django knows it."""

from django.utils.translation import gettext_lazy as _

from alongside.access.room import Room


class Goals(Room):
    """See goals/__init__.py."""

    always = "what they want is what the house is for"
    phrases = {"goals": _("Goals")}
