"""What donors were asked for comes into stock, and whoever asked reads that it is here."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.access.acts import TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.provisions import queries as asks
from alongside.provisions import stock_actions as actions
from alongside.provisions import stock_queries as queries
from alongside.provisions import stock_rules as rules
from alongside.provisions.choices import State
from alongside.provisions.stock_forms import AskedForm
from alongside.provisions.stock_views import why_not
from alongside.provisions.stock_words import several
from alongside.ui.undo import say

STILL_TO_COME = (State.ASKED, State.PROMISED)


@staff(Can.KEEP_STOCK)
@require_http_methods(["GET", "HEAD", "POST"])
def came(request: StaffRequest, line: UUID) -> HttpResponse:
    """It came: into stock by one press, where the thing is known there; the page asks which it is where it is not."""
    wanted = there(next((each for each in asks.wanted(*STILL_TO_COME) if each.pk == line), None))
    place, places = queries.place_of(request.actor)
    place = place or next(iter(places), None)
    kept = queries.kept_at(place.pk) if place else []
    row = queries.like(wanted.item, wanted.size, kept)
    start = {
        "what": f"{row.thing_id}|{row.size}" if row else "",
        "site": str(place.pk) if place else "",
        "number": "1",
    }
    form = filled(request, AskedForm, "", initial=start, lines=kept, sites=places)
    page = Page(
        title=_("It came"),
        section=_("Donations"),
        back=reverse("provisions:wanted"),
        lede=f"{wanted.item}, {wanted.size}" if wanted.size else wanted.item,
        refusals={
            rules.NoSuchThing: ("what", _("This is not kept any more. Please choose another.")),
            rules.NotLookedFor: (None, _("It is here already, or not needed any more. Nothing was changed.")),
        },
        template="provisions/stock_asked.html",
    )

    def keep(said: dict[str, str]) -> str:
        told = form.came()
        before = actions.bring_asked(by=request.actor, wanted=line, press=form.once(), came=told)
        undo = reverse("stock:undo_asked", args=[line, form.once()])
        things = several(told.number, form.lines[said["what"]])
        sentence = _("In stock: %(things)s. Whoever asked for it reads that it is here.") % {"things": things}
        say(request, sentence, undo_url=f"{undo}?before={before}")
        return page.back

    return ask(request, form, page, keep)


@staff(Can.KEEP_STOCK)
@require_POST
def undo_asked(request: StaffRequest, line: UUID, moved: UUID) -> HttpResponse:
    """It did not come after all."""
    before = request.GET.get("before", "")
    if before not in STILL_TO_COME:
        raise Http404
    try:
        actions.undo_asked(by=request.actor, wanted=line, movement=moved, before=before)
    except (TurnedDown, rules.NotLookedFor) as none:
        raise Http404 from none
    except (rules.CountedSince, rules.NotSoMany) as refused:
        say(request, why_not(refused))
    else:
        say(request, _("Taken back: it is asked for as before."))
    return redirect("provisions:wanted")
