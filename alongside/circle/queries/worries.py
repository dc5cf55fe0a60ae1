"""One's own worries and concerns, what a colleague asked one to read, and what was raised with a partner."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import CharField, DateField, F, QuerySet, Value
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.roles import Can
from alongside.access.written import Read, later
from alongside.circle import rules
from alongside.circle.choices import ConcernState
from alongside.circle.models import Concern, PeerReview, RaisedConcern, Worry
from alongside.partners.queries import seats_that_wait


def worries(actor: Actor) -> list[Worry]:
    """What feels off to me, newest first."""
    return list(Worry.objects.filter(by_id=actor.id).select_related("agency").order_by("-at", "-id")[:60])


def worry_named(actor: Actor, worry: UUID) -> Worry | None:
    """One of my worries."""
    return Worry.objects.filter(pk=worry, by_id=actor.id).select_related("agency").first()


@dataclass(frozen=True)
class ComesBack:
    """Something that waits for me today: as what, where, of which partner or colleague, and its day."""

    kind: str
    ref: UUID
    name: str
    on: date


def comes_back(actor: Actor) -> Read[list[ComesBack]]:
    """What waits for me today: one query, and no word of it. What comes back gently ends after its days; it stays
    on its own page.

    What a colleague asked me to read, a link for a partner's contact that waits for a second person (its reference
    is the partner's); then what comes back gently: a worry after its week, a concern whose day to check in has come,
    one that rested until today.
    """
    today = clock.today()
    days = {"today": today, "since": today - rules.STANDS}
    read = later(_coming_back, me=actor.id, now=clock.wall(), **days)
    return read.into(lambda rows: _in_order(actor, rows))


def _in_order(actor: Actor, rows: list[Any]) -> list[ComesBack]:
    found = {
        ComesBack(kind, ref, name, on or timezone.localtime(at).date()) for kind, ref, name, on, at in rows
    }
    mine = (each for each in found if each.kind != "seat" or actor.may(Can.KEEP_PARTNERS))
    return sorted(mine, key=lambda each: (ORDER.index(each.kind), each.on, each.ref))[:MOST]


ORDER = ("peer", "seat", "agreed", "rested", "worry")
MOST = 8


def _coming_back(me: UUID, today: date, since: date, now: datetime) -> "QuerySet[Any, Any]":
    mine = Concern.objects.filter(by_id=me)
    worry = Worry.objects.filter(by_id=me, remind_on__lte=today, remind_on__gt=since)
    agreed = mine.filter(check_in_on__lte=today, check_in_on__gt=since).exclude(
        state__in=(ConcernState.SETTLED, ConcernState.WRITING)
    )
    rested = mine.filter(state=ConcernState.WRITING, held_until__lte=today, held_until__gt=since)
    read = PeerReview.objects.filter(reader_id=me, reply=None)
    seats = seats_that_wait(me, now)
    return _named(worry, "worry", "agency__name").union(
        _named(agreed, "agreed", "agency__name", on="check_in_on"),
        _named(rested, "rested", "agency__name"),
        _named(read, "peer", "by__name"),
        _named(seats, "seat", "contact__agency__name", ref="contact__agency_id", at="asked_at"),
        all=True,
    )


def _named(
    rows: "QuerySet[Any, Any]", kind: str, name: str, *, ref: str = "pk", at: str = "at", on: str = ""
) -> "QuerySet[Any, Any]":
    day = F(on) if on else Cast(Value(None), DateField())
    called = Coalesce(F(name), Value(""), output_field=CharField())
    return rows.values_list(Value(kind, CharField()), F(ref), called, day, F(at))


def concerns(actor: Actor) -> list[Concern]:
    """What I put into words, newest first."""
    return list(Concern.objects.filter(by_id=actor.id).select_related("agency").order_by("-at", "-id")[:60])


def concern_named(actor: Actor, concern: UUID) -> Concern | None:
    """One of my concerns."""
    return Concern.objects.filter(pk=concern, by_id=actor.id).select_related("agency").first()


def peer_reads(actor: Actor) -> list[PeerReview]:
    """What colleagues asked me to read, newest first."""
    return list(
        PeerReview.objects.filter(reader_id=actor.id).select_related("by").order_by("-at", "-id")[:20]
    )


def peer_read_named(read: UUID) -> PeerReview | None:
    """One of them, for its reader or its author."""
    return PeerReview.objects.filter(pk=read).select_related("by", "reader").first()


def reads_of(actor: Actor, concern: Concern) -> list[PeerReview]:
    """Whom I asked to read this, and what they said."""
    rows = PeerReview.objects.filter(concern_id=concern.pk, by_id=actor.id)
    return list(rows.select_related("reader").order_by("at", "id"))


def raised_with(agency: UUID) -> list[RaisedConcern]:
    """What was raised with a partner over time, newest first. It says nothing of anybody, and counts nothing."""
    return list(RaisedConcern.objects.filter(agency_id=agency).order_by("-on", "-id"))
