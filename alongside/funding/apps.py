"""The room as Django knows it."""

from alongside.access.room import Room


class Funding(Room):
    """See funding/__init__.py."""

    urls = ("urls", "stream_urls")
