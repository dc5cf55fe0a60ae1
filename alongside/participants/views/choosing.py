"""Pages about what they choose: a pause, how we are in touch, another case manager, law enforcement."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside import trail
from alongside.access.acts import TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.drafts.actions import drop_draft
from alongside.participants import actions, choosing, queries
from alongside.participants.choices import About, State
from alongside.participants.forms import AnotherForm, ChoiceForm, NeedForm, PauseForm
from alongside.participants.opened import opened
from alongside.ui.undo import say

MOVES = {"pause": State.PAUSED, "go_on": State.ACTIVE}


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "POST"])
def choices(request: StaffRequest, participant: UUID) -> HttpResponse:
    """What they choose about us, and a pause in one tap."""
    person = opened(request.actor, participant, "" if request.method == "POST" else "open_choices")
    form = filled(request, PauseForm, f"participants.pause:{participant}")
    move = MOVES.get(request.POST.get("do", ""))
    if request.method == "POST" and form.is_valid() and move:
        actions.change_state(
            by=request.actor,
            participant=participant,
            state=move,
            words=form.cleaned_data["words"],
            change_id=form.once(),
        )
        drop_draft(by=request.actor, form=form.draft_key(), once=form.once())
        paused = _("Paused, as they wish. Nobody is reminded to reach out until they say so.")
        say(request, paused if move == State.PAUSED else _("We walk on together."))
        return redirect("participants:choices", participant)
    chosen = queries.choices_of(participant)
    told = [{"about": about, "label": about.label, "rows": chosen.get(about, [])} for about in About]
    shown = {"person": person, "form": form, "told": told}
    return render(request, "participants/choices.html", shown, status=422 if form.is_bound else 200)


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "POST"])
def choice(request: StaffRequest, participant: UUID, about: str) -> HttpResponse:
    """Write down one choice of theirs; those before it stay."""
    if about not in About.values:
        raise Http404
    person = opened(request.actor, participant, "" if request.method == "POST" else "open_choices")
    rows = queries.choices_of(participant).get(about, [])
    start = {"answer": rows[0].answer, "words": rows[0].words} if rows else {}
    key = f"participants.choice:{participant}:{about}"
    form = filled(request, ChoiceForm, key, initial=start, about=About(about))
    if request.method == "POST" and form.is_valid():
        choosing.keep_choice(
            by=request.actor, participant=participant, choice=form.once(), about=about, **form.chosen()
        )
        drop_draft(by=request.actor, form=key, once=form.once())
        say(request, _("Kept, in their words."))
        return redirect("participants:choices", participant)
    shown = {"person": person, "form": form, "label": About(about).label, "rows": rows}
    return render(request, "participants/choice.html", shown, status=422 if form.is_bound else 200)


@staff(Can.SEE_PEOPLE)
@require_http_methods(["GET", "POST"])
def another(request: StaffRequest, participant: UUID) -> HttpResponse:
    """They ask for another case manager: it goes to supervision, past the one it concerns.

    The page shows nothing of what was asked before, and leaves no trace in the participant's own trail.
    """
    person = queries.participant_named(participant)
    if person is None:
        trail.note(trail.Entry("open_record", participant, "turned_away"))
        raise Http404
    form = filled(request, AnotherForm, f"participants.another:{participant}")
    if request.method == "POST" and form.is_valid():
        heard = choosing.ask_for_another(
            by=request.actor, whom=person.pk, ask=form.once(), words=form.cleaned_data["words"]
        )
        drop_draft(by=request.actor, form=form.draft_key(), once=form.once())
        passed = _("Passed on to supervision. Nobody else is shown it, their case manager least of all.")
        alone = _("Kept, but nobody else supervises here who could read it. Please speak with the director.")
        say(request, passed if heard else alone)
        return redirect("desk:today")
    shown = {"person": person, "form": form}
    return render(request, "participants/another.html", shown, status=422 if form.is_bound else 200)


@staff(Can.ASSIGN)
@require_http_methods(["GET", "POST"])
def asked(request: StaffRequest, ask: UUID) -> HttpResponse:
    """A wish for another case manager, before the supervisor it goes to."""
    found = queries.ask_named(ask)
    person = queries.participant_named(found.participant_id) if found else None
    if found is None or person is None:
        raise Http404
    if request.method == "POST":
        choosing.settle_ask(by=request.actor, ask=ask)
        say(request, _("Settled. It has left Today."))
        return redirect("desk:today")
    trail.looked("open_ask", request.actor.id)
    return render(request, "participants/asked.html", {"ask": found, "person": person})


@staff(Can.START_CASE)
@require_http_methods(["GET", "POST"])
def start(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Start case management: what they have told is enough, else one sentence."""
    person = opened(request.actor, participant)
    if request.method == "POST" and "once" not in request.POST and person.state == State.ACTIVE:
        return redirect("desk:participant", participant)  # a double tap on the button of their page
    key = f"participants.start:{participant}"
    form = filled(request, NeedForm, key)
    if request.method == "POST" and form.is_valid():
        try:
            actions.start_case(
                by=request.actor, participant=participant, need=form.cleaned_data["need"], once=form.once()
            )
        except TurnedDown:
            if (
                "once" not in request.POST
            ):  # the button of their page: it asks where there is something to ask
                return redirect("participants:start", participant)
            form.add_error("need", _("One sentence in their own words opens the door."))
        else:
            drop_draft(by=request.actor, form=key, once=form.once())
            say(request, _("Case management has begun."))
            return redirect("desk:participant", participant)
    needs = queries.needs([participant]).get(participant, [])
    shown = {"person": person, "form": form, "needs": needs}
    return render(request, "participants/start.html", shown, status=422 if form.is_bound else 200)
