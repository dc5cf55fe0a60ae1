"""The agency's own questions: reworded, hidden, moved or added in the browser, never required."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.reviewing import stamps
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.journey import actions, forms, queries, rules
from alongside.journey.wordings import to_review
from alongside.ui.forms import KindForm


@staff(Can.EDIT_FORMS)
@require_safe
def questions(request: StaffRequest) -> HttpResponse:
    """Every question in its order, the hidden ones too, each with its stamp while it has one."""
    asked = queries.questions(hidden=True)
    seen = stamps(to_review())
    parts = [
        {
            "part": part,
            "rows": [
                {
                    "asked": each,
                    "reviewed": seen.get((f"journey.question.{each.key}", each.language)),
                }
                for each in asked
                if each.section == part.id
            ],
        }
        for part in queries.parts(hidden=True)
    ]
    return render(request, "journey/questions.html", {"parts": parts})


@staff(Can.EDIT_FORMS)
@require_POST
def move(request: StaffRequest, question: str) -> HttpResponse:
    """Ask it one place earlier or later."""
    there(queries.question_named(question))
    actions.move_question(by=request.actor, key=question, up=request.POST.get("to") == "up")
    return redirect("journey:questions")


@staff(Can.EDIT_FORMS)
@require_http_methods(["GET", "POST"])
def question(request: StaffRequest, question: str) -> HttpResponse:
    """One question in every language, with its reason and how to ask it."""
    found = there(queries.question_named(question))
    start: dict[str, Any] = forms.wordings_shown(queries.wordings_of(found.pk))
    form = filled(request, forms.QuestionForm, "", initial=start | {"why": found.why, "hidden": found.hidden})
    more = {"before": queries.worded_before(found.pk)}
    return _asked(request, form, found.key, found.section.key, title=_("Change this question"), more=more)


@staff(Can.EDIT_FORMS)
@require_http_methods(["GET", "POST"])
def new(request: StaffRequest, section: str) -> HttpResponse:
    """A question of the agency's own, with its reason."""
    part = there(next((each for each in queries.parts(hidden=True) if each.key == section), None))
    form = filled(request, forms.QuestionForm, "")
    key = f"own-{form.once().hex[:12]}"
    return _asked(request, form, key, section, title=_("Add a question"), lede=part.title)


def _asked(request: StaffRequest, form: KindForm, key: str, section: str, **given: Any) -> HttpResponse:
    page = Page(
        **given,
        section=_("Intake questions"),
        back=reverse("journey:questions"),
        kept=_("The question is saved. What was said to the words before stays beside them."),
        template="journey/question.html",
    )
    page.refusals = {
        rules.NeedsAReason: ("why", _("Please say why you ask it; a question without a reason is left out.")),
        rules.NeedsWords: (None, _("A question needs words in one language at least.")),
    }

    def keep(told: dict[str, Any]) -> str:
        wordings = forms.worded(form)
        asked = {name: told[name] for name in ("why", "hidden")}
        actions.save_question(by=request.actor, key=key, section=section, wordings=wordings, **asked)
        return page.back

    return ask(request, form, page, keep)
