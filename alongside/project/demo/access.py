"""Lantern's ways to others, as her act 3 tells it: the clinic, the dentist's list, a room that nobody has."""

import uuid
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction

from alongside import clock, trail
from alongside.access.actor import as_actor
from alongside.consent.gate import digest
from alongside.goals.actions import change_goal_state
from alongside.goals.models import Goal
from alongside.partners.queries import agencies
from alongside.project.demo.cast import CM1, known_id
from alongside.project.demo.people import at
from alongside.referrals import actions
from alongside.referrals.letters import text_of
from alongside.referrals.rules import Drafted, Waited, Warm

LANTERN = known_id("Lantern")
CLINIC, DENTIST, ROOM = (known_id(f"Lantern's way to {where}") for where in ("clinic", "dentist", "room"))


def _do(when: datetime, act: Any, **given: Any) -> Any:
    with transaction.atomic(), clock.stopped_at(when), as_actor(CM1.actor):
        result = act(by=CM1.actor, participant=LANTERN, **given)
        trail.flush()
    return result


def load() -> None:
    """A clinic she is in touch with, a waiting list, a room that was full, and what is stuck."""
    _clinic()
    _waits()
    _stuck()


def _clinic() -> None:
    friday, monday = at(date(2027, 1, 22), 11), at(date(2027, 1, 25), 14)
    with transaction.atomic(), clock.stopped_at(friday), as_actor(CM1.actor):
        clinic = agencies().filter(name__iexact="Legal clinic").values_list("pk", flat=True).get()
    told = Drafted(
        agency=clinic,
        need="know if I am allowed to stay",
        ways=("call", "interpret"),
        together_at=monday,
        information=("first_contact", "language", "need"),
        purpose="legal",
        method="call_together",
        text="Good morning. Somebody would like a first appointment about their papers. They speak Amharic.",
        called="the clinic",
    )
    draft = _do(friday, actions.draft_referral, referral=CLINIC, told=told)
    _do(friday, actions.send_referral, referral=CLINIC, previewed=digest(text_of(draft)),
        interpreter="a woman, by phone, not from here")  # fmt: skip
    along = partial(_do, monday, referral=CLINIC)
    along(
        actions.partner_answered, said=known_id("the clinic's yes"), answer="accepted", words="Monday at two."
    )
    _do(monday, actions.saw_answer, answer=known_id("the clinic's yes"))
    warm = Warm(introduced_on=monday.date(), first_contact_on=monday.date(), went="she was kind")
    along(actions.plan_warm_handoff, told=warm)
    along(actions.change_referral_state, turn=uuid.uuid4(), state="connected")


def _waits() -> None:
    monday = at(date(2027, 1, 25), 15)
    told = Drafted(
        service=known_id("service of Bright Street Dental Clinic"),
        need="fix my tooth",
        ways=("accompany", "interpret"),
        cost="180",
        who_pays="asked for help with it",
        called="the office on Bright Street",
    )
    _do(monday, actions.draft_referral, referral=DENTIST, told=told)
    wait = Waited(said_wait="10 weeks", every_days=14, interim="the nurse at the drop-in, Thursdays")
    _do(monday, actions.save_waiting, referral=DENTIST, check=uuid.uuid4(), told=wait)
    again = Waited(said_wait="10 weeks", every_days=14, interim=wait.interim, words="The place is kept.")
    _do(at(date(2027, 2, 8), 9), actions.save_waiting, referral=DENTIST, check=uuid.uuid4(), told=again)


def _stuck() -> None:
    monday = at(date(2027, 1, 25), 16)
    told = Drafted(service=known_id("service of Family Shelter on the Hill"), need="a room with a lock")
    _do(monday, actions.draft_referral, referral=ROOM, told=told)
    _do(monday, actions.change_referral_state, referral=ROOM, turn=uuid.uuid4(), state="not_provider",
        words="No room until the 15th.")  # fmt: skip
    goal: UUID
    with transaction.atomic(), clock.stopped_at(monday), as_actor(CM1.actor):
        goal = Goal.objects.filter(participant_id=LANTERN, place=1).values_list("pk", flat=True)[0]
    _do(monday, change_goal_state, goal=goal, state="holding")
    _do(monday, actions.add_barrier, barrier=known_id("papers for a room"), system="housing", stuck="papers",
        what="They ask for papers that another office gives only to those who have a room.",
        tried="Called both offices. Each waits for the other's letter.", referral=ROOM, goal=goal)  # fmt: skip
