"""Keys that belong to the one who acts, and keys for what is new."""

import uuid

from alongside.access.actor import Actor
from alongside.access.keeper import call
from alongside.vault import ring
from alongside.vault.models import Key


def own_key(actor: Actor) -> uuid.UUID:
    """The worker's own data key, made the first time it is needed."""
    found = Key.objects.filter(staff_id=actor.id).values_list("key_id", flat=True).first()
    if found:
        return found
    key_id = uuid.uuid4()
    Key.objects.create(key_id=key_id, door=actor.door, staff_id=actor.id, wrapped=ring.make(key_id))
    return key_id


def shared_key(thing: uuid.UUID) -> uuid.UUID:
    """A fresh data key for what a few members of staff hold together; a wall says who opens it."""
    key_id = uuid.uuid4()
    call("access.share_key", thing, key_id, ring.make(key_id))
    return key_id
