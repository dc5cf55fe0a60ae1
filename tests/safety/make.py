"""A safety plan for tests, made through acts, with words that could leak."""

import uuid
from typing import TYPE_CHECKING

from alongside import trail
from alongside.access.actor import Actor
from alongside.safety.actions import Written, talk_about_page, write_safety_plan
from alongside.safety.models import PlanOpener, PlanVersion
from alongside.safety.words import PARTS
from tests import cast

if TYPE_CHECKING:
    from tests.attacks.world import World

SAID = {"coping": "Cedar tea by the window", "numbers": "555-0177", "still_there": "Sleep near the back door"}


def planned(
    participant: uuid.UUID, member: cast.Member = cast.CM1, copy: str = "none", **parts: str
) -> PlanVersion:
    """Their plan, written with this colleague."""
    with cast.acting(member) as by:
        written = Written(parts or SAID, there="Their sister", on_day="2027-01-06", copy=copy)
        kept = write_safety_plan(by=by, participant=participant, version=uuid.uuid4(), written=written)
        trail.flush()
    return kept


def their_plan(by: Actor, made: "World") -> None:
    """Their safety plan, with everything in it; each text holds the word."""
    parts = {part: f"{made.word} {part}" for part in PARTS}
    written = Written(parts, there=f"{made.word} there", on_day="2027-01-06", copy="paper")
    kept = write_safety_plan(by=by, participant=made.participant, version=uuid.uuid4(), written=written)
    talk_about_page(by=by, participant=made.participant, talked=made.talked, page=made.page)
    made.plan, made.opener = kept.plan_id, PlanOpener.objects.get(plan=kept.plan_id, staff_id=by.id).pk
    trail.flush()
