"""Who is on call now and in the next two weeks, and setting it."""

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from alongside import clock
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency import queries as agency
from alongside.asking.page import Page, ask
from alongside.ui.undo import say
from alongside.workforce import actions, line, may_be, queries, rota_queries, rules
from alongside.workforce.choices import Place
from alongside.workforce.forms import PhoneForm, ShiftForm
from alongside.workforce.line import by_days, fills, gap_named, now_of
from alongside.workforce.line import gaps as gaps_of

NEEDS_THE_ROLE = gettext_lazy("Their roles do not let them answer on call. Please choose somebody else.")


def _start(gap: rules.Gap | None) -> dict[str, Any]:
    """What the form begins with: a gap, where there is one."""
    if gap is not None:
        begins = timezone.localtime(gap.begins)
        ends = timezone.localtime(gap.ends) if gap.ends else begins + timedelta(hours=12)
        return {"place": gap.place, "begins": begins, "ends": ends}
    begins = timezone.localtime(clock.now()).replace(minute=0, second=0, microsecond=0)
    return {"place": Place.FIRST, "begins": begins, "ends": begins + timedelta(hours=12)}


@staff(Can.WORK_HERE)
@require_safe
def on_call(request: StaffRequest) -> HttpResponse:
    """Everybody sees who is on call; supervisors and administrators find the form to set it beside."""
    return _page(request, None)


@staff(Can.SET_ON_CALL)
@require_POST
def put(request: StaffRequest) -> HttpResponse:
    """Put somebody on call."""
    start = _start(
        gap_named(request.GET.get("gap", ""), gaps_of(rota_queries.rota_for(request.actor.id).now()))
    )
    colleagues = may_be.colleagues()
    form = ShiftForm(request.POST, initial=start, staff=colleagues.choices)
    if form.is_valid() and _put(request, form):
        return redirect("workforce:on_call")
    return _page(request, form, colleagues)


def _page(
    request: StaffRequest, form: ShiftForm | None, colleagues: may_be.Colleagues | None = None
) -> HttpResponse:
    rota = rota_queries.rota_for(request.actor.id).now()
    shifts, gaps = rota.shifts, gaps_of(rota)
    every = [*shifts, *rota.unanswered]
    gap = gap_named(request.GET.get("gap", ""), gaps) or next(iter(gaps), None)
    if form is None and request.actor.may(Can.SET_ON_CALL):
        colleagues = may_be.colleagues()
        form = ShiftForm(initial=_start(gap), staff=colleagues.choices)
    running, me = now_of(shifts), request.actor.id
    shown = {
        "days": by_days(every, gaps),
        "unanswered": rota.unanswered,
        "colleagues": colleagues,
        "needed": may_be.what_is_needed(),
        "phones": queries.phones(),
        "line": line,
        "mine": [each for each in every if each.staff_id == me],
        "now": clock.now(),
        "swaps": rota_queries.my_swaps(me),
        "fills": f"?gap={fills(gap).partition('=')[2].partition('#')[0]}" if gap else "",
        "first": running.get(Place.FIRST),
        "second": running.get(Place.SECOND),
        "agency": agency.agency(),
        "form": form,
        "may_print": request.actor.may(Can.PRINT_OUTAGE_PAGE),
    }
    return render(request, "workforce/on_call.html", shown, status=422 if form and form.is_bound else 200)


@staff(Can.WORK_HERE)
def my_number(request: StaffRequest) -> HttpResponse:
    """Give a number to colleagues on call, change it, or take it back."""
    form = PhoneForm(request.POST or None, initial={"number": queries.my_phone(request.actor)})
    page = Page(
        title=_("Your number for colleagues on call"),
        section=_("On call"),
        lede=_(
            "Only colleagues who are on call at that moment, and supervisors, see it, while you stand in the list."
            " Nobody else does, and it goes when your account is closed."
        ),
        back=reverse("workforce:on_call"),
        kept=_("Your number is saved. Clear it here whenever you like."),
    )

    def keep(told: dict[str, Any]) -> str:
        actions.give_phone(by=request.actor, phone=form.once(), number=told["number"].strip())
        return page.back

    return ask(request, form, page, keep)


def _put(request: StaffRequest, form: ShiftForm) -> bool:
    told = form.cleaned_data
    try:
        actions.put_on_call(
            by=request.actor,
            shift=form.once(),
            staff=UUID(told["staff"]),
            place=Place(told["place"]),
            begins=told["begins"],
            ends=told["ends"],
        )
    except rules.PlaceTaken:
        form.add_error(
            None,
            _("Somebody has this place for part of that time. Choose other times, or take them off first."),
        )
    except rules.TwoPlacesAtOnce:
        form.add_error(
            "staff", _("They are on call at that time already. Choose somebody else, or other times.")
        )
    except rules.NotWorkingHere:
        form.add_error("staff", _("This account is not in use any more. Please choose somebody else."))
    except rules.MayNotBeOnCall:
        form.add_error("staff", NEEDS_THE_ROLE)
    else:
        say(request, _("They are on call as you set it."))
        return True
    return False


@staff(Can.SET_ON_CALL)
@require_POST
def take_off(request: StaffRequest, shift: UUID) -> HttpResponse:
    """Take somebody off call, with a way back."""
    found = queries.shift_named(shift)
    if found is None:
        raise Http404
    now = clock.now()
    actions.take_off_call(by=request.actor, shift=shift)
    again = {
        "staff": found.staff_id,
        "place": found.place,
        "begins": max(found.during.lower, now).astimezone(UTC).isoformat(),
        "ends": found.during.upper.astimezone(UTC).isoformat(),
    }
    back = f"{reverse('workforce:put_back')}?{urlencode(again)}" if found.during.upper > now else ""
    say(request, _("They are off call."), undo_url=back)
    return redirect("workforce:on_call")


@staff(Can.SET_ON_CALL)
@require_POST
def put_back(request: StaffRequest) -> HttpResponse:
    """The way back after taking somebody off call."""
    told = request.GET
    try:
        actions.put_on_call(
            by=request.actor,
            shift=ShiftForm(staff=()).once(),
            staff=UUID(told.get("staff", "")),
            place=Place(told.get("place", "")),
            begins=datetime.fromisoformat(told.get("begins", "")),
            ends=datetime.fromisoformat(told.get("ends", "")),
        )
    except ValueError:
        say(request, _("That time is taken by now. Please look at the list."))
    else:
        say(request, _("They are on call again."))
    return redirect("workforce:on_call")
