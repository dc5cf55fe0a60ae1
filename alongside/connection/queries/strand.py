"""What can be read of shifts, seasons, presence and agreements. Who is within reach is the wall's matter."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject
from django.utils import timezone

from alongside import clock
from alongside.connection import rules
from alongside.connection.choices import Rhythm, Season
from alongside.connection.models import Agreement, EngagementShift, PresencePlan, ReachOut, SeasonChange
from alongside.connection.queries.notes import last_in_touch, times_without_answer
from alongside.keeping.rules import may_come_back
from alongside.participants.models import Participant
from alongside.trail import queries as trails
from alongside.vault.opening import open_told

_PLANS = PresencePlan._meta.db_table
_BOTH = ("our_words", "their_words")


def shift_named(participant: UUID, shift: UUID) -> EngagementShift | None:
    """One shift, if it is within reach and not gone for good."""
    rows = EngagementShift.objects.filter(pk=shift, participant_id=participant).select_related(
        "by", "changed_by"
    )
    found = rows.first()
    if found and found.removed_at and not may_come_back(found.removed_at, clock.now()):
        return None
    return found


def latest_shifts(participants: Iterable[UUID]) -> dict[UUID, EngagementShift]:
    """The newest shift of each of them, in one query."""
    rows = EngagementShift.objects.filter(participant__in=list(participants), removed_at=None)
    newest = rows.order_by("participant_id", "-at", "-id").distinct("participant_id")
    return {row.participant_id: row for row in newest}


def reach_out_of(shift: UUID) -> ReachOut | None:
    """The day of the next gentle hello that was set after a shift."""
    return ReachOut.objects.filter(shift_id=shift).first()


def season_changes(participant: UUID) -> list[SeasonChange]:
    """Every season with its words, newest first."""
    rows = SeasonChange.objects.filter(participant_id=participant, removed_at=None).select_related("by")
    return list(rows.order_by("-at", "-id"))


def season_change_named(participant: UUID, change: UUID) -> SeasonChange | None:
    """One change of season, taken back or not."""
    return SeasonChange.objects.filter(pk=change, participant_id=participant).first()


def presence_plans(participant: UUID) -> list[PresencePlan]:
    """The presence plan and those before it, newest first."""
    rows = PresencePlan.objects.filter(participant_id=participant).select_related("by")
    return list(rows.order_by("-version"))


def agreements(participant: UUID) -> list[Agreement]:
    """The agreement and those before it, newest first."""
    rows = Agreement.objects.filter(participant_id=participant).select_related("by")
    return list(rows.order_by("-version"))


@dataclass(frozen=True)
class Hello:
    """The presence plan as it comes along with a person, and the day of the next gentle hello."""

    how: str = ""
    every_days: int | None = None
    next_on: date | None = None

    @property
    def rhythm(self) -> str:
        """How often, in words."""
        return str(Rhythm(self.every_days).label) if self.every_days else ""

    @property
    def is_about_now(self) -> bool:
        """Whether its day has come. How long ago that was is nobody's matter."""
        return self.next_on is not None and self.next_on <= clock.today()


def hello_beside() -> dict[str, Combinable]:
    """What comes in the same query as people: how we stay present with them, and from which day."""
    plans = PresencePlan.objects.filter(participant=OuterRef("pk")).order_by("-version")
    plan = JSONObject(
        id=F("id"), key=F("key_id"), how=F("how"), every_days=F("every_days"), next_on=F("next_on")
    )
    reach = ReachOut.objects.filter(participant=OuterRef("pk"), said_at=None, shift__removed_at=None)
    return {
        "presence": Subquery(plans.values(json=plan)[:1]),
        "reach_on": Subquery(reach.order_by("-shift__at", "-id").values("on_day")[:1]),
    }


def hello_of(person: Participant) -> Hello:
    """The presence plan that came along with a person. A day set after a shift comes before the rhythm's."""
    plan: dict[str, Any] | None = vars(person)["presence"]
    reach_on: date | None = vars(person)["reach_on"]
    if plan is None:
        return Hello(next_on=reach_on)
    how = open_told(UUID(plan["key"]), _PLANS, "how", UUID(plan["id"]), plan["how"])
    planned = date.fromisoformat(plan["next_on"]) if plan["next_on"] else None
    return Hello(how, plan["every_days"], reach_on or planned)


def is_third_hello(participant: UUID) -> bool:
    """Whether we reached out twice since we were last in contact, by a hello or as a note has it. No table counts
    hellos, and no page shows how many there were."""
    since = last_in_touch([participant]).get(participant)
    hellos = trails.times_done(participant, "record_reach_out", since=since)
    return hellos + times_without_answer(participant, since) >= rules.THEN_PAUSE


@dataclass(frozen=True)
class Strand:
    """The connection as it shows on somebody's page."""

    hello: Hello
    seasons: list[tuple[str, date]] = field(default_factory=list)  # oldest first
    agreed_version: int | None = None
    agreed_at: datetime | None = None
    in_both_words: bool = False

    @property
    def season(self) -> Season | None:
        """The season of now, if somebody said one."""
        return Season(self.seasons[-1][0]) if self.seasons else None


def season_beside() -> dict[str, Combinable]:
    """What comes in the same query as people: the season of now."""
    stand = SeasonChange.objects.filter(participant=OuterRef("pk"), removed_at=None).order_by("-at", "-id")
    its = JSONObject(id=F("id"), key=F("key_id"), season=F("season"))
    return {"season_now": Subquery(stand.values(json=its)[:1])}


def season_of(person: Participant) -> Season | None:
    """The season that came along with a person, if somebody said one."""
    told: dict[str, str] | None = vars(person)["season_now"]
    return Season(_season(told)) if told else None


def _season(told: dict[str, str]) -> str:
    table = SeasonChange._meta.db_table
    return open_told(UUID(told["key"]), table, "season", UUID(told["id"]), told["season"])


def strand_beside() -> dict[str, Combinable]:
    """What comes in the same query as one person: seasons, presence and the newest agreement."""
    stand = SeasonChange.objects.filter(participant=OuterRef("pk"), removed_at=None)
    seasons = stand.order_by("at", "id")
    agreed = Agreement.objects.filter(participant=OuterRef("pk")).order_by("-version")
    words = {name: F(name) for name in _BOTH}
    both = JSONObject(id=F("id"), key=F("key_id"), version=F("version"), at=F("at"), **words)
    return hello_beside() | {
        "seasons": ArraySubquery(
            seasons.values(json=JSONObject(id=F("id"), key=F("key_id"), season=F("season"), at=F("at")))
        ),
        "agreed": Subquery(agreed.values(json=both)[:1]),
    }


def strand_of(person: Participant) -> Strand:
    """The connection that came along with a person."""
    beside = vars(person)
    changes = [
        (
            _season(each),
            timezone.localtime(datetime.fromisoformat(each["at"])).date(),
        )
        for each in beside["seasons"]
    ]
    agreed: dict[str, Any] | None = beside["agreed"]
    hello = hello_of(person)
    if agreed is None:
        return Strand(hello, changes)
    words = [
        open_told(UUID(agreed["key"]), Agreement._meta.db_table, name, UUID(agreed["id"]), agreed[name])
        for name in _BOTH
    ]
    return Strand(
        hello, changes, agreed["version"], datetime.fromisoformat(agreed["at"]), all(map(str.strip, words))
    )
