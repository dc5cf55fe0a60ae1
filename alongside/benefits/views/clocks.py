"""Clocks of a person: what runs, what became of it, and how it stood on a day."""

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside import clock, trail
from alongside.access.acts import TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, Refusal, ask, there
from alongside.asking.removing import undo_pair
from alongside.benefits import actions, queries, rules, sentences
from alongside.benefits.choices import Answer, Evidence, Excused, Relation, Turn
from alongside.benefits.forms import AsOfForm, CertificationForm, CorrectForm, StartForm, TurnForm
from alongside.consent.queries import span_now
from alongside.keeping.rules import NotHere
from alongside.participants.choices import About
from alongside.participants.opened import opened
from alongside.participants.queries import Participant
from alongside.ui.undo import say

if TYPE_CHECKING:
    from alongside.benefits.models import CertificationDate

_COUNTING: dict[type[Exception], Refusal] = {
    rules.NoStart: ("starts_on", _("Enter the day it starts, or the last day on the document.")),
    rules.NotCountable: ("starts_on", _("No end can be counted from this day. Please look at it once more.")),
}


def home_of(participant: UUID) -> str:
    """The page of their clocks."""
    return reverse("benefits:clocks", args=[participant])


@staff(Can.OPEN_RECORD)
@require_safe
def clocks(request: StaffRequest, participant: UUID) -> HttpResponse:
    """What runs and when it ends, whose it is, and the dates about certification."""
    person = opened(request.actor, participant, "open_clocks")
    found = queries.of_page(participant, About.CERTIFICATION)
    read = found.clocks
    shown = {
        "person": person,
        "running": [each for each in read if each.row.is_open],
        "over": [each for each in read if not each.row.is_open],
        "approvals": found.approvals,
        "answer": lambda code: Answer(code).label,
        "excluding": queries.excluding(read),
        "said": sentences.length,
        "family": found.family,
        "trips": found.trips,
        "counted": found.counted,
        "away": sentences.away,
        "trip_in_words": sentences.trip_in_words,
        "excused": lambda code: Excused(code).label,
        "relation": lambda code: Relation(code).label if code else "",
        "chosen": found.chosen,
        "dates": found.dates,
        "document": lambda code: Evidence(code).label,
        "started": {each.row.starts_on for each in read},
        "letters": (Evidence.LETTER, Evidence.CHILD_LETTER),
        "today": clock.today(),
    }
    return render(request, "benefits/clocks.html", shown)


