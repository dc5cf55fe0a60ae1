"""The agency's own questions of the organisation review."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.care import queries_review, reviewing
from alongside.care.forms_review import ReviewQuestionForm
from alongside.care.rules import AskedAlready


@staff(Can.KEEP_CARE)
@require_safe
def questions(request: StaffRequest) -> HttpResponse:
    """What the review asks, and what it does not ask any more."""
    return render(request, "care/review_questions.html", {"asked": queries_review.questions(hidden=True)})


@staff(Can.KEEP_CARE)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Add a question."""
    return _question(request, None)


@staff(Can.KEEP_CARE)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: StaffRequest, review_question: UUID) -> HttpResponse:
    """Word it otherwise, or hide it."""
    return _question(request, there(queries_review.question_named(review_question)))


def _question(request: StaffRequest, row: Any) -> HttpResponse:
    start = {"name": row.called, "hidden": row.hidden} if row else {}
    key = f"care.review_question:{row.pk if row else 'new'}"
    form = filled(request, ReviewQuestionForm, key, initial=start, row=row)
    page = Page(
        title=_("Change a question") if row else _("Add a question"),
        section=_("Organisation review"),
        back=reverse("care:review_questions"),
        lede=_("It is answered yes, in part or not yet, and in words. What was answered before stays."),
        kept=_("The question is saved."),
        row=row,
        stands=lambda stands: [(_("The question"), stands.called)],
        refusals={AskedAlready: ("name", _("This question stands on the list already."))},
    )

    def keep(told: dict[str, Any]) -> str:
        reviewing.save_review_question(
            by=request.actor,
            question=row.pk if row else form.once(),
            seen=form.seen_version() if row else None,
            name=told["name"],
            hidden=told["hidden"],
        )
        return page.back

    return ask(request, form, page, keep)
