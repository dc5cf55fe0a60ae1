"""Asking a partner on their own page about something they said they would do: through the gate, as it was shown."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.page import there
from alongside.circle import actions, forms, queries
from alongside.circle.views.around import home_of
from alongside.consent import gate
from alongside.consent.choices import Method, Purpose, Standing, WayOut
from alongside.consent.gate import NotAsPreviewed, NoWayOut, SaysTooMuch, To
from alongside.consent.queries import disclosure_named, kinds, releases, sender
from alongside.consent.views.around import other_side
from alongside.participants.opened import opened
from alongside.partners.queries import with_page
from alongside.ui.undo import say

if TYPE_CHECKING:
    from alongside.circle.models import CaseCommitment
    from alongside.consent.models import Release

LIVE = (Standing.LIVE, Standing.ENDS_SOON)


def _under(participant: UUID, agency: UUID) -> "Release | None":
    """The live permission for a page of theirs, if there is one."""
    for each in releases(participant):
        if each.agency_id == agency and each.standing in LIVE and Method.WORKSPACE in each.methods:
            return each
    return None


def _stands_there(participant: UUID, row: "CaseCommitment") -> bool:
    went = disclosure_named(participant, row.disclosure) if row.disclosure else None
    return went is not None and not gate.still_open(went)


@staff(Can.HOLD_CIRCLE)
@require_http_methods(["GET", "HEAD", "POST"])
def their_page(request: StaffRequest, participant: UUID, commitment: UUID) -> HttpResponse:
    """What is asked of them, looked at exactly as it goes out; it stands on their page or nowhere."""
    actor = request.actor
    person = opened(actor, participant)
    row = there(queries.commitment_named(participant, commitment))
    agency = row.member.agency if row.member else None
    if not row.may_ask or agency is None:
        return redirect(f"{home_of(participant)}#commitments")
    if _stands_there(participant, row):
        return redirect("consent:said", participant, row.disclosure)
    release = _under(participant, agency.pk)
    start: dict[str, Any] = {"text": row.words, "information": []}
    names = [(each.key, each.called) for each in kinds()]
    form = forms.TheirPageForm(request.POST or None, initial=start, kinds=names)
    said = form.cleaned_data if form.is_bound and form.is_valid() else start
    to = To(agency=agency.pk)
    covered = release.information if release else ["first_contact"]
    asked = {
        "information": said["information"] if request.method == "POST" else covered,
        "purpose": release.purpose if release else Purpose.TOGETHER,
        "method": Method.WORKSPACE,
    }
    shown: dict[str, Any] = {
        "person": person, "row": row, "agency": agency, "form": form, "text": said["text"],
        "side": other_side(agency.pk),
        "why_not": _why_not(participant, to, asked), "previewed": gate.digest(said["text"]),
        "found": gate.says_too_much(participant, said["text"], to), "sender": sender(participant),
        "looks": request.POST.get("do") in ("look", "send") and bool(said["text"].strip()),
        "tells": [name for key, name in names if key in said["information"]],
        "knowing": request.POST.get("knowing") == "yes", "back": f"{home_of(participant)}#commitments",
    }  # fmt: skip
    if request.POST.get("do") != "send" or shown["why_not"]:
        status = 409 if shown["why_not"] and request.method == "POST" else 200
        return render(request, "circle/their_page.html", shown, status=status)
    return _sent(request, row, to, asked, shown)


def _why_not(participant: UUID, to: To, asked: dict[str, Any]) -> str:
    if to.agency not in with_page():
        return str(NoWayOut("no seat").sentence)
    return gate.why_not(participant, to=to, **asked)


def _sent(
    request: StaffRequest, row: "CaseCommitment", to: To, asked: dict[str, Any], shown: dict[str, Any]
) -> HttpResponse:
    actor, participant, form = request.actor, row.participant_id, shown["form"]
    page = "circle/their_page.html"
    try:
        sent = gate.disclose(
            by=actor,
            participant=participant,
            disclosure=form.once(),
            passage=gate.passage(participant, to=to, **asked),
            way=WayOut.PROMISE,
            previewed=form.cleaned_data["previewed"],
            text=shown["text"],
            knowing=shown["knowing"],
        )
    except NoWayOut as no:
        return render(request, page, shown | {"why_not": no.sentence}, status=409)
    except NotAsPreviewed:
        return render(request, page, shown | {"looks": True, "not_seen": True}, status=409)
    except SaysTooMuch as words:
        return render(request, page, shown | {"found": words.found}, status=422)
    actions.ask_on_their_page(by=actor, participant=participant, commitment=row.pk, disclosure=sent.pk)
    say(request, _("It stands on their page now. What they answer comes up on Today."))
    return redirect(shown["back"])
