"""Opening one meeting, or a plain 404 that the trail keeps."""

from uuid import UUID

from django.http import Http404

from alongside import trail
from alongside.access.actor import Actor
from alongside.meetings.models import Meeting
from alongside.meetings.queries import meeting_named


def opened(actor: Actor, meeting: UUID) -> Meeting:
    """The meeting; where its person is out of reach it is not there, and somebody tried."""
    planned = meeting_named(meeting)
    if planned is None:
        trail.note(trail.Entry("open_meeting", actor.id, "turned_away", "", meeting))
        raise Http404
    return planned
