"""Writing a safety plan with somebody, and who may open it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.keeper import call, one_at_a_time
from alongside.access.refusals import refused_as
from alongside.access.roles import Can
from alongside.keeping.rows import authored, held, held_or_new, insert
from alongside.keeping.rules import ChangedMeanwhile, NotHere, NothingWritten, is_stale
from alongside.participants.models import Participant
from alongside.participants.timeline import mark
from alongside.safety import queries, rules
from alongside.safety.choices import Copy
from alongside.safety.models import PlanOpener, PlanOpening, PlanVersion, SafetyPlan, TalkedAbout
from alongside.vault import ring
from alongside.vault.fields import sealed_value


@dataclass(frozen=True)
class Written:
    """A plan as it is said on a day: its parts by name, who was there, the day, and what they take along."""

    parts: Mapping[str, str]
    there: str = ""
    on_day: str = ""
    copy: str = Copy.NONE
    kept: Mapping[str, str] = field(default_factory=dict)  # parts that the form did not ask for

    def said(self) -> str:
        """The parts that say something, as they are sealed."""
        told = {**self.kept, **self.parts}
        return json.dumps({name: words for name, words in told.items() if words.strip()}, ensure_ascii=False)


@act(Can.CHANGE_RECORD, said=_("wrote in their safety plan"))
def write_safety_plan(
    *, by: Actor, participant: UUID, version: UUID, written: Written, seen: int | None = None
) -> PlanVersion:
    """Keep the plan as it is now, whole, beside what stood before. `version` is the new id.
    Raises NothingWritten, ChangedMeanwhile or NotTheirs."""
    if written.said() == "{}":
        raise NothingWritten
    one_at_a_time(f"safety plan of {participant}")
    plan = _begun(by, participant)
    if not queries.keeps(plan):
        raise rules.NotTheirs
    newest = PlanVersion.objects.filter(plan=plan).order_by("-version").first()
    if newest is not None and newest.pk == version:
        return newest
    stands = newest.version if newest else 0
    if is_stale(seen, stands):
        raise ChangedMeanwhile(newest)
    row = PlanVersion(
        id=version, key_id=plan.key_id, participant_id=participant, plan=plan, version=stands + 1,
        at=clock.now(), by_id=by.id, said=written.said(), there=written.there, on_day=written.on_day,
        copy=written.copy or Copy.NONE, called=Participant.objects.get(pk=participant).alias,
    )  # fmt: skip
    insert(row)
    mark(by=by, participant=participant, at=row.at, room="safety", kind="version", ref=row.pk)
    return row


def _begun(by: Actor, participant: UUID) -> SafetyPlan:
    plan = queries.plan_of(participant)
    if plan is None:
        key_id = uuid4()
        wrapped = ring.make(key_id)
        with refused_as({"begun_by_who_walks_with_them": rules.NotTheirs}):
            call("core.begin_safety_plan", uuid4(), participant, key_id, wrapped)
        plan = SafetyPlan.objects.get(participant_id=participant)
    return plan


def _plan(participant: UUID) -> SafetyPlan:
    plan = queries.plan_of(participant)
    if plan is None:
        raise NotHere
    return plan


@act(Can.CHANGE_RECORD, said=_("wrote down that they let a colleague open their safety plan"))
def let_open_plan(*, by: Actor, participant: UUID, opener: UUID, staff: UUID, words: str) -> None:
    """Write down that the person lets a colleague open their plan, and what they said about it.
    Raises NothingWritten or NotToBeLet."""
    plan = _plan(participant)
    if not words.strip():
        raise NothingWritten
    person = Participant.objects.get(pk=participant)
    row = PlanOpener(id=opener, key_id=person.key_id, words=words)
    with refused_as({"not_to_be_let_open_it": rules.NotToBeLet}):
        call("core.let_open_plan", opener, plan.pk, staff, sealed_value(row, "words"))


@act(Can.CHANGE_RECORD, said=_("wrote down that a colleague no longer opens their safety plan"))
def stop_opening_plan(*, by: Actor, participant: UUID, opener: UUID) -> None:
    """Write down that the person no longer lets a colleague open their plan. Raises NotHere or NotToBeLet."""
    if not PlanOpener.objects.filter(pk=opener, participant_id=participant, ended_at=None).exists():
        raise NotHere
    with refused_as({"not_to_be_let_open_it": rules.NotToBeLet}):
        call("core.stop_opening_plan", opener)


@act(Can.CHANGE_RECORD, said=_("wrote down whether the advocate on call may open their safety plan"))
def let_on_call_open(*, by: Actor, participant: UUID, may: bool) -> None:
    """Write down whether the person lets whoever is on call open their plan. Raises NotHere or NotToBeLet."""
    plan = _plan(participant)
    with refused_as({"not_to_be_let_open_it": rules.NotToBeLet}):
        call("core.let_on_call_open", plan.pk, may)


@act(Can.SUPERVISE, said=_("opened their safety plan as a supervisor, and said why"))
def open_plan_for_a_reason(*, by: Actor, participant: UUID, opening: UUID, reason: str) -> PlanOpening:
    """Open somebody's plan for an hour as a supervisor, with a reason that the person can have read to them.
    Raises NoReason or NotHere."""
    if not reason.strip():
        raise rules.NoReason
    plan = _plan(participant)
    person = Participant.objects.get(pk=participant)
    row = PlanOpening(id=opening, key_id=person.key_id, reason=reason)
    with refused_as({"a_supervisor_says_why": NotHere}):
        call("core.open_plan_for_a_reason", opening, plan.pk, sealed_value(row, "reason"))
    return PlanOpening.objects.get(pk=opening)


@act(Can.CHANGE_RECORD, said=_("wrote down that a page about rights or safety was talked about"))
def talk_about_page(*, by: Actor, participant: UUID, talked: UUID, page: str) -> TalkedAbout:
    """Keep that a plain page was talked about with somebody today. `talked` is the new id."""
    found = held_or_new(TalkedAbout, talked, participant_id=participant)
    if found is None:
        found = TalkedAbout(id=talked, **authored(by, Participant.objects.get(pk=participant)), page=page)
        insert(found)
        mark(by=by, participant=participant, at=found.at, room="safety", kind="talked", ref=found.pk)
    return found


@act(Can.CHANGE_RECORD, said=_("took back that a page was talked about"))
def remove_talked(*, by: Actor, participant: UUID, talked: UUID) -> TalkedAbout:
    """Take back that a page was talked about; it can come back for 30 days."""
    row = held(TalkedAbout, talked, participant_id=participant)
    row.take_away()
    return row


@act(Can.CHANGE_RECORD, said=_("brought back that a page was talked about"))
def restore_talked(*, by: Actor, participant: UUID, talked: UUID) -> TalkedAbout:
    """Bring back that a page was talked about."""
    row = held(TalkedAbout, talked, participant_id=participant)
    row.bring_back()
    return row
