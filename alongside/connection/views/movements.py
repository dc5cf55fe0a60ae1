"""Pages of how things have moved: three lanes over the years."""

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
from alongside.asking.removing import BACK, TAKEN_BACK, undo_pair
from alongside.connection import actions, forms, queries, rules
from alongside.connection.views.places import home_of
from alongside.keeping.rules import NothingWritten
from alongside.participants.opened import opened


@staff(Can.LOG_CONTACT)
@require_http_methods(["GET", "POST"])
def moved(request: StaffRequest, participant: UUID) -> HttpResponse:
    """The three lanes, and writing down what moved."""
    person = opened(request.actor, participant, "" if request.method == "POST" else "open_movements")
    lanes = queries.lanes(participant)
    needs = queries.needs_told(lanes, earlier_too=request.method == "POST")
    start = {"lane": request.GET.get("lane", "")}
    form = filled(request, forms.MovementForm, f"connection.moved:{participant}", initial=start, needs=needs)
    page = Page(
        section=_("Changes over time"),
        title=_("Changes over time"),
        about=person,
        lede=_("Three lanes, side by side. None goes up or down, and what was before stays."),
        back=home_of(participant),
        kept=_("The change is saved. What was before stays, with its dates."),
        save=_("Save"),
        leave=_("Close"),
        template="connection/moved.html",
        more={"person": person, "lanes": lanes},
        refusals={
            NothingWritten: ("words", _("A word or two is enough. Without any there is nothing to keep.")),
            rules.StillToCome: ("on", _("This day is still to come. Please choose today or a day before.")),
        },
    )

    def keep(told: dict[str, Any]) -> str:
        given = {name: told[name] for name in ("lane", "words", "on")} | {"instead_of": form.instead()}
        row = actions.add_change_over_time(
            by=request.actor, participant=participant, movement=form.once(), **given
        )
        page.undo = reverse("connection:remove_moved", args=[participant, row.pk])
        return reverse("connection:moved", args=[participant])

    return ask(request, form, page, keep)


remove_moved, restore_moved = undo_pair(
    Can.LOG_CONTACT,
    (actions.remove_change_over_time, actions.restore_change_over_time),
    lambda request, participant, movement: (
        opened(request.actor, participant) and queries.movement_named(participant, movement)
    ),
    lambda row: reverse("connection:moved", args=[row.participant_id]),
    "connection:restore_moved",
    said=(TAKEN_BACK, BACK),
)
