"""What several pages of this room need."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.agency.queries import staff_list
from alongside.circle import queries
from alongside.circle.bringing import waiting_to_be_heard
from alongside.circle.choices import Holder
from alongside.partners.queries import agencies

if TYPE_CHECKING:
    from alongside.circle.models import CaseCommitment, Matter, MatterStateChange


def home_of(participant: UUID) -> str:
    """The page of somebody's Circle."""
    return reverse("circle:circle", args=[participant])


def choices_of_agencies() -> list[tuple[str, str]]:
    """Partners to choose from."""
    return [(str(each.pk), each.name) for each in agencies()]


def choices_of_members(participant: UUID, prefix: str = "") -> list[tuple[str, str]]:
    """Those of the Circle to choose from."""
    return [(f"{prefix}{each.pk}", each.called) for each in queries.members(participant)]


def choices_of_holders(participant: UUID) -> list[tuple[str, str]]:
    """Who may hold a matter: Unclear first, for it is an honest answer; those of the Circle before all of us."""
    return [
        (Holder.UNCLEAR, str(Holder.UNCLEAR.label)),
        (Holder.THEY, str(Holder.THEY.label)),
        *choices_of_members(participant, "member:"),
        *((f"staff:{each.pk}", each.name) for each in staff_list()),
    ]


def holder_of(row: "Matter | MatterStateChange") -> str:
    """Who holds something, by name."""
    if row.staff is not None:
        return str(row.staff.name)
    if row.member is not None:
        return row.member.called
    return str(Holder(row.holder).label)


def holder_for_them(row: "Matter") -> str:
    """The same, said to the participant."""
    if row.holder == Holder.THEY:
        return _("You")
    return _("Not clear yet. We are finding out.") if row.holder == Holder.UNCLEAR else holder_of(row)


def holder_key(row: "Matter") -> str:
    """The one holder as the form names it."""
    named: dict[str, Any] = {Holder.STAFF: row.staff_id, Holder.MEMBER: row.member_id}
    held = named.get(row.holder)
    return f"{row.holder}:{held}" if held else str(row.holder)


def with_answers(participant: UUID, commitments: "list[CaseCommitment]") -> "list[CaseCommitment]":
    """The same, each with what its partner answered on its page and nobody has taken in yet."""
    waiting = waiting_to_be_heard(participant)
    for row in commitments:
        row.answered = waiting.get(row.pk, [])  # type: ignore[attr-defined]
    return commitments
