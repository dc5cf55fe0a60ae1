"""Supervision: what is brought, when the two meet, and the sheet for it. Nothing here says what was said."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside import clock, trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.drafts.actions import drop_draft
from alongside.keeping.rules import ChangedMeanwhile
from alongside.meetings.rules import TimeIsKept
from alongside.practice import actions, forms, queries, rules
from alongside.practice.queries import Brought, Supervision
from alongside.practice.since import how_long_since
from alongside.ui.undo import say

BROUGHT, SUPERVISION = "practice.brought", "practice.supervision"


def _worker_or_404(request: StaffRequest, worker: UUID) -> Any:
    found = queries.worker_named(request.actor, worker)
    if found is None:
        raise Http404
    return found


def _home(request: StaffRequest, worker: UUID) -> str:
    if worker == request.actor.id:
        return reverse("practice:supervision")
    return reverse("practice:supervision_of", args=[worker])


@staff(Can.REFLECT)
@require_safe
def supervision(request: StaffRequest) -> HttpResponse:
    """My own supervision; and, for a supervisor, each of the team."""
    me = _worker_or_404(request, request.actor.id)
    shown = _of(request, me)
    if request.actor.may(Can.SUPERVISE):
        shown["team"] = [
            {"between": each, "since": how_long_since(each.last)} for each in queries.team(request.actor)
        ]
    trail.looked("list_supervision", request.actor.id)
    return render(request, "practice/supervision.html", shown)


@staff(Can.SUPERVISE)
@require_safe
def of_worker(request: StaffRequest, worker: UUID) -> HttpResponse:
    """What somebody of my team and I bring, and when we meet."""
    found = _worker_or_404(request, worker)
    trail.looked("open_supervision", request.actor.id, "agency.staff", found.pk)
    return render(request, "practice/supervision_of.html", _of(request, found))


def _of(request: StaffRequest, worker: Any) -> dict[str, Any]:
    pair = queries.pair_of(worker)
    items = queries.brought(pair)
    times = queries.supervisions(worker.pk)
    now = clock.now()
    held = [each for each in times if each.held]
    return {
        "worker": worker,
        "mine": worker.pk == request.actor.id,
        "brought": [each for each in items if each.talked_at is None],
        "talked": [each for each in items if each.talked_at is not None],
        "coming": [each for each in times if not each.held and each.at >= now][::-1],
        "open": [each for each in times if not each.held and each.at < now],
        "held": held,
        "since": how_long_since(held[0].at if held else None),
        "me": request.actor.id,
    }


def _from(request: StaffRequest) -> UUID | None:
    with suppress(ValueError):
        return UUID(request.POST.get("from") or request.GET.get("from", ""))
    return None


@staff(Can.REFLECT)
@require_http_methods(["GET", "POST"])
def bring(request: StaffRequest) -> HttpResponse:
    """Bring something to my supervisor: from a reflection of mine, which stays with me, or from nothing."""
    me = _worker_or_404(request, request.actor.id)
    reflection = queries.reflection_named(request.actor, source) if (source := _from(request)) else None
    start = {}
    if reflection is not None:
        said = [getattr(reflection, name) for name in rules.PROMPTS]
        start["words"] = reflection.bring or "\n\n".join(filter(None, said))
    return _bringing(request, me, f"{BROUGHT}:{reflection.pk if reflection else 'new'}", start)


@staff(Can.SUPERVISE)
@require_http_methods(["GET", "POST"])
def bring_for(request: StaffRequest, worker: UUID) -> HttpResponse:
    """Bring something to the supervision of somebody of my team."""
    return _bringing(request, _worker_or_404(request, worker), f"{BROUGHT}:for:{worker}", {})


def _bringing(request: StaffRequest, worker: Any, key: str, start: dict[str, str]) -> HttpResponse:
    if worker.supervisor is None:
        return render(request, "practice/no_supervisor.html")
    form = filled(request, forms.BringForm, key, initial=start)
    if request.method == "POST" and form.is_valid():
        actions.bring(
            by=request.actor, brought=form.once(), worker=worker.pk, words=form.cleaned_data["words"]
        )
        drop_draft(by=request.actor, form=key)
        say(request, _("It is on the list for next time."))
        return redirect(_home(request, worker.pk))
    other = worker.supervisor if worker.pk == request.actor.id else worker
    lead = _("You and %(name)s can read this; nobody else finds it.") % {"name": other.name}
    if start:
        lead += " " + _(
            "Change it until it says what you want to say. Your reflection stays with you as it is."
        )
    shown = {
        "form": form,
        "title": _("Bring to supervision"),
        "lead": lead,
        "here": request.get_full_path(),
        "back": _home(request, worker.pk),
    }
    return render(request, "practice/write.html", shown, status=422 if form.is_bound else 200)


def _brought_or_404(request: StaffRequest, brought: UUID, *, own: bool) -> Brought:
    found = queries.brought_named(brought)
    if found is None or (own and found.by_id != request.actor.id):
        raise Http404
    return found


@staff(Can.REFLECT)
@require_http_methods(["GET", "POST"])
def change(request: StaffRequest, brought: UUID) -> HttpResponse:
    """Change what I brought."""
    found = _brought_or_404(request, brought, own=True)
    key = f"{BROUGHT}:{found.pk}"
    start = {"words": found.words, "begun_from": str(found.version)}
    form = filled(request, forms.BringForm, key, initial=start)
    form.initial["version"] = form.initial.get("begun_from", "")
    meanwhile = ""
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_brought(
                by=request.actor,
                brought=found.pk,
                words=form.cleaned_data["words"],
                version=form.seen_version(),
            )
        except ChangedMeanwhile:
            meanwhile = found.words
            form.follow(found.version)
            form.add_error(None, forms.CHANGED)
        else:
            drop_draft(by=request.actor, form=key)
            say(request, _("Kept."))
            return redirect(_home(request, found.pair.worker_id))
    shown = {
        "form": form,
        "title": _("What I bring"),
        "meanwhile": meanwhile,
        "here": reverse("practice:brought", args=[found.pk]),
        "back": _home(request, found.pair.worker_id),
        "more_url": reverse("practice:take_back", args=[found.pk]),
        "more": _("Take it back"),
    }
    status = 200 if not form.is_bound else 409 if meanwhile else 422
    return render(request, "practice/write.html", shown, status=status)


@staff(Can.REFLECT)
@require_http_methods(["GET", "POST"])
def take_back(request: StaffRequest, brought: UUID) -> HttpResponse:
    """Take back for good what I brought, after being asked once."""
    found = _brought_or_404(request, brought, own=True)
    home = _home(request, found.pair.worker_id)
    if request.method == "POST":
        actions.take_back(by=request.actor, brought=found.pk)
        drop_draft(by=request.actor, form=f"{BROUGHT}:{found.pk}")
        say(request, _("It is off the list, for good."))
        return redirect(home)
    return render(request, "practice/take_back.html", {"item": found, "back": home})


@staff(Can.REFLECT)
@require_POST
def talked(request: StaffRequest, brought: UUID) -> HttpResponse:
    """Set it aside as talked about, or bring it to the next time again."""
    found = _brought_or_404(request, brought, own=False)
    aside = found.talked_at is None
    actions.talk_over(by=request.actor, brought=found.pk, talked=aside)
    back = reverse("practice:talked", args=[found.pk])
    say(request, _("Set aside as talked about.") if aside else _("It is on the list again."), undo_url=back)
    return redirect(_home(request, found.pair.worker_id))


@staff(Can.REFLECT)
@require_http_methods(["GET", "POST"])
def plan(request: StaffRequest, worker: UUID) -> HttpResponse:
    """Write down when we mean to meet, or when we met."""
    found = _worker_or_404(request, worker)
    if found.supervisor is None:
        return render(request, "practice/no_supervisor.html")
    held = request.GET.get("held") == "1"
    soon = timezone.localtime(clock.now()).replace(minute=0, second=0, microsecond=0)
    key = f"{SUPERVISION}:for:{worker}"
    start = {"at": soon, "held": held, "minutes": 60}
    form = filled(request, forms.SupervisionForm, key, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            actions.plan_supervision(
                by=request.actor, supervision=form.once(), worker=found.pk, **_time_told(form)
            )
        except TimeIsKept:
            form.ask_first()
        else:
            drop_draft(by=request.actor, form=key)
            say(request, _("Written down."))
            return redirect(_home(request, found.pk))
    return _time_page(request, form, found.pk, request.get_full_path())


def _time_told(form: forms.SupervisionForm) -> dict[str, Any]:
    told = form.cleaned_data
    return {name: told[name] for name in ("at", "minutes", "held", "asked")}


def _time_page(
    request: StaffRequest, form: Any, worker: UUID, here: str, found: Supervision | None = None
) -> HttpResponse:
    shown: dict[str, Any] = {
        "form": form,
        "title": _("When we meet"),
        "lead": _("Only that you met is kept: when, and how long. What was said stays between you."),
        "here": here,
        "back": _home(request, worker),
    }
    if found is not None:
        shown |= {
            "post_url": reverse("practice:put_away_time", args=[found.pk]),
            "post_label": _("Take it off the list"),
        }
    return render(request, "practice/write.html", shown, status=422 if form.is_bound else 200)


@staff(Can.REFLECT)
@require_http_methods(["GET", "POST"])
def change_time(request: StaffRequest, supervision: UUID) -> HttpResponse:
    """Put right when we meet or met."""
    found = queries.supervision_named(supervision)
    if found is None:
        raise Http404
    key = f"{SUPERVISION}:{found.pk}"
    start = {
        "at": timezone.localtime(found.at),
        "minutes": found.minutes,
        "held": found.held or found.at < clock.now(),
        "begun_from": str(found.version),
    }
    form = filled(request, forms.SupervisionForm, key, initial=start)
    form.initial["version"] = form.initial.get("begun_from", "")
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_supervision(
                by=request.actor, supervision=found.pk, version=form.seen_version(), **_time_told(form)
            )
        except TimeIsKept:
            form.ask_first()
        except ChangedMeanwhile:
            form.follow(found.version)
            form.add_error(None, _("The other one of you changed this meanwhile. Saving again keeps yours."))
        else:
            drop_draft(by=request.actor, form=key)
            say(request, _("Written down."))
            return redirect(_home(request, found.pair.worker_id))
    here = reverse("practice:supervision_time", args=[found.pk])
    return _time_page(request, form, found.pair.worker_id, here, found)


@staff(Can.REFLECT)
@require_POST
def put_away_time(request: StaffRequest, supervision: UUID) -> HttpResponse:
    """Take a time off the list, or put it back."""
    found = queries.supervision_named(supervision, removed=True)
    if found is None:
        raise Http404
    away = found.removed_at is None
    actions.put_away_supervision(by=request.actor, supervision=found.pk, away=away)
    back = reverse("practice:put_away_time", args=[found.pk])
    say(request, _("It is off the list.") if away else _("It is on the list again."), undo_url=back)
    return redirect(_home(request, found.pair.worker_id))
