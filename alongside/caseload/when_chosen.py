"""What this room says of a colleague who may be chosen as case manager: their load before and after, and their own
capacity. Told to the supervisor they name; of another team nothing is told."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from alongside.access.actor import Actor
from alongside.access.given import WhenChosen
from alongside.access.roles import Can
from alongside.caseload import queries, telling
from alongside.caseload.choices import OF_A_COLLEAGUE, Capacity
from alongside.caseload.queries import Caseload
from alongside.caseload.rules import Load
from alongside.ui.dates import when


def of(actor: Actor, participant: UUID, staff: Sequence[UUID]) -> Iterator[WhenChosen]:
    """Of each of these who is of my team."""
    if not actor.may(Can.SEE_TEAM_LOAD):
        return
    team = [each for each in queries.workers(actor) if each.pk in set(staff)]
    for each in queries.caseloads(team):
        after = each.load.plus(queries.would_take(participant, each))
        yield WhenChosen(each.worker.pk, tuple(_lines(each, after)), past=_past(each, after))


def _lines(caseload: Caseload, after: Load) -> Iterator[str]:
    told = {"before": telling.of_room(caseload.load), "after": telling.of_room(after)}
    yield _("Load %(before)s now, %(after)s with them") % told
    if signal := caseload.signal:
        yield f"{OF_A_COLLEAGUE[Capacity(signal.answer)]}, {when(signal.at)}"


def _past(caseload: Caseload, after: Load) -> str:
    """Why somebody is chosen with words alone: what they said themselves, or what fits their hours."""
    signal = caseload.signal
    if signal and signal.answer != Capacity.ROOM:
        return f"{caseload.worker.name} {OF_A_COLLEAGUE[Capacity(signal.answer)]}."
    if after.is_past:
        told = {"name": caseload.worker.name, "after": telling.of_room(after)}
        return _("%(name)s would have more than fits their hours: %(after)s.") % told
    return ""
