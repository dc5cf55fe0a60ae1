"""Pages that say what walking with somebody takes, what others weigh, and the agency's own numbers."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.caseload import actions, forms, queries, telling
from alongside.keeping.rules import NotHere
from alongside.participants.opened import opened
from alongside.ui.undo import say


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def intensity(request: StaffRequest, participant: UUID) -> HttpResponse:
    """What walking with somebody takes just now, in three presses."""
    person = opened(request.actor, participant, "" if request.method == "POST" else "open_intensity")
    stands = queries.intensity_of(participant)
    weighs = queries.own_weight_of(participant)
    names = ("level", "far", "interpreter")
    start = {name: getattr(stands, name) for name in names} if stands else {"level": "steady"}
    form = filled(request, forms.IntensityForm, f"caseload.intensity:{participant}", initial=start)
    leads = request.actor.may(Can.SEE_TEAM_LOAD)
    page = Page(
        title=_("Intensity"),
        section=_("Intensity"),
        about=person,
        back=reverse("desk:participant", args=[participant]),
        lede=_(
            "What walking with them takes of your week just now. It says nothing about them: it is not their season and"
            " not the support level they chose."
        ),
        kept=_("Intensity saved."),
        template="caseload/intensity.html",
        more={
            "own": telling.figure(weighs.amount) if weighs and weighs.amount else "",
            "weighs": weighs,
            "person": person,
            "leads": leads,
        },
    )

    def keep(told: dict[str, Any]) -> str:
        given = {name: told[name] for name in names}
        actions.set_intensity(by=request.actor, participant=participant, row=form.once(), **given)
        return page.back

    return ask(request, form, page, keep)


@staff(Can.SEE_TEAM_LOAD)
@require_http_methods(["GET", "HEAD", "POST"])
def own_weight(request: StaffRequest, participant: UUID) -> HttpResponse:
    """A weight for this one person, in place of every reason."""
    person = opened(request.actor, participant)
    stands = queries.own_weight_of(participant)
    start = (
        {"amount": f"{stands.amount.normalize():f}", "words": stands.words}
        if stands and stands.amount
        else {}
    )
    form = filled(request, forms.OwnWeightForm, f"caseload.weight:{participant}", initial=start)
    page = Page(
        title=_("A weight of their own"),
        section=_("Intensity"),
        about=person,
        back=reverse("caseload:intensity", args=[participant]),
        lede=_(
            "One person can take as much as many others. The number counts from now on, until you change it."
        ),
        kept=_("The weight is saved."),
    )

    def keep(told: dict[str, Any]) -> str:
        given = {"amount": told["amount"], "words": told["words"]}
        actions.set_own_weight(by=request.actor, participant=participant, row=form.once(), **given)
        return page.back

    return ask(request, form, page, keep)


@staff(Can.SEE_TEAM_LOAD)
@require_http_methods(["GET", "HEAD", "POST"])
def other_people(request: StaffRequest, worker: UUID) -> HttpResponse:
    """Other people in the same caseload: a number and a weight, no record and no name."""
    found = there(queries.worker_named(request.actor, worker))
    if found.pk == request.actor.id:
        raise Http404
    form = filled(request, forms.OtherPeopleForm, f"caseload.others:{worker}")
    page = Page(
        title=_("Other people they work with"),
        section=_("Load"),
        back=reverse("caseload:of_worker", args=[worker]),
        lede=_(
            "People of another program, of whom no record is here. They count as a number; nobody is named."
        ),
        kept=_("The load is saved."),
    )

    def keep(told: dict[str, Any]) -> str:
        given = {name: told[name] for name in ("called", "number", "weight")}
        actions.add_other_people(by=request.actor, row=form.once(), staff=worker, **given)
        return page.back

    return ask(request, form, page, keep)


@staff(Can.SEE_TEAM_LOAD)
@require_POST
def end_other_people(request: StaffRequest, others: UUID) -> HttpResponse:
    """They count no more."""
    stands = there(queries.other_named(others))
    try:
        actions.end_other_people(by=request.actor, other=others)
    except NotHere as refused:
        raise Http404 from refused
    say(request, _("They count no more from today on."))
    return redirect("caseload:of_worker", stands.staff_id)


@staff(Can.SET_UP_AGENCY)
@require_http_methods(["GET", "HEAD", "POST"])
def measures(request: StaffRequest) -> HttpResponse:
    """The agency's own numbers."""
    form = forms.MeasuresForm(request.POST or None, measures=queries.measures())
    page = Page(
        title=_("Load and capacity"),
        section=_("Load and capacity"),
        back=reverse("program:program"),
        lede=_(
            "What walking with one person weighs, and what fits a full-time week. What stands here at first is common"
            " practice, not a rule: any number above nothing is fine. Weeks before today keep the numbers they had."
        ),
        kept=_("The numbers are saved. They count from now on."),
    )

    def keep(_told: dict[str, Any]) -> str:
        actions.set_measures(by=request.actor, amounts=form.changed())
        return reverse("caseload:measures")

    return ask(request, form, page, keep)
