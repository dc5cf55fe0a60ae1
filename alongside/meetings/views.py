"""Planning and changing meetings, saying whether we met, and a calendar file when one is asked for."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from alongside import trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.access.room import rooms
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, open_blanks
from alongside.consent import gate
from alongside.consent import queries as consent
from alongside.consent.handing import give
from alongside.meetings import actions, queries, rules
from alongside.meetings.calendar_file import FILE_NAME, calendar_file
from alongside.meetings.choices import Outcome
from alongside.meetings.forms import FIELDS, MeetingForm
from alongside.meetings.opened import opened
from alongside.participants import queries as people
from alongside.ui.about import is_about
from alongside.ui.dates import when
from alongside.ui.undo import say

if TYPE_CHECKING:
    from alongside.meetings.models import Meeting


def _asked(
    request: StaffRequest, form: MeetingForm, page: Page, keep: Callable[..., "Meeting"]
) -> HttpResponse:
    """Ask for a meeting; over a time that a colleague keeps free it asks first."""

    def kept(told: dict[str, Any]) -> str | None:
        words = {name: told[name] for name in (*FIELDS, "asked")}
        words |= form.who(request.actor)
        try:
            planned = keep(by=request.actor, participant=page.about.pk, **words)
        except rules.TimeIsKept:
            form.ask_first()
            return None
        return reverse("meetings:meeting", args=[planned.pk])

    return ask(request, form, page, kept)


@staff(Can.SCHEDULE)
def schedule(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Plan a meeting, with the interpreter wishes in sight."""
    person = people.participant_named(participant)
    if person is None or not people.has_record_open(participant):
        raise Http404
    trail.looked("plan_meeting", participant)
    details = people.details(participant)
    points = people.contact_points(participant)
    wishes = details.interpreter if details else ""
    start = {"with_whom": str(request.actor.id), "interpreter": wishes}
    key = f"meetings.schedule:{participant}"
    staff = {"staff": queries.colleagues(request.actor), "backups": queries.backups(participant)}
    form = filled(request, MeetingForm, key, initial=start, **staff)
    page = Page(
        title=_("Plan a meeting"),
        section=_("A meeting"),
        about=person,
        back=_person_page(participant),
        kept=_("The meeting is planned."),
        undo=reverse("meetings:cancel_meeting", args=[form.once()]),
        save=_("Plan this meeting"),
        leave=_("Close"),
        template="meetings/ask.html",
    )
    page.more = {"wishes": wishes, "show_wishes": True, "say": points[0].say if points else ""}
    page.more["interpreters"] = queries.again_or_not(participant)
    return _asked(request, form, page, partial(actions.schedule_meeting, meeting=form.once()))


def _planned(request: StaffRequest, meeting: UUID) -> "Meeting":
    """The meeting a page is about, and so whom it is about."""
    planned = opened(request.actor, meeting)
    is_about(request, planned.participant_id)
    return planned


def _person_page(participant: UUID) -> str:
    return reverse("desk:participant", args=[participant])


@staff(Can.SCHEDULE)
@require_safe
def meeting(request: StaffRequest, meeting: UUID) -> HttpResponse:
    """One meeting: what is planned, and afterwards whether we met."""
    planned = _planned(request, meeting)
    trail.looked("open_meeting", planned.participant_id, "meetings.meeting", planned.id)
    shown = {
        "meeting": planned,
        "person": planned.participant,
        **consent.words_with_them(planned.participant_id),
        "back": _person_page(planned.participant_id),
        "day": timezone.localtime(planned.at).date().isoformat(),
        "beside": [found for room in rooms() if room.at_meeting and (found := room.at_meeting(meeting))],
        "Outcome": Outcome,
    }
    return render(request, "meetings/meeting.html", shown)


