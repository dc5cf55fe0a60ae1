"""The room as Django knows it."""

from django.utils.translation import gettext_lazy as _

from alongside.access.room import Room


class Consent(Room):
    """See consent/__init__.py."""

    always = "nothing leaves without it"
    phrases = {"consent": _("Permission to share")}
