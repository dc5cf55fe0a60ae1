"""Pages of what they asked: all questions, one of them, an update, and a page for their own hands."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside import clock
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.words import Words
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.consent import gate
from alongside.consent.handing import own_page
from alongside.participants.in_their_language import in_their_language
from alongside.participants.opened import opened
from alongside.questions import actions, forms, queries
from alongside.questions.choices import Stands, UpdateKind
from alongside.questions.for_them import for_them
from alongside.questions.queries import AskedQuestion

BOTH = ["GET", "HEAD", "POST"]
_SAID = ("words", "holder", "stands", "may_tell", "teller", "themselves", "next_on")
SCRIPTS = ("journey.do_not_know", "journey.may_not_say")


def _home(participant: UUID) -> str:
    return reverse("questions:questions", args=[participant])


def _scripts() -> list[tuple[str, list[str]]]:
    """What to say while the answer is not ours, in the agency's words."""
    words = Words()
    found = [(words.say(f"{name}.title"), words.say(name).splitlines()) for name in SCRIPTS]
    return [(title, lines) for title, lines in found if lines]


@staff(Can.OPEN_RECORD)
@require_safe
def questions(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Everything they asked, as they read it, and what is ours beside it."""
    person = opened(request.actor, participant, "open_questions")
    rows = [(row, for_them(row)) for row in queries.questions(participant)]
    shown = {
        "person": person,
        "open": [each for each in rows if each[0].is_open],
        "settled": [each for each in rows if not each[0].is_open],
        "scripts": _scripts(),
    }
    return render(request, "questions/questions.html", shown)


@staff(Can.CHANGE_RECORD)
@require_http_methods(BOTH)
def new(request: StaffRequest, participant: UUID) -> HttpResponse:
    """One more question."""
    opened(request.actor, participant)
    return _asked(request, participant, None)


@staff(Can.CHANGE_RECORD)
@require_http_methods(BOTH)
def question(request: StaffRequest, participant: UUID, awaited: UUID) -> HttpResponse:
    """A question, and where its answer is."""
    opened(request.actor, participant, "open_questions")
    return _asked(request, participant, there(queries.question_named(participant, awaited)))


def _asked(request: StaffRequest, participant: UUID, row: AskedQuestion | None) -> HttpResponse:
    start: dict[str, Any] = {name: getattr(row, name) for name in _SAID} if row else {"stands": Stands.ASKED}
    start["asked_on"] = queries.asked_on(row) if row else None
    key = f"questions.question:{row.pk if row else participant}"
    form = filled(request, forms.QuestionForm, key, initial=start, row=row)
    page = Page(
        title=_("Change this question") if row else _("Add a question"),
        section=_("Their questions"),
        back=_home(participant),
        kept=_("The question is saved."),
        row=row,
        template="questions/question.html",
        more={"scripts": _scripts()},
    )

    def keep(told: dict[str, Any]) -> str:
        actions.keep_asked(
            by=request.actor,
            participant=participant,
            question=row.pk if row else form.once(),
            seen=form.seen_version() if row else None,
            **{name: told[name] for name in (*_SAID, "asked_on")},
        )
        return page.back

    return ask(request, form, page, keep)


@staff(Can.CHANGE_RECORD)
@require_http_methods(BOTH)
def update(request: StaffRequest, participant: UUID, awaited: UUID) -> HttpResponse:
    """What they hear today, also that there is no news, and by when they hear again."""
    opened(request.actor, participant, "open_questions")
    row = there(queries.question_named(participant, awaited))
    start = {"kind": UpdateKind.NO_NEWS, "stands": row.stands}
    form = filled(request, forms.UpdateForm, f"questions.update:{awaited}", initial=start)
    page = Page(
        title=_("Give an update"),
        section=_("Their questions"),
        back=_home(participant),
        kept=_("The update is saved."),
        template="questions/update.html",
        more={"row": row, "scripts": _scripts()},
    )

    def keep(told: dict[str, Any]) -> str:
        given = {name: told[name] for name in ("words", "stands", "next_on")}
        given["kind"] = told["kind"] or UpdateKind.NO_NEWS
        ids: dict[str, Any] = {"participant": participant, "question": awaited, "update": form.once()}
        actions.give_update(by=request.actor, **ids, **given)
        return page.back

    return ask(request, form, page, keep)


@staff(Can.OPEN_RECORD)
@require_http_methods(BOTH)
@in_their_language
def paper(request: StaffRequest, participant: UUID) -> HttpResponse:
    """All their questions on one page, in their language where we have it."""
    opened(request.actor, participant)
    rows = [for_them(row) for row in queries.questions(participant)]
    shown = {"participant": participant, "rows": rows, "day": clock.today()}
    thing = gate.OwnThing.CARD
    return own_page(request, participant, thing, "print_questions", "questions/paper.html", shown)
