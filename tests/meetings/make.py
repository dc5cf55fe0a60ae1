"""Somebody to meet, and a meeting with them."""

import uuid
from datetime import datetime
from typing import Any

from alongside.meetings.actions import schedule_meeting
from alongside.meetings.models import Meeting
from alongside.participants.actions import assign, open_case, save_alias, write_details
from alongside.participants.choices import Part
from tests import cast

WELCOME_AT = datetime(2027, 1, 6, 10, 0, tzinfo=cast.ZONE)
WISHES = "a woman, by phone, not from here"
COVER = "I am from Riverbend Community Services."


def lantern() -> uuid.UUID:
    """A participant of case manager 1, with wishes for an interpreter."""
    person = uuid.uuid4()
    with cast.acting(cast.SUPERVISOR) as by:
        save_alias(by=by, participant=person, alias="Lantern", needs=["my tooth"])
        assign(by=by, participant=person, staff=cast.CM1.id, part=Part.CASE_MANAGER)
    with cast.acting(cast.CM1) as by:
        open_case(by=by, participant=person, need="")
        write_details(by=by, participant=person, interpreter=WISHES)
    return person


def welcome(person: uuid.UUID, at: datetime = WELCOME_AT, **given: Any) -> Meeting:
    """A first meeting of case manager 1 with them."""
    told = {"place": "Room 2", "purpose": "welcome", "interpreter": WISHES, "cover_words": COVER} | given
    with cast.acting(cast.CM1) as by:
        return schedule_meeting(by=by, participant=person, meeting=uuid.uuid4(), at=at, **told)
