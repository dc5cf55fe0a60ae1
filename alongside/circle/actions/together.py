"""Keeping a Circle: who belongs to it, who holds what, what was decided, and talking together."""

from dataclasses import dataclass, fields
from datetime import date, time
from typing import Any
from uuid import UUID, uuid4

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.roles import Can
from alongside.circle.choices import Holder, MatterState
from alongside.circle.models import (
    Attendee,
    CaseCommitment,
    CaseDecision,
    Clarity,
    Huddle,
    Matter,
    MatterStateChange,
    Member,
)
from alongside.keeping.rows import authored, held, held_or_new
from alongside.keeping.rules import NotHere, NothingWritten
from alongside.participants.queries import participant_named
from alongside.participants.timeline import mark
from alongside.partners.actions import count_gap
from alongside.partners.choices import AgencyKind, CommitmentState, ServiceCategory
from alongside.partners.searching import Sought

# Which gap in the county a partner without room stands for.
_GAP_OF = {
    AgencyKind.CHILD_WELFARE: ServiceCategory.CHILDREN,
    AgencyKind.YOUTH: ServiceCategory.CHILDREN,
    AgencyKind.SHELTER: ServiceCategory.SHELTER,
    AgencyKind.HEALTH: ServiceCategory.HEALTH,
    AgencyKind.ATTORNEY: ServiceCategory.LEGAL,
}


def _new(model: Any, by: Actor, participant: UUID, row: UUID, **given: Any) -> Any:
    """A row about the person, under their key and in one's own name."""
    person = participant_named(participant)
    if person is None:
        raise NotHere
    return model(pk=row, **authored(by, person), **given)


def _held(model: Any, by: Actor, participant: UUID, row: UUID, version: int | None, **start: Any) -> Any:
    """The row to write on, made if it is new; nothing of another person, and nothing over newer words."""
    there = held_or_new(model, row, version, participant_id=participant)
    return there or _new(model, by, participant, row, version=0, **start)


def _mark(by: Actor, row: Any, kind: str) -> None:
    mark(by=by, participant=row.participant_id, at=row.at, room="circle", kind=kind, ref=row.pk)


def _is_sent_twice(row: Any, version: int | None) -> bool:
    """Whether this very sending made the row a moment ago."""
    return version is None and row.version == 1


def _member_of(participant: UUID, member: UUID | None) -> UUID | None:
    if member is not None and not Member.objects.filter(pk=member, participant_id=participant).exists():
        raise NotHere
    return member


@dataclass(frozen=True)
class MemberSaid:
    """What is written of a member; everything may stay blank but who it is."""

    kind: str = "agency"
    agency: UUID | None = None
    name: str = ""
    role: str = ""
    responsibilities: str = ""
    perspective: str = ""
    limits: str = ""
    contact: str = ""


@act(Can.HOLD_CIRCLE, said=_("kept who is involved"))
def save_member(
    *, by: Actor, participant: UUID, member: UUID, said: MemberSaid, version: int | None = None
) -> Member:
    """Keep a member of the Circle. `member` is its id, new or known. Raises NothingWritten."""
    if not said.agency and not said.name.strip():
        raise NothingWritten
    row: Member = _held(Member, by, participant, member, version)
    if _is_sent_twice(row, version):
        return row
    for each in fields(said):
        if each.name != "agency":
            setattr(row, each.name, getattr(said, each.name))
    is_new = row._state.adding
    row.agency_id, row.version = said.agency, row.version + 1
    row.save(force_insert=is_new)
    if is_new:
        _mark(by, row, "member")
    return row


@act(Can.HOLD_CIRCLE, said=_("noted that somebody is not involved any more"))
def leave_circle(*, by: Actor, participant: UUID, member: UUID) -> None:
    """Take a member out of the Circle. What they held is Unclear until somebody says who holds it."""
    row = held(Member, member, participant_id=participant)
    row.left_at = row.left_at or clock.now()
    row.save(update_fields=["left_at"])
    for matter in Matter.objects.filter(member=row).exclude(state=MatterState.DONE):
        _hand_on(by, matter, Holder.UNCLEAR, None, None)


