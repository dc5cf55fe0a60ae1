"""The language guard's list: read by all staff, worded by its editors, and handed to the page that checks with it."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask
from alongside.practice import actions, forms, queries, rules
from alongside.practice.queries import WordingSuggestion
from alongside.ui.undo import say

# Where a hint has more to say, the plain page that says it.
READS = {"staying": "why_leaving", "just-leave": "why_leaving", "no-se-va": "why_leaving"}


def _language(request: StaffRequest) -> str:
    asked = request.POST.get("language") or request.GET.get("language", "")
    return asked if asked in dict(settings.LANGUAGES) else (translation.get_language() or "en")[:2]


def _entry_or_404(guarded: UUID) -> WordingSuggestion:
    found = queries.guarded_named(guarded)
    if found is None:
        raise Http404
    return found


def _list_in(language: str) -> str:
    return f"{reverse('practice:guard')}?language={language}"


def _in_short(phrases: str) -> list[str]:
    return list(dict.fromkeys(rules.plainly(each) for each in rules.several(phrases)))


@staff(Can.WORK_HERE)
@require_safe
def words(request: StaffRequest) -> HttpResponse:
    """The whole list for the page's own script. What somebody writes is never asked for, here or elsewhere."""
    entries = [
        {
            "id": str(row.pk),
            "lang": row.language,
            "phrases": row.phrases,
            "fine": row.fine,
            "why": row.why,
            "options": rules.one_a_line(row.options),
            "names": row.names,
            "plans": row.plans,
        }
        | (
            {"read": f"{reverse('safety:library')}#{READS[row.key]}", "label": _("Read why")}
            if row.key in READS
            else {}
        )
        for row in queries.guarded()
        if not row.off
    ]
    return JsonResponse({"entries": entries, "spared": queries.names_spared()})


@staff(Can.WORK_HERE)
@require_safe
def entries(request: StaffRequest) -> HttpResponse:
    """Which words get a hint, why, and what one may write instead."""
    language = _language(request)
    rows = [
        {"entry": row, "phrases": _in_short(row.phrases), "options": rules.one_a_line(row.options)}
        for row in queries.guarded(language)
    ]
    shown = {
        "on": [row for row in rows if not row["entry"].off],  # type: ignore[attr-defined]
        "off": [row for row in rows if row["entry"].off],  # type: ignore[attr-defined]
        "leave_out": rules.LEAVE_OUT,
        "language": language,
        "languages": settings.LANGUAGES,
        "may_edit": request.actor.may(Can.EDIT_GUARD),
    }
    return render(request, "practice/guard.html", shown)


@staff(Can.EDIT_GUARD)
@require_http_methods(["GET", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Add words of the agency's own."""
    return _writing(request, None, _language(request))


@staff(Can.EDIT_GUARD)
@require_http_methods(["GET", "POST"])
def change(request: StaffRequest, guarded: UUID) -> HttpResponse:
    """Word an entry anew."""
    found = _entry_or_404(guarded)
    return _writing(request, found, found.language)


def _writing(request: StaffRequest, stands: WordingSuggestion | None, language: str) -> HttpResponse:
    start: dict[str, Any] = {"language": language}
    if stands:
        start |= {name: getattr(stands, name) for name in forms.GUARDED}
    key = f"practice.guarded:{stands.pk}" if stands else f"practice.guarded:new:{language}"
    form = filled(request, forms.GuardForm, key, initial=start, row=stands)
    page = Page(
        title=_("Change these words") if stands else _("Add words"),
        section=_("Wording suggestions"),
        lede=_("For what is written in %(name)s.") % {"name": dict(settings.LANGUAGES)[language]},
        back=_list_in(language),
        kept=_("The wording suggestion is saved. Hints follow it from the next page on."),
        row=stands,
        template="practice/edit_guarded.html",
        more={"examples": rules.EXAMPLES},
    )

    def keep(_told: dict[str, Any]) -> str:
        if stands is None:
            actions.add_wording_suggestion(
                by=request.actor, entry=form.once(), language=language, words=form.said()
            )
        else:
            actions.edit_wording_suggestion(
                by=request.actor, entry=stands.pk, words=form.said(), version=form.seen_version()
            )
        return page.back

    return ask(request, form, page, keep)


def _switch(request: StaffRequest, guarded: UUID, *, off: bool) -> HttpResponse:
    found = _entry_or_404(guarded)
    actions.switch_wording_suggestion(by=request.actor, entry=found.pk, off=off)
    way_back = "practice:guarded_on" if off else "practice:guarded_off"
    sentence = _("Switched off: these words get no hint.") if off else _("These words get a hint again.")
    say(request, sentence, undo_url=reverse(way_back, args=[found.pk]))
    return redirect(_list_in(found.language))


@staff(Can.EDIT_GUARD)
@require_POST
def switch_off(request: StaffRequest, guarded: UUID) -> HttpResponse:
    """Let the guard pass over an entry."""
    return _switch(request, guarded, off=True)


@staff(Can.EDIT_GUARD)
@require_POST
def switch_on(request: StaffRequest, guarded: UUID) -> HttpResponse:
    """Bring an entry back."""
    return _switch(request, guarded, off=False)
