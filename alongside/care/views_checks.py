"""How it feels to work with us: written down for somebody, on paper, and before the reader they chose."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside import trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.words import Words
from alongside.asking.filling import filled
from alongside.asking.page import GONE_FOR_GOOD, Page, ask, ask_once_more, there
from alongside.care import checking, forms, queries, rules
from alongside.consent import gate
from alongside.keeping.rules import NotHere
from alongside.participants import queries as people
from alongside.participants.in_their_language import in_their_language


def _person(participant: UUID) -> people.Participant:
    """Somebody I see; no trace of this in their own trail, but of who was turned away."""
    person = people.participant_named(participant)
    if person is None:
        trail.note(trail.Entry("open_record", participant, "turned_away"))
        raise Http404
    return person


def asked_here() -> list[tuple[str, str]]:
    """The questions, in the agency's words; one that it hides is not asked."""
    words = Words()
    said = [(name, words.say(f"care.{name}")) for name in checking.QUESTIONS]
    return [(name, text) for name, text in said if text]


@staff(Can.SEE_PEOPLE)
@require_http_methods(["GET", "HEAD", "POST"])
def feels(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Write down how it feels to somebody, for the reader they choose."""
    person = _person(participant)
    about = person.case_manager_id
    key = f"care.feels:{participant}"
    form = filled(request, forms.FeelsForm, key, asked=asked_here(), readers=queries.check_readers(about))
    page = Page(
        title=_("How it feels to work with us"),
        section=_("To the reader they chose"),
        back="",
        kept=_("Passed on to the reader they chose. You cannot open it again."),
        save=_("Pass it on"),
        template="care/feels.html",
        more={"person": person, "mine": about == request.actor.id},
        refusals={
            rules.NotInReach: ("reader", _("This reader cannot be chosen. Please choose somebody else."))
        },
    )

    def keep(told: dict[str, Any]) -> str:
        read_as, _colon, reader = told["reader"].partition(":")
        chosen = checking.Chosen(
            reader=UUID(reader),
            read_as=read_as,
            may_see=told["may_see"],
            called=person.alias if told["named"] else "",
        )
        words = {name: told.get(name, "") for name in checking.QUESTIONS}
        checking.say_how_it_feels(
            by=request.actor,
            whom=participant,
            felt=form.once(),
            chosen=chosen,
            told_by=told["told_by"],
            words=words,
        )
        return reverse("desk:today")

    return ask(request, form, page, keep)


@staff(Can.SEE_PEOPLE)
@require_safe
@in_their_language
def print_feels(request: StaffRequest, participant: UUID) -> HttpResponse:
    """The same questions on paper, to fill in alone. The page is about nobody, and no trail of theirs names it."""
    _person(participant)
    gate.for_anybody(request.actor, [], "print_feels")
    shown = {
        "participant": participant,
        "asked": [text for _name, text in asked_here()],
        "spoken": getattr(request, "spoken", ""),
        "has_theirs": getattr(request, "has_theirs", True),
    }
    return render(request, "care/print_feels.html", shown)


@staff(Can.WORK_HERE)
@require_safe
def checks(request: StaffRequest) -> HttpResponse:
    """What people said about working with us, as far as it is for me."""
    return render(request, "care/checks.html", {"rows": queries.checks()})


@staff(Can.WORK_HERE)
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: StaffRequest, felt: UUID) -> HttpResponse:
    """One of them before its reader, who says here what follows."""
    found = there(queries.check_named(felt))
    reads = found.concerns_id != request.actor.id
    if request.method == "POST" and not reads:
        raise Http404
    form = filled(request, forms.FollowForm, f"care.follow:{felt}", initial={"words": found.followed})
    page = Page(
        title=_("How it feels to work with us"),
        section=_("How it feels to work with us"),
        back=reverse("care:checks"),
        kept=_("Saved as read."),
        save=_("Save as read"),
        template="care/check.html",
        more={
            "row": found,
            "reads": reads,
            "said": [(text, getattr(found, name)) for name, text in asked_here() if getattr(found, name)],
            "person": people.participant_named(found.participant_id) if found.participant_id else None,
            "as_supervisor": found.read_as == "supervisor",
        },
    )
    if request.method != "POST":
        trail.looked("open_check", request.actor.id)

    def keep(told: dict[str, Any]) -> str:
        checking.follow_up_check(by=request.actor, felt=felt, words=told["words"])
        return page.back

    return ask(request, form, page, keep)


@staff(Can.WORK_HERE)
@require_http_methods(["GET", "HEAD", "POST"])
def delete_check(request: StaffRequest, felt: UUID) -> HttpResponse:
    """Delete it for good, because the person takes it back."""
    found = there(queries.check_named(felt))
    if found.concerns_id == request.actor.id:
        raise Http404
    page = Page(
        title=_("Delete this for good?"),
        section=_("How it feels to work with us"),
        lede=GONE_FOR_GOOD,
        back=reverse("care:check", args=[felt]),
        save=_("Delete for good"),
        kept=_("Deleted for good."),
        row=found,
        stands=lambda row: [("", getattr(row, name)) for name in checking.QUESTIONS],
    )

    def delete_it() -> str:
        try:
            checking.delete_check(by=request.actor, felt=felt)
        except NotHere:
            raise Http404 from None
        return reverse("care:checks")

    return ask_once_more(request, page, delete_it)
