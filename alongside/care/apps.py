"""The room as Django knows it."""

from django.utils.translation import gettext_lazy as _

from alongside.access.room import Room


class Care(Room):
    """See care/__init__.py."""

    phrases = {"care": _("How it feels to work with us")}
