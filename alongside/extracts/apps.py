"""The room as Django knows it."""

from alongside.access.room import Room


class Extracts(Room):
    """See extracts/__init__.py."""

    urls = ("urls", "hud_urls")
