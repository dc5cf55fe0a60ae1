"""A safety plan: read by those it opens to, written together, and nothing of it shown to anybody else."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside import clock, trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.words import Words
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask
from alongside.participants.opened import opened
from alongside.safety import actions, forms, queries, rules
from alongside.safety.choices import Copy
from alongside.safety.queries import PlanRead, PlanVersion
from alongside.safety.views_who import colleagues
from alongside.safety.words import PARTS, WORDS


def _labels() -> dict[str, str]:
    """What each part is called here; one that the agency hides now keeps ours over what stands in it."""
    words = Words()
    return {part: words.say(f"safety.{part}") or str(WORDS[f"safety.{part}"]) for part in PARTS}


def _read(version: PlanVersion, labels: dict[str, str]) -> dict[str, Any]:
    said = version.parts
    return {
        "version": version,
        "on": date.fromisoformat(version.on_day) if version.on_day else None,
        "takes": Copy(version.copy).label,
        "parts": [(label, said[part]) for part, label in labels.items() if said.get(part)],
    }


def _looked(found: PlanRead) -> None:
    trail.looked("open_safety_plan", found.plan.participant_id, "safety.safetyplan", found.plan.pk)


@staff(Can.OPEN_RECORD)
@require_safe
def plan(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Their plan with what it said before, where it opens; else, whom to ask."""
    found = queries.with_tied(participant)
    person = opened(request.actor, participant, "" if found else "open_safety_page")
    labels = _labels()
    for each in found:
        _looked(each)
    own = queries.plan_of(participant)
    shown = {
        "person": person,
        "plans": [[_read(version, labels) for version in each.versions] for each in found],
        "own": own,
        "opens": own is not None and any(each.plan.pk == own.pk for each in found),
        "keeps": queries.keeps(own) if own else bool(person.my_part in queries.WALKS),
        "may_say_why": request.actor.may(Can.SUPERVISE),
        "may_ask": bool(own and not found and colleagues(request, participant, keeps=False)),
        "printed": own is not None and any(each.plan.pk == own.pk and each.is_printed for each in found),
    }
    return render(request, "safety/plan.html", shown)


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: StaffRequest, participant: UUID) -> HttpResponse:
    """The whole plan as it is today; what it said before stays readable."""
    person = opened(request.actor, participant, "" if request.method == "POST" else "open_safety_page")
    own = queries.plan_of(participant)
    if not (queries.keeps(own) if own else person.my_part in queries.WALKS):
        raise Http404
    versions = queries.versions_of(own.pk) if own else []
    stands = versions[0] if versions else None
    said = stands.parts if stands else {}
    start = {**said, "version": "0", "copy": stands.copy if stands else Copy.NONE, "on_day": clock.today()}
    form = filled(request, forms.PlanForm, f"safety.plan:{participant}", initial=start, row=stands)
    labels = _labels()
    page = Page(
        title=_("Safety plan"),
        section=_("Safety plan"),
        about=person,
        back=reverse("safety:plan", args=[participant]),
        lede=Words().say("safety.glad"),
        kept=_("The safety plan is saved. What it said before stays readable."),
        row=stands,
        stands=lambda row: _read(row, labels)["parts"],
        refusals={rules.NotTheirs: (None, _("Their case manager or backup writes it with them."))},
    )

    def keep(told: dict[str, Any]) -> str:
        hidden = {part: words for part, words in said.items() if part not in form.fields}
        day = told["on_day"].isoformat() if told["on_day"] else ""
        written = actions.Written(form.parts(), told["there"], day, told["copy"], hidden)
        given: dict[str, Any] = {"participant": participant, "version": form.once()}
        actions.write_safety_plan(by=request.actor, written=written, seen=form.seen_version(), **given)
        return page.back

    return ask(request, form, page, keep)


@staff(Can.READ_PLANS)
@require_safe
def mine(request: StaffRequest) -> HttpResponse:
    """The plans that open to me now: because somebody named me, or agreed that whoever is on call may open theirs."""
    trail.looked("open_page", request.actor.id)
    return render(request, "safety/mine.html", {"plans": queries.that_open_to_me()})


@staff(Can.READ_PLANS)
@require_safe
def one(request: StaffRequest, plan: UUID) -> HttpResponse:
    """One plan and nothing else of the record."""
    versions = queries.versions_of(plan)
    if not versions:
        raise Http404
    found = PlanRead(versions[0].plan, versions)
    _looked(found)
    return render(request, "safety/one.html", {"said": _read(found.stands, _labels())})
