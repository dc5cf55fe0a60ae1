"""Going along: how a referral turns, the first steps there, the waiting list, what they answer, what is stuck."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import ask, there
from alongside.asking.removing import BACK, TAKEN_BACK, undo_pair
from alongside.keeping.rules import reference
from alongside.participants.opened import opened
from alongside.referrals import actions, queries
from alongside.referrals.choices import SYSTEM_OF, TURNS
from alongside.referrals.forms import AnswerForm, BarrierForm, WaitingForm, WarmForm
from alongside.referrals.views.around import CHOOSE, asking, home_of, page_of
from alongside.ui.dates import dated
from alongside.ui.forms import KIND_SENTENCES
from alongside.ui.held import hold
from alongside.ui.undo import say

GET_AND_POST = ["GET", "HEAD", "POST"]
WARM = ("introduced_on", "first_contact_on", "went", "follow_up_on")
WAITED = ("said_wait", "every_days", "interim", "offer")


@staff(Can.REFER)
@require_POST
def turn(request: StaffRequest, participant: UUID, referral: UUID) -> HttpResponse:
    """Say where it is now, or let it rest."""
    opened(request.actor, participant)
    row = there(queries.referral_named(participant, referral))
    given: dict[str, Any] = {"by": request.actor, "participant": participant, "referral": referral}
    here, state = page_of(participant, referral), request.POST.get("state", "")
    if "holds" in request.POST:
        actions.hold_referral(**given, holds=request.POST["holds"] == "yes")
        say(request, _("The referral is saved. It may rest for as long as it likes."))
        return redirect(here)
    words = request.POST.get("words", "").replace("\x00", "").replace("\r\n", "\n")
    if state == row.state and not words.strip():
        say(request, _("Nothing was changed."))
        return redirect(here)
    if state not in [str(each) for each in TURNS]:
        what_to_do = _("Your words are here. Go back, choose, and send them again.")
        return hold(request, KIND_SENTENCES["invalid_choice"], what_to_do, status=422, again=False)
    once = reference(request.POST.get("once")) or uuid4()
    kept = actions.change_referral_state(**given, turn=once, state=state, words=words)
    undo = reverse("referrals:undo_referral_state", args=[participant, referral, kept.pk])
    say(request, _("Where the referral stands is saved."), undo_url=undo)
    return redirect(here)


@staff(Can.REFER)
@require_POST
def undo_referral_state(request: StaffRequest, participant: UUID, referral: UUID, turn: UUID) -> HttpResponse:
    """Take the last change of state back."""
    opened(request.actor, participant)
    there(queries.referral_named(participant, referral))
    actions.undo_referral_state(by=request.actor, participant=participant, referral=referral, turn=turn)
    say(request, _("The last change of the referral is taken back."))
    return redirect(page_of(participant, referral))


@staff(Can.REFER)
@require_http_methods(GET_AND_POST)
def warm(request: StaffRequest, participant: UUID, referral: UUID) -> HttpResponse:
    """The first steps there, and how they were for them."""
    person = opened(request.actor, participant)
    row = there(queries.referral_named(participant, referral))
    start = {name: getattr(row, name) for name in WARM}
    form = filled(request, WarmForm, f"referrals.warm:{referral}", initial=start, row=row)
    page = asking(
        person,
        _("The first steps there"),
        page_of(participant, referral),
        lede=_("Every step may stay blank, and none has to be in order."),
        row=row,
        stands=lambda now: [(form[name].label, _told(getattr(now, name))) for name in WARM],
    )

    def keep(_said: dict[str, Any]) -> str:
        given: dict[str, Any] = {"by": request.actor, "participant": participant, "referral": referral}
        actions.plan_warm_handoff(**given, told=form.warm(), seen=form.seen_version())
        return page.back

    return ask(request, form, page, keep)


def _told(what: Any) -> str:
    return dated(what) if isinstance(what, date) else what or ""


@staff(Can.REFER)
@require_http_methods(GET_AND_POST)
def waiting(request: StaffRequest, participant: UUID, referral: UUID) -> HttpResponse:
    """Join a waiting list, or keep what was said when we asked."""
    person = opened(request.actor, participant)
    row = there(queries.referral_named(participant, referral))
    place = getattr(row, "place", None)
    start = {name: getattr(place, name) for name in WAITED} if place else {"version": 0}
    key = f"referrals.waiting:{referral}"
    form = filled(request, WaitingForm, key, initial=start, row=place, joined=bool(place))
    page = asking(
        person,
        _("We asked about the waiting list") if place else _("Join the waiting list"),
        page_of(participant, referral),
        lede=_("Their place keeps its first day, through silence and return."),
        row=place,
    )

    def keep(_said: dict[str, Any]) -> str:
        given: dict[str, Any] = {"by": request.actor, "participant": participant, "referral": referral}
        actions.save_waiting(**given, check=form.once(), told=form.waited(), seen=form.seen_version())
        return page.back

    return ask(request, form, page, keep)


@staff(Can.REFER)
@require_http_methods(GET_AND_POST)
def answered(request: StaffRequest, participant: UUID, referral: UUID) -> HttpResponse:
    """What the other side said, written down by us."""
    person = opened(request.actor, participant)
    there(queries.referral_named(participant, referral))
    form = filled(request, AnswerForm, f"referrals.answer:{referral}")
    page = asking(person, _("What they answered"), page_of(participant, referral))
    page.lede = _("It comes up on Today until it was read.")

    def keep(said: dict[str, Any]) -> str | None:
        if not said["answer"]:
            form.add_error("answer", CHOOSE)
            return None
        given: dict[str, Any] = {"by": request.actor, "participant": participant, "referral": referral}
        actions.partner_answered(**given, said=form.once(), answer=said["answer"], words=said["words"])
        return page.back

    return ask(request, form, page, keep)


@staff(Can.REFER)
@require_POST
def seen(request: StaffRequest, participant: UUID, referral: UUID, answer: UUID) -> HttpResponse:
    """An answer was read."""
    opened(request.actor, participant)
    found = there(queries.referral_named(participant, referral))
    said = next((each for each in found.answers.all() if each.pk == answer), None)
    if said is None:
        raise Http404
    actions.saw_answer(by=request.actor, participant=participant, answer=answer)
    say(request, _("Saved as read."))
    return redirect(page_of(participant, referral))


@staff(Can.REFER)
@require_http_methods(GET_AND_POST)
def barrier(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Name what is stuck in a system."""
    person = opened(request.actor, participant)
    of, goal = reference(request.GET.get("referral")), reference(request.GET.get("goal"))
    row = queries.referral_named(participant, of) if of else None
    kind = row.service.kind if row and row.service else ""
    start = {"system": SYSTEM_OF.get(kind, "")}
    form = filled(request, BarrierForm, f"referrals.barrier:{participant}", initial=start)
    page = asking(
        person,
        _("System barrier"),
        page_of(participant, row.pk) if row else home_of(participant),
        lede=_(
            "It is the system that is stuck, and not the person. It is counted without anybody's identity."
        ),
        kept=_("The barrier is saved, and counted without anybody's identity."),
        undo=reverse("referrals:remove_barrier", args=[participant, form.once()]),
    )

    def keep(said: dict[str, Any]) -> str | None:
        for name in ("system", "stuck"):
            if not said[name]:
                form.add_error(name, CHOOSE)
        if form.errors:
            return None
        actions.add_barrier(
            by=request.actor,
            participant=participant,
            barrier=form.once(),
            referral=row.pk if row else None,
            goal=goal,
            **{name: said[name] for name in ("system", "stuck", "what", "tried")},
        )
        return page.back

    return ask(request, form, page, keep)


def _barrier(request: StaffRequest, participant: UUID, barrier: UUID) -> Any:
    opened(request.actor, participant)
    return queries.barrier_named(participant, barrier)


remove_barrier, restore_barrier = undo_pair(
    Can.REFER,
    (actions.remove_barrier, actions.restore_barrier),
    _barrier,
    lambda row: home_of(row.participant_id),
    "referrals:restore_barrier",
    said=(TAKEN_BACK, BACK),
)
