"""Reading hours: one's own, those of a team by name, and sums without names."""

from datetime import date
from uuid import UUID

from django.db import connection

from alongside.access.actor import Actor
from alongside.agency.models import Staff
from alongside.funding import stream_queries
from alongside.funding.claim_models import WorkTime
from alongside.funding.stream_rules import month_after
from alongside.funding.time_rules import Part, split


def my_rows(actor: Actor, month: date) -> list[WorkTime]:
    """What I wrote down for a month, the last day first."""
    rows = WorkTime.objects.filter(
        by_id=actor.id, removed_at=None, day__gte=month, day__lt=month_after(month)
    )
    return list(rows.select_related("stream").order_by("-day", "-at", "id"))


def row_of_mine(actor: Actor, row: UUID) -> WorkTime | None:
    """One of mine, taken away or not."""
    return WorkTime.objects.filter(pk=row, by_id=actor.id).first()


def _named() -> dict[UUID, tuple[str, str]]:
    return {
        each.pk: (each.name, each.program.name if each.program else "") for each in stream_queries.streams()
    }


def my_month(actor: Actor, month: date) -> list[Part]:
    """My month by stream: notes of the work with people, and what I wrote down beside."""
    return next((parts for worker, parts in _months(month) if worker == actor.id), [])


def team_month(actor: Actor, month: date) -> list[tuple[str, list[Part]]]:
    """The same of everybody whose supervisor I am, by name."""
    found = dict(_months(month))
    team = Staff.objects.filter(supervisor_id=actor.id, id__is_active=True)
    return [(each.name, found.get(each.pk, [])) for each in sorted(team, key=lambda one: one.name.casefold())]


def _months(month: date) -> list[tuple[UUID, list[Part]]]:
    named, found = _named(), dict[UUID, list[tuple[UUID | None, str, int]]]()
    with connection.cursor() as cursor:
        cursor.execute("select staff_id, stream_id, kind, minutes from core.my_time(%s)", [month])
        for worker, stream, kind, minutes in cursor.fetchall():
            found.setdefault(worker, []).append((stream, kind, minutes))
    return [(worker, split(told, named)) for worker, told in found.items()]


def all_month(month: date) -> list[Part]:
    """Everybody's month together."""
    with connection.cursor() as cursor:
        cursor.execute("select stream_id, kind, minutes from core.all_time(%s)", [month])
        return split(cursor.fetchall(), _named())


def enrolled(first: date, months: int) -> dict[date, dict[UUID, int]]:
    """How many people are enrolled in each stream, month by month."""
    found: dict[date, dict[UUID, int]] = {month_after(first, number): {} for number in range(months)}
    with connection.cursor() as cursor:
        cursor.execute("select stream_id, month, number from core.enrolled_by_month(%s, %s)", [first, months])
        for stream, month, number in cursor.fetchall():
            found[month][stream] = number
    return found
