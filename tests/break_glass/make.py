"""Nights for tests: somebody with an approved brief, who is on call, and what opens."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from alongside import clock
from alongside.clock.models import ClockSetting
from alongside.goals.actions import save_goal_sheet
from alongside.goals.rules import WrittenGoal, WrittenSheet
from alongside.participants import briefs
from alongside.participants.agreeing import agree_period
from alongside.participants.models import CallBrief
from alongside.workforce.actions import put_on_call
from tests import cast
from tests.desk.make import note, person, told

REASON = "she cannot name her own address any more"


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """At another hour."""
    before = clock.now()
    ClockSetting.set_to(moment, running=False)
    yield
    ClockSetting.set_to(before, running=False)


def on_call(member: cast.Member = cast.ON_CALL, place: str = "first", hours: int = 6) -> None:
    """A shift that began an hour ago."""
    begins = cast.BEGINS - timedelta(hours=1)
    cast.also_on_call(member)
    with cast.acting(cast.SUPERVISOR) as by:
        ends = begins + timedelta(hours=hours)
        put_on_call(by=by, shift=uuid.uuid4(), staff=member.id, place=place, begins=begins, ends=ends)


def known(alias: str = "Quetzal", *, live: bool = True) -> tuple[uuid.UUID, uuid.UUID]:
    """Somebody with a note, a goal and an approved brief; while `live`, in a critical period."""
    about = person(alias)
    told(about)
    note(about)
    with cast.acting(cast.CM1) as by:
        given: dict[str, Any] = {"by": by, "participant": about}
        if live:
            days = {"begins_on": clock.today(), "ends_on": clock.today() + timedelta(days=3)}
            agree_period(**given, **days, period=uuid.uuid4(), kind="deposition")
        briefs.write_line(**given, line=uuid.uuid4(), kind="know", words="no knocking", approved=True)
        goal = WrittenGoal(uuid.uuid4(), words="a key of my own")
        save_goal_sheet(**given, written=WrittenSheet(goals=(goal,)))
        return about, CallBrief.objects.get(participant_id=about).pk


def opened(member: cast.Member, brief: uuid.UUID, reason: str = REASON) -> int:
    """The brief's press, and the record for a reason; gives the status of the second."""
    client = cast.signed_in(member)
    client.post(f"/on-call/briefs/{brief}/")
    sent = {"reason": reason, "once": str(uuid.uuid4())}
    return int(client.post(f"/on-call/briefs/{brief}/record/", sent).status_code)
