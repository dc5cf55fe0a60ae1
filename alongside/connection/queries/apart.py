"""With whom nobody has spoken for a while: the last contact, what was tried since, and who asked for distance."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject

from alongside.connection.choices import NoteKind, Season, SetBy
from alongside.connection.models import Note, ReachOut, SeasonChange
from alongside.connection.queries.notes import contact_beside
from alongside.connection.queries.strand import hello_beside, hello_of
from alongside.meetings.choices import Outcome
from alongside.meetings.models import Meeting
from alongside.participants.choices import State
from alongside.participants.models import Participant
from alongside.vault.opening import open_told

AWAY, THEIRS = (Season.QUIET, Season.DISTANT), (SetBy.THEY, SetBy.TOGETHER)


def apart_beside() -> dict[str, Combinable]:
    """What comes in the same query as people: the last time together, what was tried, who said which season it is, and
    when the next hello is."""
    met = Meeting.objects.filter(participant=OuterRef("pk"), cancelled_at=None, outcome=Outcome.MET)
    tried = Note.objects.filter(participant=OuterRef("pk"), removed_at=None, kind=NoteKind.NO_ANSWER)
    said = ReachOut.objects.filter(participant=OuterRef("pk"), said_at__isnull=False, shift__removed_at=None)
    seasons = SeasonChange.objects.filter(participant=OuterRef("pk"), removed_at=None).order_by("-at", "-id")
    its = JSONObject(id=F("id"), key=F("key_id"), season=F("season"), set_by=F("set_by"))
    return (
        contact_beside()
        | hello_beside()
        | {
            "met_last": Subquery(met.order_by("-at").values("at")[:1]),
            "tried_at": Subquery(tried.order_by("-at").values("at")[:1]),
            "hello_said_at": Subquery(said.order_by("-said_at").values("said_at")[:1]),
            "season_said": Subquery(seasons.values(json=its)[:1]),
        }
    )


@dataclass(frozen=True)
class Apart:
    """Since when nobody spoke with somebody, where anybody ever did; and what else there is to know before asking."""

    since: datetime | None
    tried: datetime | None
    paused: bool
    wished: Season | None  # quiet or distant, as they said themselves or together with us
    next_on: date | None


def apart_of(person: Participant) -> Apart:
    """What came along with a person."""
    beside = vars(person)
    since = max(filter(None, (beside["in_touch_at"], beside["met_last"])), default=None)
    tried = max(filter(None, (beside["tried_at"], beside["hello_said_at"])), default=None)
    return Apart(
        since,
        tried if tried and (since is None or tried > since) else None,
        person.state == State.PAUSED,
        _wished(beside["season_said"]),
        hello_of(person).next_on,
    )


def _wished(told: dict[str, Any] | None) -> Season | None:
    """The season of now, where it is one of distance and not what a colleague alone said."""
    if told is None:
        return None
    table, key, row = SeasonChange._meta.db_table, UUID(told["key"]), UUID(told["id"])
    season = open_told(key, table, "season", row, told["season"])
    if season not in AWAY or open_told(key, table, "set_by", row, told["set_by"]) not in THEIRS:
        return None
    return Season(season)
