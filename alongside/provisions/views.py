"""A participant's needs with what was asked for them; what is wanted, for the desk; and the sheet for donors."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside import trail
from alongside.access.acts import TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.asking.removing import BACK, undo_pair
from alongside.consent import gate
from alongside.keeping.rules import reference
from alongside.participants.opened import opened
from alongside.provisions import actions, queries, rules
from alongside.provisions import stock_queries as stock
from alongside.provisions.choices import State
from alongside.provisions.forms import AskForm
from alongside.ui.undo import say

if TYPE_CHECKING:
    from alongside.provisions.models import DonationAsk


def _home(participant: UUID) -> str:
    return reverse("provisions:needs", args=[participant])


@staff(Can.OPEN_RECORD)
@require_safe
def needs(request: StaffRequest, participant: UUID) -> HttpResponse:
    """What they would like help with, in their words, and what was asked for it."""
    person = opened(request.actor, participant, "open_needs")
    shown = {
        "person": person,
        "needs": queries.needs_with_asks(participant),
        "states": State.choices,
        "may_ask": request.actor.may(Can.ASK_DONORS),
        "may_ask_money": request.actor.may(Can.ASK_MONEY),
    }
    return render(request, "provisions/needs.html", shown)


@staff(Can.ASK_DONORS)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Ask donors for something that would help with a need."""
    return _asking(request, participant, reference(request.GET.get("need")), None)


@staff(Can.ASK_DONORS)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: StaffRequest, participant: UUID, donation: UUID) -> HttpResponse:
    """Put an ask right; donors read the new words from then on."""
    row = there(queries.ask_named(participant, donation))
    return _asking(request, participant, row.need_id, row)


def _asking(
    request: StaffRequest, participant: UUID, need: UUID | None, row: "DonationAsk | None"
) -> HttpResponse:
    person = opened(request.actor, participant)
    start = {name: getattr(row, name) for name in ("item", "size", "helps_until", "handing")} if row else {}
    about = row.pk if row else f"{participant}:{need or ''}"
    form = filled(request, AskForm, f"provisions.ask:{about}", initial=start, row=row)
    page = Page(
        title=_("Ask donors for something"),
        section=_("Needs"),
        about=person,
        back=_home(participant),
        lede=_(
            "Donors read the thing and its size on a page of their own. It does not say whom it is for, who asks,"
            " or when."
        ),
        kept=_("What you ask for is saved. Donors read the thing and its size, and nothing else."),
        save=_("Save"),
        leave=_("Close"),
        row=row,
        template="provisions/ask.html",
        more=lambda: {"need": _words(participant, need)},
        refusals={
            rules.NoItem: ("item", _("A word for the thing is needed here. All you wrote is still here.")),
            rules.PointsAtSomebody: lambda words: (words.field, _points_at(words.found)),
        },
    )

    def keep(_told: dict[str, Any]) -> str:
        given: dict[str, Any] = {"by": request.actor, "participant": participant, "told": form.asked(need)}
        given |= {"ask": row.pk, "seen": form.seen_version() or 0} if row else {"ask": form.once()}
        kept = actions.save_ask(**given)
        page.undo = "" if row else reverse("provisions:remove", args=[participant, kept.pk])
        return page.back

    return ask(request, form, page, keep)


def _words(participant: UUID, need: UUID | None) -> str:
    told = queries.needs_with_asks(participant) if need else []
    return next((each.need.words for each in told if each.need and each.need.pk == need), "")


def _points_at(found: list[str]) -> str:
    words = ", ".join(f"“{each}”" for each in found)
    return _(
        "Donors could tell from this who it is for, or what we do: %(words)s. Please say it without; all you wrote is"
        " still here."
    ) % {"words": words}


@staff(Can.ASK_DONORS)
@require_POST
def turn(request: StaffRequest, participant: UUID, donation: UUID) -> HttpResponse:
    """Say how far an ask has come."""
    opened(request.actor, participant)
    before = there(queries.ask_named(participant, donation)).state
    state = request.POST.get("state") or request.GET.get("state", "")
    try:
        actions.change_ask_state(by=request.actor, participant=participant, ask=donation, state=state)
    except TurnedDown:
        say(request, _("Please choose one of those shown. Nothing was changed."))
        return redirect(_home(participant))
    except rules.PointsAtSomebody:
        return _in_other_words_first(request, participant, donation)
    back = f"{reverse('provisions:turn', args=[participant, donation])}?state={before}"
    say(
        request,
        _("Saved: %(state)s.") % {"state": State(state).label},
        undo_url=back if before != state else "",
    )
    return redirect(_home(participant))


def _in_other_words_first(request: StaffRequest, participant: UUID, donation: UUID) -> HttpResponse:
    """An alias or a list changed since it was written: what is said names no word of it."""
    say(
        request,
        _("By now its words say more than donors need. Please put it in other words; nothing was changed."),
    )
    return redirect("provisions:change", participant, donation)


def _donation(request: StaffRequest, participant: UUID, donation: UUID) -> "DonationAsk | None":
    opened(request.actor, participant)
    return queries.ask_named(participant, donation)


remove, restore = undo_pair(
    Can.ASK_DONORS,
    (actions.remove_ask, actions.restore_ask),
    _donation,
    lambda row: _home(row.participant_id),
    "provisions:restore",
    noun="ask",
    said=(gettext_lazy("Taken back; donors do not read it any more. It can come back for 30 days."), BACK),
    refusals={
        rules.PointsAtSomebody: lambda request, row: _in_other_words_first(
            request, row.participant_id, row.pk
        )
    },
)


@staff(Can.SEE_ASKS)
@require_safe
def wanted(request: StaffRequest) -> HttpResponse:
    """What is looked for and what has come, without whose it is."""
    trail.looked("see_wanted", request.actor.id)
    found = queries.wanted()
    shown = {
        "parts": [
            {
                "state": state.value,
                "label": state.label,
                "rows": [each for each in found if each.state == state],
            }
            for state in (State.HERE, State.PROMISED, State.ASKED)
        ],
        "is_empty": not found,
        "may_print": request.actor.may(Can.ASK_DONORS),
        "may_stock": request.actor.may(Can.KEEP_STOCK),
    }
    if shown["may_stock"]:
        shown |= stock.ready_for(request.actor, found)
    return render(request, "provisions/wanted.html", shown)


@staff(Can.ASK_DONORS)
@require_safe
def sheet(request: StaffRequest) -> HttpResponse:
    """Everything that is looked for, on paper for donors."""
    return _sheet(request, None)


@staff(Can.ASK_DONORS)
@require_safe
def sheet_of_one(request: StaffRequest, line: UUID) -> HttpResponse:
    """One thing that is looked for, on paper for donors."""
    return _sheet(request, line)


def _sheet(request: StaffRequest, line: UUID | None) -> HttpResponse:
    rows = [each for each in queries.wanted(State.ASKED) if line in (None, each.pk)]
    if line and not rows:
        raise Http404
    may = gate.for_anybody(request.actor, [f"{each.item}\n{each.size}" for each in rows], "print_donor_sheet")
    lines = [{"item": each.item, "size": each.size} for each, fine in zip(rows, may, strict=True) if fine]
    return render(
        request, "provisions/print_sheet.html", {"lines": lines, "left_out": len(rows) - len(lines)}
    )
