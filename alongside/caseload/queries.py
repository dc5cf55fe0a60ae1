"""Reading load and capacity. Who may is the wall's matter."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import BooleanField, DecimalField, Q, QuerySet, Subquery, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.room import rooms
from alongside.access.written import Read, asked, later
from alongside.agency.models import Staff
from alongside.agency.patterns import weekly_hours
from alongside.caseload import rules
from alongside.caseload.choices import Level
from alongside.caseload.models import (
    AgencyMeasure,
    CapacitySignal,
    Intensity,
    OtherPeople,
    OwnWeight,
    Waiting,
)
from alongside.caseload.rules import Load, Takes
from alongside.participants.choices import State
from alongside.participants.critical import has_live_period
from alongside.participants.queries import Participant, among, everybody
from alongside.vault.folding import fold

FACTS_OF = timedelta(days=27)
A_MOMENT = timedelta(milliseconds=1)  # so that what was written at this very instant is in it


def measures(on: datetime | None = None) -> dict[str, Decimal]:
    """The agency's numbers as they stood at a moment, else now; ours where it has said nothing."""
    rows = AgencyMeasure.objects.filter(at__lt=(on or clock.now()) + A_MOMENT)
    newest = rows.order_by("kind", "-at", "-id").distinct("kind")
    return rules.USUAL | {row.kind: row.amount for row in newest}


def _read(until: datetime, mine: UUID | None = None) -> QuerySet[CapacitySignal]:
    """The newest signal of each worker, with the days that it counts here."""
    days = AgencyMeasure.objects.filter(kind=rules.SIGNAL_DAYS, at__lt=until).order_by("-at", "-id")
    usual = Value(rules.USUAL[rules.SIGNAL_DAYS], output_field=DecimalField())
    rows = CapacitySignal.objects.filter(by_id=mine) if mine else CapacitySignal.objects.all()
    newest = rows.order_by("by_id", "-at", "-id").distinct("by_id").select_related("by", "seen_by")
    return newest.annotate(**{"days": Coalesce(Subquery(days.values("amount")[:1]), usual)})


def signals() -> Read[list[CapacitySignal]]:
    """The newest signal of everybody whose signals I may read, mine among them, by name."""
    read = later(_read, until=clock.now() + A_MOMENT)
    return read.into(lambda rows: sorted(rows, key=lambda row: row.by.name.casefold()))


def counting(rows: Iterable[CapacitySignal]) -> dict[UUID, CapacitySignal]:
    """Those of these that still say how it is, by worker."""
    return {row.by_id: row for row in rows if rules.counts(row.at, clock.now(), row.days)}


def my_signal(actor: Actor) -> CapacitySignal | None:
    """What I said last."""
    return next(iter(asked(_read, until=clock.now() + A_MOMENT, mine=actor.id)), None)


@dataclass(frozen=True)
class Caseload:
    """One worker with what they carry."""

    worker: Staff
    load: Load
    takes: tuple[Takes, ...]
    others: tuple[OtherPeople, ...]
    signal: CapacitySignal | None
    measures: Mapping[str, Decimal]

    @property
    def reasons(self) -> list[tuple[str, int]]:
        """What it is made of: how many people of each intensity, and how many with something more."""
        now, found = clock.now(), Counter[str]()
        for each in self.takes:
            found.update(["set"] if each.amount is not None else each.reasons(now, self.measures))
        found.update({"others": sum(each.number for each in self.others)})
        return [(kind, found[kind]) for kind in REASONS if found[kind]]


REASONS = (*reversed(Level.values), "set", "critical", "far", "interpreter", "new", "others")


def worker_named(actor: Actor, worker: UUID) -> Staff | None:
    """Myself, or somebody of my team; the keeper says who that is."""
    return next((each for each in workers(actor) if each.pk == worker), None)


def workers(actor: Actor) -> list[Staff]:
    """Those of my team who work here, by name, and myself among them."""
    of_my_team = RawSQL(
        '"agency_staff"."id" = any((select core.my_team())::uuid[])', [], output_field=BooleanField()
    )
    rows = Staff.objects.annotate(of_my_team=of_my_team).filter(Q(pk=actor.id) | Q(of_my_team=True))
    return sorted(rows.filter(id__is_active=True), key=lambda row: row.name.casefold())


def takes(on: datetime | None = None) -> dict[UUID, list[Takes]]:
    """What walking with each person takes, by worker: of myself and of my team, at a moment."""
    columns = "staff_id, participant_id, since, level, far, interpreter, critical, amount"
    with connection.cursor() as cursor:
        cursor.execute(f"select {columns} from core.my_load(%s)", [(on or clock.now()) + A_MOMENT])
        found: dict[UUID, list[Takes]] = {}
        for row in cursor.fetchall():
            found.setdefault(row[0], []).append(Takes(*row))
    return found


