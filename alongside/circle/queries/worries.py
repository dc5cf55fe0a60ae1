"""One's own worries and concerns, what a colleague asked one to read, and what was raised with a partner."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import CharField, QuerySet, Value

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.roles import Can
from alongside.access.written import asked
from alongside.circle.choices import ConcernState
from alongside.circle.models import Concern, PeerReview, RaisedConcern, Worry
from alongside.partners.queries import seats_that_wait


def worries(actor: Actor) -> list[Worry]:
    """What feels off to me, newest first."""
    return list(Worry.objects.filter(by_id=actor.id).select_related("agency").order_by("-at", "-id")[:60])


def worry_named(actor: Actor, worry: UUID) -> Worry | None:
    """One of my worries."""
    return Worry.objects.filter(pk=worry, by_id=actor.id).select_related("agency").first()


def comes_back(actor: Actor) -> list[tuple[UUID, str]]:
    """What waits for me today, and as what: one query, and no word of it.

    What a colleague asked me to read, a link for a partner's contact that waits for a second person (its reference
    is the partner's); then what comes back gently: a worry after its week, a concern whose day to check in has come,
    one that rested until today.
    """
    found = asked(_coming_back, me=actor.id, today=clock.today(), now=clock.wall())
    mine = {each for each in found if each[1] != "seat" or actor.may(Can.KEEP_PARTNERS)}
    return sorted(mine, key=lambda each: (ORDER.index(each[1]), each[0]))[:MOST]


ORDER = ("peer", "seat", "agreed", "rested", "worry")
MOST = 8


def _coming_back(me: UUID, today: date, now: datetime) -> "QuerySet[Any, Any]":
    mine = Concern.objects.filter(by_id=me)
    worry = Worry.objects.filter(by_id=me, remind_on__lte=today)
    agreed = mine.filter(check_in_on__lte=today).exclude(
        state__in=(ConcernState.SETTLED, ConcernState.WRITING)
    )
    rested = mine.filter(state=ConcernState.WRITING, held_until__lte=today)
    asked_to_read = PeerReview.objects.filter(reader_id=me, reply=None)
    seats = seats_that_wait(me, now).values_list("contact__agency_id", Value("seat", CharField()))
    own = (_named(agreed, "agreed"), _named(rested, "rested"), _named(asked_to_read, "peer"))
    return _named(worry, "worry").union(*own, seats, all=True)


def _named(rows: "QuerySet[Any]", kind: str) -> "QuerySet[Any, Any]":
    return rows.values_list("pk", Value(kind, output_field=CharField()))


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
