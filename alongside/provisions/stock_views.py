"""Pages of the stock of basic needs: what there is at a place, taking out in three taps, for nobody or for somebody."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside import trail
from alongside.access.acts import TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.page import there
from alongside.keeping.rules import NotHere
from alongside.participants.opened import opened
from alongside.provisions import stock_actions as actions
from alongside.provisions import stock_queries as queries
from alongside.provisions import stock_rules as rules
from alongside.provisions.stock_forms import ONE_TAP, ManyForm
from alongside.provisions.stock_words import called, few_left, several
from alongside.ui.undo import say

if TYPE_CHECKING:
    from alongside.provisions.models import StockLine


def _shown(request: StaffRequest, site: UUID | None) -> dict[str, Any]:
    place, places = queries.place_of(request.actor, site)
    if site is not None and place is None:
        raise Http404
    shelves = queries.shelves(place.pk) if place else []
    return {
        "place": place,
        "places": places,
        "shelves": shelves,
        "few": [few_left(line) for shelf in shelves for line in shelf.lines if queries.is_low(line)],
        "may_keep": request.actor.may(Can.KEEP_STOCK),
    }


@staff(Can.TAKE_STOCK)
@require_safe
def stock(request: StaffRequest, site: UUID | None = None) -> HttpResponse:
    """What there is at a place: the one named, one's own, or the only one; else all places to choose from."""
    trail.looked("see_stock", request.actor.id)
    return render(request, "provisions/stock.html", _shown(request, site))


@staff(Can.CHANGE_RECORD)
@require_safe
def give(request: StaffRequest, participant: UUID, site: UUID | None = None) -> HttpResponse:
    """What can be given to somebody."""
    person = opened(request.actor, participant, "open_stock_for")
    return render(request, "provisions/stock.html", _shown(request, site) | {"person": person})


def _line_page(
    request: StaffRequest, line: "StockLine", form: ManyForm | None = None, **more: Any
) -> HttpResponse:
    shown = {
        "line": line,
        "called": called(line.thing.name, line.size),
        "form": form or ManyForm(),
        "taps": range(1, min(ONE_TAP, line.count) + 1),
        "may_keep": request.actor.may(Can.KEEP_STOCK),
        "movements": queries.movements(line.pk),
    }
    return render(request, "provisions/stock_line.html", shown | more, status=422 if form else 200)


def _not_so_many(form: ManyForm, line: "StockLine") -> None:
    left = queries.line_named(line.pk)
    line.count = left.count if left else 0
    form.add_error("number", _("%(count)s left. Nothing was taken.") % {"count": line.count})


@staff(Can.TAKE_STOCK)
@require_http_methods(["GET", "HEAD", "POST"])
def line(request: StaffRequest, stock_line: UUID) -> HttpResponse:
    """One thing in one size at one place: a tap takes some of it out, and nobody is written down."""
    row = there(queries.line_named(stock_line))
    if request.method != "POST":
        return _line_page(request, row)
    form = ManyForm(request.POST)
    if form.is_valid():
        number, press = form.cleaned_data["number"], form.once()
        try:
            actions.take_from_stock(by=request.actor, press=press, line=row.pk, number=number)
        except rules.NotSoMany:
            _not_so_many(form, row)
        else:
            sentence = _("Taken: %(things)s.") % {"things": several(number, row)}
            say(request, sentence, undo_url=reverse("stock:undo", args=[press]))
            return redirect("stock:shelf", row.site_id)
    return _line_page(request, row, form)


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def give_line(request: StaffRequest, participant: UUID, stock_line: UUID) -> HttpResponse:
    """The same for somebody: it stands on their timeline too."""
    person = opened(request.actor, participant, "open_stock_for")
    row = there(queries.line_named(stock_line))
    if request.method != "POST":
        return _line_page(request, row, person=person)
    form = ManyForm(request.POST)
    if form.is_valid():
        number, given = form.cleaned_data["number"], form.once()
        try:
            actions.give_from_stock(
                by=request.actor, participant=participant, given=given, line=row.pk, number=number
            )
        except rules.NotSoMany:
            _not_so_many(form, row)
        except (NotHere, rules.NoSuchThing) as gone:
            raise Http404 from gone
        else:
            sentence = _("Given: %(things)s. It stands on the timeline.") % {"things": several(number, row)}
            say(request, sentence, undo_url=reverse("stock:undo_given", args=[participant, given]))
            return redirect("stock:give_at", participant, row.site_id)
    return _line_page(request, row, form, person=person)


def why_not(error: Exception) -> str:
    """Why something is not taken back."""
    if isinstance(error, rules.CountedSince):
        return _("It was counted since then, and that count stands. Nothing was changed.")
    return _("Some of it was taken since then. Nothing was changed.")


@staff(Can.TAKE_STOCK)
@require_POST
def undo(request: StaffRequest, moved: UUID) -> HttpResponse:
    """Take a movement back."""
    row = there(queries.movement_named(moved))
    try:
        actions.undo_stock(by=request.actor, movement=moved)
    except TurnedDown as none:
        raise Http404 from none
    except (rules.CountedSince, rules.NotSoMany) as refused:
        say(request, why_not(refused))
    else:
        say(request, _("Taken back: the count is as before."))
    return redirect("stock:shelf", row.line.site_id)


@staff(Can.CHANGE_RECORD)
@require_POST
def undo_given(request: StaffRequest, participant: UUID, given: UUID) -> HttpResponse:
    """Take back what somebody was given."""
    opened(request.actor, participant)
    try:
        actions.undo_given(by=request.actor, participant=participant, given=given)
    except (NotHere, TurnedDown) as none:
        raise Http404 from none
    except rules.CountedSince as refused:
        say(request, why_not(refused))
    else:
        say(request, _("Taken back: it is in stock again, and off the timeline."))
    return redirect("stock:give", participant)
