"""Addresses that the pages of this room lead to."""

from uuid import UUID

from django.urls import NoReverseMatch, reverse


def address(name: str, *args: object) -> str:
    """An address of another room, or nothing where that room is not there."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def home_of(participant: UUID) -> str:
    """The participant's page."""
    return address("desk:participant", participant) or "/"
