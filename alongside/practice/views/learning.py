"""Scenarios that a second person reads, the agency's topics, and who has learned what."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside import trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask
from alongside.keeping.rules import ChangedMeanwhile
from alongside.practice import actions, forms, queries, rules
from alongside.practice.views.training import read_or_404
from alongside.ui.undo import say

SCENARIO, RECORD = "practice.scenario", "practice.record:new"


@staff(Can.LEAD_TRAINING)
@require_http_methods(["GET", "POST"])
def scenario(request: StaffRequest, training: UUID) -> HttpResponse:
    """Write the scenario of a session; whoever else leads training reads it before anybody sees it."""
    read = read_or_404(request, training)
    stands = queries.scenario_of(training)
    start = {"words": stands.words} if stands else {}
    form = filled(request, forms.ScenarioForm, f"{SCENARIO}:{training}", initial=start, row=stands)
    page = Page(
        title=_("The scenario"),
        section=_("Training"),
        lede=read.session.called,
        back=reverse("practice:session", args=[training]),
        kept=_("The scenario is saved. Staff see it once a second person has read and approved it."),
        row=stands,
    )

    def keep(told: dict[str, Any]) -> str:
        actions.write_scenario(
            by=request.actor, session=training, words=told["words"], version=form.seen_version()
        )
        return page.back

    return ask(request, form, page, keep)


@staff(Can.LEAD_TRAINING)
@require_POST
def approve(request: StaffRequest, training: UUID) -> HttpResponse:
    """Say that these very words point to nobody."""
    read_or_404(request, training)
    found = queries.scenario_of(training)
    if found is None:
        raise Http404
    read = request.POST.get("version", "")
    try:
        if not (read.isascii() and read.isdigit() and len(read) < 10):
            raise ChangedMeanwhile
        actions.approve_scenario(by=request.actor, scenario=found.pk, version=int(read))
    except rules.SecondPerson:
        say(request, _("You wrote these words last, so somebody else reads and approves them."))
    except ChangedMeanwhile:
        say(request, _("The words have changed since you read them. Please read them once more."))
    else:
        say(request, _("Approved. Everybody who trains can read it now."))
    return redirect("practice:session", training)


@staff(Can.LEAD_TRAINING)
@require_http_methods(["GET", "POST"])
def topics(request: StaffRequest) -> HttpResponse:
    """The agency's topics, and a form for a new one or for the one chosen."""
    listed = queries.topics(hidden=True)
    asked = request.POST.get("topic") or request.GET.get("topic", "")
    stands = next((each for each in listed if str(each.pk) == asked), None)
    start: dict[str, Any] = {}
    if stands:
        start = {
            "topic": str(stands.pk),
            "name": stands.called,
            "refresh_months": stands.refresh_months,
            "on_profile": stands.on_profile,
            "hidden": stands.hidden,
        }
    form = forms.TopicForm(request.POST if request.method == "POST" else None, initial=start)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        if any(each.called.casefold() == told["name"].casefold() for each in listed if each is not stands):
            form.add_error("name", _("A topic of this name stands on the list already."))
        else:
            ours = stands is not None and told["name"] == stands.called and not stands.name
            actions.save_topic(
                by=request.actor,
                topic=stands.pk if stands else None,
                name="" if ours else told["name"],
                refresh_months=told["refresh_months"],
                on_profile=told["on_profile"],
                hidden=told["hidden"],
            )
            say(request, _("The topic is saved."))
            return redirect("practice:topics")
    shown = {"listed": listed, "form": form, "stands": stands}
    return render(request, "practice/topics.html", shown, status=422 if form.is_bound else 200)


@staff(Can.TRAIN)
@require_http_methods(["GET", "POST"])
def record(request: StaffRequest) -> HttpResponse:
    """Write down what I have learned elsewhere; a supervisor also for the team."""
    people = [(str(request.actor.id), _("me"))]
    if request.actor.may(Can.SUPERVISE):
        people += [(str(each.pk), each.name) for each in queries.team_of(request.actor)]
    topics = [(str(each.pk), each.called) for each in queries.topics()]
    form = filled(request, forms.RecordForm, RECORD, people=people, topics=topics)
    page = Page(
        title=_("Write down a training"),
        section=_("Training"),
        lede=_(
            "The trafficking training colleagues see in a profile comes from sessions here, or from what a"
            " supervisor writes down."
        ),
        back=reverse("practice:training"),
        kept=_("It is in the training record."),
    )

    def keep(told: dict[str, Any]) -> str:
        actions.record_training(
            by=request.actor,
            record=form.once(),
            staff=UUID(told["staff"]),
            topic=UUID(told["topic"]),
            on_day=told["on_day"],
        )
        own = told["staff"] == str(request.actor.id)
        return page.back if own else reverse("practice:coverage")

    return ask(request, form, page, keep)


@staff(Can.SUPERVISE)
@require_safe
def coverage(request: StaffRequest) -> HttpResponse:
    """Each topic across my team."""
    workers, rows = queries.coverage(request.actor)
    trail.looked("list_training_coverage", request.actor.id)
    return render(request, "practice/coverage.html", {"workers": workers, "rows": rows})
