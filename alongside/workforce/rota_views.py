"""Putting several days at once: looked at before anything is kept."""

from datetime import datetime, time, timedelta
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from alongside import clock
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.page import Page, ask, shown
from alongside.ui.undo import say
from alongside.workforce import may_be, rota_actions, rota_queries, rules
from alongside.workforce.choices import Place, Seats, Turns
from alongside.workforce.line import day_and_hours, gaps, span
from alongside.workforce.rota_forms import RotaForm
from alongside.workforce.rota_queries import Looked, Rota
from alongside.workforce.rota_rules import Planned, digest, planned

MEANWHILE = gettext_lazy("Somebody set other shifts in the meantime. Please look once more.")


def _start(rota: Rota) -> dict[str, Any]:
    """From the day on which the list ends, or from tomorrow."""
    ends = [each.begins for each in gaps(rota) if each.ends is None]
    first = timezone.localtime(min(ends)).date() if ends else clock.today() + timedelta(days=1)
    return {
        "begins_on": first,
        "ends_on": first + timedelta(days=27),
        "weekdays": [str(number) for number in range(7)],
        "since": time(8),
        "until": time(8),
        "seats": Seats.FIRST,
        "turns": Turns.WEEK,
    }


@staff(Can.SET_ON_CALL)
@require_http_methods(["GET", "HEAD", "POST"])
def rota(request: StaffRequest) -> HttpResponse:
    """Several days at once: the first press shows what it would be, the second keeps what is ticked."""
    colleagues = may_be.colleagues()
    form = RotaForm(
        request.POST or None,
        initial=_start(rota_queries.rota_for(request.actor.id).now()),
        staff=colleagues.choices,
    )
    page = Page(
        title=_("Put several days at once"),
        section=_("On call"),
        lede=_("You see every shift before anything is kept."),
        back=reverse("workforce:on_call"),
        template="workforce/rota.html",
        more={"looked": None} | _beside(colleagues),
    )

    def keep(_told: dict[str, Any]) -> HttpResponse | str | None:
        looked = rota_queries.looked_at(planned(form.pattern(), clock.zone()))
        sent = digest([each.shift for each in looked])
        ticked = set(request.POST.getlist("put"))
        chosen = [each.shift for each in looked if each.fits and each.shift.key in ticked]
        if request.POST.get("do") == "put" and request.POST.get("looked") == sent:
            if chosen and len(chosen) == len(ticked):
                return _put(request, form, chosen) or _look(request, form, page, looked, str(MEANWHILE))
            again = str(MEANWHILE) if chosen else _("None of these is ticked. Nothing was kept.")
            return _look(request, form, page, looked, again)
        return _look(request, form, page, looked)

    return ask(request, form, page, keep)


def _beside(colleagues: may_be.Colleagues) -> dict[str, Any]:
    return {"colleagues": colleagues, "needed": may_be.what_is_needed()}


def _put(request: StaffRequest, form: RotaForm, chosen: list[Planned]) -> str:
    try:
        at = rota_actions.put_rota(by=request.actor, once=form.once(), shifts=chosen)
    except (rules.PlaceTaken, rules.TwoPlacesAtOnce, rules.NotWorkingHere, rules.MayNotBeOnCall):
        return ""
    count = len(chosen)
    said = ngettext("One shift is set.", "%(count)s shifts are set.", count) % {"count": count}
    back = f"{reverse('workforce:rota_back')}?at={at.timestamp()}"
    say(request, said, undo_url=back)
    return reverse("workforce:on_call")


def _look(
    request: StaffRequest, form: RotaForm, page: Page, looked: list[Looked], trouble: str = ""
) -> HttpResponse:
    fit = [each for each in looked if each.fits]
    page.more = _beside(may_be.colleagues()) | {
        "looked": [
            (each, day_and_hours(each.shift.begins, each.shift.ends), why_not(each)) for each in looked
        ],
        "digest": digest([each.shift for each in looked]),
        "fit": ngettext("One shift fits.", "%(count)s shifts fit.", len(fit)) % {"count": len(fit)},
        "count": len(fit),
        "places": dict(Place.choices),
        "trouble": trouble,
        "ticked": request.POST.getlist("put") if trouble else None,
    }
    return shown(request, form, page, status=409 if trouble else 200)


def why_not(each: Looked) -> str:
    """What speaks against it, in words."""
    if each.shift.is_empty:
        return _("The clocks go forward: these hours do not come on that day.")
    if each.is_over:
        return _("This time is over.")
    if each.stands is None:
        away = _("%(name)s is away then. Tick it only if you agreed on it.") % {"name": each.staff.name}
        return away if each.off else ""
    told = {
        "name": each.stands.staff.name,
        "hours": span(each.stands.during.lower, each.stands.during.upper, each.shift.begins.date()),
    }
    if each.stands.place == each.shift.place:
        return _("%(name)s has this place already: %(hours)s.") % told
    if each.stands.place == Place.FIRST:
        return _("%(name)s is first on call at that time already: %(hours)s.") % told
    return _("%(name)s is second on call at that time already: %(hours)s.") % told


@staff(Can.SET_ON_CALL)
@require_POST
def take_back(request: StaffRequest) -> HttpResponse:
    """The way back after several days were put at once."""
    try:
        at = datetime.fromtimestamp(float(request.GET.get("at", "")), clock.UTC)
    except (ValueError, OverflowError, OSError):
        raise Http404 from None
    rota_actions.take_back_rota(by=request.actor, at=at)
    say(request, _("They are off call."))
    return redirect("workforce:on_call")
