"""What can be read about meetings. Whose they are is the wall's matter."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import Combinable

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.roles import Role
from alongside.access.written import Read, asked, later
from alongside.agency import queries as agency
from alongside.meetings import rules
from alongside.meetings.choices import Again, Outcome
from alongside.meetings.models import Interpreting, Meeting, ReservedTime
from alongside.participants.models import Membership
from alongside.participants.queries import team

MOST_SHOWN = 50
# A meeting that has just begun is still the next one.
JUST_BEGUN = timedelta(hours=1)


def meetings() -> QuerySet[Meeting]:
    """Every meeting of people within reach, with whom it is."""
    return Meeting.objects.select_related("participant__details", "with_whom")


def meeting_named(meeting: UUID) -> Meeting | None:
    """One meeting, if its person is within reach."""
    rows = Meeting.objects.select_related("participant__details", "with_whom", "backup", "changed_by")
    return rows.filter(pk=meeting).first()


@dataclass(frozen=True)
class MyMeetings:
    """My meetings of today in their order, and those of days before of which nobody has said whether we met."""

    today: list[Meeting]
    before: list[Meeting]


def today(actor: Actor) -> Read[MyMeetings]:
    """My meetings and those I am backup for, as Today shows them, in one query; with somebody handed over to me, what a
    colleague planned who walks with them no longer."""
    begins, ends = rules.day_of(clock.today(), clock.zone())
    read = later(_mine_until, me=actor.id, begins=begins, ends=ends, now=clock.now())
    return read.into(
        lambda rows: MyMeetings(
            [each for each in reversed(rows) if each.at >= begins],
            [each for each in reversed(rows) if each.at < begins],
        )
    )


def _mine_until(me: UUID, begins: datetime, ends: datetime, now: datetime) -> QuerySet[Meeting]:
    rows = Meeting.objects.select_related("participant__details", "with_whom", "backup")
    shown = Q(at__gte=begins) | Q(outcome=Outcome.OPEN)
    walked = Membership.objects.filter(participant=OuterRef("participant"), staff=OuterRef("with_whom"))
    handed_over = (
        Q(participant__case_manager_id=me) & Exists(walked) & ~Exists(walked.filter(during__contains=now))
    )
    whose = Q(with_whom_id=me) | Q(backup_id=me) | handed_over
    mine = rows.filter(shown, whose, at__lt=ends, cancelled_at=None)
    return mine.order_by("-at", "-id")[:MOST_SHOWN]


def my_next(actor: Actor) -> Meeting | None:
    """My own next meeting, with whomever it is."""
    rows = meetings().filter(
        with_whom_id=actor.id, at__gte=clock.now(), cancelled_at=None, outcome=Outcome.OPEN
    )
    return rows.order_by("at", "id").first()


def _next(participant: UUID, since: datetime) -> QuerySet[Meeting]:
    rows = Meeting.objects.select_related("participant__details", "with_whom").filter(
        participant_id=participant, cancelled_at=None, outcome=Outcome.OPEN, at__gte=since
    )
    return rows.order_by("at", "id")


def next_of(participant: UUID) -> Meeting | None:
    """The next time we mean to meet."""
    return _next(participant, clock.now() - JUST_BEGUN).first()


def last_and_next(participant: UUID) -> tuple[Meeting | None, Meeting | None]:
    """The last time we met and the next time we mean to, in one query."""
    rows = asked(_last_and_next, participant=participant, since=clock.now() - JUST_BEGUN)
    return (
        next((row for row in rows if row.outcome == Outcome.MET), None),
        next((row for row in rows if row.outcome == Outcome.OPEN), None),
    )


def _last_and_next(participant: UUID, since: datetime) -> QuerySet[Meeting]:
    met = Meeting.objects.select_related("participant__details", "with_whom").filter(
        participant_id=participant, cancelled_at=None, outcome=Outcome.MET
    )
    return met.order_by("-at", "-id")[:1].union(_next(participant, since)[:1], all=True)


def meetings_beside(now: datetime) -> dict[str, Combinable]:
    """What comes in the same query as people: the next time we mean to meet, and the last time we did."""
    of_person = Meeting.objects.filter(participant=OuterRef("pk"), cancelled_at=None)
    coming = of_person.filter(outcome=Outcome.OPEN, at__gte=now).order_by("at")
    return {
        "meets_at": Subquery(coming.values("at")[:1]),
        "met_at": Subquery(of_person.filter(outcome=Outcome.MET).order_by("-at").values("at")[:1]),
    }


def still_planned(participant: UUID) -> dict[UUID, tuple[datetime, str]]:
    """When each meeting with one participant that is still to come will be, and who of us comes along."""
    coming = _next(participant, clock.now()).order_by()
    return {row: (at, who) for row, at, who in coming.values_list("pk", "at", "with_whom__name")}


def colleagues(actor: Actor, chosen: UUID | None = None) -> list[tuple[str, str]]:
    """Those who meet with people, with the languages they speak; always me, and whoever is chosen."""
    found = {
        each.pk: each
        for role in (Role.CASE_MANAGER, Role.SUPERVISOR)
        for each in agency.staff_with_role(role)
    }
    names = {
        key: f"{each.name} ({', '.join(each.languages)})" if each.languages else each.name
        for key, each in found.items()
    }
    for key in (actor.id, chosen):
        if key and key not in names:
            names |= agency.staff_names([key])
    return [(str(key), name) for key, name in names.items()]


def backups(participant: UUID, standing: Any = None) -> list[tuple[str, str]]:
    """Who may be backup for a meeting, for it stands on their Today: those who walk with the person, and whoever is."""
    now = team(participant)
    rows = [each.staff for each in (now.backup, now.case_manager) if each] + ([standing] if standing else [])
    return list({str(each.pk): each.name for each in rows}.items())


def interpreters(participant: UUID) -> list[Interpreting]:
    """Who interpreted for somebody, the newest day first."""
    rows = Interpreting.objects.filter(participant_id=participant, removed_at=None).select_related("by")
    return sorted(rows, key=lambda row: (row.on, row.at), reverse=True)


def again_or_not(participant: UUID) -> list[Interpreting]:
    """Of each interpreter what they said last: whom they would rather not have comes first."""
    last: dict[str, Interpreting] = {}
    for row in interpreters(participant):
        if row.again:
            last.setdefault(" ".join(row.who.casefold().split()), row)
    return sorted(last.values(), key=lambda row: row.again != Again.NO)


def interpreting_named(participant: UUID, interpreting: UUID) -> Interpreting | None:
    """One line of it."""
    return Interpreting.objects.filter(pk=interpreting, participant_id=participant).first()


def kept_times(actor: Actor, within: timedelta | None = None) -> list[ReservedTime]:
    """The times I keep free to think, from now on, soonest first."""
    rows = ReservedTime.objects.filter(staff_id=actor.id, ends__gt=clock.now())
    if within is not None:
        rows = rows.filter(begins__lte=clock.now() + within)
    return list(rows.order_by("begins", "id")[:20])


def kept_time_named(actor: Actor, kept: UUID) -> ReservedTime | None:
    """One time I keep."""
    return ReservedTime.objects.filter(pk=kept, staff_id=actor.id).first()


def is_kept_free(actor: Actor, staff: UUID, at: datetime, minutes: int | None) -> bool:
    """Whether a colleague keeps that time free to think. One's own time is one's own to use."""
    kept = ReservedTime.objects.filter(staff_id=staff, begins__lt=rules.ends_at(at, minutes), ends__gt=at)
    return staff != actor.id and kept.exists()
