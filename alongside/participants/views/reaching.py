"""Pages about how to reach somebody safely."""

import uuid
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from alongside import clock
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.drafts.actions import drop_draft
from alongside.keeping.rules import ChangedMeanwhile
from alongside.participants import queries, safely
from alongside.participants.choices import Channel
from alongside.participants.forms import ReachForm
from alongside.participants.opened import opened
from alongside.participants.queries import ContactPoint, Participant
from alongside.participants.reaching import (
    confirm_contact_point,
    keep_contact_point,
    remove_contact_point,
    restore_contact_point,
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


def _shown(point: ContactPoint) -> dict[str, object]:
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
    way = queries.contact_point(participant, point)
    if way is None:
        raise Http404
    return _edited(request, person, way)


def _edited(request: StaffRequest, person: Participant, way: ContactPoint | None) -> HttpResponse:
    key = f"participants.reach:{way.pk}" if way else f"participants.reach:new:{person.pk}"
    stands = {name: getattr(way, name) for name in ReachForm.RULE} if way else {"preferred": True}
    form = filled(request, ReachForm, key, initial={**stands, "version": way.version if way else 0})
    status, meanwhile = 200, None
    known: list[dict[str, object]] = []
    if request.method == "POST":
        status = 422
        if form.is_valid() and not (known := _known(request, form, person, way)):
            try:
                keep_contact_point(
                    by=request.actor,
                    participant=person.pk,
                    point=way.pk if way else form.once(),
                    seen=form.seen_version() if way else None,
                    confirmed=form.cleaned_data["confirmed"],
                    **form.rule(),
                )
            except ChangedMeanwhile:
                status, meanwhile = 409, way
                form.follow(way.version if way else 0)
            else:
                drop_draft(by=request.actor, form=key, once=form.once())
                say(request, _("Kept. It stands at the top of their page now."))
                return redirect("participants:reaching", person.pk)
    shown = {
        "person": person,
        "form": form,
        "way": way,
        "meanwhile": _shown(meanwhile) if meanwhile else None,
        "known": known,
        "anyway": form.cleaned_data["address"] if known else "",
    }
    return render(request, "participants/reach.html", shown, status=status)


def _known(
    request: StaffRequest, form: ReachForm, person: Participant, way: ContactPoint | None
) -> list[dict[str, object]]:
    """Who else of one's people is reached by a number that is new here."""
    told = form.cleaned_data
    if way is not None and way.address == told["address"]:
        return []
    return known_by_reach(request, told["channel"] or Channel.PHONE, told["address"], person.pk)


@staff(Can.CHANGE_RECORD)
@require_POST
def confirm(request: StaffRequest, participant: UUID, point: UUID) -> HttpResponse:
    """They said today that this is still safe."""
    _found(request, participant, point)
    confirm_contact_point(by=request.actor, participant=participant, point=point)
    say(request, _("Noted: still safe, asked today."))
    return redirect("participants:reaching", participant)


@staff(Can.CHANGE_RECORD)
@require_POST
def remove(request: StaffRequest, participant: UUID, point: UUID) -> HttpResponse:
    """Take a way to reach them away."""
    _found(request, participant, point)
    remove_contact_point(by=request.actor, participant=participant, point=point)
    way_back = reverse("participants:restore_reach", args=[participant, point])
    say(request, _("Taken away. It can come back for 30 days."), undo_url=way_back)
    return redirect("participants:reaching", participant)


@staff(Can.CHANGE_RECORD)
@require_POST
def restore(request: StaffRequest, participant: UUID, point: UUID) -> HttpResponse:
    """Bring a way to reach them back."""
    _found(request, participant, point)
    restore_contact_point(by=request.actor, participant=participant, point=point)
    say(request, _("It is back."))
    return redirect("participants:reaching", participant)


def _found(request: StaffRequest, participant: uuid.UUID, point: uuid.UUID) -> None:
    opened(request.actor, participant)
    if queries.contact_point(participant, point) is None:
        raise Http404
