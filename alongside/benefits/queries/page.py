"""Everything that the page of somebody's clocks shows, in one statement."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from alongside.access.written import later, together
from alongside.benefits.models import (
    Approval,
    CertificationDate,
    Clock,
    ClockChange,
    FamilyMember,
    Trip,
)
from alongside.benefits.queries.agency import in_order, newest_rules
from alongside.benefits.queries.clocks import ALONG, ClockRead, read_of
from alongside.benefits.queries.trips import Counted, counted, newest_first
from alongside.participants.queries import TheirChoice


@dataclass(frozen=True)
class OfPage:
    """What runs and is over, what is approved and away, who is of the family, and what they chose about a thing."""

    clocks: list[ClockRead]
    approvals: list[Approval]
    family: list[FamilyMember]
    trips: list[Trip]
    counted: list[Counted]
    dates: list[CertificationDate]
    chosen: TheirChoice | None


def of_page(participant: UUID, about: str) -> OfPage:
    """What stands of all of it for somebody; `about` is the thing of their choice."""
    rows, changes, rules, approvals, family, trips, dates, chosen = together(
        [
            later(_clocks, participant=participant),
            later(_changes, participant=participant),
            later(newest_rules),
            later(_approvals, participant=participant),
            later(_family, participant=participant),
            later(_trips, participant=participant),
            later(_dates, participant=participant),
            later(_chosen, about, participant=participant),
        ]
    )
    now = in_order(rules)
    of: dict[UUID, list[ClockChange]] = {}
    for each in changes:
        of.setdefault(each.clock_id, []).append(each)
    clocks, away = read_of([(row, of.get(row.pk, [])) for row in rows], now), newest_first(trips)
    return OfPage(
        clocks=clocks,
        approvals=approvals,
        family=family,
        trips=away,
        counted=counted(away, clocks, now),
        dates=sorted(dates, key=lambda row: row.on, reverse=True),
        chosen=next(iter(chosen), None),
    )


def _clocks(participant: UUID) -> QuerySet[Clock]:
    return Clock.objects.select_related(*ALONG).filter(participant_id=participant)


def _changes(participant: UUID) -> QuerySet[ClockChange]:
    return ClockChange.objects.filter(participant_id=participant).select_related("by").order_by("-at", "-id")


def _approvals(participant: UUID) -> QuerySet[Approval]:
    rows = Approval.objects.filter(participant_id=participant).select_related("participant", "rule")
    return rows.order_by("-is_open", "comes_up_on", "id")


def _family(participant: UUID) -> QuerySet[FamilyMember]:
    return FamilyMember.objects.filter(participant_id=participant, removed_at=None).order_by("at", "id")


def _trips(participant: UUID) -> QuerySet[Trip]:
    rows = Trip.objects.filter(participant_id=participant, removed_at=None)
    return rows.select_related("member").order_by("at", "id")


def _dates(participant: UUID) -> QuerySet[CertificationDate]:
    rows = CertificationDate.objects.filter(participant_id=participant, removed_at=None)
    return rows.select_related("by").order_by("at", "id")


def _chosen(about: str, participant: UUID) -> QuerySet[TheirChoice]:
    rows = TheirChoice.objects.filter(participant_id=participant, about=about)
    return rows.select_related("by").order_by("-at", "-id")[:1]
