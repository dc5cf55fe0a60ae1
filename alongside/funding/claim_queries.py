"""Reading what a month comes to, through the keeper's functions: nobody is named to whoever directs."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from django.db import connection
from django.db.models import Prefetch

from alongside import clock
from alongside.access.actor import Actor
from alongside.funding import claim_rules as rules
from alongside.funding import stream_queries
from alongside.funding.claim_models import ClaimLine, Closing
from alongside.funding.claim_rules import Line
from alongside.funding.stream_models import Stream
from alongside.funding.stream_rules import month_after
from alongside.participants.queries import Participant, among


@dataclass
class Claim:
    """One month of one stream: what counts now, what was closed, and what came since."""

    stream: Stream
    month: date
    now: list[Line]
    closings: list[Closing]

    @cached_property
    def closed(self) -> dict[UUID, Line]:
        """What was told to the funder."""
        return rules.standing(
            (row.comes, Line(row.item, row.who, row.what, row.day, row.kind, row.minutes, row.amount))
            for each in self.closings
            for row in sorted(each.lines.all(), key=lambda row: row.comes)
        )

    @cached_property
    def lines(self) -> list[Line]:
        """What counts: as it was closed, else as it is now."""
        return list(self.closed.values()) if self.closings else [each for each in self.now if not each.why]

    @cached_property
    def excluded(self) -> list[Line]:
        """What does not qualify."""
        return [each for each in self.now if each.why]

    @cached_property
    def later(self) -> rules.Changes:
        """What came and went since it was closed."""
        return rules.changes(self.closed, self.now) if self.closings else rules.Changes()

    @cached_property
    def numbers(self) -> dict[UUID, int]:
        """A number for everybody behind a line: who was in the first closing keeps theirs."""
        first = [
            [Line(row.item, row.who, row.what, row.day) for row in each.lines.all()] for each in self.closings
        ]
        return rules.numbers(*first, self.now)

    @property
    def is_over(self) -> bool:
        """Whether the month is over where we are; the keeper asks by the stream's own clock."""
        return clock.today() >= month_after(self.month)


def claim(stream: UUID, month: date) -> Claim | None:
    """One month of a stream."""
    row = stream_queries.stream_named(stream)
    return _claim(row, month) if row else None


def claims(month: date) -> list[Claim]:
    """A month of every stream."""
    return [_claim(each, month) for each in stream_queries.streams()]


def _claim(stream: Stream, month: date) -> Claim:
    columns = "item, who, what, day, kind, minutes, amount, why, payer"
    with connection.cursor() as cursor:
        cursor.execute(f"select {columns} from core.claim_lines(%s, %s)", [stream.pk, month])
        now = [Line(*row) for row in cursor.fetchall()]
    rows = Closing.objects.filter(stream=stream, month=month).select_related("by")
    lines = Prefetch("lines", queryset=ClaimLine.objects.order_by("what", "day", "item"))
    return Claim(stream, month, now, list(rows.order_by("at", "id").prefetch_related(lines)))


def opened(stream: UUID, month: date, who: UUID) -> list[tuple[date, str, UUID | None, int | None]]:
    """Dates and kinds behind one person's part of a month."""
    columns = "day, effort, service, minutes"
    with connection.cursor() as cursor:
        cursor.execute(f"select {columns} from core.claim_opened(%s, %s, %s)", [stream, month, who])
        return list(cursor.fetchall())


def approvals_to_ask(month: date) -> list[date]:
    """Through which month each monthly approval stands that does not reach this one."""
    with connection.cursor() as cursor:
        cursor.execute("select last from core.approvals_to_ask(%s)", [month])
        return [row[0] for row in cursor.fetchall()]


@dataclass(frozen=True)
class OfMine:
    """What of one of my people does not qualify."""

    person: Participant
    stream: Stream
    line: Line


def of_mine(actor: Actor, month: date) -> list[OfMine]:
    """What does not qualify this month of the people within my reach."""
    columns = "stream_id, participant_id, what, day, kind, why, payer"
    with connection.cursor() as cursor:
        cursor.execute(f"select {columns} from core.claims_of_mine(%s)", [month])
        told = cursor.fetchall()
    people = {each.pk: each for each in among(actor, [row[1] for row in told]) if each.opens}
    streams = {each.pk: each for each in stream_queries.streams()}
    return [
        OfMine(people[whom], streams[stream], Line(whom, whom, what, day, kind, why=why, payer=payer))
        for stream, whom, what, day, kind, why, payer in told
        if whom in people
    ]
