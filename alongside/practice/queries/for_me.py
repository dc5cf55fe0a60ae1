"""What this room brings to Today for the one who reads it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import itemgetter
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet, Value

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.written import Read, later
from alongside.meetings.models import ReservedTime
from alongside.practice.models import Supervision, TrainingPlace
from alongside.practice.topics import topic_name

IN_SIGHT = timedelta(days=14)
JUST_BEGUN = timedelta(hours=1)
MOST = 10


@dataclass(frozen=True)
class ForMe:
    """A time of the next two weeks that is for oneself: supervision, a training, time kept free."""

    kind: str
    at: datetime
    ref: UUID
    called: str = ""
    is_mine: bool = True


def for_me(actor: Actor) -> Read[list[ForMe]]:
    """Supervision I mean to have, sessions I have a place in, times I keep free, soonest first: one query."""
    now = clock.now()
    times = {"now": now, "since": now - JUST_BEGUN, "until": now + IN_SIGHT}
    read = later(_times, me=actor.id, **times)
    return read.into(lambda rows: [_read(actor, *row) for row in sorted(rows, key=itemgetter(1, 2))[:MOST]])


def _times(me: UUID, now: datetime, since: datetime, until: datetime) -> "QuerySet[Any, Any]":
    return _supervision(since, until).union(_training(me, since, until), _kept(me, now, until), all=True)


def _supervision(since: datetime, until: datetime) -> "QuerySet[Any, Any]":
    times = Supervision.objects.filter(removed_at=None, held=False, at__range=(since, until))
    pair: list[Any] = [F("pair__worker_id"), F("pair__worker__name"), F("pair__supervisor__name"), Value("")]
    return times.values_list(Value("supervision"), F("at"), *pair)


def _training(me: UUID, since: datetime, until: datetime) -> "QuerySet[Any, Any]":
    places = TrainingPlace.objects.filter(
        staff_id=me,
        waits=False,
        session__cancelled_at=None,
        session__at__range=(since, until),
    )
    called: list[Any] = [F("session__title"), F("session__topic__key"), F("session__topic__name")]
    return places.values_list(Value("training"), F("session__at"), F("session_id"), *called)


def _kept(me: UUID, now: datetime, until: datetime) -> "QuerySet[Any, Any]":
    kept = ReservedTime.objects.filter(staff_id=me, ends__gt=now, begins__lte=until)
    return kept.values_list(Value("kept"), F("begins"), F("id"), Value(""), Value(""), Value(""))


def _read(actor: Actor, kind: str, at: datetime, ref: UUID, one: str, two: str, three: str) -> ForMe:
    if kind == "supervision":
        mine = ref == actor.id
        return ForMe(kind, at, ref, two if mine else one, mine)
    return ForMe(kind, at, ref, one or topic_name(two, three) if kind == "training" else "")
