"""Pages of what holds, how close we walk, steps to need us less, what was learned, and the long view."""

from typing import Any
from uuid import UUID, uuid4, uuid5

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, open_blanks, shown
from alongside.asking.removing import TOO_LATE
from alongside.drafts.actions import drop_draft
from alongside.goals import actions, forms, queries
from alongside.goals.choices import AskedBy, GoalState, StepState, SupportLevel, TaperMove
from alongside.keeping.rules import ChangedMeanwhile, NotHere, NothingWritten
from alongside.participants.opened import opened
from alongside.participants.queries import Participant
from alongside.ui.dates import day
from alongside.ui.undo import say


@staff(Can.WRITE_GOALS)
@require_POST
def held(request: StaffRequest, participant: UUID, kind: str, row: UUID) -> HttpResponse:
    """Choose a day to look again, or take up again what held."""
    person = opened(request.actor, participant)
    form = forms.LookAgainForm(request.POST)
    try:
        if "take_up" in request.POST:
            _take_up(request, participant, kind, row)
            say(request, _("Taken up again."))
        elif form.is_valid():
            on = form.cleaned_data["on"]
            actions.set_revisit_day(by=request.actor, participant=participant, kind=kind, row=row, on=on)
            said = _("The day to look again is saved.") if on else _("No day to look again is set any more.")
            say(request, said)
        else:
            return shown(request, form, _day_again(person), status=422)
    except NotHere:
        say(request, _("It does not hold any more, so nothing was changed."))
    return redirect("desk:holding", participant)


def _day_again(person: Participant) -> Page:
    """The page that asks again for a day that could not be read; it stays as it was typed."""
    return Page(
        section=_("Holding"),
        title=_("A day to look again"),
        about=person,
        back=reverse("desk:holding", args=[person.pk]),
        save=_("Save this day"),
    )


def _take_up(request: StaffRequest, participant: UUID, kind: str, row: UUID) -> None:
    given: dict[str, Any] = {"by": request.actor, "participant": participant}
    if kind == "step":
        actions.change_step_state(**given, step=row, state=StepState.OPEN)
    else:
        actions.change_goal_state(**given, goal=row, state=GoalState.OPEN)


@staff(Can.WRITE_GOALS)
@require_http_methods(["GET", "POST"])
def support(request: StaffRequest, participant: UUID) -> HttpResponse:
    """How close we walk, and the steps that were agreed on."""
    actor = request.actor
    looking = "" if request.method == "POST" else "open_support"
    person = opened(actor, participant, looking, queries.support_beside)
    now = queries.support_of(person)
    start = {"level": now.level} if now.level else {}
    form = filled(request, forms.SupportForm, f"goals.support:{participant}", initial=start)
    page = Page(
        section=_("Support level"),
        title=_("Support level"),
        about=person,
        lede=_("It can change at any time and in any direction. Nobody is ahead or behind."),
        back="",
        kept=_("The support level is saved. It can change at any time."),
        save=_("Save"),
        template="goals/support.html",
    )
    page.more = lambda: {
        "person": person,
        "now": now,
        "changes": queries.support_changes(participant),
        "taper": queries.taper(participant),
        "turns": queries.taper_turns(participant),
        "move_form": forms.MoveForm(auto_id="move-%s"),
        "once": uuid4(),
    }

    def keep(told: dict[str, Any]) -> str:
        given = {name: told[name] for name in ("level", "asked_by", "words")}
        actions.set_support(by=actor, participant=participant, change=form.once(), **given)
        return reverse("goals:support", args=[participant])

    return ask(request, form, page, keep)


