"""What can be read about people. Who is within reach is the wall's matter: no filter here decides it."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.keeper import call
from alongside.access.room import rooms
from alongside.access.written import asked, several
from alongside.participants.along import along_with, first_part, held, open_tonight
from alongside.participants.choices import Part, State
from alongside.participants.models import (
    CaseManagerRequest,
    ChosenAnyway,
    ContactPoint,
    Details,
    GentleTopic,
    LinkedRecords,
    Membership,
    Moment,
    Need,
    Participant,
    StateChange,
    TheirChoice,
)
from alongside.vault.folding import fold
from alongside.vault.opening import open_told

# Pages name these rows by what is found here, not by their tables.
__all__ = ["ContactPoint", "Details", "Moment", "Need", "Participant", "TheirChoice"]

UNDO_FOR = timedelta(days=30)
_FIRST_WAY = ("-preferred", F("confirmed_at").desc(nulls_last=True))


def people() -> QuerySet[Participant]:
    """Everybody within reach."""
    return Participant.objects.select_related("case_manager")


def participant_named(participant: UUID) -> Participant | None:
    """One participant, if within reach."""
    return people().filter(pk=participant).first()


def has_record_open(participant: UUID) -> bool:
    """Whether the record is within reach, and not the alias alone (drop-in)."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("select %s = any(core.my_people())", [participant])
        return bool(cursor.fetchone()[0])


def list_of_everybody(actor: Actor) -> list[Participant]:
    """Everybody I may see by alias, as a list shows them: `opens`, `my_part`, `backup` and whose they are.

    Somebody who was written down twice stands there once, by the record that is kept.
    """
    return held(asked(_list, me=actor.id, now=clock.now()))


def _list(me: UUID, now: datetime) -> QuerySet[Participant]:
    shown = ("id", "key_id", "alias", "state", "first_contact_at", "case_manager__name")
    return (
        Participant.objects.select_related("case_manager")
        .only(*shown)
        .filter(~_leads_on())
        .annotate(**along_with(me, now))
    )


def _leads_on() -> Exists:
    """That a record leads on to another one of the same person."""
    return Exists(LinkedRecords.objects.filter(other=OuterRef("pk"), ended_at=None))


def everybody(
    actor: Actor,
    *only: Q,
    most: int | None = None,
    along: Mapping[str, Combinable] | None = None,
) -> list[Participant]:
    """Everybody I may see by alias. Each has `opens`, `my_part`, `backup`, and their details beside them.

    `most` is how many rows are brought at the most. `along` is what a room above wants to know in the same
    query.
    """
    found = along_with(actor.id, clock.now()) | dict(along or {})
    return held(people().select_related("case_manager", "details").annotate(**found).filter(*only)[:most])


Along = Callable[[], Mapping[str, Combinable]]


def among(actor: Actor, wanted: Sequence[UUID], along: Along | None = None) -> list[Participant]:
    """Those of these people whom I may see by alias, as `everybody` brings them."""
    if not wanted:
        return []
    return held(asked(_among, along, wanted=several(wanted), me=actor.id, now=clock.now()))


def _among(along: Along | None, wanted: tuple[UUID, ...], me: UUID, now: datetime) -> QuerySet[Participant]:
    found = along_with(me, now) | dict(along() if along else {})
    rows = people().select_related("case_manager", "details").annotate(**found)
    return rows.filter(pk__in=wanted)


