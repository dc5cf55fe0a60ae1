"""The room as Django knows it."""

from django.utils.translation import gettext_lazy as _

from alongside.access.room import Room


class Safety(Room):
    """See safety/__init__.py."""

    always = "whoever walks with somebody may need their safety plan on any day"
    phrases = {"safety": _("Safety plan"), "pages": _("Rights and the short library")}
