"""Addresses that the pages of this room lead to."""

from uuid import UUID

from alongside.agency.modules import where


def home_of(participant: UUID) -> str:
    """The participant's page."""
    return where("desk:participant", participant) or "/"
