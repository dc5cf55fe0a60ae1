"""How things have moved: three lanes, each in its own order, and the needs told elsewhere among theirs."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone

from alongside.connection.choices import Lane, Season, ShiftKind
from alongside.connection.models import ChangeOverTime, EngagementShift, SeasonChange
from alongside.participants.models import Need

# In which lane a change that was noticed stands. "We didn't meet" stands on the timeline alone: in a list
# of its own it would soon be a count.
LANE_OF = {ShiftKind.COMMUNICATION: Lane.ENGAGEMENT, ShiftKind.FEELS_DIFFERENT: Lane.CONNECTION}


@dataclass
class Moved:
    """One thing in a lane: from when it holds, and until when where something else took its place."""

    on: date
    words: str = ""
    label: str = ""
    by: str = ""
    is_theirs: bool = False
    until: date | None = None
    row: UUID | None = None
    shift: UUID | None = None
    named: str = ""


@dataclass
class LaneRead:
    """A lane with what moved in it, newest first."""

    lane: Lane
    entries: list[Moved] = field(default_factory=list)


def lanes(participant: UUID) -> list[LaneRead]:
    """The three lanes. A need that another one follows stays, with its dates."""
    found = {lane: LaneRead(lane) for lane in Lane}
    rows = list(
        ChangeOverTime.objects.filter(participant_id=participant, removed_at=None).select_related("by")
    )
    replaced = {row.follows_id or row.need_id: row.on for row in sorted(rows, key=lambda row: row.on)}
    for row in rows:
        is_need = row.lane == Lane.NEEDS
        found[Lane(row.lane)].entries.append(
            Moved(row.on, row.words, by=row.by.name, is_theirs=is_need, until=replaced.get(row.pk), row=row.pk,
                  named=f"moved:{row.pk}" if is_need else "")
        )  # fmt: skip
    for need in Need.objects.filter(participant_id=participant).select_related("by"):
        told = Moved(
            _day(need.at), need.words, by=need.by.name, is_theirs=True, until=replaced.get(need.pk),
            named=f"told:{need.pk}",
        )  # fmt: skip
        found[Lane.NEEDS].entries.append(told)
    _noticed(participant, found)
    for lane in found.values():
        lane.entries.sort(key=lambda entry: (entry.on, entry.until is None), reverse=True)
    return list(found.values())


def _noticed(participant: UUID, found: dict[Lane, LaneRead]) -> None:
    seasons = SeasonChange.objects.filter(participant_id=participant, removed_at=None).select_related("by")
    for each in seasons:
        label = str(Season(each.season).label)
        found[Lane.CONNECTION].entries.append(Moved(_day(each.at), each.words, label, each.by.name))
    shifts = EngagementShift.objects.filter(participant_id=participant, removed_at=None)
    for shift in shifts.select_related("by"):
        kind = ShiftKind(shift.kind)
        if kind not in LANE_OF:
            continue
        noticed = Moved(_day(shift.at), label=str(kind.label), by=shift.by.name, shift=shift.pk)
        found[LANE_OF[kind]].entries.append(noticed)


def _day(moment: Any) -> date:
    return timezone.localtime(moment).date()


def needs_told(lanes_read: list[LaneRead], *, earlier_too: bool = False) -> list[tuple[str, str]]:
    """Needs whose place another one may take: a name, and their words. A form sent twice names one that has
    been followed already, so it is known as well where it is asked for."""
    return [
        (entry.named, entry.words)
        for lane in lanes_read
        for entry in lane.entries
        if entry.named and (earlier_too or entry.until is None)
    ]


def movement_named(participant: UUID, movement: UUID) -> ChangeOverTime | None:
    """One entry of a lane."""
    return ChangeOverTime.objects.filter(pk=movement, participant_id=participant).first()
