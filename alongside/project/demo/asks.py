"""What donors are asked for, for some of those we walk with."""

import uuid
from datetime import date, datetime
from typing import Any

from django.db import transaction

from alongside import clock, trail
from alongside.access.actor import as_actor
from alongside.participants.queries import needs
from alongside.project.demo.cast import CM1, CM2, Member, known_id
from alongside.project.demo.people import at
from alongside.provisions.actions import change_ask_state, save_ask
from alongside.provisions.rules import Asked


def _ask(member: Member, when: datetime, alias: str, told: dict[str, Any], *states: str) -> None:
    person, ask = known_id(alias), uuid.uuid4()
    with transaction.atomic(), clock.stopped_at(when), as_actor(member.actor):
        first = needs([person]).get(person, [])[:1]
        asked = Asked(need=first[0].pk if first else None, **told)
        save_ask(by=member.actor, participant=person, ask=ask, told=asked)
        for state in states:
            change_ask_state(by=member.actor, participant=person, ask=ask, state=state)
        trail.flush()


def load() -> None:
    """Some asked for, some promised, one that came and one that was handed over."""
    when = at(date(2027, 2, 18), 11)
    kindly = "At the next visit, in a plain bag. Nobody has to say thank you."
    _ask(CM1, when, "Lantern", {"item": "bedside lamp", "handing": kindly})
    _ask(CM1, when, "Lantern", {"item": "warm blanket", "size": "single bed", "handing": kindly}, "promised")
    _ask(CM1, when, "Lantern", {"item": "travel kettle"}, "handed_over")
    _ask(
        CM1, when, "Maple", {"item": "dark blazer", "size": "US 14", "helps_until": date(2027, 3, 12)}, "here"
    )
    _ask(
        CM2,
        when,
        "Sparrow",
        {"item": "winter coat", "size": "child size 5", "helps_until": date(2027, 3, 31)},
    )
    _ask(CM2, when, "Sparrow", {"item": "school backpack"})