@act(Can.HOLD_CIRCLE, said=_("noted that somebody is involved again"))
def return_to_circle(*, by: Actor, participant: UUID, member: UUID) -> None:
    """Bring a member back into the Circle."""
    row = held(Member, member, participant_id=participant)
    row.left_at = None
    row.save(update_fields=["left_at"])


@act(Can.HOLD_CIRCLE, said=_("noted whether somebody has room just now"))
def mark_at_capacity(*, by: Actor, participant: UUID, member: UUID, none_left: bool) -> Member:
    """Say that a member has no room just now, or has again. It counts as a gap of the county; nothing waits on it."""
    row = held(Member, member, participant_id=participant)
    if none_left and row.no_capacity_on is None and row.agency and row.agency.kind in _GAP_OF:
        count_gap(by=by, sought=Sought(kind=_GAP_OF[AgencyKind(row.agency.kind)]))
    row.no_capacity_on = (row.no_capacity_on or clock.today()) if none_left else None
    row.save(update_fields=["no_capacity_on"])
    return row


@act(Can.HOLD_CIRCLE, said=_("saved who is responsible for what"))
def save_matter(
    *,
    by: Actor,
    participant: UUID,
    matter: UUID,
    words: str,
    next: str = "",
    holder: str = Holder.UNCLEAR,
    staff: UUID | None = None,
    member: UUID | None = None,
    state: str = MatterState.OPEN,
    shared: bool = True,
    huddle: UUID | None = None,
    version: int | None = None,
) -> Matter:
    """Keep a matter with its one holder, or an honest Unclear. `matter` is its id, new or known.
    Raises NothingWritten."""
    if not words.strip():
        raise NothingWritten
    row: Matter = _held(Matter, by, participant, matter, version)
    if _is_sent_twice(row, version):
        return row
    before = (row.holder, row.staff_id, row.member_id, row.state, row.next) if row.version else None
    row.words, row.next, row.shared, row.state = words, next, shared, state
    row.huddle_id = row.huddle_id or huddle
    row.holder = holder
    row.staff_id = staff if holder == Holder.STAFF else None
    row.member_id = _member_of(participant, member) if holder == Holder.MEMBER else None
    row.version += 1
    row.save(force_insert=row._state.adding)
    if before != (row.holder, row.staff_id, row.member_id, row.state, row.next):
        _remember(by, row)
    return row


def _hand_on(by: Actor, row: Matter, holder: str, staff: UUID | None, member: UUID | None) -> None:
    row.holder, row.staff_id, row.member_id, row.version = holder, staff, member, row.version + 1
    row.save()
    _remember(by, row)


def _remember(by: Actor, row: Matter) -> None:
    turn = MatterStateChange.objects.create(
        **authored(by, row),
        matter=row,
        next=row.next,
        holder=row.holder,
        staff_id=row.staff_id,
        member_id=row.member_id,
        state=row.state,
    )
    _mark(by, turn, "matter")


@act(Can.HOLD_CIRCLE, said=_("kept what was decided"))
def save_decision(
    *,
    by: Actor,
    participant: UUID,
    decision: UUID,
    words: str,
    who: str = "",
    consulted: str = "",
    voice: str = "",
    basis: str = "",
    their_part: str = "",
    revisit_on: date | None = None,
    huddle: UUID | None = None,
    version: int | None = None,
) -> CaseDecision:
    """Keep what was decided, by whom, and what the participant said. `decision` is its id, new or known.
    Raises NothingWritten."""
    if not words.strip():
        raise NothingWritten
    row: CaseDecision = _held(CaseDecision, by, participant, decision, version)
    if _is_sent_twice(row, version):
        return row
    is_new = row._state.adding
    row.words, row.who, row.consulted, row.voice, row.basis = words, who, consulted, voice, basis
    row.their_part, row.revisit_on = their_part, revisit_on
    row.huddle_id, row.version = row.huddle_id or huddle, row.version + 1
    row.save(force_insert=is_new)
    if is_new:
        _mark(by, row, "decision")
    return row


@act(Can.HOLD_CIRCLE, said=_("kept how clear things are to somebody"))
def answer_clarity(
    *,
    by: Actor,
    participant: UUID,
    clarity: UUID,
    sees: str,
    answer: str,
    words: str = "",
    member: UUID | None = None,
) -> Clarity:
    """Keep how clear things are to one of those involved, beside the others. `clarity` is the new id."""
    there = held_or_new(Clarity, clarity, participant_id=participant)
    if there is not None:
        return there
    given = {"sees": sees, "answer": answer, "words": words, "member_id": _member_of(participant, member)}
    row: Clarity = _new(Clarity, by, participant, clarity, **given)
    row.save(force_insert=True)
    _mark(by, row, "clarity")
    return row


