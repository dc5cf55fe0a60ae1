"""Pages of the strand of connection: a shift and what follows it, seasons, presence, the agreement."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside import clock
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.connection import actions, forms, queries, rules
from alongside.connection.choices import ShiftKind
from alongside.connection.ribbon import ribbon
from alongside.connection.views.places import home_of
from alongside.consent import gate
from alongside.consent.handing import own_page
from alongside.drafts.actions import drop_draft
from alongside.keeping.rules import ChangedMeanwhile, KeptAlready
from alongside.meetings import queries as meetings
from alongside.participants.opened import opened
from alongside.ui.forms import KindForm
from alongside.ui.in_language import in_language_asked
from alongside.ui.pause import pause_before
from alongside.ui.undo import say

if TYPE_CHECKING:
    from alongside.connection.models import Shift

R = TypeVar("R")
SHIFT_FIELDS = ("lens", "response", "wondered", "followed", "reach_on")


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None


def _named(name: UUID, keep: Callable[[UUID], R]) -> R:
    """Keep something under the name its form has, or under a new one where that is taken by something else."""
    try:
        return keep(name)
    except KeptAlready:
        return keep(uuid4())


@staff(Can.LOG_CONTACT)
@require_POST
def notice(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Being in touch changed: one tap, no reason, and on to how we go on."""
    opened(request.actor, participant)
    kind = request.POST.get("kind", "")
    if kind not in ShiftKind.values:
        return redirect(home_of(participant))
    asked = _uuid(request.POST.get("meeting"))
    planned = meetings.meeting_named(asked) if asked else None
    of_meeting = planned if planned and planned.participant_id == participant else None
    noticed = _named(
        _uuid(request.POST.get("once")) or uuid4(),
        lambda name: actions.notice_shift(
            by=request.actor,
            participant=participant,
            shift=name,
            kind=kind,
            meeting=of_meeting.pk if of_meeting else None,
            at=min(of_meeting.at, clock.now()) if of_meeting else None,
        ),
    )
    say(
        request,
        _("Kept. No reason is needed."),
        undo_url=reverse("connection:remove_shift", args=[participant, noticed.pk]),
    )
    return redirect("connection:shift", participant=participant, noticed=noticed.pk)


def _noticed(participant: UUID, noticed: UUID) -> "Shift":
    found = queries.shift_named(participant, noticed)
    if found is None:
        raise Http404
    return found


@staff(Can.LOG_CONTACT)
@require_http_methods(["GET", "POST"])
def shift(request: StaffRequest, participant: UUID, noticed: UUID) -> HttpResponse:
    """After a shift: their own wish and our agreement first, then whatever one likes to keep."""
    person = opened(request.actor, participant, "open_shift")
    found = _noticed(participant, noticed)
    if found.removed_at:
        return render(request, "connection/shift_removed.html", {"person": person, "shift": found})
    wish = person.told.if_quiet if person.told else ""
    form = filled(
        request,
        forms.ShiftForm,
        f"connection.shift:{noticed}",
        initial=_as_it_stands(found, wish),
    )
    meanwhile = False
    if request.method == "POST" and form.is_valid():
        asked = {name: form.cleaned_data[name] for name in SHIFT_FIELDS}
        try:
            actions.go_on_from_shift(
                by=request.actor, participant=participant, shift=noticed, seen=form.seen_version(), **asked
            )
        except ChangedMeanwhile:
            meanwhile = True
            form.follow(found.version)
        else:
            return _kept(request, form, home_of(participant))
    agreed = queries.agreements(participant)
    shown = {
        "person": person,
        "shift": found,
        "form": form,
        "wish": wish,
        "agreed": agreed[0] if agreed else None,
        "meanwhile": meanwhile,
        "home": home_of(participant),
    }
    return render(request, "connection/shift.html", shown, status=_status(form, meanwhile))


def _as_it_stands(found: "Shift", wish: str) -> dict[str, Any]:
    """What the form begins with; a day their wish names is proposed until something was kept."""
    reach = queries.reach_out_of(found.pk)
    wait = rules.days_wished(wish) if found.version == 1 else None
    proposed = timezone.localtime(found.at).date() + timedelta(days=wait) if wait else None
    return {
        "lens": found.lens,
        "response": found.response,
        "wondered": found.wondered,
        "followed": found.followed,
        "reach_on": reach.on_day if reach else proposed,
        "version": found.version,
    }


def _status(form: KindForm, meanwhile: bool = False) -> int:
    if meanwhile:
        return 409
    return 422 if form.is_bound else 200


def _kept(request: StaffRequest, form: KindForm, onwards: str, *, undo_url: str = "") -> HttpResponse:
    drop_draft(by=request.actor, form=form.draft_key(), once=form.once())
    say(request, _("Kept."), undo_url=undo_url)
    return redirect(onwards)


@staff(Can.LOG_CONTACT)
@require_POST
def remove(request: StaffRequest, participant: UUID, noticed: UUID) -> HttpResponse:
    """Take a shift back; it can come back for 30 days."""
    _noticed(participant, noticed)
    actions.remove_shift(by=request.actor, participant=participant, shift=noticed)
    back = reverse("connection:restore_shift", args=[participant, noticed])
    say(request, _("Taken back. It can come back for 30 days."), undo_url=back)
    return redirect(home_of(participant))


