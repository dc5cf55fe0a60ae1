"""Reading strands. Whose they are is the wall's matter."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import (
    Case,
    DateField,
    DateTimeField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Prefetch,
    Subquery,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject

from alongside.legal import rules
from alongside.legal.models import Strand, StrandChange, StrandEvent
from alongside.participants.models import Participant
from alongside.vault.opening import open_told


def strands(participant: UUID) -> list[Strand]:
    """All strands of somebody: open ones first, by the day they come up, each with its history."""
    newest_first = StrandChange.objects.select_related("by").order_by("-at", "-id")
    rows = Strand.objects.filter(participant_id=participant)
    rows = rows.order_by("-is_open", F("comes_up_on").asc(nulls_last=True), "at", "id")
    return list(rows.prefetch_related(Prefetch("changes", queryset=newest_first)))


def strand_named(participant: UUID, strand: UUID) -> Strand | None:
    """One strand, open or ended."""
    return Strand.objects.filter(participant_id=participant, pk=strand).first()


def changes(strand: Strand) -> list[StrandChange]:
    """Where a strand was, newest first."""
    return list(strand.changes.select_related("by").order_by("-at", "-id"))


def still_open(participant: UUID) -> list[str]:
    """What each strand is called that has not ended."""
    rows = Strand.objects.filter(participant_id=participant, is_open=True)
    return [row.words for row in rows.order_by("at", "id")]


def comes_up_beside(today: date) -> dict[str, Combinable]:
    """What comes in the same query as people: the first open strand whose day has come. After its days it waits on
    its own page."""
    first = ExpressionWrapper(Value(today, DateField()) - Value(rules.STANDS.days), DateField())
    told = JSONObject(id=F("id"), key=F("key_id"), words=F("words"), on=F("comes_up_on"))
    due = Strand.objects.filter(
        participant=OuterRef("pk"), is_open=True, comes_up_on__lte=today, comes_up_on__gt=first
    )
    return {"strand_comes_up": Subquery(due.order_by("comes_up_on", "id").values(json=told)[:1])}


def all_ended_beside() -> dict[str, Combinable]:
    """What comes in the same query as people: since when every strand has ended; none where one is open."""
    of = Strand.objects.filter(participant=OuterRef("pk"))
    last = StrandChange.objects.filter(participant=OuterRef("pk")).order_by("-at").values("at")[:1]
    none_open = When(~Exists(of.filter(is_open=True)), then=Subquery(last))
    return {"strands_ended": Case(none_open, output_field=DateTimeField())}


@dataclass(frozen=True)
class ComesUp:
    """A strand whose day has come."""

    ref: UUID
    words: str
    on: date


def comes_up_of(person: Participant) -> ComesUp | None:
    """What came along with a person, opened."""
    told: dict[str, Any] | None = vars(person)["strand_comes_up"]
    if told is None:
        return None
    ref = UUID(told["id"])
    words = open_told(UUID(told["key"]), Strand._meta.db_table, "words", ref, told["words"])
    return ComesUp(ref, words, date.fromisoformat(told["on"]))


def events(participant: UUID) -> list[StrandEvent]:
    """The events of somebody's strands with their meetings, by day."""
    rows = StrandEvent.objects.filter(participant_id=participant)
    return list(rows.select_related("meeting", "strand").order_by("meeting__at", "id"))


def event_named(participant: UUID, event: UUID) -> StrandEvent | None:
    """One event."""
    rows = StrandEvent.objects.filter(participant_id=participant, pk=event)
    return rows.select_related("meeting", "strand").first()


def event_at(meeting: UUID) -> StrandEvent | None:
    """The event whose appointment a meeting is."""
    return StrandEvent.objects.filter(meeting_id=meeting).select_related("strand").first()
