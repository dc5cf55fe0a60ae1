"""Pages of somebody's enrolments: in which stream, from when until when. Nothing else is asked."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, Refusal, ask, there
from alongside.asking.removing import undo_pair
from alongside.funding import stream_actions as actions
from alongside.funding import stream_forms as forms
from alongside.funding import stream_queries as queries
from alongside.funding import stream_rules as rules
from alongside.participants.opened import opened
from alongside.ui.undo import say

_TWICE = gettext_lazy("They are enrolled in this stream on some of these days already.")
_REFUSALS: dict[type[Exception], Refusal] = {
    rules.DaysTurned: ("ends_on", gettext_lazy("The last day is before the first. Please look at both.")),
    rules.EnrolledAlready: ("begins_on", _TWICE),
    rules.StreamEnded: ("stream", gettext_lazy("This stream has ended. Please choose another.")),
}


def _home(participant: UUID) -> str:
    return reverse("streams:enrolments", args=[participant])


@staff(Can.OPEN_RECORD)
@require_safe
def enrolments(request: StaffRequest, participant: UUID) -> HttpResponse:
    """In which streams somebody is and was enrolled, and on which days."""
    person = opened(request.actor, participant, "open_enrolments")
    rows = queries.enrolments(participant)
    shown = {"person": person, "rows": rows, "needs_form": any(each.stream.form for each in rows)}
    return render(request, "funding/enrolments.html", shown)


def _page(person: Any, title: str, kept: str) -> Page:
    return Page(
        title=title,
        section=_("Funding"),
        about=person,
        back=_home(person.pk),
        lede=_("Only the stream and the days. Nothing has to be asked of the person for this."),
        kept=kept,
        refusals=_REFUSALS,
    )


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def enrol(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Enrol somebody in a stream."""
    person = opened(request.actor, participant)
    found = queries.streams(ended=False)
    form = filled(
        request,
        forms.NewEnrolmentForm,
        f"funding.enrolment:{participant}",
        streams=[(str(each.pk), each.name) for each in found],
    )
    page = _page(person, _("Enroll in a funding stream"), _("The enrollment is saved."))
    page.template, page.more = "funding/enrol.html", {"streams": found}

    def keep(told: dict[str, Any]) -> str:
        given = {"begins_on": told["begins_on"], "ends_on": told["ends_on"]}
        actions.enrol(
            by=request.actor,
            participant=participant,
            enrolment=form.once(),
            stream=UUID(told["stream"]),
            **given,
        )
        return page.back

    return ask(request, form, page, keep)


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: StaffRequest, participant: UUID, enrolment: UUID) -> HttpResponse:
    """Other days of an enrolment, or its last one."""
    person = opened(request.actor, participant)
    row = there(queries.enrolment_named(participant, enrolment))
    start = {"begins_on": row.begins_on, "ends_on": row.ends_on}
    form = filled(request, forms.EnrolmentForm, f"funding.enrolled:{enrolment}", initial=start, row=row)
    page = _page(person, row.stream.name, _("The enrollment is saved."))
    page.row = row
    page.stands = lambda row: [(_("From"), row.begins_on), (_("Through"), row.ends_on)]

    def keep(told: dict[str, Any]) -> str:
        given = {"begins_on": told["begins_on"], "ends_on": told["ends_on"], "seen": form.seen_version()}
        actions.change_enrolment(by=request.actor, participant=participant, enrolment=enrolment, **given)
        return page.back

    return ask(request, form, page, keep)


def _found(request: StaffRequest, participant: UUID, enrolment: UUID) -> Any:
    opened(request.actor, participant)
    return queries.enrolment_named(participant, enrolment)


def _twice(request: StaffRequest, row: Any) -> HttpResponse:
    say(request, str(_TWICE))
    return redirect(_home(row.participant_id))


remove, bring_back = undo_pair(
    Can.CHANGE_RECORD,
    (actions.take_enrolment_away, actions.bring_enrolment_back),
    _found,
    lambda row: _home(row.participant_id),
    "streams:restore_enrolment",
    refusals={rules.EnrolledAlready: _twice},
)
