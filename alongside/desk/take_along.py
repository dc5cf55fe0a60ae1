"""The set-up file: what an agency made of its house, to take along to another one. Nobody is in it."""

import json
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside import trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency import carrying
from alongside.agency.forms import SetUpFileForm
from alongside.ui.undo import say


@staff(Can.SET_UP_AGENCY)
@require_safe
def give(request: StaffRequest) -> HttpResponse:
    """The file, in an order that does not change, so that two of them can be compared."""
    told = {
        "what": carrying.MARK,
        "version": carrying.VERSION,
        "rooms": {name: room.give() for name, room in carrying.parts().items()},
    }
    trail.looked("give_set_up_file", request.actor.id)
    text = json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True)
    answer = HttpResponse(text, content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="set-up.json"'
    return answer


def _read(file: Any) -> dict[str, Any]:
    try:
        told = json.loads(file.read().decode())
    except (ValueError, RecursionError):
        raise carrying.Unreadable from None
    whole = carrying.entry(told, what=100, version=int, rooms=dict)
    if whole["what"] != carrying.MARK or whole["version"] != carrying.VERSION:
        raise carrying.Unreadable
    rooms: dict[str, Any] = whole["rooms"]
    return rooms


@staff(Can.SET_UP_AGENCY)
@require_http_methods(["GET", "POST"])
def set_up_file(request: StaffRequest) -> HttpResponse:
    """Give the file, or take one: all of it, or nothing of it."""
    form = SetUpFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            told = _read(form.cleaned_data["file"])
            with transaction.atomic():
                for name, room in carrying.parts().items():
                    if name in told:
                        room.take(request.actor, told[name])
        except carrying.Unreadable:
            form.add_error("file", _("This is not a set-up file, or it is not whole. Nothing was changed."))
        else:
            say(request, _("Taken over. Look through the words and questions before anybody uses them."))
            return redirect("program:set_up_file")
    return render(request, "desk/set_up_file.html", {"form": form}, status=422 if form.is_bound else 200)
