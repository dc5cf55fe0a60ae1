"""Pages of how things have moved: three lanes over the years. And the way back from a season."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.connection import actions, forms, queries, rules
from alongside.connection.views.places import home_of
from alongside.drafts.actions import drop_draft
from alongside.participants.opened import opened
from alongside.ui.undo import say


@staff(Can.LOG_CONTACT)
@require_http_methods(["GET", "POST"])
def moved(request: StaffRequest, participant: UUID) -> HttpResponse:
    """The three lanes, and writing down what moved."""
    person = opened(request.actor, participant, "" if request.method == "POST" else "open_movements")
    lanes = queries.lanes(participant)
    key = f"connection.moved:{participant}"
    needs = queries.needs_told(lanes, earlier_too=request.method == "POST")
    start = {"lane": request.GET.get("lane", "")}
    form = filled(request, forms.MovementForm, key, initial=start, needs=needs)
    if request.method == "POST" and form.is_valid():
        kept = _kept(request, participant, form)
        if kept is not None:
            return kept
    shown = {"person": person, "lanes": lanes, "form": form, "home": home_of(participant)}
    return render(request, "connection/moved.html", shown, status=422 if form.is_bound else 200)


def _kept(request: StaffRequest, participant: UUID, form: forms.MovementForm) -> HttpResponse | None:
    told = {name: form.cleaned_data[name] for name in ("lane", "words", "on")}
    try:
        row = actions.note_movement(
            by=request.actor,
            participant=participant,
            movement=form.once(),
            instead_of=form.instead(),
            **told,
        )
    except rules.NeedsAWord:
        form.add_error("words", _("A word or two is enough. Without any there is nothing to keep."))
    except rules.StillToCome:
        form.add_error("on", _("This day is still to come. Please choose today or a day before."))
    else:
        drop_draft(by=request.actor, form=form.draft_key(), once=form.once())
        way_back = reverse("connection:remove_moved", args=[participant, row.pk])
        say(request, _("Kept. What was before stays, with its dates."), undo_url=way_back)
        return redirect("connection:moved", participant)
    return None


@staff(Can.LOG_CONTACT)
@require_POST
def remove_moved(request: StaffRequest, participant: UUID, movement: UUID) -> HttpResponse:
    """Take back how something moved."""
    _movement_or_404(request, participant, movement)
    actions.remove_movement(by=request.actor, participant=participant, movement=movement)
    way_back = reverse("connection:restore_moved", args=[participant, movement])
    say(request, _("Taken back. It can come back for 30 days."), undo_url=way_back)
    return redirect("connection:moved", participant)


@staff(Can.LOG_CONTACT)
@require_POST
def restore_moved(request: StaffRequest, participant: UUID, movement: UUID) -> HttpResponse:
    """Bring it back."""
    _movement_or_404(request, participant, movement)
    actions.restore_movement(by=request.actor, participant=participant, movement=movement)
    say(request, _("It is back."))
    return redirect("connection:moved", participant)


def _movement_or_404(request: StaffRequest, participant: UUID, movement: UUID) -> None:
    opened(request.actor, participant)
    if queries.movement_named(participant, movement) is None:
        raise Http404


@staff(Can.CHANGE_RECORD)
@require_POST
def remove_season(request: StaffRequest, participant: UUID, change: UUID) -> HttpResponse:
    """Take back which season it was."""
    _season_or_404(request, participant, change)
    actions.remove_season(by=request.actor, participant=participant, change=change)
    way_back = reverse("connection:restore_season", args=[participant, change])
    say(request, _("Taken back. It can come back for 30 days."), undo_url=way_back)
    return redirect("connection:season", participant)


@staff(Can.CHANGE_RECORD)
@require_POST
def restore_season(request: StaffRequest, participant: UUID, change: UUID) -> HttpResponse:
    """Bring a season back."""
    _season_or_404(request, participant, change)
    actions.restore_season(by=request.actor, participant=participant, change=change)
    say(request, _("It is back."))
    return redirect("connection:season", participant)


def _season_or_404(request: StaffRequest, participant: UUID, change: UUID) -> None:
    opened(request.actor, participant)
    if queries.season_change_named(participant, change) is None:
        raise Http404
