"""One of everything a Circle holds, and what its pages are read with."""

import re
import uuid
from typing import Any

from alongside import clock
from alongside.circle import actions
from alongside.circle.models import (
    Attendee,
)
from tests import cast

BLAME = re.compile(r"overdue|breach|\blate\b|failed|missed", re.IGNORECASE)


def whole(person: uuid.UUID, agency: uuid.UUID) -> dict[str, uuid.UUID]:
    """One of everything a Circle holds."""
    names = ("member", "matter", "decision", "commitment", "huddle")
    ids = {name: uuid.uuid4() for name in names}
    with cast.acting(cast.CM1) as by:
        given: dict[str, Any] = {"by": by, "participant": person}
        actions.save_member(
            **given,
            member=ids["member"],
            said=actions.MemberSaid(agency=agency, role="her lawyer", perspective="the court file"),
        )
        actions.save_matter(**given, matter=ids["matter"], words="the deposit letter")
        actions.save_decision(**given, decision=ids["decision"], words="to ask for a later date")
        actions.add_case_commitment(
            **given,
            commitment=ids["commitment"],
            words="a list of interpreters",
            member=ids["member"],
            by_when=clock.today(),
        )
        actions.answer_clarity(**given, clarity=uuid.uuid4(), sees="worker", answer="clear")
        actions.plan_huddle(**given, huddle=ids["huddle"], agenda="her room", members=(ids["member"],))
        ids["attendee"] = Attendee.objects.get().pk
    return ids


def main(answer: Any) -> str:
    """What stands in the page itself."""
    return str(answer.content.decode()).split("<main")[1]
