"""Reading transfers. Whose they are, and what the one who is asked may read, is the wall's matter."""

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import Combinable, RawSQL
from django.db.models.functions import JSONObject

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.given import Handed
from alongside.access.roles import Can, Role
from alongside.access.written import Read, later
from alongside.agency.queries import Staff, staff_with_role
from alongside.meetings.models import Meeting
from alongside.participants import queries as people
from alongside.participants.choices import Part, State
from alongside.participants.models import Membership, Participant
from alongside.transfers.choices import OVER, TransferState
from alongside.transfers.models import Transfer, TransferAsk, TransferPack, last_day

__all__ = ["Transfer", "TransferAsk"]

LEFT_DAYS = 90  # how long people of somebody who left stand on the page of their transfers


def _all() -> QuerySet[Transfer]:
    return Transfer.objects.select_related("giver", "receiver", "by", "meeting")


def open_one(participant: UUID) -> Transfer | None:
    """The transfer of somebody that goes on."""
    return _all().filter(participant_id=participant).exclude(state__in=OVER).first()


def earlier(participant: UUID) -> list[Transfer]:
    """Those that are done or were taken back, newest first."""
    return list(_all().filter(participant_id=participant, state__in=OVER).order_by("-at", "id"))


def ask_of(transfer: Transfer) -> TransferAsk | None:
    """What stands with the colleague who is asked."""
    return TransferAsk.objects.filter(transfer=transfer, withdrawn_at=None).select_related("staff").first()


def asks_before(transfer: Transfer) -> list[TransferAsk]:
    """Colleagues who were asked before, and what they answered."""
    rows = TransferAsk.objects.filter(
        transfer=transfer, withdrawn_at__isnull=False, answered_at__isnull=False
    )
    return list(rows.select_related("staff").order_by("at", "id"))


def pack_of(ask: TransferAsk) -> TransferPack | None:
    """What is handed on at their yes, if it was put together."""
    return TransferPack.objects.filter(ask=ask).select_related("by").first()


def opened_pack(pack: TransferPack) -> list[Handed]:
    """What stands in it."""
    return [Handed(**each | {"lines": tuple(each["lines"])}) for each in json.loads(pack.words)]


def asked_of_me(actor: Actor) -> Read[list[TransferAsk]]:
    """What I am asked to answer and have not: of nobody I walk with yet."""
    return later(_asked_of, me=actor.id)


def _asked_of(me: UUID) -> QuerySet[TransferAsk]:
    return _to_receive().filter(staff=me, answered_at=None)


def _to_receive() -> QuerySet[TransferAsk]:
    """Asks that go on just now, and whose transfer does, as the keeper has it."""
    mine = RawSQL("select unnest(core.asked_to_receive())", [])
    return TransferAsk.objects.filter(pk__in=mine).select_related("by").order_by("at", "id")


def ask_named(actor: Actor, ask: UUID) -> TransferAsk | None:
    """One that is asked of me just now."""
    return _to_receive().filter(pk=ask, staff=actor.id).first()


def may_move(actor: Actor, person: Participant) -> bool:
    """Whether I am their case manager, or a supervisor."""
    return actor.may(Can.ASSIGN) or person.case_manager_id == actor.id


def colleagues(person: Participant) -> list[Staff]:
    """Who could walk with somebody from then on."""
    found = {each.pk: each for role in (Role.CASE_MANAGER, Role.SUPERVISOR) for each in staff_with_role(role)}
    return [each for each in found.values() if each.pk != person.case_manager_id]


def lacks_training(actor: Actor, staff: Staff) -> bool:
    """Whether words are wanted for choosing this colleague: as the keeper has it."""
    return staff.pk != actor.id and staff.trafficking_training_on is None


