"""Pages about two records that may be of one person, for the supervision it concerns."""

from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from alongside import trail
from alongside.access.acts import NotAllowed, TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.participants import alike, queries, rules, safely
from alongside.participants.alike import PossibleDuplicate, Sides
from alongside.participants.choices import Like, Same, State
from alongside.participants.queries import Participant
from alongside.participants.sameness import answer_possible_duplicate, link_records, unlink_records
from alongside.ui.about import is_about
from alongside.ui.undo import say

SAID = {"not_same": Same.NOT_SAME, "later": Same.LATER, "again": Same.OPEN}


def _pair_or_404(pair: UUID) -> PossibleDuplicate:
    found = alike.pair_named(pair)
    if found is None:
        raise Http404
    return found


@staff(Can.ASSIGN)
@require_safe
def pairs(request: StaffRequest) -> HttpResponse:
    """Every two records that may be of one person, with what was said of them."""
    actor = request.actor
    found = alike.pairs()
    people = alike.open_by_id(actor, found)
    rows = [_row(pair, people) for pair in found]
    trail.looked("list_same", actor.id)
    return render(request, "participants/pairs.html", {"rows": rows})


def _row(pair: PossibleDuplicate, people: dict[UUID, Participant]) -> dict[str, Any]:
    names = [people[each].alias for each in (pair.one_id, pair.two_id) if each in people]
    return {
        "name": " · ".join(names if len(names) == 2 else [*names, _("a record of another team")]),
        "url": reverse("participants:same", args=[pair.pk]),
        "chip": Same(pair.answer).label,
        "chip_kind": "calm",
        "why": pair.answered_by.name if pair.answered_by else "",
    }


@staff(Can.ASSIGN)
@require_safe
def same(request: StaffRequest, pair: UUID) -> HttpResponse:
    """Two records side by side, as far as each is open to the one who looks."""
    actor = request.actor
    row = _pair_or_404(pair)
    sides = alike.sides_of(actor, row)
    # An ordinary look into each record, in the trail of each; that there are two stands in one's own.
    for person in sides.open:
        trail.looked("open_record", person.pk)
    trail.looked("open_same", actor.id, ref=row.pk)
    if len(sides.open) == 1:  # of two, no one rule may stand in sight
        is_about(request, sides.open[0].pk)
    return render(request, "participants/same.html", _shown(row, sides))


def _shown(row: PossibleDuplicate, sides: Sides) -> dict[str, Any]:
    ids = [person.pk for person in sides.open]
    needs = queries.needs(ids)
    reach = queries.reach_of(ids)
    both = len(sides.open) == 2
    return {
        "pair": row,
        "through": Like(row.through).label if both else "",
        "sides": [
            {
                "person": person,
                "state": State(person.state).label,
                "needs": needs.get(person.pk, []),
                "reach": safely.in_a_line(reach.get(person.pk)),
                "backup": person.backup,
            }
            for person in sides.open
        ],
        "both": both,
        "ask": sides.ask,
        "said": Same(row.answer).label if row.answer else "",
        "tie": sides.tie,
        "may_join": sides.same_team and not sides.tie,
        "once": uuid4(),
    }


@staff(Can.ASSIGN)
@require_POST
def answer(request: StaffRequest, pair: UUID) -> HttpResponse:
    """Keep what was said of two records."""
    row = _pair_or_404(pair)
    chosen = SAID.get(request.POST.get("answer", ""))
    if chosen is None:
        return redirect("participants:same", row.pk)
    try:
        answer_possible_duplicate(by=request.actor, pair=row.pk, answer=chosen)
    except TurnedDown:
        say(request, _("They were brought together meanwhile. Please look once more."))
        return redirect("participants:same", row.pk)
    sentences = {
        Same.NOT_SAME: _("Saved: not the same person. They are not raised again."),
        Same.LATER: _("It rests for a week, then stands on Today again."),
        Same.OPEN: _("Taken back. They stand on Today again."),
    }
    say(request, sentences[chosen])
    return redirect("participants:same", row.pk)


@staff(Can.ASSIGN)
@require_POST
def together(request: StaffRequest, pair: UUID) -> HttpResponse:
    """Bring two records together, so that one leads to the other."""
    row = _pair_or_404(pair)
    kept, once = (_reference(request.POST.get(name, "")) for name in ("kept", "once"))
    if kept not in (row.one_id, row.two_id) or kept is None:
        return redirect("participants:same", row.pk)
    if alike.sides_of(request.actor, row).tie:  # a second click
        return redirect("participants:same", row.pk)
    try:
        link_records(by=request.actor, kept=kept, pair=row.pk, tie=once or uuid4())
    except (rules.NotTogether, NotAllowed):
        say(
            request,
            _(
                "They cannot be brought together just now. The same colleagues have to walk with both, no wish for"
                " another case manager may be open, and neither may lead elsewhere already."
            ),
        )
        return redirect("participants:same", row.pk)
    way_back = reverse("participants:same_apart", args=[row.pk])
    say(request, _("Brought together. Both records stay as they are."), undo_url=way_back)
    return redirect("desk:participant", kept)


def _reference(sent: str) -> UUID | None:
    try:
        return UUID(sent)
    except ValueError:
        return None


@staff(Can.ASSIGN)
@require_POST
def apart(request: StaffRequest, pair: UUID) -> HttpResponse:
    """Take two records apart again: each stands as it did."""
    row = _pair_or_404(pair)
    tie = alike.sides_of(request.actor, row).tie
    if tie is not None:
        unlink_records(by=request.actor, tie=tie.pk)
        say(request, _("Taken apart. Each record stands as it did."))
    return redirect("participants:same", row.pk)
