"""Supervision: what is brought, when the two meet, and the sheet for it. Nothing here says what was said."""

from collections.abc import Callable
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
from alongside.asking.page import Page, ask, ask_once_more, there
from alongside.meetings.rules import TimeIsKept
from alongside.practice import actions, forms, queries, rules
from alongside.practice.queries import Supervision, SupervisionItem
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
    shown = _of(request, me) | {"team": []}
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
    other = worker.supervisor if worker.pk == request.actor.id else worker
    lead = _("You and %(name)s can read this; nobody else finds it.") % {"name": other.name}
    if start:
        lead += " " + _(
            "Change it until it says what you want to say. Your reflection stays with you as it is."
        )
    page = Page(
        title=_("Bring to supervision"),
        section=_("Supervision"),
        lede=lead,
        back=_home(request, worker.pk),
        kept=_("It is on the list for next time."),
    )

    def keep(told: dict[str, Any]) -> str:
        actions.bring(by=request.actor, brought=form.once(), worker=worker.pk, words=told["words"])
        return page.back

    return ask(request, form, page, keep)


def _brought_or_404(request: StaffRequest, brought: UUID, *, own: bool) -> SupervisionItem:
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
    form = filled(request, forms.BringForm, key, initial={"words": found.words}, row=found)
    page = Page(
        title=_("What I bring"),
        section=_("Supervision"),
        back=_home(request, found.pair.worker_id),
        kept=_("What you bring to supervision is saved."),
        row=found,
        template="practice/bring.html",
    )

    def keep(told: dict[str, Any]) -> str:
        actions.change_brought(
            by=request.actor, brought=found.pk, words=told["words"], version=form.seen_version()
        )
        return page.back

    return ask(request, form, page, keep)


@staff(Can.REFLECT)
@require_http_methods(["GET", "POST"])
def take_back(request: StaffRequest, brought: UUID) -> HttpResponse:
    """Take back for good what I brought, after being asked once."""
    found = _brought_or_404(request, brought, own=True)
    page = Page(
        title=_("Take this back for good?"),
        section=_("Supervision"),
        lede=_(
            "It goes now, for both of you, and cannot come back. A reflection it came from stays with you."
        ),
        back=_home(request, found.pair.worker_id),
        save=_("Take it back"),
        kept=_("It is off the list, for good."),
        row=found,
        stands=lambda row: [(_("What I bring"), row.words)],
    )

    def take_it_back() -> str:
        actions.take_back(by=request.actor, brought=found.pk)
        return page.back

    return ask_once_more(request, page, take_it_back, draft=f"{BROUGHT}:{found.pk}")


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
    given = {"supervision": form.once(), "worker": found.pk}
    return _asking_time(
        request, form, found.pk, lambda told: actions.plan_supervision(by=request.actor, **given, **told)
    )


_TOLD = ("at", "minutes", "held", "asked")


def _asking_time(
    request: StaffRequest,
    form: forms.SupervisionForm,
    worker: UUID,
    write: Callable[[dict[str, Any]], Any],
    found: Supervision | None = None,
) -> HttpResponse:
    page = Page(
        title=_("When we meet"),
        section=_("Supervision"),
        lede=_("Only that you met is kept: when, and how long. What was said stays between you."),
        back=_home(request, worker),
        kept=_("Written down."),
        row=found,
        template="practice/time.html",
    )

    def keep(told: dict[str, Any]) -> str | None:
        try:
            write({name: told[name] for name in _TOLD})
        except TimeIsKept:
            form.ask_first()
            return None
        return page.back

    return ask(request, form, page, keep)


@staff(Can.REFLECT)
@require_http_methods(["GET", "POST"])
def change_time(request: StaffRequest, supervision: UUID) -> HttpResponse:
    """Put right when we meet or met."""
    found = there(queries.supervision_named(supervision))
    start = {
        "at": timezone.localtime(found.at),
        "minutes": found.minutes,
        "held": found.held or found.at < clock.now(),
    }
    form = filled(request, forms.SupervisionForm, f"{SUPERVISION}:{found.pk}", initial=start, row=found)

    def write(told: dict[str, Any]) -> None:
        actions.change_supervision(
            by=request.actor, supervision=found.pk, version=form.seen_version(), **told
        )

    return _asking_time(request, form, found.pair.worker_id, write, found)


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
