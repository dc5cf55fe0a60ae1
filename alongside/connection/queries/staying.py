"""What builds and strains trust, and who stays with us with no check-in planned, read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject
from django.utils import timezone

from alongside import clock
from alongside.connection.models import CheckInLater, CheckInReminder, Note, Trust
from alongside.connection.queries.notes import contact_beside
from alongside.connection.queries.strand import hello_of
from alongside.meetings.choices import Outcome
from alongside.meetings.models import Meeting
from alongside.participants.models import Participant
from alongside.vault.opening import open_told

EVERY_DAYS = 30  # where the agency has set nothing
_WORDS = ("builds", "strains")


def trust_versions(participant: UUID) -> list[Trust]:
    """What builds and strains trust and what was written before, newest first."""
    rows = Trust.objects.filter(participant_id=participant).select_related("by")
    return list(rows.order_by("-version"))


def trust_beside() -> dict[str, Combinable]:
    """What comes in the same query as one person: what builds and strains trust, still sealed."""
    rows = Trust.objects.filter(participant=OuterRef("pk")).order_by("-version")
    told = JSONObject(id=F("id"), key=F("key_id"), **{name: F(name) for name in _WORDS})
    return {"trust": Subquery(rows.values(json=told)[:1])}


def trust_of(person: Participant) -> tuple[str, str]:
    """What builds trust with a person and what strains it, as it came along."""
    told: dict[str, Any] | None = vars(person)["trust"]
    if told is None:
        return "", ""
    key, row = UUID(told["key"]), UUID(told["id"])
    builds, strains = (open_told(key, Trust._meta.db_table, name, row, told[name]) for name in _WORDS)
    return builds, strains


def first_beside() -> dict[str, Combinable]:
    """What comes in the same query as one person: the earliest contact that stands in a note."""
    notes = Note.objects.filter(participant=OuterRef("pk"), removed_at=None).order_by("at")
    return {"first_note_at": Subquery(notes.values("at")[:1])}


def first_note_at(participant: UUID) -> datetime | None:
    """The earliest contact that stands in a note."""
    notes = Note.objects.filter(participant_id=participant, removed_at=None)
    return notes.order_by("at").values_list("at", flat=True).first()


def known_since(person: Participant) -> datetime:
    """Since when we know somebody: their first contact as it was set, and never after a contact that stands here."""
    first: datetime | None = vars(person).get("first_note_at")
    return min(person.first_contact_at, first) if first else person.first_contact_at


# Who stays with us with no check-in planned ---------------------------------------------------------------


@dataclass(frozen=True)
class Unplanned:
    """That somebody comes round because nothing is planned with them: since when, and whether that was a contact."""

    since: date
    is_contact: bool


def unplanned_beside(today: date) -> dict[str, Combinable]:
    """What comes in the same query as people: the last time together, what is planned, and whether it was left for
    later."""
    meetings = Meeting.objects.filter(participant=OuterRef("pk"), cancelled_at=None)
    coming = meetings.filter(outcome=Outcome.OPEN, at__date__gte=today)
    met = meetings.filter(outcome=Outcome.MET).order_by("-at")
    later = CheckInLater.objects.filter(participant=OuterRef("pk")).order_by("-at", "-id")
    ours = CheckInReminder.objects.filter(from_on__lte=today).order_by("-from_on", "-at")
    return contact_beside() | {
        "met_last": Subquery(met.values("at")[:1]),
        "meets_soon": Exists(coming),
        "check_in_later": Subquery(later.values(json=JSONObject(until=F("until"), at=F("at")))[:1]),
        "remind_every": Subquery(ours.values(json=JSONObject(days=F("every_days")))[:1]),
    }


def unplanned_of(person: Participant, mine_since: datetime | None, today: date) -> Unplanned | None:
    """Whether somebody comes round today: no check-in and no meeting is planned, the agency's days have gone by since
    we were last together, and nobody left it for later."""
    beside = vars(person)
    told: dict[str, int | None] | None = beside["remind_every"]
    every = told["days"] if told else EVERY_DAYS
    if not every or beside["meets_soon"] or hello_of(person).next_on:
        return None
    contact = max(filter(None, (beside["in_touch_at"], beside["met_last"])), default=None)
    last = max(filter(None, (contact, mine_since)), default=None)
    if last is None or _is_left(beside["check_in_later"], mine_since, today):
        return None
    since = timezone.localtime(last).date()
    return Unplanned(since, last == contact) if (today - since).days >= every else None


def _is_left(later: Mapping[str, str | None] | None, mine_since: datetime | None, today: date) -> bool:
    """Whether it was left for later, by whoever walks with them now."""
    if later is None or (mine_since and datetime.fromisoformat(str(later["at"])) < mine_since):
        return False
    return later["until"] is None or date.fromisoformat(later["until"]) > today


def check_in_later(participant: UUID) -> CheckInLater | None:
    """The newest word on leaving somebody with no check-in plan for later, while it counts."""
    rows = CheckInLater.objects.filter(participant_id=participant).select_related("by")
    newest = rows.order_by("-at", "-id").first()
    if newest is not None and newest.until is not None and newest.until <= clock.today():
        return None
    return newest


def check_in_reminders() -> list[CheckInReminder]:
    """What the agency set, the newest first."""
    return list(CheckInReminder.objects.select_related("by").order_by("-from_on", "-at"))


def reminded_every() -> int | None:
    """After how many days without contact somebody comes round just now."""
    rows = CheckInReminder.objects.filter(from_on__lte=clock.today()).order_by("-from_on", "-at")
    stands = rows.first()
    return stands.every_days if stands else EVERY_DAYS
