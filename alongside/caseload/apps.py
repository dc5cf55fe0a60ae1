"""The room as Django knows it."""

from django.utils.translation import gettext_lazy as _

from alongside.access.room import Room


class Caseload(Room):
    """See caseload/__init__.py."""

    phrases = {"waiting": _("Waiting list")}
