"""Asking those who know somebody, by name. Whoever does not reach the person finds nothing here."""

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
from alongside.asking.page import Page, ask, there
from alongside.asking.removing import BACK, TAKEN_BACK, undo_pair
from alongside.keeping.rules import NotHere
from alongside.participants.opened import opened
from alongside.practice import actions, forms, queries
from alongside.ui.undo import say


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def team_questions(request: StaffRequest, participant: UUID) -> HttpResponse:
    """What was asked about somebody, and a blank for more."""
    person = opened(request.actor, participant, "open_team_questions")
    form = filled(request, forms.TeamQuestionForm, f"practice.team_question:{participant}")
    page = Page(
        title=_("Ask those who know %(name)s") % {"name": person.alias},
        section=_("Questions to the team"),
        lede=_(
            "Whoever can open this record reads it with your name. It stays here: what belongs in the record is a note."
        ),
        back=reverse("desk:participant", args=[participant]),
        about=person,
        kept=_("Your question to the team is saved."),
        save=_("Ask"),
        template="practice/team_questions.html",
        more=lambda: {"person": person, "questions": queries.team_questions(participant)},
    )

    def keep(told: dict[str, Any]) -> str:
        given: dict[str, Any] = {"participant": participant, "question": form.once()}
        row = actions.ask_team(by=request.actor, words=told["question"], **given)
        return reverse("practice:team_question", args=[participant, row.pk])

    return ask(request, form, page, keep)


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def team_question(request: StaffRequest, participant: UUID, asked: UUID) -> HttpResponse:
    """One question with its answers; sending the page answers it."""
    person = opened(request.actor, participant, "open_team_questions")
    found = there(queries.team_question(participant, asked))
    form = filled(request, forms.TeamAnswerForm, f"practice.team_answer:{asked}")
    page = Page(
        title=_("%(name)s asks about %(person)s") % {"name": found.by.name, "person": person.alias},
        section=_("Questions to the team"),
        back=reverse("practice:team_questions", args=[participant]),
        about=person,
        kept=_("Your answer is saved beside the question."),
        save=_("Answer"),
        template="practice/team_question.html",
        more=lambda: {
            "person": person,
            "asked": found,
            "me": request.actor.id,
            "answers": queries.team_answers(asked),
        },
    )

    def keep(told: dict[str, Any]) -> str:
        given: dict[str, Any] = {"participant": participant, "question": asked}
        kept = actions.answer_team_question(
            by=request.actor, answer=form.once(), words=told["words"], **given
        )
        page.undo = reverse("practice:take_team_answer_back", args=[participant, asked, kept.pk])
        return reverse("practice:team_question", args=[participant, asked])

    return ask(request, form, page, keep)


@staff(Can.CHANGE_RECORD)
@require_POST
def close(request: StaffRequest, participant: UUID, asked: UUID) -> HttpResponse:
    """Close one's own question."""
    _do(actions.close_team_question, by=request.actor, participant=participant, question=asked)
    back = reverse("practice:reopen_team_question", args=[participant, asked])
    say(request, _("The question is closed. It stays here to be read."), undo_url=back)
    return redirect("practice:team_question", participant, asked)


@staff(Can.CHANGE_RECORD)
@require_POST
def reopen(request: StaffRequest, participant: UUID, asked: UUID) -> HttpResponse:
    """Open one's own question again."""
    _do(actions.reopen_team_question, by=request.actor, participant=participant, question=asked)
    say(request, _("The question is open again."))
    return redirect("practice:team_question", participant, asked)


def _answer(request: StaffRequest, *, participant: UUID, asked: UUID, answered: UUID) -> Any:
    opened(request.actor, participant)
    return queries.team_answer(asked, answered)


def _do(action: Any, **given: Any) -> None:
    """Do it, or answer that nothing is here."""
    try:
        action(**given)
    except NotHere:
        raise Http404 from None


take_back, bring_back = undo_pair(
    Can.CHANGE_RECORD,
    (actions.take_team_answer_back, actions.bring_team_answer_back),
    _answer,
    lambda row: reverse("practice:team_question", args=[row.participant_id, row.question_id]),
    "practice:bring_team_answer_back",
    noun="answer",
    said=(TAKEN_BACK, BACK),
)
