"""What is handed on of this room: the next meeting, and whom they would like to interpret."""

from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import gettext as _

from alongside.access.given import Handed
from alongside.meetings.queries import again_or_not, next_of
from alongside.ui.dates import exactly


def handed(participant: UUID) -> Iterator[Handed]:
    """When we mean to meet next and what for, and of each interpreter what they said last."""
    if meeting := next_of(participant):
        yield Handed("plan", _("Next meeting"), (f"{exactly(meeting.at)}. {meeting.purpose}",))
    lines = tuple(f"{row.who}: {row.get_again_display()}" for row in again_or_not(participant))
    if lines:
        yield Handed("connection", _("Interpreters"), lines)
