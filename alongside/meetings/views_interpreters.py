"""The page of who interpreted for somebody, and whom they would like again."""

import contextlib
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask
from alongside.asking.removing import undo_pair
from alongside.meetings import actions, forms, queries
from alongside.participants.opened import opened

_SAID = ("who", "day", "way", "again", "words")


def _home(participant: UUID) -> str:
    return reverse("meetings:interpreters", args=[participant])


def _day(given: str) -> date | None:
    with contextlib.suppress(ValueError):
        return date.fromisoformat(given)
    return None


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def interpreters(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Who interpreted so far, and writing down one more."""
    person = opened(request.actor, participant, "" if request.method == "POST" else "open_interpreters")
    start = {"day": _day(request.GET.get("day", ""))}
    form = filled(request, forms.InterpretingForm, f"meetings.interpreting:{participant}", initial=start)
    page = Page(
        title=_("Who interpreted"),
        section=_("Who interpreted"),
        about=person,
        back=reverse("desk:participant", args=[participant]),
        kept=_("Saved: who interpreted."),
        undo=reverse("meetings:remove_interpreting", args=[participant, form.once()]),
        template="meetings/interpreters.html",
        more={"rows": queries.interpreters(participant)},
    )

    def keep(told: dict[str, Any]) -> str:
        said = {name: told[name] for name in _SAID}
        actions.keep_interpreting(by=request.actor, participant=participant, interpreting=form.once(), **said)
        return _home(participant)

    return ask(request, form, page, keep)


remove, restore = undo_pair(
    Can.CHANGE_RECORD,
    (actions.remove_interpreting, actions.restore_interpreting),
    lambda request, participant, interpreting: (
        opened(request.actor, participant) and queries.interpreting_named(participant, interpreting)
    ),
    lambda row: _home(row.participant_id),
    "meetings:restore_interpreting",
)
