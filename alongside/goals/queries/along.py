"""Support level, the steps agreed on towards needing us less, and the long view in their own words."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject
from django.utils import timezone

from alongside import clock
from alongside.goals import rules
from alongside.goals.choices import TOPICS_OF, LifeArea, Pace, SupportLevel
from alongside.goals.models import LifeAreaDescription, SupportChange, TaperChange, TaperPlan, TaperStep
from alongside.participants.choices import Stance
from alongside.participants.models import Participant
from alongside.participants.queries import answer_beside, choice_beside, gentle_topics
from alongside.vault.opening import open_told


@dataclass(frozen=True)
class Support:
    """Support level, as it shows on somebody's page, and where we are on the steps that were agreed."""

    level: SupportLevel | None = None
    suggests_close: bool = False
    pace: Pace | None = None
    paused: bool = False
    is_first: bool = True
    is_last: bool = True


def support_beside() -> dict[str, Combinable]:
    """What comes in the same query as one person: level, taper and what decides about a suggestion."""
    changes = SupportChange.objects.filter(participant=OuterRef("pk"))
    said = changes.filter(declined=False).order_by("-at", "-id")
    plan = TaperPlan.objects.filter(participant=OuterRef("pk"), version__gt=0)
    steps = TaperStep.objects.filter(plan=OuterRef("pk"), version=OuterRef("version"))
    here = JSONObject(id=F("id"), key=F("key_id"), pace=F("pace"))
    shape = JSONObject(
        place=F("place"),
        paused=F("paused"),
        here=Subquery(steps.filter(place=OuterRef("place")).values(json=here)[:1]),
        last=Subquery(steps.order_by("-place").values("place")[:1]),
    )
    change = JSONObject(id=F("id"), key=F("key_id"), level=F("level"), at=F("at"))
    return {
        "support": Subquery(said.values(json=change)[:1]),
        "support_declined": Exists(changes.filter(declined=True)),
        "taper": Subquery(plan.values(json=shape)[:1]),
        "certification": choice_beside("cert"),
    }


def level_beside() -> dict[str, Combinable]:
    """What comes in the same query as people: the support level of now."""
    said = SupportChange.objects.filter(participant=OuterRef("pk"), declined=False).order_by("-at", "-id")
    its = JSONObject(id=F("id"), key=F("key_id"), level=F("level"))
    return {"level_now": Subquery(said.values(json=its)[:1])}


def level_of(person: Participant) -> SupportLevel | None:
    """The support level that came along with a person, if one was set."""
    level = _opened(SupportChange, "level", vars(person)["level_now"])
    return SupportLevel(level) if level else None


def support_of(person: Participant) -> Support:
    """Support level, from what came along with a person."""
    beside = vars(person)
    said: dict[str, Any] | None = beside["support"]
    stands: dict[str, Any] | None = beside["taper"]
    papers: dict[str, Any] = beside["certification"] or {}
    level = _opened(SupportChange, "level", said)
    suggests = rules.suggests_close(
        level_at=_at(said),
        level=level,
        declined=beside["support_declined"],
        started_on=_day(person.started_at or person.first_contact_at),
        certification=answer_beside(papers),
        certification_at=_at(papers),
        today=clock.today(),
    )
    close = SupportLevel(level) if said else None
    if not stands or stands["here"] is None:
        return Support(close, suggests)
    place, pace = stands["place"], Pace(_opened(TaperStep, "pace", stands["here"]))
    return Support(close, suggests, pace, stands["paused"], place == 0, place >= stands["last"])


def _opened(model: type[SupportChange | TaperStep], column: str, told: dict[str, Any] | None) -> str:
    if not told:
        return ""
    return open_told(UUID(told["key"]), model._meta.db_table, column, UUID(told["id"]), told[column])


def _at(said: dict[str, Any] | None) -> datetime | None:
    return datetime.fromisoformat(said["at"]) if said else None


def _day(moment: datetime) -> date:
    return timezone.localtime(moment, clock.zone()).date()


def support_changes(participant: UUID) -> list[SupportChange]:
    """Every level of support there was, newest first."""
    rows = SupportChange.objects.filter(participant_id=participant, declined=False).select_related("by")
    return list(rows.order_by("-at", "-id"))


@dataclass(frozen=True)
class TaperRead:
    """The steps agreed on, and where we are."""

    plan: TaperPlan
    steps: list[TaperStep]

    @property
    def now(self) -> TaperStep | None:
        """The step of now."""
        return self.steps[self.plan.place] if self.plan.place < len(self.steps) else None

    @property
    def is_first(self) -> bool:
        """Whether there is no step above."""
        return self.plan.place == 0

    @property
    def is_last(self) -> bool:
        """Whether there is no step below."""
        return self.plan.place + 1 >= len(self.steps)


def taper(participant: UUID) -> TaperRead | None:
    """The plan to need us less as it stands, if there is one."""
    plan = TaperPlan.objects.filter(participant_id=participant, version__gt=0).first()
    if plan is None:
        return None
    steps = TaperStep.objects.filter(plan=plan, version=plan.version)
    return TaperRead(plan, list(steps.order_by("place")))


def taper_turns(participant: UUID) -> list[TaperChange]:
    """Everything that was done with the plan and who asked, newest first."""
    rows = TaperChange.objects.filter(participant_id=participant).select_related("by")
    return list(rows.order_by("-at", "-id"))


@dataclass
class AreaRead:
    """One part of their life, as they described it at several times, oldest first."""

    area: LifeArea
    described: list[LifeAreaDescription] = field(default_factory=list)


def long_view(participant: UUID) -> list[AreaRead]:
    """The areas they chose to describe; the others are not there at all."""
    found: dict[str, AreaRead] = {}
    rows = LifeAreaDescription.objects.filter(participant_id=participant, removed_at=None)
    for row in rows.order_by("on", "at", "id"):
        found.setdefault(row.area, AreaRead(LifeArea(row.area))).described.append(row)
    return [found[area] for area in LifeArea.values if area in found]


def stances_of_areas(participant: UUID) -> dict[str, Stance]:
    """How they wish to be asked about each part of their life; of its topics, what leaves it alone comes first."""
    told = {topic: Stance(row.stance) for topic, row in gentle_topics(participant).items() if row.stance}
    order = (Stance.NOT_WITH_ME, Stance.NOT_NOW, Stance.GENTLY)
    found = {
        area: [stance for stance in order if stance in {told.get(topic) for topic in topics}]
        for area, topics in TOPICS_OF.items()
    }
    return {str(area): stances[0] for area, stances in found.items() if stances}
