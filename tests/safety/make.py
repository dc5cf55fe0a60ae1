"""A safety plan for tests, made through acts, with words that could leak."""

import uuid

from alongside import trail
from alongside.safety.actions import Written, write_safety_plan
from alongside.safety.models import PlanVersion
from tests import cast

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
