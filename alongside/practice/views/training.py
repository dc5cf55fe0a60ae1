"""Training sessions: what is coming, signing up, and what one takes along."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, ask_once_more, there
from alongside.practice import actions, forms, queries, rules
from alongside.practice.queries import SessionRead
from alongside.ui.undo import say

SESSION, THOUGHTS = "practice.session", "practice.thoughts"
FIELDS = ("title", "minutes", "places", "facilitator", "where")


def read_or_404(request: StaffRequest, training: UUID) -> SessionRead:
    """The session of an address."""
    found = queries.session_read(request.actor, training)
    if found is None:
        raise Http404
    return found


@staff(Can.TRAIN)
@require_safe
def training(request: StaffRequest) -> HttpResponse:
    """What is coming, and what I have learned."""
    read = queries.sessions(request.actor)
    leads = request.actor.may(Can.LEAD_TRAINING)
    shown = {
        "coming": [each for each in read if not each.has_begun],
        "been": [each for each in read if each.has_begun][::-1],
        "learned": queries.own_record(request.actor),
        "leads": leads,
        "to_read": queries.scenarios_to_read(request.actor) if leads else [],
        "supervises": request.actor.may(Can.SUPERVISE),
    }
    return render(request, "practice/training.html", shown)


@staff(Can.TRAIN)
@require_safe
def session(request: StaffRequest, training: UUID) -> HttpResponse:
    """One session, with its scenario once a second person approved it."""
    read = read_or_404(request, training)
    leads = request.actor.may(Can.LEAD_TRAINING)
    scenario = queries.scenario_of(training)
    shown = {
        "read": read,
        "leads": leads,
        "scenario": scenario,
        "wrote": scenario is not None and request.actor.id == scenario.changed_by_id,
        "who": queries.who_comes(training) if leads else [],
    }
    return render(request, "practice/session.html", shown)


@staff(Can.TRAIN)
@require_POST
def sign_up(request: StaffRequest, training: UUID) -> HttpResponse:
    """Take a place, or wait for one."""
    read_or_404(request, training)
    try:
        has_place = actions.sign_up(by=request.actor, session=training)
    except rules.NotThere:
        say(request, _("This session has begun or was called off, so nobody signs up any more."))
    else:
        back = reverse("practice:step_back", args=[training])
        say(
            request,
            _("You have a place.") if has_place else _("You are on the list if a place opens."),
            undo_url=back,
        )
    return redirect("practice:session", training)


@staff(Can.TRAIN)
@require_POST
def step_back(request: StaffRequest, training: UUID) -> HttpResponse:
    """Give the place back."""
    read_or_404(request, training)
    actions.step_back(by=request.actor, session=training)
    back = reverse("practice:sign_up", args=[training])
    say(request, _("Your place is free for somebody else."), undo_url=back)
    return redirect("practice:session", training)


@staff(Can.LEAD_TRAINING)
@require_http_methods(["GET", "POST"])
def plan(request: StaffRequest) -> HttpResponse:
    """Plan a session."""
    return _planning(request, f"{SESSION}:new", None)


@staff(Can.LEAD_TRAINING)
@require_http_methods(["GET", "POST"])
def change(request: StaffRequest, training: UUID) -> HttpResponse:
    """Change a session."""
    return _planning(request, f"{SESSION}:{training}", read_or_404(request, training))


def _planning(request: StaffRequest, key: str, read: SessionRead | None) -> HttpResponse:
    start: dict[str, Any] = {}
    topics = [(str(each.pk), each.called) for each in queries.topics()]
    if read is not None:
        stands = read.session
        start = {name: getattr(stands, name) for name in FIELDS}
        start |= {"topic": str(stands.topic_id), "at": timezone.localtime(stands.at)}
        if stands.topic.hidden:
            topics.append((str(stands.topic_id), stands.topic.called))
    row = read.session if read else None
    form = filled(request, forms.SessionForm, key, initial=start, row=row, topics=topics)
    page = Page(
        title=_("Change the session") if row else _("Plan a session"),
        section=_("Training"),
        back=reverse("practice:session", args=[row.pk]) if row else reverse("practice:training"),
        kept=_("The session stands."),
        row=row,
        template="practice/plan_training.html",
    )

    def keep(told: dict[str, Any]) -> str:
        new = row.pk if row else form.once()
        actions.plan_training(
            by=request.actor,
            session=new,
            topic=UUID(told["topic"]),
            at=told["at"],
            version=form.seen_version(),
            **{name: told[name] for name in FIELDS},
        )
        return reverse("practice:session", args=[new])

    return ask(request, form, page, keep)


@staff(Can.LEAD_TRAINING)
@require_POST
def cancel_training(request: StaffRequest, training: UUID) -> HttpResponse:
    """Call a session off, or let it stand again."""
    read = read_or_404(request, training)
    off = read.session.cancelled_at is None
    actions.cancel_training(by=request.actor, session=training, off=off)
    back = reverse("practice:cancel_training", args=[training])
    say(request, _("The session is called off.") if off else _("The session stands."), undo_url=back)
    return redirect("practice:session", training)


@staff(Can.TRAIN)
@require_http_methods(["GET", "POST"])
def thoughts(request: StaffRequest, training: UUID) -> HttpResponse:
    """What I take with me from a session I came to; keeping it writes the session into my record."""
    read = read_or_404(request, training)
    stands = queries.own_thoughts(request.actor, training)
    if stands is None and not (read.comes and read.has_begun and not read.session.cancelled_at):
        raise Http404
    start = {"stays": stands.stays, "tries": stands.tries} if stands else {}
    form = filled(request, forms.ThoughtsForm, f"{THOUGHTS}:{training}", initial=start, row=stands)
    page = Page(
        title=_("After the session"),
        section=_("Training"),
        lede=read.session.called,
        back=reverse("practice:session", args=[training]),
        kept=_("Your thoughts are saved, for you alone. That you were there is in your training record."),
        row=stands,
        template="practice/thoughts.html",
        more={"training": training},
    )

    def keep(told: dict[str, Any]) -> str:
        actions.think_back(
            by=request.actor,
            session=training,
            stays=told["stays"],
            tries=told["tries"],
            version=form.seen_version(),
        )
        return reverse("practice:training")

    return ask(request, form, page, keep)


@staff(Can.TRAIN)
@require_http_methods(["GET", "POST"])
def forget_thoughts(request: StaffRequest, training: UUID) -> HttpResponse:
    """Delete what I kept from a session, after being asked once."""
    page = Page(
        title=_("Delete this for good?"),
        section=_("Training"),
        lede=_("Your words go now and cannot come back. That you were there stays in your training record."),
        back=reverse("practice:thoughts", args=[training]),
        save=_("Delete for good"),
        kept=_("Deleted for good."),
        row=there(queries.own_thoughts(request.actor, training)),
        stands=lambda row: [("", row.stays), ("", row.tries)],
    )

    def forget() -> str:
        actions.forget_thoughts(by=request.actor, session=training)
        return reverse("practice:session", args=[training])

    return ask_once_more(request, page, forget, draft=f"{THOUGHTS}:{training}")