def hours_of(ids: Sequence[UUID], full: Decimal) -> dict[UUID, Decimal]:
    """The hours a week that each works; of whom none were set, those of a full-time week."""
    known = weekly_hours(ids)
    return {each: known.get(each, full) for each in ids}


def caseloads(of: Sequence[Staff]) -> list[Caseload]:
    """What each of these carries, in the order they come; who carries nothing is there too."""
    ids, now, known = [each.pk for each in of], clock.now(), measures()
    carried, hours, said = takes(), hours_of(ids, known["hours"]), counting(signals().now())
    others: dict[UUID, list[OtherPeople]] = {}
    for row in OtherPeople.objects.filter(staff_id__in=ids, ended_at=None).order_by("called", "id"):
        others.setdefault(row.staff_id, []).append(row)
    return [
        Caseload(
            each,
            rules.load(
                carried.get(each.pk, []),
                [rules.Others(row.number, row.weight) for row in others.get(each.pk, [])],
                hours[each.pk],
                now,
                known,
            ),
            tuple(carried.get(each.pk, [])),
            tuple(others.get(each.pk, [])),
            said.get(each.pk),
            known,
        )
        for each in of
    ]


def facts(staff: Sequence[UUID], *, board: bool) -> dict[str, dict[UUID, str]]:
    """What rooms tell of these workers' last four weeks, by what it is about: amounts, never content."""
    today, found = clock.today(), dict[str, dict[UUID, str]]()
    for room in rooms():
        for fact in room.work_facts(staff, today - FACTS_OF, today) if room.work_facts else ():
            if fact.on_board or not board:
                found.setdefault(str(fact.about), {})[fact.staff] = fact.words
    return found


def people_named(actor: Actor, carried: Iterable[Takes]) -> list[tuple[Participant, Takes]]:
    """These people whose record is open to me, by alias, each with what walking with them takes."""
    by_id = {each.participant: each for each in carried}
    found = [(person, by_id[person.pk]) for person in among(actor, list(by_id)) if person.opens]
    return sorted(found, key=lambda each: fold(each[0].alias))


def intensity_of(participant: UUID) -> Intensity | None:
    """What was said last of what walking with somebody takes."""
    return Intensity.objects.filter(participant_id=participant).order_by("-at", "id").first()


def own_weight_of(participant: UUID) -> OwnWeight | None:
    """What a supervisor set last for somebody; one without an amount ended it."""
    rows = OwnWeight.objects.filter(participant_id=participant).select_related("by")
    return rows.order_by("-at", "id").first()


def other_named(other: UUID) -> OtherPeople | None:
    """Other people without records, of somebody of my team."""
    return OtherPeople.objects.filter(pk=other, ended_at=None).first()


def would_take(participant: UUID, caseload: Caseload) -> Decimal:
    """What walking with somebody would take of a worker from today on; nothing where they walk with them already."""
    if any(each.participant == participant for each in caseload.takes):
        return Decimal(0)
    said, own, now = intensity_of(participant), own_weight_of(participant), clock.now()
    told: dict[str, Any] = (
        {"level": said.level, "far": said.far, "interpreter": said.interpreter} if said else {}
    )
    one = Takes(
        caseload.worker.pk,
        participant,
        now,
        **told,
        critical=has_live_period(participant),
        amount=own.amount if own else None,
    )
    return one.weight(now, caseload.measures)


@dataclass(frozen=True)
class Waits:
    """Somebody who has no case manager: since when, and what was said last of how it is meanwhile."""

    person: Participant
    since: datetime
    waiting: Waiting | None


def waiting(actor: Actor) -> list[Waits]:
    """Everybody within reach who waits for a case manager, whoever has waited longest first."""
    alone = Q(opens=True, case_manager=None, state=State.WAITING)
    people = everybody(actor, alone)
    said = {row.participant_id: row for row in _waiting_rows([person.pk for person in people])}
    found = [Waits(person, person.state_since, said.get(person.pk)) for person in people]
    return sorted(found, key=lambda each: (each.since, each.person.pk))


def _waiting_rows(participants: Sequence[UUID]) -> QuerySet[Waiting]:
    rows = Waiting.objects.filter(participant_id__in=participants)
    return rows.order_by("participant_id", "-at", "id").distinct("participant_id").select_related("by")


def waiting_of(participant: UUID) -> Waiting | None:
    """What was said last of somebody who waits."""
    return _waiting_rows([participant]).first()
