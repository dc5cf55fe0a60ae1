"""What this room brings to Today: one's own capacity, and to supervisors what their team says of theirs."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.given import Waits
from alongside.access.roles import Can
from alongside.caseload import queries, rules
from alongside.caseload.choices import OF_A_COLLEAGUE, Capacity
from alongside.caseload.queries import CapacitySignal
from alongside.ui.cards import Card, Place, Row, Verb
from alongside.ui.dates import when


def waits(actor: Actor) -> Iterator[Waits]:
    """What I and colleagues said of our capacity."""
    if actor.may(Can.SAY_CAPACITY):
        yield Waits(partial(_capacity, actor), queries.signals())


def _capacity(actor: Actor, _people: Sequence[Any], rows: list[CapacitySignal]) -> Iterator[Card]:
    """What colleagues of my team say and I have not seen; and a way to say how it is with me."""
    mine = next((row for row in rows if row.by_id == actor.id), None)
    of_others = [row for row in queries.counting(rows).values() if row.by_id != actor.id]
    if told := [row for row in of_others if row.seen_at is None and row.answer != Capacity.ROOM]:
        shown = [_told(each) for each in told]
        yield Card("capacity", Place.COLLEAGUES, _("Capacity"), lambda: shown)
    says = Verb(_("Capacity"), reverse("caseload:capacity"), soft=False)
    again = [_again(mine)] if mine and _has_run_out(mine) else []
    yield Card("for-me", Place.ME, rows=lambda: again, end=(says,))


def _told(row: CapacitySignal) -> Row:
    seen = Verb(_("I have seen it"), reverse("caseload:signal_seen", args=[row.pk]), posts=True)
    thing = f"{row.by.name} {OF_A_COLLEAGUE[Capacity(row.answer)]}"
    return Row(thing, why=when(row.at), hue="", mark=row.by.name, verbs=(seen,))


def _has_run_out(mine: CapacitySignal) -> bool:
    return rules.is_asked_again(mine.at, clock.now(), mine.days)


def _again(mine: CapacitySignal) -> Row:
    verb = Verb(_("Say how it is"), reverse("caseload:capacity"))
    return Row(
        _("You said: %(answer)s. Is it still so?") % {"answer": mine.get_answer_display()},
        on=mine.at,
        verbs=(verb,),
    )
