"""What holds with somebody: goals and steps, open items, referrals, each with no next step yet and since when."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alongside.access.actor import Actor
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.circle import queries as circle
from alongside.goals import queries as goals
from alongside.goals.forms import LookAgainForm
from alongside.participants.choices import Part
from alongside.participants.opened import opened
from alongside.participants.queries import Participant
from alongside.referrals import queries as referrals
from alongside.ui.cards import Card, Line, Place, Row, Verb, short

SHOWN = 3  # of one person on Today; the page it leads to has everything


def held_cards(actor: Actor, people: Sequence[Participant]) -> Iterator[Card]:
    """What holds with people I walk with, folded: it is no task, and nothing is ever behind."""
    mine = [
        person for person in people if vars(person)["my_part"] == Part.CASE_MANAGER and _holds(actor, person)
    ]
    if actor.may(Can.WRITE_GOALS) and mine:
        rows = lambda: [_row(actor, person) for person in mine]  # noqa: E731
        yield Card("holding", Place.HOLDING, _("Holding"), rows, fold=True)


def _holds(actor: Actor, person: Participant) -> bool:
    names = ["goals_held", "steps_held"]
    names += ["matters_held"] if actor.may(Can.HOLD_CIRCLE) else []
    names += ["referrals_held"] if actor.may(Can.REFER) else []
    return any(vars(person)[name] for name in names)


def _row(actor: Actor, person: Participant) -> Row:
    lines = [Line("", words=short(words), on=since) for words, since in goals.held_of(person)]
    if actor.may(Can.HOLD_CIRCLE):
        lines += [Line(short(words), on=since) for words, since in circle.held_of(person)]
    if actor.may(Can.REFER):
        lines += [Line(short(name), on=since) for name, since in referrals.held_of(person)]
    address = reverse("desk:holding", args=[person.pk])
    verb = Verb(_("Open"), address, about=person.alias)
    return Row(person.alias, address, lines=tuple(lines[:SHOWN]), verbs=(verb,))


@staff(Can.WRITE_GOALS)
@require_safe
def holding(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Everything that holds, for as long as it does."""
    actor = request.actor
    person = opened(actor, participant, "open_holding")
    rows = [
        (each, LookAgainForm(initial={"on": each.revisit_on}, auto_id=f"h-{each.row}-%s"))
        for each in goals.holding_list(participant)
    ]
    shown = {
        "person": person,
        "rows": rows,
        "matters": circle.holding(participant) if actor.may(Can.HOLD_CIRCLE) else [],
        "referrals": referrals.holding(participant) if actor.may(Can.REFER) else [],
    }
    return render(request, "desk/holding.html", shown)
