"""What can be read about two records that may be of one person. Who is shown it is the wall's matter."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject

from alongside.access.actor import Actor
from alongside.access.keeper import call
from alongside.agency.queries import staff_names
from alongside.participants.models import LinkedRecords, PossibleDuplicate
from alongside.participants.queries import Participant, everybody
from alongside.participants.tokens import alike_by_alias, alike_by_way

# Pages name these rows by what is found here, not by their tables.
__all__ = ["LinkedRecords", "PossibleDuplicate"]


def alike_by_name(actor: Actor, alias: str, but: UUID | None = None) -> list[Participant]:
    """Whom I may see already who goes by this alias. One look-up, whoever else may go by it."""
    return _alike(actor, alike_by_alias(alias), but)


def alike_by_reach(actor: Actor, channel: str, address: str, but: UUID) -> list[Participant]:
    """Whom I may see already who is reached by the same number or address."""
    return _alike(actor, alike_by_way(channel, address), but)


def _alike(actor: Actor, token: bytes | None, but: UUID | None) -> list[Participant]:
    found = call("core.alike_within_reach", token, but)
    return everybody(actor, Q(pk__in=found), most=10) if found else []


def pairs() -> list[PossibleDuplicate]:
    """Every two records that were raised, those to look at first."""
    rows = PossibleDuplicate.objects.select_related("answered_by").order_by("answer", "-found_at", "pk")
    return list(rows[:200])


def pair_named(pair: UUID) -> PossibleDuplicate | None:
    """Two records that may be of one person, if that goes to me."""
    return PossibleDuplicate.objects.select_related("answered_by").filter(pk=pair).first()


def led_beside() -> dict[str, Combinable]:
    """What comes in the same query as people: the record that theirs leads to, where both are open to me."""
    ties = LinkedRecords.objects.filter(other=OuterRef("pk"), ended_at=None)
    return {"led_to": Subquery(ties.values("kept")[:1])}


def tied_beside() -> dict[str, Combinable]:
    """What comes in the same query as a person: where their record leads, and which others lead to it."""
    led = LinkedRecords.objects.filter(other=OuterRef("pk"), ended_at=None)
    ties = LinkedRecords.objects.filter(kept=OuterRef("pk"), ended_at=None)
    return {
        "led_to": Subquery(led.values("kept")[:1]),
        "tied": ArraySubquery(ties.order_by("at", "pk").values("other")),
    }


def ties_beside(about: UUID) -> dict[str, Combinable]:
    """What comes in the query of every page about somebody: the ties of their records that both are open to me."""
    ties = LinkedRecords.objects.filter(Q(kept=about) | Q(other=about), ended_at=None).order_by("at", "pk")
    return {"ties": ArraySubquery(ties.values(both=JSONObject(kept="kept", other="other")))}


def also_of(actor: Actor, about: UUID, beside: object) -> list[Participant]:
    """The other records of one person, whichever of them leads on, where their ties came beside something."""
    found = {UUID(each) for tie in vars(beside).get("ties") or () for each in tie.values()} - {about}
    return named(actor, sorted(found))


def tied_to(person: Participant) -> list[UUID]:
    """Which records lead to this one, where they came beside it."""
    return [UUID(str(each)) for each in vars(person).get("tied") or ()]


def tie_of(other: UUID) -> LinkedRecords | None:
    """The tie by which a record leads to another."""
    return LinkedRecords.objects.select_related("by").filter(other=other, ended_at=None).first()


def named(actor: Actor, ids: Sequence[UUID]) -> list[Participant]:
    """People by reference whose records are open to me, in this order."""
    rows = {row.pk: row for row in everybody(actor, Q(pk__in=ids) & Q(opens=True))} if ids else {}
    return [rows[each] for each in ids if each in rows]


@dataclass(frozen=True)
class Sides:
    """The records of a pair that are open to me, and whom to ask about one that is not."""

    open: Sequence[Participant]
    ask: str
    tie: LinkedRecords | None

    @property
    def same_team(self) -> bool:
        """Whether the same colleagues walk with both, as far as their case manager and backup tell."""
        teams = {frozenset((row.case_manager_id, row.backup_id)) for row in self.open}
        return len(self.open) == 2 and len(teams) == 1


def sides_of(actor: Actor, pair: PossibleDuplicate) -> Sides:
    """What I may see of both."""
    both = (pair.one_id, pair.two_id)
    rows = everybody(actor, Q(pk__in=both) & Q(opens=True))
    if len(rows) == 2:
        tie = LinkedRecords.objects.filter(kept__in=both, other__in=both, ended_at=None).select_related("by")
        return Sides(sorted(rows, key=lambda row: (row.first_contact_at, row.pk)), "", tie.first())
    leads = call("core.whom_to_ask", pair.pk)
    return Sides(rows, staff_names([leads]).get(leads, "") if leads else "", None)


def open_by_id(actor: Actor, found: Sequence[PossibleDuplicate]) -> dict[UUID, Participant]:
    """Those of many pairs whose records are open to me."""
    ids: list[Any] = [each for pair in found for each in (pair.one_id, pair.two_id)]
    return {row.pk: row for row in named(actor, list(dict.fromkeys(ids)))}
