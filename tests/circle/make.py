"""One of everything a Circle holds, and what its pages are read with."""

import re
import uuid
from typing import TYPE_CHECKING, Any

from alongside import clock, trail
from alongside.access.actor import Actor
from alongside.circle import actions
from alongside.circle.models import Attendee
from tests import cast

if TYPE_CHECKING:
    from tests.attacks.world import World

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


def places(person: uuid.UUID, agency: uuid.UUID) -> dict[str, uuid.UUID]:
    """What addresses name: one of everything, and what feels off, read by one colleague."""
    ids = whole(person, agency) | {"worry": uuid.uuid4(), "concern": uuid.uuid4()}
    with cast.acting(cast.CM1) as by:
        actions.save_worry(by=by, worry=ids["worry"], words="The way they laughed")
        told = actions.Composed(saw="They asked twice", story="They do not care", ask="Ask in a room")
        actions.compose_concern(by=by, concern=ids["concern"], said=told, agency=agency)
        ids["read"] = actions.ask_for_peer_review(by=by, concern=ids["concern"], reader=cast.CM3.id).pk
    return ids


def in_their_circle(by: Actor, made: "World") -> None:
    """Who is involved and who holds what; and what feels off, for its author alone. Each text holds the word."""
    given: dict[str, Any] = {"by": by, "participant": made.participant}
    word = made.word
    said = actions.MemberSaid(kind="person", name=f"{word} aunt", role=f"{word} role")
    actions.save_member(**given, member=made.member, said=said)
    actions.save_matter(**given, matter=made.matter, words=f"{word} matter")
    actions.save_decision(**given, decision=made.decision, words=f"{word} decision")
    actions.add_case_commitment(**given, commitment=made.commitment, words=f"{word} commitment")
    actions.answer_clarity(
        **given, clarity=uuid.uuid4(), sees="they", answer="not_clear", words=f"{word} clarity"
    )
    actions.plan_huddle(**given, huddle=made.huddle, agenda=f"{word} agenda", members=(made.member,))
    made.attendee = Attendee.objects.get(huddle_id=made.huddle).pk
    actions.save_worry(by=by, worry=made.worry, words=f"{word} worry")
    told = actions.Composed(saw=f"{word} saw", story=f"{word} story", ask=f"{word} ask")
    actions.compose_concern(by=by, concern=made.concern, said=told, agency=made.office)
    trail.flush()


def main(answer: Any) -> str:
    """What stands in the page itself."""
    return str(answer.content.decode()).split("<main")[1]
