"""Critical periods, read: what was agreed, what is live on a day, and what is proposed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject

from alongside import clock
from alongside.access.given import HardDate
from alongside.access.room import rooms
from alongside.participants import rules
from alongside.participants.choices import CriticalKind, Intensity
from alongside.participants.models import CriticalPeriod, CriticalWindow
from alongside.vault.opening import open_told

Windows = dict[str, tuple[int, int]]
_SEALED = ("kind", "intensity", "words", "day", "source")


@dataclass(frozen=True)
class Period:
    """A critical period as it stands beside somebody."""

    id: UUID
    begins_on: date
    ends_on: date
    is_open: bool
    kind: str
    intensity: str
    words: str
    day: date | None
    source: str

    @property
    def span(self) -> rules.Span:
        """Its first and last day."""
        return self.begins_on, self.ends_on

    @property
    def called(self) -> str:
        """What it is about."""
        return str(CriticalKind(self.kind).label)

    @property
    def how_much(self) -> str:
        """How much more support there is."""
        return str(Intensity(self.intensity).label) if self.intensity else ""


@dataclass(frozen=True)
class Live:
    """What is live on a day, told as one: the days, and what it is about."""

    begins_on: date
    ends_on: date
    periods: tuple[Period, ...]

    @property
    def kinds(self) -> str:
        """What it is about, each once."""
        return ", ".join(dict.fromkeys(each.called for each in self.periods))


@dataclass(frozen=True)
class Proposed:
    """A hard date with the days that are proposed around it; `moved` is the period whose day was another before."""

    of: HardDate
    begins_on: date
    ends_on: date
    moved: Period | None = None

    @property
    def called(self) -> str:
        """What it is about."""
        return str(CriticalKind(self.of.kind).label)


def beside() -> dict[str, Combinable]:
    """What comes in the same query as one person: their critical periods, still sealed."""
    return {"critical": _of(CriticalPeriod.objects.all())}


def live_beside(today: date) -> dict[str, Combinable]:
    """The same for people on Today: those that are not over, and what of them was declined."""
    return {"critical": _of(CriticalPeriod.objects.filter(ends_on__gte=today))}


def _of(rows: Any) -> Combinable:
    told = {name: name for name in ("id", "key_id", "begins_on", "ends_on", "is_open", *_SEALED)}
    rows = rows.filter(participant=OuterRef("pk")).order_by("begins_on", "ends_on", "id")
    return ArraySubquery(rows.values(json=JSONObject(**told)))


def dates_beside(*, to_come: bool = False) -> dict[str, Combinable]:
    """What every room knows of hard dates, and the agency's windows, in the query that brings one person. For people
    on Today, of days that are `to_come`: those that this room knows itself lie behind."""
    newest = CriticalWindow.objects.order_by("kind", "-at", "-id").distinct("kind")
    told = JSONObject(kind="kind", before="before", after="after")
    found: dict[str, Combinable] = {"critical_windows": ArraySubquery(newest.values(json=told))}
    for room in rooms():
        if room.hard_dates_beside and not (to_come and room.label == CriticalPeriod._meta.app_label):
            found |= room.hard_dates_beside()
    return found


def periods(person: Any) -> list[Period]:
    """The critical periods that came along with a person, opened."""
    return [_opened(each) for each in vars(person)["critical"]]


def _opened(told: dict[str, Any]) -> Period:
    row, key, table = UUID(told["id"]), UUID(told["key_id"]), CriticalPeriod._meta.db_table
    said = {name: open_told(key, table, name, row, told[name]) for name in _SEALED}
    day = said.pop("day")
    return Period(
        id=row,
        begins_on=date.fromisoformat(told["begins_on"]),
        ends_on=date.fromisoformat(told["ends_on"]),
        is_open=told["is_open"],
        day=date.fromisoformat(day) if day else None,
        **said,
    )


def live(found: Iterable[Period], day: date) -> Live | None:
    """What is live on a day: of several that meet, the days of all of them."""
    agreed = [each for each in found if each.is_open]
    span = rules.live_on((each.span for each in agreed), day)
    if span is None:
        return None
    inside = [each for each in agreed if span[0] <= each.begins_on and each.ends_on <= span[1]]
    return Live(*span, tuple(inside))


def live_of(person: Any) -> Live | None:
    """What is live today with somebody whose periods came along; nothing is opened where nothing is."""
    told = vars(person).get("critical")
    return live(periods(person), clock.today()) if told else None


def next_of(person: Any, soon: date) -> Live | None:
    """What is live today with somebody, or else the first that begins by `soon`."""
    if not vars(person).get("critical"):
        return None
    found, today = periods(person), clock.today()
    begins = sorted(each.begins_on for each in found if each.is_open and today < each.begins_on <= soon)
    return live(found, today) or (live(found, begins[0]) if begins else None)


def windows() -> Windows:
    """How many days before and after are proposed for each kind."""
    rows = CriticalWindow.objects.order_by("kind", "-at", "-id").distinct("kind")
    return rules.WINDOWS | {row.kind: (row.before, row.after) for row in rows}


def proposed(person: Any, found: Iterable[Period]) -> list[Proposed]:
    """What is proposed: hard dates of every room, unless answered or over."""
    answered = {each.source: each for each in found if each.source}
    rows = vars(person)["critical_windows"]
    days = rules.WINDOWS | {row["kind"]: (row["before"], row["after"]) for row in rows}
    dates = [each for room in rooms() if room.hard_dates for each in room.hard_dates(person)]
    said = [_proposal(each, days, answered.get(str(each.ref))) for each in dates]
    still = [each for each in said if each and each.ends_on >= clock.today()]
    return sorted(still, key=lambda each: each.begins_on)


def to_come(person: Any, soon: date) -> list[Proposed]:
    """What is proposed around a day that is still to come, from when its days are near."""
    today, found = clock.today(), proposed(person, periods(person))
    return [each for each in found if each.of.on > today and each.begins_on <= soon]


def _proposal(hard: HardDate, days: Windows, answered: Period | None) -> Proposed | None:
    if answered and (answered.day == hard.on or not answered.is_open):
        return None
    return Proposed(hard, *rules.window(hard.on, *days[hard.kind]), moved=answered)


def period_named(participant: UUID, period: UUID) -> CriticalPeriod | None:
    """One critical period of somebody."""
    return CriticalPeriod.objects.filter(pk=period, participant_id=participant).first()


def has_live_period(participant: UUID) -> bool:
    """Whether a critical period of somebody is live today."""
    today = clock.today()
    rows = CriticalPeriod.objects.filter(participant_id=participant, is_open=True)
    return rows.filter(begins_on__lte=today, ends_on__gte=today).exists()