@staff(Can.SCHEDULE)
def change(request: StaffRequest, meeting: UUID) -> HttpResponse:
    """Change what was planned; what somebody else wrote meanwhile is shown beside it."""
    planned = _planned(request, meeting)
    trail.looked("open_meeting", planned.participant_id, "meetings.meeting", planned.id)
    start = {name: getattr(planned, name) for name in FIELDS}
    start |= {"with_whom": str(planned.with_whom_id), "backup": str(planned.backup_id or "")}
    staff = {
        "staff": queries.colleagues(request.actor, planned.with_whom_id),
        "backups": queries.backups(planned.participant_id, planned.backup),
    }
    key = f"meetings.meeting:{meeting}"
    form = filled(request, MeetingForm, key, initial=start, row=planned, **staff)
    page = Page(
        title=_("Change this meeting"),
        section=_("A meeting"),
        about=planned.participant,
        back=reverse("meetings:meeting", args=[meeting]),
        kept=_("The meeting is changed."),
        leave=_("Close"),
        row=planned,
        template="meetings/ask.html",
    )
    page.stands = lambda now: [
        (form["at"].label, when(now.at)),
        (form["minutes"].label, str(now.minutes or "")),
        (form["with_whom"].label, now.with_whom.name),
        (form["backup"].label, now.backup.name if now.backup else ""),
        *open_blanks(form, now),
    ]
    keep = partial(actions.change_meeting, meeting=meeting, seen=form.seen_version())
    return _asked(request, form, page, keep)


def _onwards(request: StaffRequest, meeting: UUID) -> HttpResponse:
    wanted = request.POST.get("next", "")
    if wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, {request.get_host()}):
        return redirect(wanted)
    return redirect("meetings:meeting", meeting)


@staff(Can.SCHEDULE)
@require_POST
def outcome(request: StaffRequest, meeting: UUID) -> HttpResponse:
    """We met, or we didn't; one tap, no reason, and a way back."""
    planned = _planned(request, meeting)
    told = request.POST.get("outcome", "")
    chosen = Outcome(told) if told in Outcome.values else Outcome.OPEN
    actions.mark_met(by=request.actor, participant=planned.participant_id, meeting=meeting, outcome=chosen)
    if chosen == Outcome.OPEN:
        say(request, _("Taken back. Nothing is said about it now."))
    else:
        sentence = _("Saved: you met.") if chosen == Outcome.MET else _("Saved: you didn't meet.")
        say(request, sentence, undo_url=reverse("meetings:outcome", args=[meeting]))
    return _onwards(request, meeting)


@staff(Can.SCHEDULE)
@require_POST
def off(request: StaffRequest, meeting: UUID) -> HttpResponse:
    """Call a meeting off; it can be put back."""
    planned = _planned(request, meeting)
    actions.cancel_meeting(by=request.actor, participant=planned.participant_id, meeting=meeting)
    say(request, _("The meeting is called off."), undo_url=reverse("meetings:restore", args=[meeting]))
    return _onwards(request, meeting)


@staff(Can.SCHEDULE)
@require_POST
def restore(request: StaffRequest, meeting: UUID) -> HttpResponse:
    """Put a meeting back that was called off."""
    planned = _planned(request, meeting)
    actions.restore_meeting(by=request.actor, participant=planned.participant_id, meeting=meeting)
    say(request, _("The meeting stands again."))
    return _onwards(request, meeting)


@staff(Can.SCHEDULE)
@require_POST
def calendar(request: StaffRequest, meeting: UUID) -> HttpResponse:
    """A calendar file of one meeting, under a neutral title: for one's own calendar, or for the participant's."""
    planned = _planned(request, meeting)
    if "theirs" in request.POST:
        give(request, planned.participant_id, gate.OwnThing.CALENDAR, "export_calendar", planned.id)
    else:
        purpose = trail.Purpose.WORKERS_CALENDAR
        trail.taken("export_calendar", planned.participant_id, purpose, planned.id)
    return HttpResponse(
        calendar_file(planned, _("Appointment")),
        content_type="text/calendar; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{FILE_NAME}"',
            "Cache-Control": "no-store",
        },
    )
