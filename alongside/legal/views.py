"""Pages of strands: where each is, its history, and its change."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside import clock
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.modules import where
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.legal import actions, forms, queries
from alongside.legal.around import home, kinds_of
from alongside.legal.choices import StrandKind, StrandState
from alongside.meetings.queries import JUST_BEGUN
from alongside.participants.choices import State
from alongside.participants.opened import opened
from alongside.ui.dates import day

if TYPE_CHECKING:
    from alongside.legal.models import Strand

BOTH = ["GET", "HEAD", "POST"]
_SAID = ("kind", "words", "state", "waits_on", "holder", "comes_up_on")


@staff(Can.OPEN_RECORD)
@require_safe
def strands(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Every strand of somebody, what is open first."""
    person = opened(request.actor, participant, "open_strands")
    found, events = queries.strands(participant), queries.events(participant)
    coming = [each for each in events if each.meeting.at >= clock.now() - JUST_BEGUN]
    is_open = [row for row in found if row.is_open]
    shown = {
        "person": person,
        "open": is_open,
        "ended": [row for row in found if not row.is_open],
        "coming": coming,
        "past": [each for each in reversed(events) if each not in coming],
        "kinds": kinds_of("kind", StrandKind, *(row.kind for row in found)),
        "closing": where("journey:closing", participant)
        if found and not is_open and person.state != State.CLOSED
        else "",
    }
    return render(request, "legal/strands.html", shown)


@staff(Can.CHANGE_RECORD)
@require_http_methods(BOTH)
def new_strand(request: StaffRequest, participant: UUID) -> HttpResponse:
    """One more strand."""
    opened(request.actor, participant)
    return _strand(request, participant, None)


@staff(Can.CHANGE_RECORD)
@require_http_methods(BOTH)
def strand(request: StaffRequest, participant: UUID, strand: UUID) -> HttpResponse:
    """A strand: where it is, and where it was."""
    opened(request.actor, participant, "open_strands")
    return _strand(request, participant, there(queries.strand_named(participant, strand)))


def _strand(request: StaffRequest, participant: UUID, row: "Strand | None") -> HttpResponse:
    kinds = kinds_of("kind", StrandKind, row.kind if row else "")
    start: dict[str, Any] = (
        {name: getattr(row, name) for name in _SAID} if row else {"state": StrandState.OPEN}
    )
    start["since"] = row.since_day if row else None
    key = f"legal.strand:{row.pk if row else participant}"
    form = filled(request, forms.StrandForm, key, initial=start, row=row, kinds=kinds.items())
    page = Page(
        title=_("Change this strand") if row else _("Add a strand"),
        section=_("Legal & clocks"),
        back=home(participant),
        kept=_("The strand is saved."),
        row=row,
        template="legal/strand.html",
        stands=lambda now: [
            (form.fields["words"].label, now.words),
            (form.fields["state"].label, now.get_state_display()),
            (form.fields["waits_on"].label, now.waits_on),
            (form.fields["holder"].label, now.holder),
            (form.fields["since"].label, now.since_day and day(now.since_day)),
            (form.fields["comes_up_on"].label, now.comes_up_on and day(now.comes_up_on)),
        ],
        more=lambda: {"changes": queries.changes(row) if row else []},
    )

    def keep(told: dict[str, Any]) -> str:
        given = {name: told[name] for name in (*_SAID, "since", "said")}
        given["words"] = told["words"].strip() or kinds[told["kind"]]
        given["state"] = told["state"] or StrandState.OPEN
        saved = actions.save_strand(
            by=request.actor,
            participant=participant,
            strand=row.pk if row else form.once(),
            version=form.seen_version(),
            **given,
        )
        if not saved.is_open and not queries.still_open(participant):
            page.kept = _("The strand is saved. All strands have ended.")
            page.leads_on = (where("journey:closing", participant), _("Close together"))
        return home(participant)

    return ask(request, form, page, keep)
