"""The page on which an on-call brief is written with the person, line by line."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask
from alongside.participants import briefs, night
from alongside.participants.forms_critical import LineForm, QuestionForm
from alongside.participants.opened import opened
from alongside.ui.undo import say


def _back(participant: UUID) -> str:
    return reverse("participants:brief", args=[participant])


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def brief(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Every line with what they said of it, a blank for one more, and what is copied."""
    person = opened(request.actor, participant, "" if request.method == "POST" else "open_brief")
    form = filled(request, LineForm, f"participants.brief:{participant}", initial={"kind": "know"})

    def more() -> dict[str, Any]:
        stands = night.brief_of(participant)
        return {
            "brief": stands,
            "theirs": [each for each in night.parts(stands) if each.lines],
            "copies": [each for each in night.parts(stands, theirs=False) if each.lines],
            "openings": night.openings(participant),
        }

    page = Page(
        title=_("On-call brief"),
        section=_("On-call brief"),
        about=person,
        back="",
        lede=_(
            "Write it with them. Whoever is on call reads the lines they approved, while a critical period is live, and"
            " nothing else of their record."
        ),
        kept=_("Line saved."),
        save=_("Add this line"),
        template="participants/brief.html",
        more=more,
    )

    def keep(told: dict[str, Any]) -> str:
        briefs.write_line(
            by=request.actor,
            participant=participant,
            line=form.once(),
            kind=told["kind"],
            words=told["words"],
            approved=told["approved"],
        )
        return _back(participant)

    return ask(request, form, page, keep)


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: StaffRequest, participant: UUID) -> HttpResponse:
    """What is asked so that the code word is said."""
    person = opened(request.actor, participant)
    stands = night.brief_of(participant)
    start = {"question": stands.question if stands else ""}
    form = filled(request, QuestionForm, f"participants.brief_question:{participant}", initial=start)
    page = Page(
        title=_("The question that asks for the code word"),
        section=_("On-call brief"),
        about=person,
        back=_back(participant),
        lede=_("The code word itself stands with how to reach them safely, and is copied from there."),
        kept=_("The question is saved."),
    )

    def keep(told: dict[str, Any]) -> str:
        briefs.set_question(by=request.actor, participant=participant, question=told["question"])
        return page.back

    return ask(request, form, page, keep)


@staff(Can.CHANGE_RECORD)
@require_POST
def line(request: StaffRequest, participant: UUID, brief_line: UUID) -> HttpResponse:
    """They approve a line, or withdraw it."""
    opened(request.actor, participant)
    if night.line_named(participant, brief_line) is None:
        raise Http404
    given: dict[str, Any] = {"by": request.actor, "participant": participant, "line": brief_line}
    if request.POST.get("do") == "approve":
        briefs.approve_line(**given)
        say(request, _("Approved: whoever is on call reads this line while a critical period is live."))
    else:
        briefs.withdraw_line(**given)
        say(request, _("Withdrawn: nobody on call reads this line from now on."))
    return redirect(_back(participant))


@staff(Can.ASSIGN)
@require_POST
def reviewed(request: StaffRequest, opening: UUID) -> HttpResponse:
    """The supervisor has looked at who opened a brief."""
    found = night.opening_named(opening)
    if found is None:
        raise Http404
    briefs.review_opening(by=request.actor, participant=found.participant_id, opening=opening)
    say(request, _("Noted that you looked at it. It has left Today."))
    return redirect("desk:today")