@staff(Can.OPEN_RECORD)
@require_safe
def my_clocks(request: StaffRequest) -> HttpResponse:
    """The running clocks of one's own people; first those that a changed rule would end on another day."""
    trail.looked("see_my_clocks", request.actor.id)
    read = queries.my_clocks(request.actor.id)
    shown = {
        "changed": [each for each in read if each.now],
        "others": [each for each in read if not each.now],
        "today": clock.today(),
    }
    return render(request, "benefits/my_clocks.html", shown)


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def new_clock(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Start a clock by a rule of ours."""
    person = opened(request.actor, participant)
    now = queries.rules_now()
    start = {
        "place": span_now().rule.falls_back_on or rules.ANYWHERE,
        "member": request.GET.get("member", ""),
        "starts_on": _day_in(request.GET.get("from", "")),
    }
    form = filled(
        request,
        StartForm,
        f"benefits.clock:{participant}",
        initial=start,
        kinds=queries.kinds_with_clocks(),
        family=[(str(each.pk), each.called) for each in queries.family(participant)],
        places=[(each, each) for each in sorted({rules.ANYWHERE, *(row.jurisdiction for row in now)})],
    )
    none = _("No rule of ours counts for this day at this place. Your administrator can add one.")
    page = _page(person, _("Start a clock"), _("The clock is saved."))
    page.refusals = {**_COUNTING, rules.NoRule: ("starts_on", none)}

    def keep(_told: dict[str, Any]) -> str:
        given: dict[str, Any] = {"by": request.actor, "participant": participant, "running": form.once()}
        kept = actions.start_clock(**given, told=form.started())
        return reverse("benefits:clock", args=[participant, kept.pk])

    return ask(request, form, page, keep)


def _day_in(address: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(address)
    return None


def _page(person: Participant, title: str, kept: str, **more: Any) -> Page:
    back = more.pop("back", home_of(person.pk))
    return Page(title, back, section=_("Clocks"), about=person, kept=kept, leave=_("Close"), **more)


@staff(Can.OPEN_RECORD)
@require_safe
def one_clock(request: StaffRequest, participant: UUID, running: UUID) -> HttpResponse:
    """One clock: when it ends and by which rule, what became of it, and how it stood on a day."""
    person = opened(request.actor, participant, "open_clocks")
    read = there(queries.clock_named(participant, running))
    form = AsOfForm(request.GET) if "on" in request.GET else AsOfForm()
    day: date | None = form.cleaned_data["on"] if form.is_bound and form.is_valid() else None
    shown = {
        "person": person,
        "each": read,
        "said": sentences.length,
        "turn": lambda code: Turn(code).label,
        "form": form,
        "day": day,
        "stood": read.on(day) if day else None,
        "today": clock.today(),
    }
    return render(request, "benefits/clock.html", shown)


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: StaffRequest, participant: UUID, running: UUID) -> HttpResponse:
    """Correct the days or words of a clock; its rule stays."""
    person = opened(request.actor, participant)
    row = there(queries.clock_named(participant, running)).row
    typed = row.ends_on if row.how != "by_rule" else None
    start = {"starts_on": row.starts_on, "ends_on": typed, "what": row.what}
    form = filled(request, CorrectForm, f"benefits.correct:{running}", initial=start, row=row)
    back = reverse("benefits:clock", args=[participant, running])
    page = _page(person, row.rule.called, _("The clock is corrected."), row=row, back=back)
    page.refusals = _COUNTING

    def keep(_told: dict[str, Any]) -> str:
        told = form.started(row.rule.key, row.rule.jurisdiction)
        given: dict[str, Any] = {"participant": participant, "running": running, "told": told}
        actions.correct_clock(by=request.actor, **given, seen=form.seen_version() or 0)
        return back

    return ask(request, form, page, keep)


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def turn(request: StaffRequest, participant: UUID, running: UUID) -> HttpResponse:
    """Write down what became of a clock; what was before stays to be read."""
    person = opened(request.actor, participant)
    row = there(queries.clock_named(participant, running)).row
    form = filled(
        request,
        TurnForm,
        f"benefits.turn:{running}",
        initial={"on": clock.today()},
        row=row,
        turns=rules.leads_to(row.state),
    )
    back = reverse("benefits:clock", args=[participant, running])
    page = _page(person, _("What became of it"), _("What became of the clock is saved."), row=row, back=back)
    page.refusals = {
        rules.NoNewEnd: ("ends_on", _("Enter the new end.")),
        TurnedDown: ("turn", _("The clock stands differently by now. Please choose one of those shown.")),
    }

    def keep(_told: dict[str, Any]) -> str:
        given: dict[str, Any] = {"participant": participant, "running": running, "change": form.once()}
        actions.turn_clock(by=request.actor, **given, told=form.turned(), seen=form.seen_version() or 0)
        return back

    return ask(request, form, page, keep)


@staff(Can.CHANGE_RECORD)
@require_POST
def seen(request: StaffRequest, participant: UUID, running: UUID) -> HttpResponse:
    """Say that a reminder was seen."""
    opened(request.actor, participant)
    try:
        kept = actions.see_clock(by=request.actor, participant=participant, running=running)
    except NotHere as gone:
        raise Http404 from gone
    if kept.comes_up_on:
        say(request, _("Seen. It comes up again before it ends."))
    else:
        say(request, _("Seen. It does not come up again."))
    return redirect("benefits:clock", participant, running)


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def certification(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Write down a dated document about certification."""
    person = opened(request.actor, participant)
    form = filled(request, CertificationForm, f"benefits.certification:{participant}")
    page = _page(person, _("Date about certification"), _("The date is saved."))
    page.lede = _("Where certification stands is theirs to say. Nothing we do depends on it.")

    def keep(told: dict[str, Any]) -> str | None:
        if told["on"] is None:
            form.add_error("on", _("Enter the date on the document."))
            return None
        given = {name: told[name] for name in ("document", "on", "words")}
        actions.add_certification_date(by=request.actor, participant=participant, dated=form.once(), **given)
        page.undo = reverse("benefits:remove_certification", args=[participant, form.once()])
        return page.back

    return ask(request, form, page, keep)


def _dated(request: StaffRequest, participant: UUID, dated: UUID) -> "CertificationDate | None":
    opened(request.actor, participant)
    return queries.certification_date_named(participant, dated)


remove_certification, restore_certification = undo_pair(
    Can.CHANGE_RECORD,
    (actions.remove_certification_date, actions.restore_certification_date),
    _dated,
    lambda row: home_of(row.participant_id),
    "benefits:restore_certification",
    noun="certification_date",
)
