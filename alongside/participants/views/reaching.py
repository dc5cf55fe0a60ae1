"""Pages about how to reach somebody safely."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from alongside import clock
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, Stands, ask, open_blanks, there
from alongside.asking.removing import undo_pair
from alongside.participants import queries, safely
from alongside.participants.choices import Channel
from alongside.participants.forms import ReachForm
from alongside.participants.opened import opened
from alongside.participants.queries import ContactPoint, Participant
from alongside.participants.reaching import (
    confirm_contact_point,
    remove_contact_point,
    restore_contact_point,
    save_contact_point,
)
from alongside.participants.views.known import known_by_reach
from alongside.ui.undo import say


@staff(Can.OPEN_RECORD)
@require_safe
def reaching(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Every way to reach them, with what is safe about it."""
    person = opened(request.actor, participant, "open_reaching")
    ways = [_shown(point) for point in queries.contact_points(participant)]
    gone = queries.removed_contact_points(participant)
    return render(request, "participants/reaching.html", {"person": person, "ways": ways, "gone": gone})


def _shown(point: ContactPoint) -> dict[str, Any]:
    confirmed = timezone.localtime(point.confirmed_at).date() if point.confirmed_at else None
    return {
        "point": point,
        "line": safely.in_a_line(point),
        "more": safely.more_of(point),
        "checked": safely.checked(point.confirmed_at, clock.today(), confirmed),
    }


@staff(Can.CHANGE_RECORD)
def add(request: StaffRequest, participant: UUID) -> HttpResponse:
    """A new way to reach them."""
    person = opened(request.actor, participant)
    return _edited(request, person, None)


@staff(Can.CHANGE_RECORD)
def edit(request: StaffRequest, participant: UUID, point: UUID) -> HttpResponse:
    """Change a way to reach them and its rule."""
    person = opened(request.actor, participant)
    return _edited(request, person, there(queries.contact_point(participant, point)))


def _edited(request: StaffRequest, person: Participant, way: ContactPoint | None) -> HttpResponse:
    key = f"participants.reach:{way.pk}" if way else f"participants.reach:new:{person.pk}"
    start = ReachForm.start(way) if way else {"preferred": True}
    form = filled(request, ReachForm, key, initial=start, row=way)
    more: dict[str, Any] = {"part": "reaching"}
    page = Page(
        title=_("Change this way") if way else _("Add a way to reach them"),
        section=_("Reaching"),
        about=person,
        back=reverse("participants:reaching", args=[person.pk]),
        lede=_("Ask, and write what they say. Every part may stay blank."),
        kept=_("How to reach them is saved. It stands at the top of their page now."),
        save=_("Save"),
        leave=_("Back"),
        row=way,
        stands=lambda now: [*_in_short(now), *open_blanks(form, now)],
        template="participants/reach.html",
        more=more,
    )

    def keep(told: dict[str, Any]) -> str | None:
        is_new = way is None or way.address != told["address"]
        channel = told["channel"] or Channel.PHONE
        if is_new and (people := known_by_reach(request, channel, told["address"], person.pk)):
            more.update({"known": people, "anyway": told["address"]})
            return None
        save_contact_point(
            by=request.actor,
            participant=person.pk,
            point=way.pk if way else form.once(),
            seen=form.seen_version() if way else None,
            confirmed=told["confirmed"],
            **form.rule(),
        )
        return page.back

    return ask(request, form, page, keep)


def _in_short(point: ContactPoint) -> Stands:
    told = _shown(point)
    return [(told["line"], " ".join([*told["more"], told["checked"]]))]


@staff(Can.CHANGE_RECORD)
@require_POST
def confirm(request: StaffRequest, participant: UUID, point: UUID) -> HttpResponse:
    """They said today that this is still safe."""
    _found(request, participant, point)
    confirm_contact_point(by=request.actor, participant=participant, point=point)
    say(request, _("Noted: still safe, asked today."))
    return redirect("participants:reaching", participant)


def _found(request: StaffRequest, participant: UUID, point: UUID) -> ContactPoint:
    opened(request.actor, participant)
    return there(queries.contact_point(participant, point))


remove, restore = undo_pair(
    Can.CHANGE_RECORD,
    (remove_contact_point, restore_contact_point),
    _found,
    lambda row: reverse("participants:reaching", args=[row.participant_id]),
    "participants:restore_reach",
)
