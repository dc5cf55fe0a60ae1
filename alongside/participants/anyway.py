"""Words about why somebody is chosen all the same."""

import uuid

from alongside.participants.models import ChosenAnyway, Participant
from alongside.vault.fields import sealed_value


def said_anyway(participant: uuid.UUID, why: str) -> tuple[uuid.UUID, bytes | None]:
    """Why somebody is chosen all the same, sealed under the person's own key, with the id it is kept as."""
    chosen = ChosenAnyway(id=uuid.uuid4(), words=why.strip())
    if not why.strip():
        return chosen.id, None
    chosen.key_id = Participant.objects.values_list("key_id", flat=True).get(pk=participant)
    return chosen.id, sealed_value(chosen, "words")
