"""The room as Django knows it."""

from django.utils.translation import gettext_lazy as _

from alongside.access.room import Room


class Benefits(Room):
    """See benefits/__init__.py."""

    phrases = {"guide": _("Pathway guide")}
