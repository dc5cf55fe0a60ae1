"""What Lantern said may be shared, with whom, and with which words; as her acts 2 and 3 tell it."""

import uuid
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction

from alongside import clock, trail
from alongside.access.actor import as_actor
from alongside.access.links import new_token
from alongside.consent import actions, queries
from alongside.consent.actions.releases import Given, Named
from alongside.consent.gate import To, digest, passage
from alongside.consent.rules import Signature
from alongside.partners.actions import (
    Described,
    add_point_of_contact,
    answer_partner_access_request,
    invite_contact,
    request_partner_access,
    save_agency,
)
from alongside.partners.queries import agencies, contact_of
from alongside.project.demo.cast import CM1, PARTNER_ACCOUNT, SUPERVISOR, Member, known_id
from alongside.project.demo.people import at

LANTERN = known_id("Lantern")
LETTER = (
    "Good morning. I write for somebody who would like a first appointment about their papers.\n"
    "They speak Amharic. We bring the interpreter, a woman, by phone.\n"
    "Please call us, not them."
)

ON_THEIR_PAGE = (
    "Somebody would like a first appointment about their papers, in Amharic, with a woman interpreting.\n"
    "Mornings are best. Please tell us here which day you have."
)


def _do(member: Member, when: datetime, act: Any, **given: Any) -> Any:
    with transaction.atomic(), clock.stopped_at(when), as_actor(member.actor):
        result = act(by=member.actor, **given)
        trail.flush()
    return result


def _clinic(when: datetime) -> UUID:
    """The legal clinic, made where nobody has made it yet."""
    with transaction.atomic(), clock.stopped_at(when), as_actor(CM1.actor):
        there = agencies().filter(name__iexact="Legal clinic").first()
    if there is not None:
        return there.pk
    told = Described(
        name="Legal clinic",
        kind="attorney",
        their_limits="What their clients tell them, and how a case stands.",
        our_limits="Where somebody sleeps, and whom they are afraid of.",
    )
    agency = known_id("legal clinic")
    _do(CM1, when, save_agency, agency=agency, told=told)
    name = {"contact": known_id("clinic's contact"), "name": "Ms. Alder", "reach": "555-0142, mornings"}
    _do(CM1, when, add_point_of_contact, agency=agency, **name)
    return agency


def _seat(when: datetime, clinic: UUID) -> None:
    """The clinic's contact had a link, as two said. Nobody kept it; whoever shows the demo has another made."""
    with transaction.atomic(), clock.stopped_at(when), as_actor(CM1.actor):
        contact = contact_of(clinic)
    if contact is None:
        return
    asked = uuid.uuid4()
    _do(CM1, when, request_partner_access, contact=contact.pk, asked=asked, username="alder@clinic.example")
    _do(SUPERVISOR, when, answer_partner_access_request, asked=asked, yes=True)
    _do(CM1, when, invite_contact, contact=contact.pk, token=new_token(), account=PARTNER_ACCOUNT)


def load() -> None:
    """Words, a program she knows, a permission for the clinic and the letter under it."""
    welcome, yes = at(date(2027, 1, 20), 11), at(date(2027, 1, 22), 11)
    clinic = _clinic(welcome)
    _seat(welcome, clinic)
    act = partial(_do, CM1, welcome, participant=LANTERN)
    act(
        actions.save_cover_words,
        cover=known_id("usual words"),
        introduce="I am from Riverbend Community Services.",
        why="about your appointment",
        never="the house\nwhere she works",
    )
    act(
        actions.save_cover_words,
        cover=known_id("clinic's words"),
        agency=clinic,
        introduce="Riverbend, we help people find their way to offices.",
        why="a first appointment, with an interpreter",
    )
    act(
        actions.save_program,
        program=known_id("a pantry"),
        name="a pantry",
        helps_with="food on Thursdays",
        wish="do_not",
        words="they know the family",
    )
    _yes(partial(_do, CM1, yes, participant=LANTERN), yes, clinic)


def _yes(act: Any, when: datetime, clinic: UUID) -> None:
    with transaction.atomic(), clock.stopped_at(when), as_actor(CM1.actor):
        paper = queries.wording_now("en").pk
    named = Named(
        agency=clinic,
        information=["first_contact", "language", "need"],
        exactly="first contact, language, need 3",
        not_shared="where I sleep",
        purpose="legal",
        methods=["call_together", "letter", "workspace"],
        ends_on=date(2027, 4, 20),
    )
    given = Given(
        wording=paper,
        told=["text", "content", "risks", "withdraw", "voluntary"],
        signatures=[Signature("participant", "screen", mark="ላ")],
        interpreter="a woman, by phone",
    )
    act(actions.grant_release, release=known_id("clinic's permission"), named=named, given=given)
    for way, text in (("letter", LETTER), ("workspace", ON_THEIR_PAGE)):
        with transaction.atomic(), clock.stopped_at(when), as_actor(CM1.actor):
            through = passage(
                LANTERN,
                to=To(agency=clinic),
                information=["first_contact", "language", "need"],
                purpose="legal",
                method=way,
            )
        act(
            actions.disclose,
            disclosure=uuid.uuid4(),
            passage=through,
            way=way,
            previewed=digest(text),
            text=text,
        )
