"""Going along: how a referral turns, the first steps there, the waiting list, what they answer, what is stuck."""

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
from alongside.asking.removing import BACK, TAKEN_BACK, undo_pair
from alongside.participants.opened import opened
from alongside.referrals import actions, queries
from alongside.referrals.choices import SYSTEM_OF, TURNS
from alongside.referrals.forms import AnswerForm, BarrierForm, WaitingForm, WarmForm
from alongside.referrals.views.around import CHOOSE, Asking, ask, home_of, page_of, referral_or_404, uuid_of
from alongside.ui.undo import say

GET_AND_POST = ["GET", "HEAD", "POST"]
WARM = ("introduced_on", "first_contact_on", "went", "follow_up_on")
WAITED = ("said_wait", "every_days", "interim", "offer")


@staff(Can.REFER)
@require_POST
def turn(request: StaffRequest, participant: UUID, referral: UUID) -> HttpResponse:
    """Say where it is now, or let it rest."""
    opened(request.actor, participant)
    referral_or_404(participant, referral)
    given: dict[str, Any] = {"by": request.actor, "participant": participant, "referral": referral}
    here, state = page_of(participant, referral), request.POST.get("state", "")
    if "holds" in request.POST:
        actions.hold_referral(**given, holds=request.POST["holds"] == "yes")
        say(request, _("Kept. It may rest for as long as it likes."))
        return redirect(here)
    if state not in [str(each) for each in TURNS]:
        return redirect(here)
    words = request.POST.get("words", "").replace("\x00", "").replace("\r\n", "\n")
    once = uuid_of(request.POST.get("once")) or uuid4()
    kept = actions.turn_referral(**given, turn=once, state=state, words=words)
    undo = reverse("referrals:turn_back", args=[participant, referral, kept.pk])
    say(request, _("Kept."), undo_url=undo)
    return redirect(here)


@staff(Can.REFER)
@require_POST
def turn_back(request: StaffRequest, participant: UUID, referral: UUID, turn: UUID) -> HttpResponse:
    """Take the last change of state back."""
    opened(request.actor, participant)
    referral_or_404(participant, referral)
    actions.turn_back(by=request.actor, participant=participant, referral=referral, turn=turn)
    say(request, _("Taken back."))
    return redirect(page_of(participant, referral))


@staff(Can.REFER)
@require_http_methods(GET_AND_POST)
def warm(request: StaffRequest, participant: UUID, referral: UUID) -> HttpResponse:
    """The first steps there, and how they were for them."""
    person = opened(request.actor, participant)
    row = referral_or_404(participant, referral)
    start = {name: getattr(row, name) for name in (*WARM, "version")}
    form = filled(request, WarmForm, f"referrals.warm:{referral}", initial=start)
    page = Asking(
        person,
        _("The first steps there"),
        _("Every step may stay blank, and none has to be in order."),
        page_of(participant, referral),
        _("Kept."),
    )

    def keep() -> None:
        actions.keep_warm(
            by=request.actor,
            participant=participant,
            referral=referral,
            told=form.warm(),
            seen=form.seen_version(),
        )

    def stands() -> tuple[int, list[tuple[Any, Any]]]:
        now = referral_or_404(participant, referral)
        return now.version, [(form[name].label, getattr(now, name) or "") for name in WARM]

    return ask(request, form, page, keep, stands)


@staff(Can.REFER)
@require_http_methods(GET_AND_POST)
def waiting(request: StaffRequest, participant: UUID, referral: UUID) -> HttpResponse:
    """Join a waiting list, or keep what was said when we asked."""
    person = opened(request.actor, participant)
    row = referral_or_404(participant, referral)
    place = getattr(row, "place", None)
    start = {name: getattr(place, name) for name in (*WAITED, "version")} if place else {"version": 0}
    form = filled(request, WaitingForm, f"referrals.waiting:{referral}", initial=start, joined=bool(place))
    lede = _("Their place keeps its first day, through silence and return.")
    title = _("We asked about the waiting list") if place else _("Join the waiting list")
    page = Asking(person, title, lede, page_of(participant, referral), _("Kept."))

    def keep() -> None:
        actions.keep_waiting(
            by=request.actor,
            participant=participant,
            referral=referral,
            check=form.once(),
            told=form.waited(),
            seen=form.seen_version(),
        )

    def stands() -> tuple[int, list[tuple[Any, Any]]]:
        now = referral_or_404(participant, referral).place
        return now.version, [(form[name].label, getattr(now, name) or "") for name in WAITED]

    return ask(request, form, page, keep, stands)


@staff(Can.REFER)
@require_http_methods(GET_AND_POST)
def answered(request: StaffRequest, participant: UUID, referral: UUID) -> HttpResponse:
    """What the other side said, written down by us."""
    person = opened(request.actor, participant)
    referral_or_404(participant, referral)
    form = filled(request, AnswerForm, f"referrals.answer:{referral}")
    lede = _("It comes up on Today until it was read.")
    page = Asking(person, _("What they answered"), lede, page_of(participant, referral), _("Kept."))

    def keep() -> None:
        if not form.cleaned_data["answer"]:
            form.add_error("answer", CHOOSE)
            return
        actions.partner_answered(
            by=request.actor,
            participant=participant,
            referral=referral,
            said=form.once(),
            answer=form.cleaned_data["answer"],
            words=form.cleaned_data["words"],
        )

    return ask(request, form, page, keep)


@staff(Can.REFER)
@require_POST
def seen(request: StaffRequest, participant: UUID, referral: UUID, answer: UUID) -> HttpResponse:
    """An answer was read."""
    opened(request.actor, participant)
    found = referral_or_404(participant, referral)
    said = next((each for each in vars(found)["said"] if each.pk == answer), None)
    if said is None:
        raise Http404
    actions.saw_answer(by=request.actor, participant=participant, answer=answer)
    say(request, _("Kept as read."))
    return redirect(page_of(participant, referral))


@staff(Can.REFER)
@require_http_methods(GET_AND_POST)
def barrier(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Name what is stuck in a system."""
    person = opened(request.actor, participant)
    of, goal = uuid_of(request.GET.get("referral")), uuid_of(request.GET.get("goal"))
    row = queries.referral_named(participant, of) if of else None
    kind = row.listing.kind if row and row.listing else ""
    start = {"system": SYSTEM_OF.get(kind, "")}
    form = filled(request, BarrierForm, f"referrals.barrier:{participant}", initial=start)
    once = form.once()
    page = Asking(
        person,
        _("What is stuck in a system"),
        _("It is the system that is stuck, and not the person. It is counted without anybody's identity."),
        page_of(participant, row.pk) if row else home_of(participant),
        _("Kept, and counted without anybody's identity."),
        lambda: reverse("referrals:remove_barrier", args=[participant, once]),
    )

    def keep() -> None:
        said = form.cleaned_data
        for name in ("system", "stuck"):
            if not said[name]:
                form.add_error(name, CHOOSE)
        if form.is_valid():
            actions.name_barrier(
                by=request.actor,
                participant=participant,
                barrier=once,
                referral=row.pk if row else None,
                goal=goal,
                **{name: said[name] for name in ("system", "stuck", "what", "tried")},
            )

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
