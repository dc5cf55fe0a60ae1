"""Pages of the events of a strand: planning one with its appointment, and changing the plan around it."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.modules import where
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.legal import actions, forms, queries
from alongside.legal.around import home, kinds_of
from alongside.legal.choices import EventKind
from alongside.legal.rules import Plan
from alongside.meetings import queries as meetings
from alongside.meetings.forms import FIELDS
from alongside.meetings.rules import TimeIsKept
from alongside.participants import queries as people
from alongside.participants.opened import opened

BOTH = ["GET", "HEAD", "POST"]


@staff(Can.SCHEDULE)
@require_http_methods(BOTH)
def new_event(request: StaffRequest, participant: UUID, strand: UUID) -> HttpResponse:
    """Plan an event of a strand, and its appointment with it."""
    actor = request.actor
    person = opened(actor, participant, "open_strands")
    its = there(queries.strand_named(participant, strand))
    kinds = kinds_of("event", EventKind)
    wishes = person.told.interpreter if person.told else ""
    backups = meetings.backups(participant)
    start = {"with_whom": str(actor.id), "interpreter": wishes}
    start["backup"] = next((key for key, _name in backups if key != str(actor.id)), "")
    given = {"kinds": kinds.items(), "staff": meetings.colleagues(actor), "backups": backups}
    form = filled(request, forms.EventForm, f"legal.event:{strand}", initial=start, **given)
    points = people.contact_points(participant)
    page = Page(
        title=_("Plan an event"),
        section=_("Legal & clocks"),
        lede=its.words,
        back=home(participant),
        kept=_("The event is planned."),
        undo=reverse("meetings:cancel_meeting", args=[form.once()]),
        leads_on=(where("participants:periods", participant), _("More support around this day")),
        template="legal/event.html",
        more={
            "wishes": wishes,
            "show_wishes": True,
            "interpreters": meetings.again_or_not(participant),
            "say": points[0].say if points else "",
        },
    )

    def keep(told: dict[str, Any]) -> str | None:
        meeting = {name: told[name] for name in (*FIELDS, "asked")} | form.who(actor)
        meeting["purpose"] = told["purpose"].strip() or kinds[told["kind"]]
        whose: dict[str, Any] = {
            "by": actor,
            "participant": participant,
            "strand": strand,
            "event": form.once(),
        }
        try:
            actions.plan_event(**whose, kind=told["kind"], plan=form.plan(), meeting=meeting)
        except TimeIsKept:
            form.ask_first()
            return None
        return reverse("meetings:meeting", args=[form.once()])

    return ask(request, form, page, keep)


@staff(Can.SCHEDULE)
@require_http_methods(BOTH)
def plan(request: StaffRequest, participant: UUID, event: UUID) -> HttpResponse:
    """The plan around an event, changed; its appointment is changed where meetings are."""
    opened(request.actor, participant, "open_strands")
    row = there(queries.event_named(participant, event))
    kinds = kinds_of("event", EventKind, row.kind)
    start = {name: getattr(row, name) for name in ("kind", *vars(Plan()))}
    form = filled(request, forms.PlanForm, f"legal.plan:{event}", initial=start, row=row, kinds=kinds.items())
    page = Page(
        title=_("The plan around this event"),
        section=_("Legal & clocks"),
        lede=row.meeting.purpose,
        back=reverse("meetings:meeting", args=[event]),
        kept=_("The plan is saved."),
        row=row,
    )

    def keep(told: dict[str, Any]) -> str:
        changed = {"kind": told["kind"], "plan": form.plan(), "seen": form.seen_version()}
        actions.change_plan(by=request.actor, participant=participant, event=event, **changed)
        return reverse("meetings:meeting", args=[event])

    return ask(request, form, page, keep)
