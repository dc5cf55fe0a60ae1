"""Time out of the country: typed as far as it is known, and counted by the rules of clocks. Nobody decides here."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.asking.removing import undo_pair
from alongside.benefits import actions, queries, sentences
from alongside.benefits.absences import BackBefore
from alongside.benefits.forms import TripForm
from alongside.benefits.views.clocks import home_of
from alongside.keeping.rules import NothingWritten
from alongside.participants.opened import opened

if TYPE_CHECKING:
    from alongside.benefits.models import Trip


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def new_trip(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Write down time out of the country, of the person or of one of their family."""
    return _trip(request, participant, None)


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def trip(request: StaffRequest, participant: UUID, trip: UUID) -> HttpResponse:
    """Change what was typed of one."""
    return _trip(request, participant, there(queries.trip_named(participant, trip)))


def _trip(request: StaffRequest, participant: UUID, row: "Trip | None") -> HttpResponse:
    person = opened(request.actor, participant)
    start = {name: getattr(row, name) for name in ("left_on", "back_on", "excused", "words")} if row else {}
    family = [] if row else [(str(each.pk), each.called) for each in queries.family(participant)]
    key = f"benefits.trip:{row.pk if row else participant}"
    form = filled(request, TripForm, key, initial=start, row=row, family=family)
    page = Page(
        title=_("Time out of the country"),
        back=home_of(participant),
        section=_("Clocks"),
        about=person,
        lede=_(
            "As far as you know it: each of these may stay blank. It is counted by our rules; nothing is decided."
        ),
        kept=_("Time out of the country is saved."),
        leave=_("Close"),
        row=row,
        stands=lambda stands: [(_("Time out of the country"), sentences.trip_in_words(stands))],
        template="benefits/trip.html",
        more={"row": row},
        refusals={
            NothingWritten: ("left_on", _("Enter a day or a month: when they left, or when they came back.")),
            BackBefore: ("back_on", _("This is before the day of leaving. Please look at both once more.")),
        },
    )

    def keep(_told: dict[str, Any]) -> str:
        given: dict[str, Any] = {"by": request.actor, "participant": participant, "told": form.told()}
        if row:
            actions.save_trip(**given, trip=row.pk, seen=form.seen_version() or 0)
        else:
            kept = actions.save_trip(**given, trip=form.once())
            page.undo = reverse("benefits:remove_trip", args=[participant, kept.pk])
        return page.back

    return ask(request, form, page, keep)


def _found(request: StaffRequest, participant: UUID, trip: UUID) -> "Trip | None":
    opened(request.actor, participant)
    return queries.trip_named(participant, trip)


remove_trip, restore_trip = undo_pair(
    Can.CHANGE_RECORD,
    (actions.remove_trip, actions.restore_trip),
    _found,
    lambda row: home_of(row.participant_id),
    "benefits:restore_trip",
    noun="trip",
)