@staff(Can.LOG_CONTACT)
@require_POST
def restore(request: StaffRequest, participant: UUID, noticed: UUID) -> HttpResponse:
    """Bring a shift back."""
    _noticed(participant, noticed)
    actions.restore_shift(by=request.actor, participant=participant, shift=noticed)
    say(request, _("It is back."))
    return redirect("connection:shift", participant=participant, noticed=noticed)


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "POST"])
def season(request: StaffRequest, participant: UUID) -> HttpResponse:
    """The seasons of the connection, and which one it is now."""
    person = opened(request.actor, participant, "open_seasons")
    form = filled(request, forms.SeasonForm, f"connection.season:{participant}")
    if request.method == "POST" and form.is_valid():
        day = form.cleaned_data["at"]
        today = not day or day == clock.today()
        at = None if today else datetime.combine(day, time(12), tzinfo=clock.zone())
        words = form.cleaned_data["words"]
        try:
            changed = _named(
                form.once(),
                lambda name: actions.set_season(
                    by=request.actor,
                    participant=participant,
                    change=name,
                    season=form.cleaned_data["season"],
                    words=words,
                    at=at,
                ),
            )
        except rules.StillToCome:
            form.add_error("at", _("This day is still to come. Please choose today or a day before."))
        else:
            way_back = reverse("connection:remove_season", args=[participant, changed.pk])
            return _kept(request, form, home_of(participant), undo_url=way_back)
    changes = queries.season_changes(participant)
    drawn = ribbon([(each.season, timezone.localtime(each.at).date()) for each in changes[::-1]])
    shown = {
        "person": person,
        "form": form,
        "changes": changes,
        "ribbon": drawn,
        "home": home_of(participant),
    }
    return render(request, "connection/season.html", shown, status=_status(form))


def _written(
    request: StaffRequest, form: KindForm, keep: Callable[[UUID], object], version: int, onwards: str
) -> HttpResponse | None:
    """Keep a new version; None where somebody else kept one meanwhile."""
    try:
        _named(form.once(), keep)
    except ChangedMeanwhile:
        form.follow(version)
        return None
    return _kept(request, form, onwards)


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "POST"])
def presence(request: StaffRequest, participant: UUID) -> HttpResponse:
    """How we stay present with somebody, through silence too."""
    person = opened(request.actor, participant, "open_presence", queries.hello_beside)
    plans = queries.presence_plans(participant)
    stands = plans[0] if plans else None
    version = stands.version if stands else 0
    start: dict[str, Any] = {"version": version}
    if stands:
        start |= {"how": stands.how, "every_days": stands.every_days or "", "next_on": stands.next_on}
    form = filled(request, forms.PresenceForm, f"connection.presence:{participant}", initial=start)
    meanwhile = False
    if request.method == "POST" and form.is_valid():
        told = form.planned() | {"seen": form.seen_version()}
        answer = _written(
            request,
            form,
            lambda name: actions.plan_presence(by=request.actor, participant=participant, plan=name, **told),
            version,
            home_of(participant),
        )
        if answer is not None:
            return answer
        meanwhile = True
    shown = {
        "person": person,
        "form": form,
        "stands": stands,
        "before": plans[1:],
        "hello": queries.hello_of(person),
        "meanwhile": meanwhile,
        "home": home_of(participant),
    }
    return render(request, "connection/presence.html", shown, status=_status(form, meanwhile))


@staff(Can.LOG_CONTACT)
@require_POST
def hello(request: StaffRequest, participant: UUID) -> HttpResponse:
    """A gentle hello was said; the next one follows."""
    opened(request.actor, participant)
    third = queries.is_third_hello(participant)
    if third and (pause := pause_before(request, home_of(participant))) is not None:
        return pause
    actions.said_hello(by=request.actor, participant=participant)
    say(request, _("Kept. Whether an answer comes is theirs."))
    return redirect(home_of(participant))


@staff(Can.OPEN_RECORD)
@require_safe
def agreement(request: StaffRequest, participant: UUID) -> HttpResponse:
    """What we agreed, the versions before it below."""
    person = opened(request.actor, participant, "open_agreement")
    versions = queries.agreements(participant)
    shown = {
        "person": person,
        "stands": versions[0] if versions else None,
        "before": versions[1:],
        "home": home_of(participant),
    }
    return render(request, "connection/agreement.html", shown)


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "POST"])
def write_agreement(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Write the agreement together, or write it anew; what was agreed before stays readable."""
    person = opened(request.actor, participant, "open_agreement")
    versions = queries.agreements(participant)
    stands = versions[0] if versions else None
    version = stands.version if stands else 0
    start: dict[str, Any] = {"version": version}
    if stands:
        start |= {"our_words": stands.our_words, "their_words": stands.their_words}
    form = filled(request, forms.AgreementForm, f"connection.agreement:{participant}", initial=start)
    meanwhile = False
    if request.method == "POST" and form.is_valid():
        told: dict[str, Any] = {name: form.cleaned_data[name] for name in ("our_words", "their_words")}
        told["seen"] = form.seen_version()
        try:
            answer = _written(
                request,
                form,
                lambda name: actions.agree_together(
                    by=request.actor, participant=participant, agreement=name, **told
                ),
                version,
                reverse("connection:agreement", args=[participant]),
            )
        except rules.NeedsAWord:
            form.add_error(None, _("A sentence is enough, in our words or in theirs."))
        else:
            if answer is not None:
                return answer
            meanwhile = True
    shown = {"person": person, "form": form, "stands": stands, "meanwhile": meanwhile}
    return render(request, "connection/write_agreement.html", shown, status=_status(form, meanwhile))


@staff(Can.OPEN_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
@in_language_asked
def print_agreement(request: StaffRequest, participant: UUID) -> HttpResponse:
    """A plain copy for their own hands, in the umbrella's name."""
    opened(request.actor, participant)
    versions = queries.agreements(participant)
    shown = {"participant": participant, "stands": versions[0] if versions else None}
    thing = gate.OwnThing.AGREEMENT
    return own_page(request, participant, thing, "print_agreement", "connection/print_agreement.html", shown)
