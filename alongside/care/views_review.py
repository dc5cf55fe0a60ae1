"""The organisation review: years beside each other, its questions answered, and what follows."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside import clock, trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import ROLE_NAMES, Can, Role
from alongside.agency.queries import staff_list
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.care import forms_review as forms
from alongside.care import queries_review as queries
from alongside.care import reviewing
from alongside.care.rules import YearHasOne
from alongside.consent import gate
from alongside.keeping.rules import NotHere
from alongside.ui.dates import day, put
from alongside.ui.undo import say

_GET_POST = ["GET", "HEAD", "POST"]


@staff(Can.WORK_HERE)
@require_safe
def reviews(request: StaffRequest) -> HttpResponse:
    """The last reviews beside each other, and what is still to be done; to an owner, their own actions."""
    found = queries.reviews()
    if found:
        trail.looked("open_review", request.actor.id)
    year = clock.today().year
    shown = _table(found) | {
        "follows": queries.open_actions(),
        "leads": request.actor.may(Can.REVIEW_ORGANISATION),
        "keeps": request.actor.may(Can.KEEP_CARE),
        "this_year": year if all(each.year != year for each in found) else 0,
        "invited": [ROLE_NAMES[Role(each)] for each in found[0].roles] if found else [],
    }
    return render(request, "care/reviews.html", shown)


def _table(found: list[Any]) -> dict[str, Any]:
    return {"reviews": found, "lines": queries.side_by_side(found) if found else []}


@staff(Can.WORK_HERE)
@require_safe
def print_review(request: StaffRequest) -> HttpResponse:
    """The same years on paper; about how we work, and nobody."""
    found = queries.reviews()
    if not found:
        raise Http404
    gate.for_anybody(request.actor, [], "print_review")
    return render(request, "care/print_review.html", _table(found))


@staff(Can.REVIEW_ORGANISATION)
@require_http_methods(_GET_POST)
def begin(request: StaffRequest) -> HttpResponse:
    """Begin the review of a year."""
    return _review(request, None)


@staff(Can.REVIEW_ORGANISATION)
@require_http_methods(_GET_POST)
def change(request: StaffRequest, review: UUID) -> HttpResponse:
    """Whom she invites by role, and who took part."""
    return _review(request, there(queries.review_named(review)))


def _review(request: StaffRequest, row: Any) -> HttpResponse:
    start = (
        {"year": row.year, "roles": row.roles, "about": row.about} if row else {"year": clock.today().year}
    )
    key = f"care.review:{row.pk if row else 'new'}"
    form = filled(request, forms.ReviewForm, key, initial=start, row=row)
    page = Page(
        title=_("Who takes part") if row else _("Begin an organisation review"),
        section=_("Organisation review"),
        back=reverse("care:reviews"),
        lede=forms.OF_US,
        kept=_("The review is saved."),
        row=row,
        refusals={
            YearHasOne: ("year", _("There is a review of this year already. Please choose another year."))
        },
    )

    def keep(told: dict[str, Any]) -> str:
        said = {name: told[name] for name in ("year", "roles", "about")}
        if row:
            reviewing.change_review(by=request.actor, review=row.pk, seen=form.seen_version(), **said)
        else:
            reviewing.begin_review(by=request.actor, review=form.once(), **said)
        return page.back

    return ask(request, form, page, keep)


@staff(Can.REVIEW_ORGANISATION)
@require_POST
def finish(request: StaffRequest, review: UUID) -> HttpResponse:
    """Finish it, or open it again."""
    is_open = "again" in request.POST
    try:
        reviewing.finish_review(by=request.actor, review=review, finish=not is_open)
    except NotHere:
        raise Http404 from None
    say(
        request,
        _("The review is open again.")
        if is_open
        else _("Finished. Its answers stay as they are; its actions go on."),
    )
    return redirect("care:reviews")


def _asked(review: UUID, question: UUID) -> tuple[Any, Any]:
    """A review that is not finished, and one of its questions."""
    found = there(queries.review_named(review))
    if found.finished_at:
        raise Http404
    return found, there(queries.question_named(question))


@staff(Can.WORK_HERE)
@require_http_methods(_GET_POST)
def answer(request: StaffRequest, review: UUID, review_question: UUID) -> HttpResponse:
    """One question, answered in words and as it stands."""
    found, asks = _asked(review, review_question)
    row = queries.answer_to(review, review_question)
    start = {"state": row.state, "words": row.words} if row else {}
    key = f"care.review_answer:{review}:{review_question}"
    form = filled(request, forms.AnswerReviewForm, key, initial=start, row=row)
    page = Page(
        title=asks.called,
        section=_("Organisation review %(year)s") % {"year": found.year},
        back=reverse("care:reviews"),
        kept=_("The answer is saved."),
        row=row,
    )

    def keep(told: dict[str, Any]) -> str:
        said = {name: told[name] for name in ("state", "words")}
        seen = form.seen_version() if row else None
        reviewing.answer_question(
            by=request.actor, review=review, question=review_question, seen=seen, **said
        )
        return page.back

    return ask(request, form, page, keep)


def _owners() -> list[tuple[str, str]]:
    return [(str(each.pk), each.name) for each in staff_list()]


@staff(Can.WORK_HERE)
@require_http_methods(_GET_POST)
def new_action(request: StaffRequest, review: UUID, review_question: UUID) -> HttpResponse:
    """What follows from an answer."""
    _found, asks = _asked(review, review_question)
    key = f"care.review_action:{review}:{review_question}"
    start = {"owner": str(request.actor.id)}
    form = filled(request, forms.ActionForm, key, initial=start, owners=_owners())
    page = Page(
        title=_("Add an action"),
        section=_("Organisation review"),
        lede=asks.called,
        back=reverse("care:reviews"),
        kept=_("The action is saved. It stands on the Today of whoever does it."),
    )

    def keep(told: dict[str, Any]) -> str:
        said = {"words": told["words"], "owner": UUID(told["owner"]), "due_on": told["due_on"]}
        reviewing.agree_on_action(
            by=request.actor, action=form.once(), review=review, question=review_question, **said
        )
        return page.back

    return ask(request, form, page, keep)


@staff(Can.WORK_HERE)
@require_http_methods(_GET_POST)
def change_action(request: StaffRequest, agreed: UUID) -> HttpResponse:
    """Word an action otherwise, give it to a colleague, or agree on another day."""
    row = there(queries.action_named(agreed))
    there(queries.review_named(row.review_id))
    owners = _owners()
    if str(row.owner_id) not in dict(owners):
        owners.append((str(row.owner_id), row.owner.name))
    start = {"words": row.words, "owner": str(row.owner_id), "due_on": row.due_on}
    form = filled(
        request, forms.ActionForm, f"care.change_action:{agreed}", initial=start, row=row, owners=owners
    )
    page = Page(
        title=_("Change an action"),
        section=_("Organisation review"),
        lede=row.question.called,
        back=reverse("care:reviews"),
        kept=_("The action is saved. It stands on the Today of whoever does it."),
        row=row,
    )

    def keep(told: dict[str, Any]) -> str:
        said = {"words": told["words"], "owner": UUID(told["owner"]), "due_on": told["due_on"]}
        reviewing.change_action(by=request.actor, action=agreed, seen=form.seen_version(), **said)
        return page.back

    return ask(request, form, page, keep)


@staff(Can.WORK_HERE)
@require_http_methods(_GET_POST)
def action(request: StaffRequest, agreed: UUID) -> HttpResponse:
    """What came of an action, as its owner or who goes through the review says it."""
    row = there(queries.action_named(agreed))
    start = {"ended_as": row.ended_as, "outcome": row.outcome}
    form = filled(request, forms.EndActionForm, f"care.end_action:{agreed}", initial=start, row=row)
    page = Page(
        title=row.words,
        section=_("Organisation review"),
        lede=put(_("%(name)s, by %(day)s"), name=row.owner.name, day=day(row.due_on)),
        back=reverse("care:reviews"),
        kept=_("What came of it is saved."),
        row=row,
    )

    def keep(told: dict[str, Any]) -> str:
        said = {name: told[name] for name in ("ended_as", "outcome")}
        reviewing.end_action(by=request.actor, action=agreed, seen=form.seen_version(), **said)
        return page.back

    return ask(request, form, page, keep)
