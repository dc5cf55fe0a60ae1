"""The room as Django knows it."""

from django.utils.translation import gettext_lazy as _

from alongside.access.room import Room


class Practice(Room):
    """See practice/__init__.py."""

    phrases = {"practice": _("In it now")}