def is_open_tonight(participant: UUID) -> bool:
    """Whether whoever is on call reads this record for a while, for a stated reason, and nothing but reads it."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("select %s = any(core.read_tonight())", [participant])
        return bool(cursor.fetchone()[0])


def record(
    actor: Actor, participant: UUID, along: Along | None = None, *, tonight: bool = False
) -> Participant | None:
    """One participant whose record is open to me, with details, team and gentle topics; and
    with what a room above wants to know in the same query (`along`, a function of that room's queries).

    Somebody who knows the alias alone, at the drop-in, finds nothing here. A page that shows what may be read on call
    takes `tonight`: then who is open for a stated reason is found as well, and `reads_only`.
    """
    rows = _record_tonight if tonight else _record
    found = held(asked(rows, along, participant=participant, me=actor.id, now=clock.now()))
    return found[0] if found else None


def reads_only(person: Participant) -> bool:
    """Whether this person is open for a stated reason alone: nothing of theirs is changed."""
    return bool(vars(person).get("tonight")) and not vars(person)["opens"]


def _record(along: Along | None, participant: UUID, me: UUID, now: datetime) -> QuerySet[Participant]:
    return _one(along, me, now).filter(Q(pk=participant) & Q(opens=True))


def _one(along: Along | None, me: UUID, now: datetime) -> QuerySet[Participant]:
    topics = GentleTopic.objects.filter(participant=OuterRef("pk"))
    sealed = JSONObject(id="id", key_id="key_id", topic="topic", stance="stance")
    return Participant.objects.select_related("case_manager", "details").annotate(
        **along_with(me, now),
        **(along() if along else {}),
        gentle=ArraySubquery(topics.values(json=sealed)),
    )


def _record_tonight(along: Along | None, participant: UUID, me: UUID, now: datetime) -> QuerySet[Participant]:
    return (
        _one(along, me, now)
        .annotate(tonight=open_tonight())
        .filter(Q(pk=participant) & (Q(opens=True) | Q(tonight=True)))
    )


@dataclass(frozen=True)
class Team:
    """Who walks with a participant just now."""

    case_manager: Membership | None
    backup: Membership | None


def team(participant: UUID) -> Team:
    """Primary and backup of today; nobody whose account is closed stands in for anybody."""
    now = Membership.objects.filter(participant_id=participant, during__contains=clock.now())
    here = now.exclude(part=Part.BACKUP, staff__id__is_active=False)
    rows = {row.part: row for row in here.select_related("staff")}
    return Team(rows.get(Part.CASE_MANAGER), rows.get(Part.BACKUP))


def part_then() -> dict[str, Combinable]:
    """For a query over the trail of somebody: what part with them its writer had at that hour."""
    taken = Membership.objects.filter(
        participant=OuterRef("chain"), staff=OuterRef("actor"), during__contains=OuterRef("worked_at")
    )
    return {"part": Subquery(taken.order_by(first_part()).values("part")[:1])}


def ends_without_transfer(participant: UUID) -> bool:
    """Whether the part of their case manager ends by itself, as the keeper has it."""
    return bool(call("core.ends_without_transfer", participant))


def chosen_anyway(participant: UUID, now: Team) -> dict[str, ChosenAnyway]:
    """By part: why whoever has it now was chosen though their training was not recorded."""
    rows = ChosenAnyway.objects.filter(participant_id=participant).select_related("by").order_by("at")
    holds = {each.part: each.staff_id for each in (now.case_manager, now.backup) if each}
    return {row.part: row for row in rows if holds.get(row.part) == row.staff_id}


def details(participant: UUID) -> Details | None:
    """What they told us about themselves, if they did."""
    return Details.objects.filter(participant_id=participant).first()


def contact_points(participant: UUID) -> list[ContactPoint]:
    """Ways to reach them, the preferred one first."""
    return asked(_contact_points, participant=participant)


def _contact_points(participant: UUID) -> QuerySet[ContactPoint]:
    return _ways_of((participant,))


_OF_A_WAY = (
    "may_call",
    "may_leave_message",
    "may_text",
    "may_say_who",
    "from_time",
    "until_time",
    "code_word",
    "say",
    "who_else_sees",
)


def way_beside() -> dict[str, Combinable]:
    """What comes in the same query as one person: the way to reach them that stands first, still sealed."""
    ways = ContactPoint.objects.filter(participant=OuterRef("pk"), removed_at=None)
    sealed = {name: F(name) for name in _OF_A_WAY}
    told = JSONObject(id=F("id"), key=F("key_id"), channel=F("channel"), at=F("confirmed_at"), **sealed)
    return {"way": Subquery(ways.order_by(*_FIRST_WAY).values(json=told)[:1])}


def way_of(person: Participant) -> ContactPoint | None:
    """The way to reach somebody that came along with them; without the number or address itself."""
    told: dict[str, Any] | None = vars(person)["way"]
    if told is None:
        return None
    row, key, table = UUID(told["id"]), UUID(told["key"]), ContactPoint._meta.db_table
    words = {name: open_told(key, table, name, row, told[name]) for name in _OF_A_WAY}
    confirmed = datetime.fromisoformat(told["at"]) if told["at"] else None
    given: dict[str, Any] = {"participant": person, "channel": told["channel"], "confirmed_at": confirmed}
    return ContactPoint(id=row, key_id=key, **given, **words)


def ways_to_reach() -> dict[UUID, list[ContactPoint]]:
    """Ways to reach everybody within reach, by participant, the preferred one first."""
    rows = ContactPoint.objects.filter(removed_at=None).select_related("participant__details")
    found: dict[UUID, list[ContactPoint]] = {}
    for way in rows.order_by(*_FIRST_WAY):
        found.setdefault(way.participant_id, []).append(way)
    return found


def with_record_open(actor: Actor) -> list[Participant]:
    """Everybody whose record is open to me and who is not closed, by alias, with who walks with them."""
    rows = everybody(actor, ~Q(state=State.CLOSED), Q(opens=True))
    return sorted(rows, key=lambda person: fold(person.alias))


def removed_contact_points(participant: UUID) -> list[ContactPoint]:
    """Ways that were taken away in the last 30 days and can come back."""
    since = clock.now() - UNDO_FOR
    return list(ContactPoint.objects.filter(participant_id=participant, removed_at__gte=since))


def contact_point(participant: UUID, point: UUID) -> ContactPoint | None:
    """One way to reach them."""
    return ContactPoint.objects.filter(pk=point, participant_id=participant).first()


def needs(participants: Iterable[UUID]) -> dict[UUID, list[Need]]:
    """Needs in their own words, oldest first, for each participant."""
    found: dict[UUID, list[Need]] = {}
    wanted = several(participants)
    for need in asked(_needs_of, participants=wanted) if wanted else ():
        found.setdefault(need.participant_id, []).append(need)
    return found


def _needs_of(participants: tuple[UUID, ...]) -> QuerySet[Need]:
    return Need.objects.filter(participant__in=participants).order_by("at", "id")


def gentle_topics(participant: UUID) -> dict[str, GentleTopic]:
    """Topics to go gently with."""
    rows = GentleTopic.objects.filter(participant_id=participant)
    return {row.topic: row for row in sorted(rows, key=lambda row: str(row.topic))}


def state_changes(participant: UUID) -> list[StateChange]:
    """Every change of state, newest first."""
    rows = StateChange.objects.filter(participant_id=participant).select_related("by")
    return list(rows.order_by("-at", "-id"))


def still_open(participant: UUID) -> list[str]:
    """What of somebody's way still goes on, as every room says it: their work closes over it only if they choose so."""
    return [name for room in rooms() if room.still_open for name in room.still_open(participant)]


def choices_of(participant: UUID) -> dict[str, list[TheirChoice]]:
    """What they chose about each thing, newest first."""
    found: dict[str, list[TheirChoice]] = {}
    rows = TheirChoice.objects.filter(participant_id=participant).select_related("by")
    for choice in rows.order_by("-at", "-id"):
        found.setdefault(choice.about, []).append(choice)
    return found


def choice_beside(about: str) -> Combinable:
    """What comes in the same query as people: what they chose last about a thing, and when."""
    newest = TheirChoice.objects.filter(participant=OuterRef("pk"), about=about).order_by("-at", "-id")
    told = JSONObject(id="id", key_id="key_id", answer="answer", at="at")
    return Subquery(newest.values(json=told)[:1])


def gentle_beside(person: Participant) -> list[tuple[str, str]]:
    """The topics to go gently with that came along with a person, each with how."""
    return sorted(
        (_opened(GentleTopic, "topic", each), _opened(GentleTopic, "stance", each))
        for each in vars(person)["gentle"]
    )


def answer_beside(told: Mapping[str, Any] | None) -> str:
    """The answer of a choice that came so."""
    return _opened(TheirChoice, "answer", told) if told else ""


def _opened(model: type[GentleTopic | TheirChoice], column: str, told: Mapping[str, Any]) -> str:
    return open_told(UUID(told["key_id"]), model._meta.db_table, column, UUID(told["id"]), told[column])


def ask_named(ask: UUID) -> CaseManagerRequest | None:
    """One wish for another case manager, if it goes to me."""
    return CaseManagerRequest.objects.filter(pk=ask).select_related("by", "concerns").first()


def moments(
    participant: UUID,
    *,
    also: Collection[UUID] = (),
    before: datetime | None = None,
    after: UUID | None = None,
    rooms: Collection[str] = (),
    count: int = 20,
) -> list[Moment]:
    """The timeline's index, newest first, ending before a time or going on after the moment `after`; of some
    rooms alone, where they are named. `also` are other records of the same person."""
    whose = Q(participant_id__in=[participant, *also]) if also else Q(participant_id=participant)
    rows = Moment.objects.filter(whose).select_related("by")
    if rooms:
        rows = rows.filter(room__in=rooms)
    if before is not None:
        rows = rows.filter(at__lt=before)
    if after is not None:
        last = Subquery(Moment.objects.filter(whose, pk=after).values("at")[:1])
        rows = rows.filter(Q(at__lt=last) | Q(at=last, id__gt=after))
    return list(rows.order_by("-at", "id")[:count])


def reach_of(participants: Iterable[UUID]) -> dict[UUID, ContactPoint]:
    """The way to reach each of them that stands first."""
    wanted = several(participants)
    found: dict[UUID, ContactPoint] = {}
    for way in asked(_ways_of, participants=wanted) if wanted else ():
        found.setdefault(way.participant_id, way)
    return found


def _ways_of(participants: tuple[UUID, ...]) -> QuerySet[ContactPoint]:
    ways = ContactPoint.objects.filter(participant__in=participants, removed_at=None)
    return ways.select_related("participant__details").order_by(*_FIRST_WAY)


def months(participants: Collection[UUID]) -> list[tuple[int, int]]:
    """The months in which something happened, newest first, as year and month."""
    rows = Moment.objects.filter(participant_id__in=participants)
    return [
        (each.year, each.month) for each in rows.datetimes("at", "month", order="DESC", tzinfo=clock.zone())
    ]
