"""Pages about what they choose: a pause, how we are in touch, another case manager, law enforcement."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from alongside import trail
from alongside.access.acts import TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.queries import staff_list
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask
from alongside.participants import actions, choosing, queries
from alongside.participants.choices import About, PassedOn, State
from alongside.participants.forms import AnotherForm, ChoiceForm, NeedForm, PauseForm
from alongside.participants.opened import opened
from alongside.ui.about import is_about
from alongside.ui.undo import say

_ASKED = {
    PassedOn.ANOTHER: gettext_lazy("Another case manager"),
    PassedOn.NOT_THEM: gettext_lazy("Rather not this colleague"),
    PassedOn.FEELS: gettext_lazy("How it feels to work with us"),
}
MOVES = {"pause": State.PAUSED, "go_on": State.ACTIVE}


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "POST"])
def choices(request: StaffRequest, participant: UUID) -> HttpResponse:
    """What they choose about us, and a pause in one tap."""
    person = opened(request.actor, participant, "" if request.method == "POST" else "open_choices")
    form = filled(request, PauseForm, f"participants.pause:{participant}")
    chosen = queries.choices_of(participant)
    told = [{"about": about, "label": about.label, "rows": chosen.get(about, [])} for about in About]
    page = Page(
        section=_("What they choose"),
        title=_("What they choose"),
        about=person,
        back="",
        lede=_("How, when and with whom we walk is theirs to say. It changes when they say so."),
        template="participants/choices.html",
        more={"part": "choices", "told": told},
    )

    def keep(said: dict[str, Any]) -> str | None:
        move = MOVES.get(request.POST.get("do", ""))
        if move is None:
            return None
        given = {"state": move, "words": said["words"], "change_id": form.once()}
        actions.change_state(by=request.actor, participant=participant, **given)
        paused = _("Paused, as they wish. Nobody is reminded to reach out until they say so.")
        page.kept = paused if move == State.PAUSED else _("We walk on together.")
        return request.path

    return ask(request, form, page, keep)


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
    page = Page(
        title=About(about).label,
        section=_("What they choose"),
        about=person,
        back=reverse("participants:choices", args=[participant]),
        kept=_("What they choose is saved, in their words."),
        save=_("Save"),
        leave=_("Back"),
        template="participants/choice.html",
        more={"part": "choices", "rows": rows},
    )

    def keep(_told: dict[str, Any]) -> str:
        given = {"about": about} | form.chosen()
        choosing.save_choice(by=request.actor, participant=participant, choice=form.once(), **given)
        return page.back

    return ask(request, form, page, keep)


@staff(Can.SEE_PEOPLE)
@require_http_methods(["GET", "POST"])
def another(request: StaffRequest, participant: UUID) -> HttpResponse:
    """They ask for another case manager, or say how it feels: it goes to supervision, past the one it concerns.

    The page shows nothing of what was asked before, and leaves no trace in the participant's own trail.
    """
    person = queries.participant_named(participant)
    if person is None:
        trail.note(trail.Entry("open_record", participant, "turned_away"))
        raise Http404
    form = filled(request, AnotherForm, f"participants.another:{participant}", colleagues=staff_list())
    page = Page(
        title=_("Past their case manager, to supervision"),
        section=_("To supervision"),
        back="",
        lede=_(
            "This goes to supervision alone. It stands on no page that their case manager can open, and in no list of"
            " who did what here."
        ),
        save=_("Pass it on"),
        template="participants/another.html",
        more={"person": person},
    )

    def keep(told: dict[str, Any]) -> str:
        heard = choosing.request_case_manager(
            by=request.actor,
            whom=person.pk,
            ask=form.once(),
            words=told["words"],
            kind=told["kind"] or PassedOn.ANOTHER,
            concerns=UUID(told["concerns"]) if told["concerns"] else None,
        )
        passed = _("Passed on to supervision. Nobody else is shown it, their case manager least of all.")
        alone = _(
            "The request is saved, but nobody else supervises here who could read it. Please speak with the director."
        )
        page.kept = passed if heard else alone
        return reverse("desk:today")

    return ask(request, form, page, keep)


@staff(Can.ASSIGN)
@require_http_methods(["GET", "POST"])
def asked(request: StaffRequest, ask: UUID) -> HttpResponse:
    """A wish for another case manager, or how it feels, before the supervisor it goes to."""
    found = queries.ask_named(ask)
    person = queries.participant_named(found.participant_id) if found else None
    if found is None or person is None:
        raise Http404
    if request.method == "POST":
        lift = request.POST.get("do") == "lift"
        choosing.settle_case_manager_request(by=request.actor, ask=ask, lift=lift)
        say(request, _("Saved: this colleague may come again.") if lift else _("Settled. It has left Today."))
        return redirect("desk:today")
    trail.looked("open_ask", request.actor.id)
    is_about(request, person.pk)
    kind = PassedOn(found.kind)
    shown = {"ask": found, "person": person, "kind": kind.value, "heading": _ASKED[kind]}
    return render(request, "participants/asked.html", shown)


@staff(Can.START_CASE)
@require_http_methods(["GET", "POST"])
def start(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Start case management: what they have told is enough, else one sentence."""
    person = opened(request.actor, participant)
    needs = queries.needs([participant]).get(participant, [])
    if request.method == "POST" and "once" not in request.POST:  # the button of their page
        if person.state == State.ACTIVE:
            return redirect("desk:participant", participant)  # a double tap
        if not needs and not request.POST.get("need", "").strip():
            return redirect("participants:start", participant)  # it asks where there is something to ask
    form = filled(request, NeedForm, f"participants.start:{participant}")
    page = Page(
        title=_("Start case management"),
        section=_("Start"),
        about=person,
        back=reverse("desk:participant", args=[participant]),
        lede=_("Nothing else is asked: no proof, no age, no status."),
        kept=_("Case management has begun."),
        save=_("Start case management"),
        leave=_("Back"),
        template="participants/start.html",
        more={"needs": needs},
        refusals={TurnedDown: ("need", _("One sentence in their own words opens the door."))},
    )

    def keep(told: dict[str, Any]) -> str:
        actions.open_case(by=request.actor, participant=participant, need=told["need"], once=form.once())
        return page.back

    return ask(request, form, page, keep)
