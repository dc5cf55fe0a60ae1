"""Keeping what is being typed."""

import json
from contextlib import suppress
from urllib.parse import quote
from uuid import UUID

from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from alongside import clock
from alongside.access.acts import TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.drafts.actions import drop_draft, save_draft
from alongside.ui.dates import hour
from alongside.ui.undo import say


@staff(Can.WORK_HERE)
@require_POST
def keep(request: StaffRequest) -> HttpResponse:
    """Keep a draft; answers when it was kept."""
    try:
        fields = json.loads(request.POST.get("fields", ""))
        words = {str(name): [str(value) for value in values] for name, values in fields.items()}
        draft = save_draft(by=request.actor, form=_key(request), fields=words, once=_once(request))
    except (ValueError, AttributeError, TypeError, TurnedDown):
        return HttpResponseBadRequest()
    kept_at = draft.kept_at if draft else clock.now()  # where there is no draft, the form itself is kept
    return HttpResponse(status=204, headers={"X-Kept": quote(hour(kept_at))})


@staff(Can.WORK_HERE)
@require_POST
def drop(request: StaffRequest) -> HttpResponse:
    """Let a draft go that is not wanted any more."""
    drop_draft(by=request.actor, form=_key(request))
    say(request, _("The draft is gone. The page is as it was."))
    back = request.POST.get("next", "/")
    fits = back.startswith("/") and url_has_allowed_host_and_scheme(back, {request.get_host()})
    return redirect(back if fits else "/")


def _once(request: StaffRequest) -> UUID | None:
    """Under which name the form is going to be sent, if the page says so."""
    with suppress(ValueError):
        return UUID(request.POST.get("sends", ""))
    return None


def _key(request: StaffRequest) -> str:
    """The name of the form; a sign the database cannot keep is in no name of ours."""
    return request.POST.get("key", "").replace("\x00", "")
