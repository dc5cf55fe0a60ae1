"""The room as Django knows it."""

from alongside.access.room import Room


class Provisions(Room):
    """See provisions/__init__.py."""

    urls = ("urls", "stock_urls", "assistance_urls")
