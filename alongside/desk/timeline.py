"""The timeline of a participant: every room's moments in their order, one query for all that they say."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from alongside import clock
from alongside.access.moment_kinds import MomentRow, Moments
from alongside.access.room import rooms
from alongside.access.written import asked
from alongside.participants import queries
from alongside.participants.queries import Moment

A_PAGE = 20
# Time together and what was agreed about it; what they want and what is done for it. What is of neither shows
# among everything.
STRANDS = ("connection", "plan")


@dataclass(frozen=True)
class Entry:
    """One thing on the timeline: when and by whom, what it shows and with which template."""

    moment: Moment
    template: str
    thing: dict[str, Any]


@dataclass(frozen=True)
class Stretch:
    """A year, or a month of it, from whose end a timeline is read; neither: from today."""

    year: int | None = None
    month: int | None = None

    @property
    def ends(self) -> datetime | None:
        """The first moment after it."""
        if self.year is None:
            return None
        over = (self.month or 12) == 12
        return datetime(self.year + over, 1 if over else (self.month or 0) + 1, 1, tzinfo=clock.zone())


@dataclass(frozen=True)
class Page:
    """A stretch of the timeline, newest first. `older` continues it; `is_top` is where it begins."""

    entries: list[Entry]
    older: UUID | None
    is_top: bool
    stretch: "Stretch"
    strand: str = ""


def strands() -> list[tuple[str, str]]:
    """What the timeline can be narrowed to, everything first."""
    return [("", _("Everything")), ("connection", _("Connection")), ("plan", _("Plan"))]


def by_room() -> dict[str, Moments]:
    """Every room that marks moments."""
    return {room.label: room.moments for room in rooms() if room.moments}


def page(
    participant: UUID,
    *,
    also: Collection[UUID] = (),
    stretch: Stretch = Stretch(),
    after: UUID | None = None,
    strand: str = "",
) -> Page:
    """A page of the timeline: from the top, from the end of a year or month, or going on after a moment; of one strand,
    or of everything. `also` are other records of the same person, whose moments stand among these."""
    known = by_room()
    marks = queries.moments(
        participant,
        also=also,
        before=stretch.ends,
        after=after,
        rooms=[room for room, its in known.items() if strand == its.strand] if strand else (),
        count=A_PAGE + 1,
    )
    older = marks[A_PAGE - 1].pk if len(marks) > A_PAGE else None
    marks = marks[:A_PAGE]
    told: dict[tuple[str, UUID], dict[str, Any]] = {}
    for whose in dict.fromkeys(mark.participant_id for mark in marks):
        told |= _told(whose, [mark.ref for mark in marks if mark.participant_id == whose], known)
    entries = [
        Entry(mark, f"{mark.room}/moments/{mark.kind}.html", told[mark.room, mark.ref])
        for mark in marks
        if (mark.room, mark.ref) in told
    ]
    return Page(entries, older, after is None and stretch.year is None, stretch, strand)


def _told(
    participant: UUID, refs: list[UUID], known: dict[str, Moments]
) -> dict[tuple[str, UUID], dict[str, Any]]:
    """What each moment says, by room and reference: the rows of all rooms in one query."""
    same_length = (*refs, *[refs[0]] * (A_PAGE - len(refs)))
    found = (MomentRow(*row) for row in asked(_union, participant=participant, refs=same_length))
    return {(row.room, row.ref): known[row.room].shown(row) for row in found}


def _union(participant: UUID, refs: tuple[UUID, ...]) -> QuerySet[Any, Any]:
    """The rows of every table that moments point to. A union cannot be filtered from outside, and unfiltered it
    would read years to show a page."""
    first, *more = [
        rows.filter(pk__in=refs) for room in by_room().values() for rows in room.rows(participant)
    ]
    return first.union(*more, all=True)
