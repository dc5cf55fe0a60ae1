"""Who is involved with Lantern and Maple, who holds what, and what was said; something that felt off."""

import uuid
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction

from alongside import clock, trail
from alongside.access.actor import as_actor
from alongside.circle import actions
from alongside.circle.actions import Composed, MemberSaid
from alongside.partners.queries import agencies
from alongside.project.demo.cast import CM1, Member, known_id
from alongside.project.demo.people import at


def _do(member: Member, when: datetime, act: Any, /, **given: Any) -> Any:
    with transaction.atomic(), clock.stopped_at(when), as_actor(member.actor):
        result = act(by=member.actor, **given)
        trail.flush()
    return result


def _partner(name: str) -> UUID | None:
    with transaction.atomic(), as_actor(CM1.actor):
        found = agencies().filter(name__icontains=name).first()
    return found.pk if found else None


def load() -> None:
    """A Circle each, and what is one worker's alone."""
    _lantern()
    _maple()
    _off()


def _lantern() -> None:
    act = partial(_do, CM1, at(date(2027, 2, 8), 11), participant=known_id("Lantern"))
    clinic, cousin = known_id("clinic in Lantern's Circle"), known_id("Lantern's friend")
    act(
        actions.save_member,
        member=clinic,
        said=MemberSaid(
            agency=_partner("legal clinic"),
            role="Her lawyer for papers.",
            responsibilities="The application, and every letter from that office.",
            perspective="The file, and what is told in it.",
            limits="They do not tell us what she tells them.",
        ),
    )
    act(
        actions.save_member,
        member=cousin,
        said=MemberSaid("person", name="the woman from church", role="Somebody she trusts."),
    )
    me = {"holder": "staff", "staff": CM1.actor.id}
    act(actions.save_matter, matter=uuid.uuid4(), words="Who goes with her to the dentist")
    act(
        actions.save_matter,
        matter=uuid.uuid4(),
        words="A room with a lock",
        next="Visit the guesthouse",
        **me,
    )
    lawyer = {"holder": "member", "member": clinic}
    act(actions.save_matter, matter=uuid.uuid4(), words="The letter about her papers", shared=False, **lawyer)
    act(
        actions.save_decision,
        decision=uuid.uuid4(),
        words="We write to nobody about the house for now",
        who="Lantern, with me",
        their_part="yes",
        voice="not yet",
        basis="The family may read what comes.",
        revisit_on=date(2027, 3, 8),
    )
    act(actions.answer_clarity, clarity=uuid.uuid4(), sees="worker", answer="clear")
    act(
        actions.answer_clarity,
        clarity=uuid.uuid4(),
        sees="they",
        answer="not_clear",
        words="who calls the clinic, you or me?",
    )
    act(
        actions.add_case_commitment,
        commitment=uuid.uuid4(),
        words="A first appointment with a woman who interprets",
        member=clinic,
        by_when=date(2027, 2, 19),
    )
    huddle = {"agenda": "Who calls the clinic", "on": date(2027, 2, 25), "place": "by phone"}
    act(actions.plan_huddle, huddle=known_id("Lantern's huddle"), members=(clinic,), **huddle)


def _maple() -> None:
    act = partial(_do, CM1, at(date(2027, 2, 10), 15), participant=known_id("Maple"))
    office = known_id("office in Maple's Circle")
    act(
        actions.save_member,
        member=office,
        said=MemberSaid(
            "system",
            name="Children's services",
            role="Asks about the younger brother.",
            perspective="The court date and its report.",
            limits="They cannot promise who comes.",
        ),
    )
    held = {"holder": "member", "member": office}
    act(
        actions.save_matter,
        matter=uuid.uuid4(),
        words="The visit on Saturdays",
        next="They call back",
        **held,
    )
    act(actions.save_matter, matter=uuid.uuid4(), words="Who tells the school")


def _off() -> None:
    """A worry of a week ago, and one that was put into words, raised and agreed on."""
    clinic = _partner("legal clinic")
    words = "They talk about her as if she were not there."
    _do(CM1, at(date(2027, 2, 14), 17), actions.save_worry, worry=uuid.uuid4(), words=words, agency=clinic)
    concern = known_id("a concern of January")
    january = partial(_do, CM1, at(date(2027, 1, 28), 16))
    said = Composed(
        saw="Twice, our call was answered after five days.",
        story="We are not important to them.",
        impact="People wait without a word from us.",
        ask="Could you tell us the same day that you have read it?",
    )
    january(actions.compose_concern, concern=concern, said=said, agency=clinic)
    january(actions.raise_concern, concern=concern, how="spoken")
    agreed = "A short answer on the same day, even if it says: next week."
    day = date(2027, 2, 22)
    january(actions.agree_on_concern, concern=concern, agreed=agreed, state="agreed", check_in_on=day)
