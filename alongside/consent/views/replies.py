"""What a partner answered on their own page about a thing that was shared, and what we say back."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.access.acts import TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.consent import actions, gate, queries
from alongside.consent.choices import ReplySide
from alongside.consent.forms import SayForm
from alongside.consent.gate import NoWayOut, SaysTooMuch
from alongside.drafts.actions import drop_draft
from alongside.participants.opened import opened
from alongside.ui.undo import say


@staff(Can.KEEP_RELEASES)
@require_http_methods(["GET", "HEAD", "POST"])
def said(request: StaffRequest, participant: UUID, disclosure: UUID) -> HttpResponse:
    """What they answered, in order, and a word back while they may still read it."""
    actor = request.actor
    person = opened(actor, participant, "open_disclosure")
    went = queries.disclosure_named(participant, disclosure)
    found = queries.conversation(participant, disclosure)
    if went is None or found is None:
        raise Http404
    form = filled(request, SayForm, f"consent.said:{disclosure}", initial={"kind": "answer"})
    why_not = gate.still_open(went)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            actions.answer_partner(
                by=actor,
                participant=participant,
                disclosure=disclosure,
                reply=form.once(),
                kind=told["kind"],
                words=told["words"],
            )
        except SaysTooMuch as words:
            said_too_much = _("These words may say more than they wish:")
            form.add_error("words", f"{said_too_much} {', '.join(words.found)}")
        except (TurnedDown, NoWayOut):
            form.add_error(None, _("They cannot read it any more, so nothing was sent."))
        else:
            drop_draft(by=actor, form=form.draft_key())
            say(request, _("Sent. It stands on their page."))
            return redirect("consent:said", participant, disclosure)
    replies = vars(found)["said"]
    shown: dict[str, Any] = {
        "person": person,
        "row": went,
        "said": replies,
        "unseen": [each for each in replies if each.side == ReplySide.THEY and each.seen_at is None],
        "form": form,
        "why_not": why_not,
    }
    return render(request, "consent/said.html", shown, status=422 if form.is_bound else 200)
