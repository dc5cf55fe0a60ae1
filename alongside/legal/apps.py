"""The room as Django knows it."""

from django.utils.translation import gettext_lazy as _

from alongside.access.room import Room


class Legal(Room):
    """See legal/__init__.py."""

    phrases = {"legal": _("Strands")}
