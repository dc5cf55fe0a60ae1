"""Swaps agreed by both, and hand-over sheets from shift to shift."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside import clock
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask
from alongside.keeping.rules import NotHere
from alongside.participants.finding import found_by_alias
from alongside.ui.undo import say
from alongside.vault.folding import fold
from alongside.workforce import may_be, queries, rota_actions, rota_queries, rules
from alongside.workforce.line import said_of
from alongside.workforce.queries import IN_SIGHT
from alongside.workforce.rota_forms import HandOverForm, SwapForm


@staff(Can.WORK_HERE)
@require_http_methods(["GET", "HEAD", "POST"])
def swap(request: StaffRequest, shift: UUID) -> HttpResponse:
    """Ask a colleague to take a shift of one's own, or to exchange it."""
    mine = queries.shift_named(shift)
    if mine is None or mine.staff_id != request.actor.id or mine.during.lower <= clock.now():
        raise Http404
    others = [
        each for each in rota_queries.to_come(clock.now() + 4 * IN_SIGHT) if each.staff_id != mine.staff_id
    ]
    colleagues = may_be.colleagues()
    form = SwapForm(
        request.POST or None,
        staff=[each for each in colleagues.choices if each[0] != str(mine.staff_id)],
        shifts=[(str(each.pk), str(each.staff_id), f"{each.staff}: {said_of(each)}") for each in others],
    )
    page = Page(
        title=_("Ask to swap"),
        section=_("On call"),
        lede=said_of(mine),
        back=reverse("workforce:on_call"),
        template="workforce/swap.html",
        more={"colleagues": colleagues, "needed": may_be.what_is_needed()},
        kept=_("They are asked. The shift is yours until they say yes."),
        save=_("Ask them"),
        refusals={
            rules.SwapIsOver: (
                None,
                _("One of these shifts has begun or changed hands. Please look at the list."),
            ),
            rules.NotWorkingHere: (
                "of",
                _("This account is not in use any more. Please choose somebody else."),
            ),
            rules.MayNotBeOnCall: (
                None,
                _("One of you may not be on call by their roles, so this cannot be asked."),
            ),
        },
    )

    def keep(told: dict[str, Any]) -> str:
        back = UUID(told["in_return"]) if told["in_return"] else None
        rota_actions.ask_swap(
            by=request.actor, swap=form.once(), shift=shift, of=UUID(told["of"]), in_return=back
        )
        return page.back

    return ask(request, form, page, keep)


@staff(Can.WORK_HERE)
@require_POST
def say_yes(request: StaffRequest, swap: UUID) -> HttpResponse:
    """Yes changes the rota at once."""
    return _answered(request, swap, True)


@staff(Can.WORK_HERE)
@require_POST
def say_no(request: StaffRequest, swap: UUID) -> HttpResponse:
    """No leaves it as it is."""
    return _answered(request, swap, False)


def _answered(request: StaffRequest, swap: UUID, is_yes: bool) -> HttpResponse:
    try:
        rota_actions.answer_swap(by=request.actor, swap=swap, yes=is_yes)
    except NotHere as gone:
        raise Http404 from gone
    except rules.TwoPlacesAtOnce:
        say(request, _("One of you is on call at that time already, so it stays as it is."))
    except rules.AwayThemselves:
        say(request, _("One of you is away then, so it stays as it is."))
    except rules.MayNotBeOnCall:
        say(request, _("One of you may not be on call by their roles, so it stays as it is."))
    except (rules.SwapIsOver, rules.NotWorkingHere):
        say(request, _("This was settled in the meantime, or the shift has begun. Please look at the list."))
    else:
        yes = _("You agreed. The list shows it now.")
        say(request, yes if is_yes else _("You said no. The shift stays with them."))
    return redirect("workforce:on_call")


@staff(Can.WORK_HERE)
@require_POST
def take_back_swap(request: StaffRequest, swap: UUID) -> HttpResponse:
    """Ask no more."""
    try:
        rota_actions.take_back_swap(by=request.actor, swap=swap)
    except NotHere as gone:
        raise Http404 from gone
    say(request, _("Nobody is asked any more. The shift is yours."))
    return redirect("workforce:on_call")


@staff(Can.WORK_HERE)
@require_safe
def hand_overs(request: StaffRequest) -> HttpResponse:
    """The sheets of the last seven days that one may read."""
    sheets = rota_queries.hand_overs()
    people = rota_queries.people_of(sheets)
    shown = {
        "sheets": [{"one": each, "person": people.get(each.about or "")} for each in sheets],
        "me": request.actor.id,
        "writes": rota_queries.is_on_call(),
    }
    return render(request, "workforce/hand_overs.html", shown)


@staff(Can.WORK_HERE)
@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: StaffRequest) -> HttpResponse:
    """Leave something for the next on call; only whoever is on call at this minute does."""
    if not rota_queries.is_on_call():
        raise Http404
    form = filled(request, HandOverForm, "workforce.hand_over")
    page = Page(
        title=_("Hand-over"),
        section=_("On call"),
        lede=_(
            "Whoever comes next reads it, those on call now, and supervisors. It goes by itself after seven days;"
            " what somebody needs for longer belongs on their page."
        ),
        back=reverse("workforce:hand_overs"),
        kept=_("Your hand-over is saved. The next one on call finds it first."),
    )

    def keep(told: dict[str, Any]) -> str | None:
        about = None
        if asked := told["about"].strip():
            named = [each for each in found_by_alias(request.actor, asked) if fold(each.alias) == fold(asked)]
            if len(named) != 1:
                form.add_error(
                    "about", _("You reach nobody by this one name. Write it as it stands, or leave it blank.")
                )
                return None
            about = named[0].pk
        rota_actions.write_hand_over(by=request.actor, sheet=form.once(), words=told["words"], about=about)
        return page.back

    return ask(request, form, page, keep)


@staff(Can.WORK_HERE)
@require_POST
def take_back_hand_over(request: StaffRequest, sheet: UUID) -> HttpResponse:
    """Take back a hand-over of one's own."""
    try:
        rota_actions.take_back_hand_over(by=request.actor, sheet=sheet)
    except NotHere as gone:
        raise Http404 from gone
    say(request, _("Your hand-over is gone."))
    return redirect("workforce:hand_overs")
