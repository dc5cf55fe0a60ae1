"""The agency's own questions: reworded, hidden, moved or added in the browser, never required."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.reviewing import stamps
from alongside.journey import actions, forms, queries, rules
from alongside.journey.wordings import to_review
from alongside.ui.undo import say


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
    if queries.question_named(question) is None:
        raise Http404
    actions.move_question(by=request.actor, key=question, up=request.POST.get("to") == "up")
    return redirect("journey:questions")


@staff(Can.EDIT_FORMS)
@require_http_methods(["GET", "POST"])
def question(request: StaffRequest, question: str) -> HttpResponse:
    """One question in every language, with its reason and how to ask it."""
    found = queries.question_named(question)
    if found is None:
        raise Http404
    start: dict[str, Any] = forms.wordings_shown(queries.wordings_of(found.pk))
    form = forms.QuestionForm(
        request.POST or None, initial=start | {"why": found.why, "hidden": found.hidden}
    )
    if request.method == "POST" and form.is_valid() and _kept(request, form, found.key, found.section.key):
        return redirect("journey:questions")
    shown = {
        "form": form,
        "question": found,
        "before": queries.worded_before(found.pk),
    }
    return render(request, "journey/question.html", shown, status=422 if form.is_bound else 200)


@staff(Can.EDIT_FORMS)
@require_http_methods(["GET", "POST"])
def new(request: StaffRequest, section: str) -> HttpResponse:
    """A question of the agency's own, with its reason."""
    part = next((each for each in queries.parts(hidden=True) if each.key == section), None)
    if part is None:
        raise Http404
    form = forms.QuestionForm(request.POST or None)
    key = f"own-{form.once().hex[:12]}"
    if request.method == "POST" and form.is_valid() and _kept(request, form, key, section):
        return redirect("journey:questions")
    shown = {"form": form, "part": part}
    return render(request, "journey/question.html", shown, status=422 if form.is_bound else 200)


def _kept(request: StaffRequest, form: Any, key: str, section: str) -> bool:
    told = form.cleaned_data
    try:
        actions.keep_question(
            by=request.actor,
            key=key,
            section=section,
            wordings=forms.worded(form),
            why=told["why"],
            hidden=told["hidden"],
        )
    except rules.NeedsAReason:
        form.add_error("why", _("Please say why you ask it; a question without a reason is left out."))
    except rules.NeedsWords:
        form.add_error(None, _("A question needs words in one language at least."))
    else:
        say(request, _("Kept. What was said to the words before stays beside them."))
        return True
    return False
