"""Django's entry for the room."""

from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.access.room import Room


class Agency(Room):
    """See agency/__init__.py."""

    always = "the house has to be called something"
    phrases = {"agency": _("Agency")}

    def ready(self) -> None:
        """Ask for the agency's set-up with every account, and speak with its nouns."""
        from alongside.access import beside
        from alongside.agency import modules, nouns, queries

        nouns.speak()
        beside.register(
            "agency",
            beside.Beside(
                columns=queries.beside_account,
                follow=follow,
                without=lambda account: modules.without(_told(account).get("off")),
                closed=modules.closed,
                off=modules.is_off,
            ),
        )


def _told(account: Any) -> dict[str, Any]:
    return getattr(account, "agency_set_up", None) or {}


def follow(account: Any) -> None:
    """Time zone, form of dates, modules and nouns of this request; nobody signed in hears our own words."""
    from alongside.agency import modules, nouns
    from alongside.agency.words import labels
    from alongside.ui import dates

    told = _told(account)
    modules.follow(told.get("off"))
    rows = getattr(account, "agency_nouns", None)
    nouns.follow(rows, labels() if rows else {})
    if told.get("zone"):
        timezone.activate(ZoneInfo(told["zone"]))
    else:
        timezone.deactivate()
    dates.follow(told.get("order"), told.get("hours"))
