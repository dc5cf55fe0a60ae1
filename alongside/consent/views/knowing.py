"""Programs they know already with their wish about each, and how I introduce myself."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.consent import actions, queries, rules
from alongside.consent.choices import Wish
from alongside.consent.forms import CoverForm, ProgramForm
from alongside.consent.forms.sharing import KIND
from alongside.consent.views.around import choices_of_agencies, home_of, uuid_of
from alongside.drafts.actions import drop_draft
from alongside.keeping.rules import ChangedMeanwhile
from alongside.participants.opened import opened
from alongside.partners.queries import contact_of
from alongside.ui.undo import say

if TYPE_CHECKING:
    from alongside.consent.models import CoverWords, ProgramInTouch

PROGRAM = ("name", "reach", "helps_with", "wish", "words")
COVER = ("who", "introduce", "why", "never")


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def program(request: StaffRequest, participant: UUID) -> HttpResponse:
    """A program they work with already."""
    person = opened(request.actor, participant)
    form = filled(
        request,
        ProgramForm,
        f"consent.program:{participant}",
        agencies=choices_of_agencies(),
    )
    if request.method == "POST" and form.is_valid():
        told = {name: form.cleaned_data[name] for name in PROGRAM}
        try:
            actions.keep_program(
                by=request.actor,
                participant=participant,
                program=form.once(),
                agency=uuid_of(form.cleaned_data["agency"]),
                **told,
            )
        except rules.NotNamed:
            form.add_error("name", KIND["name"])
        else:
            drop_draft(by=request.actor, form=form.draft_key())
            say(request, _("Kept. Until they say yes, we do not contact it."))
            return redirect(home_of(participant) + "#programs")
    shown = {"person": person, "form": form}
    return render(request, "consent/program.html", shown, status=422 if form.is_bound else 200)


def _program(request: StaffRequest, participant: UUID, known: UUID) -> "ProgramInTouch":
    opened(request.actor, participant)
    found = queries.program_named(participant, known)
    if found is None:
        raise Http404
    return found


@staff(Can.CHANGE_RECORD)
@require_POST
def wish(request: StaffRequest, participant: UUID, known: UUID) -> HttpResponse:
    """What they wish about a program, now."""
    _program(request, participant, known)
    said = request.POST.get("wish", "")
    if said in Wish.values and said:
        words = request.POST.get("words", "").replace("\x00", "")
        actions.say_wish(by=request.actor, participant=participant, program=known, wish=said, words=words)
        yes = said == Wish.TOGETHER
        say(request, _("Kept: we may be in touch.") if yes else _("Kept: we do not contact it."))
    return redirect(home_of(participant) + "#programs")


@staff(Can.CHANGE_RECORD)
@require_POST
def remove_program(request: StaffRequest, participant: UUID, known: UUID) -> HttpResponse:
    """Take a program off the list."""
    _program(request, participant, known)
    actions.remove_program(by=request.actor, participant=participant, program=known)
    back = reverse("consent:restore_program", args=[participant, known])
    say(request, _("Taken away. It can come back for 30 days."), undo_url=back)
    return redirect(home_of(participant) + "#programs")


@staff(Can.CHANGE_RECORD)
@require_POST
def restore_program(request: StaffRequest, participant: UUID, known: UUID) -> HttpResponse:
    """Bring it back."""
    _program(request, participant, known)
    actions.restore_program(by=request.actor, participant=participant, program=known)
    say(request, _("It is back."))
    return redirect(home_of(participant) + "#programs")


@staff(Can.KEEP_RELEASES)
@require_safe
def contact_program(request: StaffRequest, participant: UUID, known: UUID) -> HttpResponse:
    """How the program is reached, with our words beside it: only where they said yes."""
    person = opened(request.actor, participant, "open_program")
    found = _program(request, participant, known)
    yes = found.wish == Wish.TOGETHER
    asked = {"agency": found.agency_id, "person": found.name}
    covers = queries.covers_to(participant, **asked) if yes else []
    shown = {
        "person": person,
        "program": found,
        "yes": yes,
        "contact": contact_of(found.agency_id) if yes and found.agency_id else None,
        "covers": covers,
    }
    return render(request, "consent/contact_program.html", shown, status=200 if yes else 409)


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def add_cover(request: StaffRequest, participant: UUID) -> HttpResponse:
    """New words, for somebody in particular or for everybody."""
    return _cover(request, participant, None)


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def cover(request: StaffRequest, participant: UUID, cover: UUID) -> HttpResponse:
    """Change words that stand."""
    opened(request.actor, participant)
    found = queries.cover_named(participant, cover)
    if found is None:
        raise Http404
    return _cover(request, participant, found)


def _cover(request: StaffRequest, participant: UUID, stands: "CoverWords | None") -> HttpResponse:
    person = opened(request.actor, participant)
    if stands is None and request.GET.get("to") != "one":
        usual = [each for each in queries.cover_words(participant) if each.is_usual]
        if usual:
            return redirect("consent:cover", participant, usual[0].pk)
    start: dict[str, Any] = {"version": stands.version if stands else 0}
    if stands:
        start |= {name: getattr(stands, name) for name in COVER}
        start["agency"] = str(stands.agency_id or "")
    key = f"consent.cover:{stands.pk if stands else participant}"
    agencies = choices_of_agencies()
    form = filled(request, CoverForm, key, initial=start, agencies=agencies)
    status, meanwhile = 422 if form.is_bound else 200, False
    if request.method == "POST" and form.is_valid():
        told = {name: form.cleaned_data[name] for name in COVER}
        try:
            actions.keep_cover_words(
                by=request.actor,
                participant=participant,
                cover=stands.pk if stands else form.once(),
                seen=form.seen_version(),
                agency=uuid_of(form.cleaned_data["agency"]),
                **told,
            )
        except ChangedMeanwhile:
            status, meanwhile = 409, True
            form.follow(stands.version if stands else 1)
        else:
            drop_draft(by=request.actor, form=key)
            say(request, _("Kept. It stands at the top wherever we call or write."))
            return redirect(home_of(participant) + "#words")
    shown = {"person": person, "form": form, "stands": stands, "meanwhile": meanwhile}
    return render(request, "consent/cover.html", shown, status=status)


@staff(Can.CHANGE_RECORD)
@require_POST
def remove_cover(request: StaffRequest, participant: UUID, cover: UUID) -> HttpResponse:
    """Take words away."""
    opened(request.actor, participant)
    if queries.cover_named(participant, cover) is None:
        raise Http404
    actions.remove_cover_words(by=request.actor, participant=participant, cover=cover)
    back = reverse("consent:restore_cover", args=[participant, cover])
    say(request, _("Taken away. It can come back for 30 days."), undo_url=back)
    return redirect(home_of(participant) + "#words")


@staff(Can.CHANGE_RECORD)
@require_POST
def restore_cover(request: StaffRequest, participant: UUID, cover: UUID) -> HttpResponse:
    """Bring words back."""
    opened(request.actor, participant)
    if queries.cover_named(participant, cover) is None:
        raise Http404
    actions.restore_cover_words(by=request.actor, participant=participant, cover=cover)
    say(request, _("It is back."))
    return redirect(home_of(participant) + "#words")
