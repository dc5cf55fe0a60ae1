"""June 2027 for SC4, written into a served house through acts: who pays, who is enrolled, notes, approvals, gaps.

Done by itself, as the desk, in the surroundings of that house. Of thirteen whom the contract names eleven have work and
an approval once case manager 2 has written her note of the 30th; of one nothing is written down, of one no approval.
"""

import uuid
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from alongside import clock, trail
from alongside.access.actor import as_actor
from alongside.agency.actions import add_program
from alongside.agency.queries import programs
from alongside.benefits.actions import start_approval
from alongside.connection.actions import log_contact
from alongside.connection.choices import NoteKind
from alongside.connection.models import ServiceKind
from alongside.funding.actions import open_fund
from alongside.funding.rules import FundTold
from alongside.funding.stream_actions import enrol, save_stream
from alongside.funding.stream_rules import StreamTold
from alongside.participants.actions import assign, open_case, save_alias
from alongside.participants.choices import Part
from alongside.partners.actions import count_gap
from alongside.partners.searching import Sought
from alongside.project.demo.cast import ADMIN, CM1, CM2, CM3, DIRECTOR, PROGRAM, SUPERVISOR, Member, known_id
from alongside.project.demo.people import at

CONTRACT, STATE, GIFT = "Per-capita contract", "State victim fund", "Community gift"
SECOND = "Eastside Drop-in Program"
DOMESTIC = "Robin"
WRITES_TODAY, NO_NOTE, NOT_APPROVED = "Sparrow", "Harbor", "Anchor"
OF = {
    "Maple": CM1, "Linden": CM1, "Juniper": CM1, "Pebble": CM1, "Wren": CM1, "Harbor": CM1, "Alder": CM1,
    "Sparrow": CM2, "Birch": CM2, "Ember": CM2,
    "Clover": CM3, "Anchor": CM3, "Fir": CM3,
}  # fmt: skip
NEW = ("Alder", "Fir", DOMESTIC)
INTO_JULY = ("Wren", "Harbor", "Ember", "Fir")
SECRET = "What she said stays between us"
LOOKED_FOR = ((6, "housing", ("men", "families")), (3, "dental", ("women",)))


def write() -> None:
    """All of it."""
    _do(ADMIN, date(2027, 6, 1), _second_program)
    streams = _do(DIRECTOR, date(2027, 6, 1), _streams)
    for alias in NEW:
        _do(SUPERVISOR, date(2027, 6, 1), _begin, alias=alias)
    for alias, member in {**OF, DOMESTIC: CM1}.items():
        _do(member, date(2027, 6, 2), _enrolled, alias=alias, stream=streams[alias == DOMESTIC])
        if alias not in (WRITES_TODAY, NO_NOTE):
            _do(member, date(2027, 6, 9), _note, alias=alias)
    _do(CM1, date(2027, 6, 15), _note, alias=DOMESTIC)
    _do(CM1, date(2027, 6, 15), _beside, alias="Maple", kind=NoteKind.NO_ANSWER)
    _do(CM1, date(2027, 6, 15), _beside, alias="Linden", kind=NoteKind.WITHOUT_CONTACT)
    _do(CM1, date(2027, 6, 16), _looked_in_vain)


def _do(member: Member, day: date, what: Any, **told: Any) -> Any:

    with transaction.atomic(), clock.stopped_at(at(day, 11)), as_actor(member.actor):
        found = what(member.actor, **told)
        trail.flush()
    return found


def _second_program(by: Any) -> None:

    add_program(by=by, name=SECOND)


def _streams(by: Any) -> tuple[uuid.UUID, uuid.UUID]:

    called = {each.name: each.pk for each in programs()}
    contract = StreamTold(
        CONTRACT, "capita", program=called[PROGRAM], year_from=10, rate=Decimal(450), approved=True
    )
    state = StreamTold(STATE, "repaid", place=2, program=called[SECOND], year_from=7)
    open_fund(by=by, fund=uuid.uuid4(), told=FundTold(GIFT), opening=Decimal(2000))
    made = [save_stream(by=by, stream=uuid.uuid4(), told=told).pk for told in (contract, state)]
    return made[0], made[1]


def _begin(by: Any, alias: str) -> None:

    person = known_id(alias)
    save_alias(by=by, participant=person, alias=alias, needs=[])
    assign(
        by=by, participant=person, staff=OF.get(alias, CM1).id, part=Part.CASE_MANAGER, why="she knows them"
    )
    open_case(by=by, participant=person, need="somewhere quiet")


def _enrolled(by: Any, alias: str, stream: uuid.UUID) -> None:

    person = known_id(alias)
    enrol(by=by, participant=person, enrolment=uuid.uuid4(), stream=stream, begins_on=date(2027, 6, 1))
    if alias not in (NOT_APPROVED, DOMESTIC):
        through = date(2027, 7, 31) if alias in INTO_JULY else date(2027, 6, 30)
        start_approval(
            by=by, participant=person, approval=uuid.uuid4(), what="The contract's month", through=through
        )


def _note(by: Any, alias: str) -> None:

    kind = ServiceKind.objects.order_by("name").first()
    assert kind is not None
    told = {"happened": SECRET, "minutes": 60, "services": [kind.pk]}
    log_contact(by=by, participant=known_id(alias), note=uuid.uuid4(), **told)


def _beside(by: Any, alias: str, kind: str) -> None:
    log_contact(
        by=by, participant=known_id(alias), note=uuid.uuid4(), responded=SECRET, kind=kind, minutes=20
    )


def _looked_in_vain(by: Any) -> None:

    for times, kind, serves in LOOKED_FOR:
        for _each in range(times):
            count_gap(by=by, sought=Sought(kind=kind, serves=serves))
