"""Who may open a safety plan: whom the person said, and a supervisor with a reason."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.queries import staff_list
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.keeping.rules import NotHere, NothingWritten
from alongside.participants import queries as people
from alongside.participants.opened import opened
from alongside.safety import actions, forms, queries, rules
from alongside.ui.undo import say


def colleagues(request: StaffRequest, participant: UUID, keeps: bool) -> list[tuple[str, str]]:
    """Who may still be added: any colleague, where one keeps the plan; else those who walk with them."""
    already = {each.staff_id for each in queries.openers(participant)}
    if keeps:
        return [(str(each.pk), each.name) for each in staff_list() if each.pk not in already]
    now = people.team(participant)
    walk = [each.staff for each in (now.case_manager, now.backup) if each and each.staff_id not in already]
    supervises = request.actor.may(Can.SUPERVISE)
    return [(str(each.pk), each.name) for each in walk if supervises or each.pk == request.actor.id]


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def who(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Who may open it because they said so, and writing down that they said so."""
    person = opened(request.actor, participant, "" if request.method == "POST" else "open_plan_who")
    plan = there(queries.plan_of(participant))
    keeps = queries.keeps(plan)
    these = colleagues(request, participant, keeps)
    form = filled(
        request,
        forms.WhoForm,
        f"safety.who:{participant}",
        initial={"on_call": plan.on_call_may},
        colleagues=these,
        keeps=keeps,
    )
    page = Page(
        title=_("Who may open it"),
        section=_("Safety plan"),
        about=person,
        back=reverse("safety:plan", args=[participant]),
        lede=_("It is theirs to say. They can take it back at any time."),
        kept=_("Who may open it is saved."),
        template="safety/who.html",
        more=lambda: {"person": person, "openers": queries.openers(participant), "plan": plan},
        refusals={
            NothingWritten: ("words", _("Write in a few words what they said about it.")),
            rules.NobodyChosen: ("staff", _("Please choose a colleague first.")),
            rules.NotToBeLet: ("staff", _("This colleague cannot open it. Please choose another.")),
        },
    )

    def keep(told: dict[str, Any]) -> str:
        if keeps and told["on_call"] != plan.on_call_may:
            actions.let_on_call_open(by=request.actor, participant=participant, may=told["on_call"])
        if told["words"].strip() and not told["staff"]:
            raise rules.NobodyChosen
        if told["staff"]:
            given = {"opener": form.once(), "staff": UUID(told["staff"]), "words": told["words"]}
            actions.let_open_plan(by=request.actor, participant=participant, **given)
        return page.back

    return ask(request, form, page, keep)


@staff(Can.CHANGE_RECORD)
@require_POST
def stop(request: StaffRequest, participant: UUID, opener: UUID) -> HttpResponse:
    """They no longer let this colleague open it."""
    opened(request.actor, participant)
    try:
        actions.stop_opening_plan(by=request.actor, participant=participant, opener=opener)
    except (NotHere, rules.NotToBeLet):
        raise Http404 from None
    say(request, _("The safety plan is closed to this colleague. It does not open to them any more."))
    return redirect("safety:plan", participant)


@staff(Can.SUPERVISE)
@require_http_methods(["GET", "HEAD", "POST"])
def open_it(request: StaffRequest, participant: UUID) -> HttpResponse:
    """A supervisor says why, and it opens for an hour."""
    person = opened(request.actor, participant, "" if request.method == "POST" else "open_plan_who")
    there(queries.plan_of(participant))
    form = filled(request, forms.ReasonForm, f"safety.reason:{participant}")
    page = Page(
        title=_("Open the safety plan for a reason"),
        section=_("Safety plan"),
        about=person,
        back=reverse("safety:plan", args=[participant]),
        lede=_("It opens to you for one hour. Their case manager can see that you opened it, and why."),
        save=_("Open it"),
        refusals={rules.NoReason: ("reason", _("Write why first. They can have it read to them."))},
    )

    def keep(told: dict[str, Any]) -> str:
        given = {"participant": participant, "opening": form.once(), "reason": told["reason"]}
        actions.open_plan_for_a_reason(by=request.actor, **given)
        return page.back

    return ask(request, form, page, keep)
