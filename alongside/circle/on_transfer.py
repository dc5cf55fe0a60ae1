"""What is handed on of this room: who is involved, who is responsible for what, and what was promised."""

from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import gettext as _

from alongside.access.given import Handed
from alongside.agency.modules import is_off
from alongside.circle import queries
from alongside.circle.models import CaseCommitment
from alongside.ui.dates import day


def handed(participant: UUID) -> Iterator[Handed]:
    """The Circle, open items, and commitments that are not settled. What feels off stays with its author."""
    if is_off("circle:circle"):
        return
    members = [row for row in queries.members(participant) if row.left_at is None]
    named = [f"{row.called}: {row.role}" if row.role.strip() else row.called for row in members]
    yield Handed("around", _("Circle"), tuple(named))
    open_ones = [f"{row.words} ({row.get_holder_display()})" for row in queries.matters(participant)]
    yield Handed("plan", _("Who is responsible"), tuple(open_ones))
    promised = [row for row in queries.commitments(participant) if row.settled_on is None]
    yield Handed("plan", _("Commitments"), tuple(_line(row) for row in promised))


def _line(row: CaseCommitment) -> str:
    who = row.member.called if row.member else row.who
    told = f"{who}: {row.words}" if who.strip() else row.words
    return f"{told} ({day(row.by_when)})" if row.by_when else told
