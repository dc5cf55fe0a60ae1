"""Reading time out of the country, and how it counts by the rules of clocks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from alongside import clock
from alongside.benefits import absences
from alongside.benefits.models import ClockRule, FamilyMember, Trip
from alongside.benefits.queries.agency import rules_now
from alongside.benefits.queries.clocks import ClockRead


def newest_first(rows: Iterable[Trip]) -> list[Trip]:
    """By the day of leaving."""
    return sorted(rows, key=lambda row: row.left_on, reverse=True)


def trip_named(participant: UUID, trip: UUID) -> Trip | None:
    """One of them."""
    rows = Trip.objects.filter(pk=trip, participant_id=participant)
    return rows.select_related("member", "changed_by").first()


@dataclass(frozen=True)
class Counted:
    """What was typed for one person against one rule: by which clock, or by no clock but the rule as it stands."""

    called: str
    member: FamilyMember | None
    source: str
    found: absences.Counted
    clock: ClockRead | None = None


def counted(
    told: Sequence[Trip], running: Sequence[ClockRead], now: Sequence[ClockRule] | None = None
) -> list[Counted]:
    """Each open clock whose rule says how long one may be away, with what was typed for whose clock it is.

    Where no such clock was started for somebody, each rule of now that says so, from the first absence on.
    """
    found, whose = [], set()
    for each in running:
        row = each.row
        if row.is_open and absences.says_of_absences(row.rule.figures):
            whose.add(row.member_id)
            of = [trip for trip in told if trip.member_id == row.member_id]
            figures = absences.count(of, row.rule.figures, row.starts_on, clock.today())
            found.append(Counted(row.rule.called, row.member, row.rule.source_title, figures, each))
    others = {trip.member_id: trip.member for trip in told if trip.member_id not in whose}
    for rule in (rules_now() if now is None else now) if others else ():
        if absences.says_of_absences(rule.figures) and not rule.off:
            for key, member in others.items():
                of = [trip for trip in told if trip.member_id == key]
                figures = absences.count(of, rule.figures, None, clock.today())
                found.append(Counted(rule.called, member, rule.source_title, figures))
    return found
