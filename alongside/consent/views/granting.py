"""Somebody gives a yes: first to whom, then what, what for and until when, then how they signed."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside import clock
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.consent import actions, queries, rules
from alongside.consent.actions.releases import Given, Named
from alongside.consent.forms import GrantForm
from alongside.consent.forms.sharing import KIND, NOT_SIGNED, NOT_TOLD, TOO_LONG, TOO_WIDE
from alongside.consent.views.around import other_side, uuid_of
from alongside.drafts.actions import drop_draft
from alongside.participants.choices import Under18
from alongside.participants.opened import opened
from alongside.partners.queries import agencies
from alongside.ui.undo import say

if TYPE_CHECKING:
    from alongside.consent.models import ReleaseWording

# What a permission for most partners begins from: enough for a first contact. For those with whom we share
# nothing unless asked, it begins from nothing.
USUAL = ("first_contact", "language")


@staff(Can.KEEP_RELEASES)
@require_http_methods(["GET", "HEAD", "POST"])
def grant(request: StaffRequest, participant: UUID) -> HttpResponse:
    """A new permission to share."""
    person = opened(request.actor, participant)
    to = request.GET.get("to", "")
    if to != "person" and not uuid_of(to):
        chosen = {"person": person, "agencies": list(agencies())}
        return render(request, "consent/choose.html", chosen)
    side = other_side(uuid_of(to))
    if to != "person" and not side:
        raise Http404
    paper, languages = _paper(request)
    span = queries.span_now()
    form = filled(
        request,
        GrantForm,
        f"consent.grant:{participant}:{to}",
        initial=_begins(side, paper, span.usual_days),
        kinds=queries.kinds(),
        by_name=to == "person",
    )
    if request.method == "POST" and form.is_valid():
        answer = _keep(request, participant, form, uuid_of(to), span.most_days)
        if answer is not None:
            return answer
    shown = {
        "person": person,
        "form": form,
        "side": side,
        "to": to,
        "paper": [line for line in paper.text.splitlines() if line.strip()],
        "wording": paper,
        "languages": languages,
        "minor": person.under_18 == Under18.YES,
        "span": span,
        "cover": [each for each in queries.cover_words(participant) if each.is_usual],
    }
    return render(request, "consent/grant.html", shown, status=422 if form.is_bound else 200)


def _paper(request: StaffRequest) -> "tuple[ReleaseWording, list[tuple[str, str]]]":
    """The text that is shown: the version that was read, where one was sent; and the languages there are."""
    asked = request.GET.get("in", "") or (translation.get_language() or "en")[:2]
    read = uuid_of(request.POST.get("wording")) if request.method == "POST" else None
    found = queries.wording_named(read) if read else None
    languages = sorted({each.language for each in queries.wordings()})
    named = [(code, translation.get_language_info(code)["name_local"]) for code in languages]
    return found or queries.wording_now(asked[:10]), named


def _begins(side: dict[str, Any], paper: "ReleaseWording", days: int) -> dict[str, Any]:
    nothing = not side or side["shares_nothing"]
    return {
        "wording": str(paper.pk),
        "information": [] if nothing else list(USUAL),
        "purpose": "legal" if side and side["privilege"] else "",
        "ends_on": clock.today() + timedelta(days=days),
    }


def _keep(
    request: StaffRequest, participant: UUID, form: GrantForm, agency: UUID | None, most: int
) -> HttpResponse | None:
    said = form.cleaned_data
    what: dict[str, Any] = {name: said[name] for name in (*form.WHAT, *form.WHEN)}
    named = Named(agency=agency, person=said.get("person", ""), **what)
    wording = uuid_of(said["wording"])
    if wording is None or queries.wording_named(wording) is None:
        wording = queries.wording_now("en").pk
    given = Given(
        wording=wording,
        told=said["told"],
        signatures=form.signatures(),
        interpreter=said["interpreter"],
        alone_because=said["alone_because"],
    )
    try:
        kept = actions.grant_release(
            by=request.actor, participant=participant, release=form.once(), named=named, given=given
        )
    except rules.NotNamed as wanting:
        form.add_error(wanting.field, KIND[wanting.field])
    except rules.TooWide:
        form.add_error("exactly", TOO_WIDE)
    except rules.TooLong:
        form.add_error("ends_on", TOO_LONG % {"days": most})
    except rules.NotTold:
        form.add_error("told", NOT_TOLD)
    except rules.NotSigned as wanting:
        field, sentence = NOT_SIGNED[wanting.why]
        form.add_error(field, sentence)
    else:
        drop_draft(by=request.actor, form=form.draft_key())
        say(request, _("Kept. It counts from now on, and they can stop it at any time by a word."))
        return redirect("consent:release", participant, kept.pk)
    return None
