"""What a partner answered on their own page about a thing that was shared, and what we say back."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.access.acts import TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import ask, there
from alongside.consent import actions, gate, queries
from alongside.consent.choices import ReplySide
from alongside.consent.forms import SayForm
from alongside.consent.gate import NoWayOut, SaysTooMuch
from alongside.consent.views.around import asking
from alongside.participants.opened import opened


@staff(Can.KEEP_RELEASES)
@require_http_methods(["GET", "HEAD", "POST"])
def said(request: StaffRequest, participant: UUID, disclosure: UUID) -> HttpResponse:
    """What they answered, in order, and a word back while they may still read it."""
    actor = request.actor
    person = opened(actor, participant, "open_disclosure")
    went = there(queries.disclosure_named(participant, disclosure))
    found = there(queries.conversation(participant, disclosure))
    form = filled(request, SayForm, f"consent.said:{disclosure}", initial={"kind": "answer"})
    replies = found.replies.all()
    too_late = (None, _("They cannot read it any more, so nothing was sent."))
    page = asking(
        person,
        _("What they answered"),
        kept=_("Sent. It stands on their page."),
        template="consent/said.html",
        refusals={SaysTooMuch: _too_much, TurnedDown: too_late, NoWayOut: too_late},
        more={
            "row": went,
            "said": replies,
            "unseen": [each for each in replies if each.side == ReplySide.THEY and each.seen_at is None],
            "why_not": gate.still_open(went),
        },
    )

    def keep(told: dict[str, Any]) -> str:
        given = {"kind": told["kind"], "words": told["words"]}
        actions.answer_partner(
            by=actor, participant=participant, disclosure=disclosure, reply=form.once(), **given
        )
        return reverse("consent:said", args=[participant, disclosure])

    return ask(request, form, page, keep)


def _too_much(words: SaysTooMuch) -> tuple[str, str]:
    said = _("These words may say more than they wish:")
    return "words", f"{said} {', '.join(words.found)}"
