"""What is handed on: looked at by the giver, kept for the colleague who is asked, and printed between the two."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside import trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.participants.opened import opened
from alongside.transfers import actions, queries, rules
from alongside.transfers import pack as packs
from alongside.transfers.views import home
from alongside.ui.undo import say


def _shown(request: StaffRequest, participant: UUID, looking: str) -> dict[str, Any]:
    person = opened(request.actor, participant, looking)
    now = queries.open_one(participant)
    handed = packs.of_person(participant)
    ask = queries.ask_of(now) if now else None
    row = now or next((each for each in queries.earlier(participant) if each.state == "done"), None)
    return {
        "person": person,
        "now": now,
        "row": row,
        "sides": packs.sides(handed),
        "ask": ask,
        "kept": queries.pack_of(ask) if ask else None,
        "may_hand": bool(ask) and now is not None and now.state in ("talked", "agreed"),
    }


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def pack(request: StaffRequest, participant: UUID) -> HttpResponse:
    """As it stands now; sent, it is kept for the colleague who is asked, and opens to them at their yes."""
    if request.method != "POST":
        return render(request, "transfers/pack.html", _shown(request, participant, "open_pack"))
    opened(request.actor, participant)
    now = queries.open_one(participant)
    try:
        if now is None:
            raise rules.OutOfOrder
        actions.hand_pack(by=request.actor, participant=participant, transfer=now.pk)
    except rules.OutOfOrder:
        shown = _shown(request, participant, "") | {"why": _("First write down the conversation with them.")}
        return render(request, "transfers/pack.html", shown, status=422)
    say(request, _("The hand-over is saved. It opens to your colleague at their yes."))
    return redirect(home(participant))


@staff(Can.CHANGE_RECORD)
@require_safe
def print_pack(request: StaffRequest, participant: UUID) -> HttpResponse:
    """On plain paper, between two who both reach them."""
    shown = _shown(request, participant, "")
    trail.taken("print_pack", participant, trail.Purpose.TRANSFER)
    return render(request, "transfers/print_pack.html", shown)