def meetings_to_choose(participant: UUID, chosen: UUID | None) -> list[Meeting]:
    """Meetings to come and of the last month, one of which may be the one of all three."""
    since = clock.now() - timedelta(days=31)
    rows = Meeting.objects.filter(
        Q(participant_id=participant, cancelled_at=None, at__gte=since) | Q(pk=chosen)
    )
    return list(rows.order_by("at", "id"))


@dataclass(frozen=True)
class Beside:
    """A transfer that goes on, as it comes along with a person on Today."""

    state: TransferState
    receiver: UUID
    name: str
    is_told: bool
    is_paused: bool
    no: bool
    until: date | None
    left: bool  # the colleague's account is closed


def beside() -> dict[str, Combinable]:
    """What comes in the same query as people: where their transfer is."""
    rows = Transfer.objects.filter(participant=OuterRef("pk")).exclude(state__in=OVER)
    no = TransferAsk.objects.filter(transfer=OuterRef("pk"), withdrawn_at=None, yes=False)
    told = JSONObject(
        state="state",
        to="receiver_id",
        name="receiver__name",
        told="told_at",
        paused="paused_at",
        until="overlap_until",
        here="receiver__id__is_active",
        no=Subquery(no.values("pk")[:1]),
    )
    return {"transfer_now": Subquery(rows.values(json=told)[:1])}


def beside_of(person: Any) -> Beside | None:
    """What came along with a person."""
    told: dict[str, Any] | None = vars(person).get("transfer_now")
    if told is None:
        return None
    until = last_day(datetime.fromisoformat(told["until"])) if told["until"] else None
    return Beside(
        TransferState(told["state"]),
        UUID(told["to"]),
        told["name"],
        bool(told["told"]),
        bool(told["paused"]),
        bool(told["no"]),
        until,
        not told["here"],
    )


def going_on() -> list[Transfer]:
    """Every transfer within reach that goes on, the oldest first, with whose it is."""
    return list(_all().exclude(state__in=OVER).select_related("participant").order_by("at", "id"))


def left_open() -> Read[list[Transfer]]:
    """Those that go on though the account of giver or receiver is closed; `is_here`, while the receiver's is open."""
    return later(_left_open)


def _left_open() -> QuerySet[Transfer]:
    left = Q(giver__id__is_active=False) | Q(receiver__id__is_active=False)
    rows = _all().filter(left).exclude(state__in=OVER).select_related("participant")
    return rows.annotate(is_here=F("receiver__id__is_active")).order_by("at", "id")


@dataclass(frozen=True)
class OfLeaver:
    """Somebody whom a worker walks or walked with, and the transfer that goes on."""

    person: Participant
    transfer: Transfer | None
    is_theirs: bool  # still has this worker as case manager


def of_worker(actor: Actor, worker: UUID) -> list[OfLeaver]:
    """The people of somebody who leaves, or left lately, within reach, by alias."""
    now = clock.now()
    since = now - timedelta(days=LEFT_DAYS)
    parts = Membership.objects.filter(
        staff=worker, part=Part.CASE_MANAGER, during__overlap=(since, now + timedelta(seconds=1))
    )
    given = Transfer.objects.filter(giver=worker).exclude(state__in=OVER)
    wanted = {*parts.values_list("participant", flat=True), *given.values_list("participant", flat=True)}
    going = {row.participant_id: row for row in _all().filter(participant__in=wanted).exclude(state__in=OVER)}
    found = people.among(actor, sorted(wanted, key=str))
    rows = [
        OfLeaver(person, going.get(person.pk), person.case_manager_id == worker)
        for person in found
        if person.state != State.CLOSED and (going.get(person.pk) or _is_left(person, worker))
    ]
    return sorted(rows, key=lambda row: (not row.is_theirs, row.person.alias.casefold()))


def _is_left(person: Participant, worker: UUID) -> bool:
    """Whether they still are this worker's, or whoever came after did so without a transfer of theirs."""
    done = Transfer.objects.filter(participant=person, giver=worker, state=TransferState.DONE)
    return person.case_manager_id == worker or not done.exists()
