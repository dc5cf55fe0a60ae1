"""A participant's needs with what was asked for them; what is wanted, for the desk; and the sheet for donors."""

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
from alongside.asking.filling import filled
from alongside.consent import gate
from alongside.drafts.actions import drop_draft
from alongside.keeping.rules import ChangedMeanwhile
from alongside.participants.opened import opened
from alongside.provisions import actions, queries, rules
from alongside.provisions.choices import State
from alongside.provisions.forms import AskForm
from alongside.ui.undo import say

if TYPE_CHECKING:
    from alongside.provisions.models import DonationAsk


def _home(participant: UUID) -> str:
    return reverse("provisions:needs", args=[participant])


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None


def _ask_or_404(participant: UUID, ask: UUID) -> "DonationAsk":
    found = queries.ask_named(participant, ask)
    if found is None:
        raise Http404
    return found


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
    }
    return render(request, "provisions/needs.html", shown)


@staff(Can.ASK_DONORS)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Ask donors for something that would help with a need."""
    need = _uuid(request.GET.get("need"))
    form = filled(request, AskForm, f"provisions.ask:{participant}:{need or ''}")
    return _asking(request, participant, form, need, None)


@staff(Can.ASK_DONORS)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: StaffRequest, participant: UUID, donation: UUID) -> HttpResponse:
    """Put an ask right; donors read the new words from then on."""
    row = _ask_or_404(participant, donation)
    start = {name: getattr(row, name) for name in ("item", "size", "helps_until", "handing", "version")}
    form = filled(request, AskForm, f"provisions.ask:{donation}", initial=start)
    return _asking(request, participant, form, row.need_id, row)


def _asking(
    request: StaffRequest, participant: UUID, form: AskForm, need: UUID | None, row: "DonationAsk | None"
) -> HttpResponse:
    person = opened(request.actor, participant)
    meanwhile = False
    if request.method == "POST" and form.is_valid():
        given: dict[str, Any] = {"by": request.actor, "participant": participant, "told": form.asked(need)}
        given |= {"ask": row.pk, "seen": form.seen_version() or 0} if row else {"ask": form.once()}
        try:
            kept = actions.keep_ask(**given)
        except rules.NoItem:
            form.add_error("item", _("A word for the thing is needed here. All you wrote is still here."))
        except rules.PointsAtSomebody as words:
            form.add_error(words.field, _points_at(words.found))
        except ChangedMeanwhile:
            meanwhile = True
            form.follow(row.version if row else 0)
        else:
            drop_draft(by=request.actor, form=form.draft_key(), once=form.once())
            undo = "" if row else reverse("provisions:remove", args=[participant, kept.pk])
            said = _("Kept. Donors read the thing and its size, and nothing else.")
            say(request, said, undo_url=undo)
            return redirect(_home(participant))
    shown = {
        "person": person,
        "form": form,
        "row": row,
        "meanwhile": meanwhile,
        "need": _words(participant, need),
    }
    status = 409 if meanwhile else 422 if form.is_bound else 200
    return render(request, "provisions/ask.html", shown, status=status)


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
    before = _ask_or_404(participant, donation).state
    state = request.POST.get("state") or request.GET.get("state", "")
    try:
        actions.turn_ask(by=request.actor, participant=participant, ask=donation, state=state)
    except TurnedDown:
        say(request, _("Please choose one of those shown. Nothing was changed."))
        return redirect(_home(participant))
    except rules.PointsAtSomebody:
        return _in_other_words_first(request, participant, donation)
    back = f"{reverse('provisions:turn', args=[participant, donation])}?state={before}"
    say(
        request,
        _("Kept: %(state)s.") % {"state": State(state).label},
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


@staff(Can.ASK_DONORS)
@require_POST
def remove(request: StaffRequest, participant: UUID, donation: UUID) -> HttpResponse:
    """Take an ask back."""
    opened(request.actor, participant)
    _ask_or_404(participant, donation)
    actions.remove_ask(by=request.actor, participant=participant, ask=donation)
    back = reverse("provisions:restore", args=[participant, donation])
    say(
        request, _("Taken back; donors do not read it any more. It can come back for 30 days."), undo_url=back
    )
    return redirect(_home(participant))


@staff(Can.ASK_DONORS)
@require_POST
def restore(request: StaffRequest, participant: UUID, donation: UUID) -> HttpResponse:
    """Bring an ask back."""
    opened(request.actor, participant)
    _ask_or_404(participant, donation)
    try:
        actions.restore_ask(by=request.actor, participant=participant, ask=donation)
    except rules.PointsAtSomebody:
        return _in_other_words_first(request, participant, donation)
    say(request, _("It is back."))
    return redirect(_home(participant))


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
    }
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
