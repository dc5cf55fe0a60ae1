"""Reading one's own check-ins and the picture they make, and how the house says a month was to carry."""

from dataclasses import dataclass
from datetime import UTC, date
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from alongside import clock
from alongside.access.actor import Actor
from alongside.practice import rules
from alongside.practice.feelings import Carried, Feeling, Footing, HowMany
from alongside.practice.models import CheckIn, Reflection, WorkloadAnswered

MONTHS = 12


def check_ins(actor: Actor) -> QuerySet[CheckIn]:
    """How I was, newest first."""
    return CheckIn.objects.filter(by_id=actor.id).order_by("-at", "-id")


def check_in_named(actor: Actor, check_in: UUID) -> CheckIn | None:
    """One of my check-ins."""
    return CheckIn.objects.filter(pk=check_in, by_id=actor.id).first()


def feelings_of(row: CheckIn) -> list[Feeling]:
    """The words picked in a check-in, in the order of the list."""
    picked = set(row.picked.split())
    return [each for each in Feeling if each.value in picked]


@dataclass(frozen=True)
class Pattern:
    """The words I picked, month by month; `said` holds which word stands in which month."""

    months: list[date]
    feelings: list[Feeling]
    footings: list[Footing]
    said: set[tuple[date, str]]


def pattern(actor: Actor) -> Pattern:
    """What I picked in the last twelve months, from check-ins and from the footing beside my reflections."""
    first = rules.months_back(clock.today(), MONTHS - 1)
    said: set[tuple[date, str]] = set()
    for row in check_ins(actor).filter(at__date__gte=first):
        said |= {(_month(row), each.value) for each in feelings_of(row)}
    written = Reflection.objects.filter(by_id=actor.id, at__date__gte=first)
    for note in written.only("id", "key_id", "at", "footing"):
        if note.footing in Footing.values:
            said.add((_month(note), note.footing))
    words = {word for _at, word in said}
    months = [rules.months_back(clock.today(), back) for back in range(MONTHS - 1, -1, -1)]
    return Pattern(
        months,
        [each for each in Feeling if each.value in words],
        [each for each in Footing if each.value in words],
        said,
    )


def _month(row: CheckIn | Reflection) -> date:
    return timezone.localtime(row.at, clock.zone()).date().replace(day=1)


def this_month() -> date:
    """The month that is asked about now, as the keeper counts months."""
    return clock.now().astimezone(UTC).date().replace(day=1)


def has_answered(actor: Actor) -> bool:
    """Whether I have answered this month's question."""
    return WorkloadAnswered.objects.filter(by_id=actor.id, month=this_month()).exists()


@dataclass(frozen=True)
class CarriedMonth:
    """How a month that has ended was to carry, in about how many voices."""

    month: date
    answers: list[tuple[Carried, HowMany]]


def carried_months() -> list[CarriedMonth]:
    """Months that have ended and that five people or more have answered, newest first."""
    first = rules.months_back(this_month(), MONTHS)
    found: dict[date, dict[str, str]] = {}
    with connection.cursor() as cursor:
        cursor.execute("select month, answer, how_many from core.carried_months(%s)", [first])
        for month, answer, how_many in cursor.fetchall():
            found.setdefault(month, {})[answer] = how_many
    return [
        CarriedMonth(month, [(each, HowMany(said[each.value])) for each in Carried])
        for month, said in sorted(found.items(), reverse=True)
    ]