@staff(Can.WRITE_GOALS)
@require_POST
def suggested(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Take what was proposed, or leave it; what is left is not proposed again."""
    opened(request.actor, participant)
    if "yes" in request.POST:
        once = forms.SupportForm(request.POST).once()
        actions.set_support(
            by=request.actor, participant=participant, change=once, level=SupportLevel.CLOSE,
            asked_by=AskedBy.TOGETHER,
        )  # fmt: skip
        say(request, _("The support level is saved. It can change at any time."))
    else:
        actions.decline_support(by=request.actor, participant=participant)
        say(request, _("That is fine. It will not be proposed again."))
    return redirect("desk:participant", participant)


@staff(Can.WRITE_GOALS)
@require_http_methods(["GET", "POST"])
def taper(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Agree on steps to need us less, or on other ones."""
    person = opened(request.actor, participant, "" if request.method == "POST" else "open_support")
    stands = queries.taper(participant)
    plan = stands.plan if stands else None
    start = {"version": "0"} | _as_agreed(stands)
    form = filled(request, forms.TaperForm, f"goals.taper:{participant}", initial=start, row=plan)
    page = Page(
        title=_("Doing more on my own, step by step"),
        section=_("Steps"),
        about=person,
        lede=_("Agreed together. The days can change. You can pause or take back each step."),
        back=reverse("goals:support", args=[participant]),
        kept=_("The steps are saved. Every step can be paused or taken back in one tap."),
        save=_("Save these steps"),
        leave=_("Back"),
        row=plan,
        stands=lambda now: [*open_blanks(form, now), *_steps_of(stands)],
        template="goals/taper.html",
    )

    def keep(told: dict[str, Any]) -> str:
        given = {name: told[name] for name in ("words", "asked_by")} | {"seen": form.seen_version()}
        actions.agree_taper(
            by=request.actor, participant=participant, turn=form.once(), steps=form.steps(), **given
        )
        return page.back

    return ask(request, form, page, keep)


def _steps_of(stands: queries.TaperRead | None) -> list[tuple[str, str]]:
    """Each agreed step in a line, for whoever agreed on others meanwhile."""
    return [
        (each.get_pace_display(), " · ".join([each.channels, day(each.around) if each.around else "-"]))
        for each in (stands.steps if stands else [])
    ]


def _as_agreed(stands: queries.TaperRead | None) -> dict[str, Any]:
    """What the form begins with: the steps from where we are now on."""
    if stands is None:
        return {}
    start: dict[str, Any] = {"words": stands.plan.words}
    for number, step in enumerate(stands.steps[stands.plan.place :]):
        start |= {
            f"pace-{number}": step.pace,
            f"channels-{number}": step.channels,
            f"around-{number}": step.around,
        }
    return start


@staff(Can.WRITE_GOALS)
@require_POST
def move(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Step down or back up, pause or take up again: one tap."""
    opened(request.actor, participant)
    wanted, place = request.POST.get("move", ""), request.POST.get("place", "")
    form = forms.MoveForm(request.POST)
    if wanted in TaperMove.values and wanted != TaperMove.AGREED:
        try:
            actions.change_taper(
                by=request.actor,
                participant=participant,
                turn=form.once(),
                move=TaperMove(wanted),
                seen=int(place) if place.isascii() and place.isdigit() and len(place) < 4 else None,
                asked_by=form.cleaned_data["asked_by"] if form.is_valid() else "",
            )
            say(request, f"{TaperMove(wanted).label}.")
        except ChangedMeanwhile:
            say(request, _("Somebody moved it this very moment. This is where it stands now."))
        except NotHere:
            say(request, _("No steps are agreed on yet."))
    back = "desk:participant" if request.POST.get("back") == "person" else "goals:support"
    return redirect(back, participant)


@staff(Can.WRITE_GOALS)
@require_http_methods(["GET", "POST"])
def long_view(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Parts of their life in their own words, as they said them at several times, side by side."""
    person = opened(request.actor, participant, "" if request.method == "POST" else "open_long_view")
    start = {"area": request.GET.get("area", "")}
    stances = queries.stances_of_areas(participant)
    key = f"goals.view:{participant}"
    form = filled(request, forms.SelfDescriptionForm, key, initial=start, stances=stances)
    page = Page(
        section=_("Life areas over time"),
        title=_("Life areas over time"),
        about=person,
        back="",
        kept=_("This part of their life is saved, in their words."),
        save=_("Save"),
        template="goals/long_view.html",
    )
    page.lede = _(
        "Their life in their own words, as they said it then and as they say it now. They choose which parts;"
        " nothing is measured."
    )
    a_word = _("A word of theirs is enough. Without any there is nothing to keep.")
    page.refusals = {NothingWritten: ("words", a_word)}

    def keep(told: dict[str, Any]) -> str:
        if not told["words"]:
            raise NothingWritten
        given = {name: told[name] for name in ("area", "words", "on")}
        row = actions.add_life_area_description(
            by=request.actor, participant=participant, description=form.once(), **given
        )
        page.undo = reverse("goals:remove_life_area_description", args=[participant, row.pk])
        return reverse("goals:long_view", args=[participant])

    def more() -> dict[str, Any]:
        key = f"goals.learned:{participant}"
        is_sent = request.method == "POST"
        return {
            "person": person,
            "areas": queries.long_view(participant),
            "stances": stances,
            "learned": queries.learned_things(participant),
            "learned_form": forms.LearnedForm(initial={"draft": key})
            if is_sent
            else filled(request, forms.LearnedForm, key),
        }

    page.more = more
    return ask(request, form, page, keep)


@staff(Can.WRITE_GOALS)
@require_http_methods(["GET", "POST"])
def life_review(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Every part of their life on one page, as far as they choose to go; what is left alone stays folded."""
    person = opened(request.actor, participant, "" if request.method == "POST" else "open_long_view")
    stances = queries.stances_of_areas(participant)
    form = filled(request, forms.LifeReviewForm, f"goals.review:{participant}", stances=stances)
    page = Page(
        section=_("Life areas over time"),
        title=_("Go through life areas together"),
        about=person,
        lede=_("In their own words, as it is today. Every part may stay blank."),
        back=reverse("goals:long_view", args=[participant]),
        kept=_("What they said about their life is saved, in their words."),
        template="goals/life_review.html",
        refusals={
            NothingWritten: (None, _("A word of theirs is enough. Without any there is nothing to keep."))
        },
    )

    def keep(told: dict[str, Any]) -> str:
        once = form.once()
        blanks = {name: words for name, words in told.items() if name.startswith("words_")}
        said = {name.removeprefix("words_"): words for name, words in blanks.items() if words.strip()}
        if not said:
            raise NothingWritten
        for area, words in said.items():
            given = {"participant": participant, "area": area, "words": words}
            actions.add_life_area_description(by=request.actor, description=uuid5(once, area), **given)
        return page.back

    return ask(request, form, page, keep)


@staff(Can.WRITE_GOALS)
@require_POST
def learned(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Something they have learned to do, in their words."""
    opened(request.actor, participant)
    form = forms.LearnedForm(request.POST)
    if form.is_valid() and form.cleaned_data["words"]:
        thing = actions.add_learned(
            by=request.actor, participant=participant, thing=form.once(), words=form.cleaned_data["words"]
        )
        drop_draft(by=request.actor, form=form.draft_key(), once=form.once())
        way_back = reverse("goals:unlearn", args=[participant, thing.pk])
        say(request, _("What they have learned is saved, in their words."), undo_url=way_back)
    return redirect(reverse("goals:long_view", args=[participant]) + "#learned")


@staff(Can.WRITE_GOALS)
@require_POST
def unlearn(request: StaffRequest, participant: UUID, thing: UUID) -> HttpResponse:
    """Take something off the list of what was learned, as they wish."""
    opened(request.actor, participant)
    try:
        actions.take_away(by=request.actor, participant=participant, kind="learned", row=thing)
    except NotHere:
        return redirect("goals:long_view", participant)
    way_back = reverse("goals:bring_back", args=[participant, "learned", thing])
    say(request, _("Taken away. It can come back for 30 days."), undo_url=way_back)
    return redirect("goals:long_view", participant)


@staff(Can.WRITE_GOALS)
@require_POST
def remove_life_area_description(request: StaffRequest, participant: UUID, description: UUID) -> HttpResponse:
    """Take a description away."""
    opened(request.actor, participant)
    try:
        actions.remove_life_area_description(
            by=request.actor, participant=participant, description=description
        )
    except NotHere:
        return redirect("goals:long_view", participant)
    way_back = reverse("goals:restore_life_area_description", args=[participant, description])
    say(request, _("Taken away. It can come back for 30 days."), undo_url=way_back)
    return redirect("goals:long_view", participant)


@staff(Can.WRITE_GOALS)
@require_POST
def restore_life_area_description(
    request: StaffRequest, participant: UUID, description: UUID
) -> HttpResponse:
    """Bring a description back."""
    opened(request.actor, participant)
    try:
        actions.restore_life_area_description(
            by=request.actor, participant=participant, description=description
        )
        say(request, _("It is back."))
    except NotHere:
        say(request, str(TOO_LATE))
    return redirect("goals:long_view", participant)
