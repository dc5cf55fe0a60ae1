"""Pages about critical periods: those of somebody, and the days the agency proposes for each kind."""

import uuid
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models.expressions import Combinable
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside import clock
from alongside.access.acts import TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.keeping.rules import reference
from alongside.participants import critical
from alongside.participants.agreeing import agree_period, decline_period, end_period, set_windows
from alongside.participants.choices import CriticalKind
from alongside.participants.forms_critical import PeriodForm, WindowsForm
from alongside.participants.opened import opened
from alongside.ui.undo import say


def _along() -> Mapping[str, Combinable]:
    return critical.beside() | critical.dates_beside()


def _back(participant: UUID) -> str:
    return reverse("participants:periods", args=[participant])


@staff(Can.CHANGE_RECORD)
@require_safe
def periods(request: StaffRequest, participant: UUID) -> HttpResponse:
    """What is live, what is to come, what is proposed, and what was."""
    person = opened(request.actor, participant, "open_periods", _along)
    found, today = critical.periods(person), clock.today()
    shown = {
        "person": person,
        "live": critical.live(found, today),
        "agreed": [each for each in found if each.is_open and each.ends_on >= today],
        "before": [each for each in found if not each.is_open or each.ends_on < today],
        "proposed": critical.proposed(person, found),
    }
    return render(request, "participants/periods.html", shown)


@staff(Can.CHANGE_RECORD)
@require_POST
def answer(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Agree to the days that are proposed, or decline them; sent twice, it is one answer."""
    person = opened(request.actor, participant, along=_along)
    wanted = reference(request.POST.get("of"))
    for each in critical.proposed(person, critical.periods(person)):
        if each.of.ref == wanted:
            given: dict[str, Any] = {"by": request.actor, "participant": participant, "period": uuid.uuid4()}
            given |= {"begins_on": each.begins_on, "ends_on": each.ends_on, "of": each.of}
            if request.POST.get("answer") == "decline":
                decline_period(**given)
                say(request, _("Declined. Nothing shows, and it is not proposed again."))
            else:
                agree_period(**given, kind=each.of.kind)
                say(request, _("Critical period saved."))
            break
    return redirect(_back(participant))


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Set one by hand, or give what is proposed other days."""
    person = opened(request.actor, participant, along=_along)
    wanted = reference(request.POST.get("of") or request.GET.get("of"))
    proposed = critical.proposed(person, critical.periods(person)) if wanted else []
    hard = next((each for each in proposed if each.of.ref == wanted), None)
    start: dict[str, Any] = {"intensity": "more"}
    if hard:
        start |= {"kind": hard.of.kind, "begins_on": hard.begins_on, "ends_on": hard.ends_on, "of": wanted}
    key = f"participants.period:new:{participant}:{wanted or ''}"
    form = filled(request, PeriodForm, key, initial=start)
    return _asked(request, form, person, None, hard)


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: StaffRequest, participant: UUID, period: UUID) -> HttpResponse:
    """Other days, or more or less support."""
    person = opened(request.actor, participant)
    row = there(critical.period_named(participant, period))
    start = {name: getattr(row, name) for name in ("kind", "begins_on", "ends_on", "intensity", "words")}
    form = filled(request, PeriodForm, f"participants.period:{period}", initial=start, row=row)
    return _asked(request, form, person, row, None)


def _asked(
    request: StaffRequest, form: PeriodForm, person: Any, row: Any, hard: critical.Proposed | None
) -> HttpResponse:
    page = Page(
        title=_("Change a critical period") if row else _("Set a critical period"),
        section=_("Critical periods"),
        about=person,
        back=_back(person.pk),
        lede=_("Days before and after a hard date with more support. They can be longer, shorter, or none."),
        kept=_("Critical period saved."),
        row=row,
        refusals={TurnedDown: ("ends_on", _("The last day comes after the first, within two years."))},
    )

    def keep(told: dict[str, Any]) -> str:
        agree_period(
            by=request.actor,
            participant=person.pk,
            period=row.pk if row else form.once(),
            seen=form.seen_version() if row else None,
            of=hard.of if hard else None,
            **{name: told[name] for name in ("begins_on", "ends_on", "intensity", "words")},
            kind=told["kind"] or CriticalKind.OTHER,
        )
        return page.back

    return ask(request, form, page, keep)


@staff(Can.CHANGE_RECORD)
@require_POST
def end(request: StaffRequest, participant: UUID, period: UUID) -> HttpResponse:
    """Nothing of it shows any more; it can be agreed again."""
    opened(request.actor, participant)
    if critical.period_named(participant, period) is None:
        raise Http404
    end_period(by=request.actor, participant=participant, period=period)
    say(request, _("Ended. Nothing of it shows any more."))
    return redirect(_back(participant))


@staff(Can.SET_UP_AGENCY)
@require_http_methods(["GET", "HEAD", "POST"])
def windows(request: StaffRequest) -> HttpResponse:
    """How many days before and after are proposed for each kind."""
    form = WindowsForm(request.POST or None, windows=critical.windows())
    page = Page(
        title=_("Critical periods"),
        section=_("Critical periods"),
        back=reverse("program:program"),
        lede=_(
            "How many days of more support are proposed before and after each kind of hard date. This is your practice,"
            " not a rule of law. What was agreed with someone stays as it is."
        ),
        kept=_("The days are saved. New proposals follow it."),
        template="participants/windows.html",
    )

    def keep(_told: dict[str, Any]) -> str:
        set_windows(by=request.actor, days=form.changed())
        return reverse("participants:windows")

    return ask(request, form, page, keep)
