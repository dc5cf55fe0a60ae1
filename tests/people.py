"""People for tests, made through the same acts as real work, with words that could leak."""

import uuid

from alongside.participants.actions import assign, open_case, save_alias, write_details
from alongside.participants.choices import Part
from tests import cast


def lantern(alias: str = "Lantérn") -> uuid.UUID:
    """A participant of case manager 1 with backup case manager 2, two needs and something that helps."""
    person = uuid.uuid4()
    with cast.acting(cast.SUPERVISOR) as by:
        save_alias(by=by, participant=person, alias=alias, needs=["a room with a lock"])
        assign(by=by, participant=person, staff=cast.CM1.id, part=Part.CASE_MANAGER)
        assign(by=by, participant=person, staff=cast.CM2.id, part=Part.BACKUP)
    with cast.acting(cast.CM1) as by:
        open_case(by=by, participant=person, need="my tooth")
        write_details(by=by, participant=person, helps="ሻይ, sitting near a door")
    return person
