"""Finding the person a page is about, or answering that nothing is here, which is itself written down."""

from uuid import UUID

from django.http import Http404

from alongside import trail
from alongside.access.actor import Actor
from alongside.participants import queries
from alongside.participants.queries import Along, Participant


def opened(
    actor: Actor,
    participant: UUID,
    looking: str = "",
    along: Along | None = None,
    *,
    tonight: bool = False,
) -> Participant:
    """The person, if their record is open to me; a plain 404 else, and the attempt goes into their trail.

    `looking` names what was looked at, where looking is all that is done. `along` is
    what a room above wants to know in the same query. A page that may be read on call, for a stated reason, takes
    `tonight`.
    """
    person = queries.record(actor, participant, along, tonight=tonight)
    if person is None:
        trail.note(trail.Entry(looking or "open_record", participant, "turned_away"))
        raise Http404
    if looking:
        trail.looked(looking, participant)
    return person
