"""What each change of sharing begins with: the person, and waiting for whoever sends or stops just now."""

from uuid import UUID

from alongside.access.acts import TurnedDown
from alongside.access.keeper import one_at_a_time
from alongside.participants.queries import Participant, participant_named


def held_person(participant: UUID) -> Participant:
    """The person, with every other change of what may go out about them waiting until this act is kept.

    `core.disclose` waits at the same latch.
    """
    person = participant_named(participant)
    if person is None:
        raise TurnedDown("not_here")
    one_at_a_time(f"sharing|{participant}")
    return person
