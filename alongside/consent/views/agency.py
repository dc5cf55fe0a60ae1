"""What the agency settles about sharing: how long permissions hold, what they can name, how their paper reads."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside import clock
from alongside.access.acts import TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.consent import actions, outing, queries
from alongside.consent.choices import INFORMATION
from alongside.consent.forms import KindNameForm, OutingForm, PaperForm, RuleForm

if TYPE_CHECKING:
    from alongside.consent.models import InformationKind

RULE = ("usual_days", "most_days", "soon_days", "stale_days", "falls_back_on", "source")


@staff(Can.SET_UP_AGENCY)
@require_safe
def settings(request: StaffRequest) -> HttpResponse:
    """Times, kinds and papers in one place."""
    kept = queries.wordings()
    newest = {each.language: each for each in reversed(kept)}
    shown = {
        "span": queries.span_now(),
        "rules": queries.rules_kept(),
        "kinds": queries.kinds(hidden=True),
        "papers": [{"row": newest[code], "name": _own_name(code)} for code in newest],
        "lists": [
            {"row": each, "count": len(outing.lines_of(each.words)), "name": _own_name(each.language)}
            for each in queries.outing_lists()
        ],
    }
    return render(request, "consent/settings.html", shown)


def _own_name(code: str) -> str:
    return str(translation.get_language_info(code)["name_local"])


def _setting(title: str, kept: str, **more: Any) -> Page:
    given = {
        "template": "consent/setting.html",
        "section": _("Permission to share"),
        "save": _("Save"),
    } | more
    return Page(title, reverse("consent:settings"), leave=_("Back"), kept=kept, **given)


@staff(Can.SET_UP_AGENCY)
@require_http_methods(["GET", "HEAD", "POST"])
def rule(request: StaffRequest) -> HttpResponse:
    """Other times, from a day on."""
    stands = queries.span_now().rule
    start: dict[str, Any] = {name: getattr(stands, name) for name in RULE}
    places = dict.fromkeys(each.jurisdiction for each in queries.jurisdictions())
    form = filled(
        request,
        RuleForm,
        "consent.rule",
        initial=start | {"from_on": clock.today()},
        places=[(each, each) for each in places],
    )
    page = _setting(
        _("How long permissions hold"),
        _("The time limit is saved. Permissions that stand keep the time they were given."),
    )

    def keep(told: dict[str, Any]) -> str:
        given = {name: told[name] for name in RULE} | {"from_on": told["from_on"] or clock.today()}
        actions.set_sharing_rule(by=request.actor, rule=form.once(), **given)
        return page.back

    return ask(request, form, page, keep)


@staff(Can.SET_UP_AGENCY)
@require_http_methods(["GET", "HEAD", "POST"])
def new_kind(request: StaffRequest) -> HttpResponse:
    """A kind of information of the agency's own."""
    return _kind(request, None)


@staff(Can.SET_UP_AGENCY)
@require_http_methods(["GET", "HEAD", "POST"])
def kind(request: StaffRequest, information: UUID) -> HttpResponse:
    """Name or hide a kind of information."""
    kinds = {each.pk: each for each in queries.kinds(hidden=True)}
    return _kind(request, there(kinds.get(information)))


def _kind(request: StaffRequest, row: "InformationKind | None") -> HttpResponse:
    start = {"name": row.name, "hidden": row.hidden} if row else {}
    form = filled(request, KindNameForm, f"consent.kind:{row.pk if row else 'new'}", initial=start)
    title = str(INFORMATION.get(row.key, "")) or row.name if row else _("Add a kind of information")
    page = _setting(title, _("What can be named is saved."))
    page.refusals = {TurnedDown: ("name", _("A few words are needed here."))}

    def keep(told: dict[str, Any]) -> str:
        given = {"name": told["name"], "hidden": told["hidden"]}
        actions.add_kind(by=request.actor, kind=row.pk if row else None, new=form.once(), **given)
        return page.back

    return ask(request, form, page, keep)


@staff(Can.EDIT_FORMS)
@require_http_methods(["GET", "HEAD", "POST"])
def paper(request: StaffRequest, language: str) -> HttpResponse:
    """The paper in one language; each change is a version of its own, and signed papers keep theirs."""
    kept = [each for each in queries.wordings() if each.language == language]
    row = there(kept[0] if kept else None)
    start = {"title": row.title, "text": row.text}
    form = filled(request, PaperForm, f"consent.paper:{language}", initial=start, row=row)
    page = _setting(
        _("The paper of a permission"),
        _("Saved as a new version. Papers signed before keep the words they had."),
        row=row,
        more={"before": kept, "language": language},
    )

    def keep(told: dict[str, Any]) -> str:
        given = {"language": language, "title": told["title"], "text": told["text"]}
        actions.reword_paper(by=request.actor, wording=form.once(), seen=form.seen_version(), **given)
        return page.back

    return ask(request, form, page, keep)


@staff(Can.SET_UP_AGENCY)
@require_http_methods(["GET", "HEAD", "POST"])
def outing_words(request: StaffRequest, language: str) -> HttpResponse:
    """The words that would say what kind of place we are; `ours` in the address brings what we suggest as well."""
    row = there(queries.outing_list(language))
    with_ours = request.GET.get("ours") == "yes"
    all_words = outing.with_ours(row.words, language)
    start = {"words": all_words if with_ours else row.words}
    key = f"consent.outing:{language}" + (":ours" if with_ours else "")
    form = filled(request, OutingForm, key, initial=start, row=row)
    searched = _("A text in any language is looked through for the words of all of them.")
    page = _setting(
        _("Words that would say what kind of place we are"),
        _("The words are saved. The next text that would go out is looked through for them."),
        lede=f"{_own_name(language)} · {searched}",
        row=row,
        template="consent/outing.html",
        more={"offers_ours": not with_ours and all_words != "\n".join(outing.lines_of(row.words))},
    )

    def keep(told: dict[str, Any]) -> str:
        given = {"language": language, "words": told["words"], "seen": form.seen_version()}
        actions.save_outing_words(by=request.actor, **given)
        return page.back

    return ask(request, form, page, keep)