@act(Can.HOLD_CIRCLE, said=_("planned a short talk of those involved"))
def plan_huddle(
    *,
    by: Actor,
    participant: UUID,
    huddle: UUID,
    agenda: str = "",
    on: date | None = None,
    hour: time | None = None,
    place: str = "",
    members: tuple[UUID, ...] = (),
) -> Huddle:
    """Plan a huddle with some of the Circle. Nobody hears of it by this. `huddle` is the new id."""
    there = held_or_new(Huddle, huddle, participant_id=participant)
    if there is not None:
        return there
    row: Huddle = _new(Huddle, by, participant, huddle, agenda=agenda, on=on, hour=hour, place=place)
    row.save(force_insert=True)
    for member in members:
        _member_of(participant, member)
        Attendee.objects.create(
            id=uuid4(), participant_id=participant, huddle=row, member_id=member, by_id=by.id
        )
    _mark(by, row, "huddle")
    return row


@act(Can.HOLD_CIRCLE, said=_("invited somebody to a short talk"))
def invite_attendee(*, by: Actor, participant: UUID, attendee: UUID, disclosure: UUID) -> None:
    """Keep that an invitation went out, as the gate kept it."""
    Attendee.objects.filter(pk=attendee, participant_id=participant).update(
        disclosure=disclosure, invited_at=clock.now()
    )


@dataclass(frozen=True)
class Owner:
    """Whose word something is: one of the two sides, which member of the Circle, which person."""

    side: str = "they"
    member: UUID | None = None
    who: str = ""


@act(Can.HOLD_CIRCLE, said=_("added a commitment"))
def add_case_commitment(
    *,
    by: Actor,
    participant: UUID,
    commitment: UUID,
    words: str,
    side: str = "they",
    who: str = "",
    by_when: date | None = None,
    member: UUID | None = None,
    huddle: UUID | None = None,
) -> CaseCommitment:
    """Write down what one of those involved said they would do. `commitment` is the new id.
    Raises NothingWritten."""
    if not words.strip():
        raise NothingWritten
    there = held_or_new(CaseCommitment, commitment, participant_id=participant)
    if there is not None:
        return there
    given: dict[str, Any] = {"words": words, "side": side, "who": who, "by_when": by_when}
    given |= {"member_id": _member_of(participant, member), "huddle_id": huddle}
    row: CaseCommitment = _new(CaseCommitment, by, participant, commitment, **given)
    row.save(force_insert=True)
    _mark(by, row, "commitment")
    return row


@act(Can.HOLD_CIRCLE, said=_("agreed on another day for what was said"))
def another_day_for_case_commitment(
    *, by: Actor, participant: UUID, commitment: UUID, by_when: date | None, owner: Owner | None = None
) -> CaseCommitment:
    """Agree anew on what was said: by when, and by whom where an owner is named. The days before stay beside it."""
    row = held(CaseCommitment, commitment, participant_id=participant)
    if row.by_when != by_when:
        if row.by_when is not None:
            row.earlier = [*row.earlier, row.by_when]
        row.by_when = by_when
    if owner is not None:
        row.side, row.member_id, row.who = owner.side, _member_of(participant, owner.member), owner.who
    row.state = CommitmentState.RENEGOTIATED if row.earlier else CommitmentState.OPEN
    row.settled_on = None
    row.save()
    return row


@act(Can.HOLD_CIRCLE, said=_("noted what became of what was said"))
def settle_case_commitment(*, by: Actor, participant: UUID, commitment: UUID, answer: str) -> CaseCommitment:
    """Say that what was said was kept, let go, or is open after all."""
    row = held(CaseCommitment, commitment, participant_id=participant)
    if answer in (CommitmentState.KEPT, CommitmentState.LET_GO):
        row.state, row.settled_on = answer, clock.today()
    else:
        row.state = CommitmentState.RENEGOTIATED if row.earlier else CommitmentState.OPEN
        row.settled_on = None
    row.save()
    return row
