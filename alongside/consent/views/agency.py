"""What the agency settles about sharing: how long permissions hold, what they can name, how their paper reads."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside import clock
from alongside.access.acts import TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.consent import actions, outing, queries
from alongside.consent.choices import INFORMATION
from alongside.consent.forms import KindNameForm, OutingForm, PaperForm, RuleForm
from alongside.drafts.actions import drop_draft
from alongside.keeping.rules import ChangedMeanwhile
from alongside.ui.undo import say

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
    if request.method == "POST" and form.is_valid():
        told = {name: form.cleaned_data[name] for name in RULE}
        actions.set_sharing_rule(
            by=request.actor,
            rule=form.once(),
            from_on=form.cleaned_data["from_on"] or clock.today(),
            **told,
        )
        drop_draft(by=request.actor, form=form.draft_key())
        say(request, _("Kept. Permissions that stand keep the time they were given."))
        return redirect("consent:settings")
    shown = {"form": form, "title": _("How long permissions hold")}
    return render(request, "consent/setting.html", shown, status=422 if form.is_bound else 200)


@staff(Can.SET_UP_AGENCY)
@require_http_methods(["GET", "HEAD", "POST"])
def new_kind(request: StaffRequest) -> HttpResponse:
    """A kind of information of the agency's own."""
    return _kind(request, None)


@staff(Can.SET_UP_AGENCY)
@require_http_methods(["GET", "HEAD", "POST"])
def kind(request: StaffRequest, information: UUID) -> HttpResponse:
    """Name or hide a kind of information."""
    return _kind(request, information)


def _kind(request: StaffRequest, information: UUID | None) -> HttpResponse:
    kinds = {each.pk: each for each in queries.kinds(hidden=True)}
    found = kinds.get(information) if information else None
    if information and found is None:
        raise Http404
    start = {"name": found.name, "hidden": found.hidden} if found else {}
    form = filled(request, KindNameForm, f"consent.kind:{information or 'new'}", initial=start)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            actions.add_kind(
                by=request.actor,
                kind=information,
                new=form.once(),
                name=said["name"],
                hidden=said["hidden"],
            )
        except TurnedDown:
            form.add_error("name", _("A few words are needed here."))
        else:
            drop_draft(by=request.actor, form=form.draft_key())
            say(request, _("Kept."))
            return redirect("consent:settings")
    title = str(INFORMATION.get(found.key, "")) if found else _("Something else that can be named")
    shown = {"form": form, "title": title or (found.name if found else "")}
    return render(request, "consent/setting.html", shown, status=422 if form.is_bound else 200)


@staff(Can.EDIT_FORMS)
@require_http_methods(["GET", "HEAD", "POST"])
def paper(request: StaffRequest, language: str) -> HttpResponse:
    """The paper in one language; each change is a version of its own, and signed papers keep theirs."""
    kept = [each for each in queries.wordings() if each.language == language]
    if not kept:
        raise Http404
    start = {"title": kept[0].title, "text": kept[0].text, "version": kept[0].version}
    form = filled(request, PaperForm, f"consent.paper:{language}", initial=start)
    status = 422 if form.is_bound else 200
    if request.method == "POST" and form.is_valid():
        try:
            actions.reword_paper(
                by=request.actor,
                wording=form.once(),
                language=language,
                title=form.cleaned_data["title"],
                text=form.cleaned_data["text"],
                seen=form.seen_version(),
            )
        except TurnedDown:
            status = 409
            form.data["version"] = str(kept[0].version)  # type: ignore[index]
            form.add_error(
                None, _("Somebody else changed this meanwhile. Saving again keeps yours; both stay known.")
            )
        else:
            drop_draft(by=request.actor, form=form.draft_key())
            say(request, _("Kept as a new version. Papers signed before keep the words they had."))
            return redirect("consent:settings")
    shown = {"form": form, "title": _("The paper of a permission"), "before": kept, "language": language}
    return render(request, "consent/setting.html", shown, status=status)


@staff(Can.SET_UP_AGENCY)
@require_http_methods(["GET", "HEAD", "POST"])
def outing_words(request: StaffRequest, language: str) -> HttpResponse:
    """The words that would say what kind of place we are; `ours` in the address brings what we suggest as well."""
    row = queries.outing_list(language)
    if row is None:
        raise Http404
    with_ours = request.GET.get("ours") == "yes"
    words = outing.with_ours(row.words, language) if with_ours else row.words
    key = f"consent.outing:{language}" + (":ours" if with_ours else "")
    form = filled(request, OutingForm, key, initial={"words": words, "version": row.version})
    meanwhile = None
    if request.method == "POST" and form.is_valid():
        try:
            given = {"language": language, "words": form.cleaned_data["words"], "seen": form.seen_version()}
            actions.keep_outing_words(by=request.actor, **given)
        except ChangedMeanwhile:
            meanwhile = row
            form.follow(row.version)
        else:
            drop_draft(by=request.actor, form=form.draft_key())
            say(request, _("Kept. The next text that would go out is looked through for them."))
            return redirect("consent:settings")
    offers_ours = not with_ours and outing.with_ours(row.words, language) != "\n".join(
        outing.lines_of(row.words)
    )
    shown = {
        "form": form,
        "row": row,
        "meanwhile": meanwhile,
        "name": _own_name(language),
        "offers_ours": offers_ours,
    }
    status = 409 if meanwhile else 422 if form.is_bound else 200
    return render(request, "consent/outing.html", shown, status=status)
