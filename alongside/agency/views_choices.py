"""What an agency uses of the house, and what it calls things."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency import actions, nouns, queries
from alongside.agency import modules as parts
from alongside.agency.forms import ModulesForm, NounForm
from alongside.asking.page import Page, ask
from alongside.ui.undo import say


@staff(Can.SET_UP_AGENCY)
@require_http_methods(["GET", "POST"])
def modules(request: StaffRequest) -> HttpResponse:
    """Parts of the house, each used or left off."""
    off = queries.agency().features_off
    known = list(parts.modules().values())
    start = {"used": [each.key for each in known if each.key not in off]}
    form = ModulesForm(request.POST or None, modules=known, initial=start)
    page = Page(
        section=_("Features"),
        title=_("Features"),
        lede=_(
            "What is turned off disappears from every page; nothing is deleted. It comes back with one tick."
        ),
        back=reverse("program:program"),
        kept=_(
            "The features are saved. What was written in a part that is left off stays, and comes back with it."
        ),
        template="agency/modules.html",
        more={"modules": known},
    )

    def keep(_told: dict[str, Any]) -> str:
        actions.choose_features(by=request.actor, off=form.left_off())
        return reverse("agency:modules")

    return ask(request, form, page, keep)


def _language(request: StaffRequest) -> str:
    asked = request.GET.get("language", "") or (get_language() or "en")[:2]
    return asked if asked in nouns.ARTICLES and asked in dict(settings.LANGUAGES) else "en"


def _rows(language: str, sent: NounForm | None, which: str) -> list[dict[str, Any]]:
    own = {
        row.key.removeprefix(nouns.PREFIX): nouns.read_text(row.text)
        for row in queries.own_wordings()
        if row.key.startswith(nouns.PREFIX) and row.language == language
    }
    rows = []
    for key, spoken in nouns.NOUNS.items():
        ours, called = spoken[language][0], own.get(key)
        form = sent if sent is not None and key == which else None
        rows.append(
            {
                "key": key,
                "ours": ours,
                "called": called,
                "open": form is not None,
                "form": form
                or NounForm(initial=(called or ours)._asdict(), language=language, auto_id=f"id_{key}_%s"),
            }
        )
    return rows


@staff(Can.SET_UP_AGENCY)
@require_http_methods(["GET", "POST"])
def called(request: StaffRequest) -> HttpResponse:
    """What things are called here, in each language."""
    language = _language(request)
    which = request.POST.get("noun", "")
    sent = NounForm(request.POST, language=language) if request.method == "POST" else None
    if sent is not None and which not in nouns.NOUNS:
        raise Http404
    if sent is not None and ("ours" in request.POST or sent.is_valid()):
        word = None if "ours" in request.POST else nouns.Called(**sent.word())
        actions.set_nouns(by=request.actor, noun=which, language=language, called=word)
        say(request, _("The name is saved. It is called so everywhere from now on."))
        return redirect(f"{reverse('agency:called')}?language={language}")
    shown = {
        "rows": _rows(language, sent, which),
        "language": language,
        "languages": [pair for pair in settings.LANGUAGES if pair[0] in nouns.ARTICLES],
    }
    return render(request, "agency/called.html", shown, status=200 if sent is None else 422)
