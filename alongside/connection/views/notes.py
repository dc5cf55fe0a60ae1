"""The quick note and the page of a note."""

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside import trail
from alongside.access.actor import Actor
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.modules import where
from alongside.asking.filling import filled
from alongside.asking.page import Page, Words, ask
from alongside.asking.removing import say_back
from alongside.connection import forms, queries, rules
from alongside.connection.actions import (
    add_statement,
    amend_note,
    log_contact,
    mark_for_participant,
    remove_note,
    restore_note,
)
from alongside.connection.choices import NoteKind, tags_named
from alongside.connection.views.places import home_of
from alongside.consent import queries as consent
from alongside.keeping.rules import NothingWritten, reference
from alongside.participants import queries as participants
from alongside.participants import safely
from alongside.ui.about import is_about
from alongside.ui.pause import pause_after, pause_before
from alongside.ui.undo import say

if TYPE_CHECKING:
    from alongside.connection.models import Note

NEW_NOTE = "connection.note:new"
REFUSALS: dict[type[Exception], tuple[str | None, Words]] = {
    NothingWritten: (None, forms.A_WORD),
    rules.StillToCome: ("at", forms.STILL_TO_COME),
}


def _back(request: HttpRequest) -> str:
    """Where the worker was: a path of this house, or nothing."""
    came = urlsplit(request.headers.get("Referer", ""))
    asked = request.POST.get("next") or request.GET.get("next")
    path = asked or (
        came.path + (f"?{came.query}" if came.query else "") if came.netloc == request.get_host() else ""
    )
    fits = path.startswith("/") and url_has_allowed_host_and_scheme(path, None)
    return path if fits and urlsplit(path).path != reverse("connection:note") else ""


@staff(Can.LOG_CONTACT)
@require_http_methods(["GET", "POST"])
def note(request: StaffRequest) -> HttpResponse:
    """The quick note: as a page, or its inside alone for the overlay."""
    asked = reference(request.POST.get("participant") or request.GET.get("with"))
    # What comes back has somebody chosen; everybody is read only for a page that shows the list.
    people = queries.people_to_choose(request.actor, also=asked, only=request.method == "POST")
    about = asked if asked in {each.id for each in people} else None
    is_about(request, about)
    key = f"connection.note:{about}" if about and request.method == "GET" else NEW_NOTE
    back = _back(request)
    form = filled(
        request,
        forms.QuickNote,
        key,
        initial={"participant": str(about or ""), "next": back},
        people=people,
        services=queries.service_kinds(),
    )
    form.initial["next"] = back
    form.fields["happened" if about else "participant"].widget.attrs["autofocus"] = True
    overlay = request.headers.get("X-Overlay") == "1"
    page = Page(
        section=_("Quick note"),
        title=_("Quick note"),
        back=back or "/",
        kept=_("Note about {who} saved."),
        template="connection/note_overlay.html" if overlay else "connection/note.html",
        refusals=REFUSALS,
    )

    def more() -> dict[str, Any]:
        if request.method == "POST":
            form.offer(queries.people_to_choose(request.actor, also=asked))
        trail.looked("list_people", request.actor.id)
        return {
            "nobody_yet": not people and not form.is_bound and not form.kept_at,
            "anonymous": _front_door(request.actor),
            "overlay": overlay,
        } | _before_contact(about)

    page.more = more
    return ask(request, form, page, lambda _told: _keep(request, form, page, back))


def _before_contact(about: UUID | None) -> dict[str, Any]:
    """What stands pinned while one calls or writes: how to reach them safely, and the words that are agreed."""
    if about is None:
        return {}
    ways = participants.contact_points(about)
    return {
        **consent.words_with_them(about),
        "reach": safely.in_a_line(ways[0]) if ways else "",
        "reach_more": safely.more_of(ways[0]) if ways else [],
        "about": about,
        "way": ways[0].pk if ways else None,
    }


def _front_door(actor: Actor) -> str:
    """Where somebody who stays anonymous is kept, for those who answer calls or the door."""
    if actor.may(Can.LOG_CALL) and where("frontdoor:call"):
        return where("frontdoor:call")
    return where("frontdoor:visit") if actor.may(Can.LOG_VISIT) else ""


def _keep(request: StaffRequest, form: forms.QuickNote, page: Page, back: str) -> HttpResponse | str:
    participant = form.participant_id()
    back = back or home_of(participant)
    if form.said()["kind"] == NoteKind.NO_ANSWER and queries.is_third_hello(participant):
        pause = pause_before(request, back)
        if pause is not None:
            return pause
    kept = log_contact(
        by=request.actor,
        participant=participant,
        note=form.once(),
        participant_can_see=form.participant_can_see(),
        **form.said(),
    )
    _facts_of_support(request, form, kept.pk)
    page.undo = reverse("connection:remove", args=[kept.pk])
    page.leads_on = _reflect(request.actor, kept.pk)
    return pause_after(request, where("practice:pause"), back, heavy=bool(form.said()["tags"]))


def _facts_of_support(
    request: StaffRequest,
    form: "forms.QuickNote | forms.AmendedNote",
    note: UUID,
    before: "Note | None" = None,
) -> None:
    """Say once, of a long note from court that is saved as it is, that facts of support are enough."""
    said = form.said()
    is_long = rules.is_long_from_court(said["tags"], said["happened"], said["responded"])
    if is_long and not (before and rules.is_long_from_court(before.tags, before.happened, before.responded)):
        again = (reverse("connection:amend", args=[note]), _("Read it once more"))
        how = _(
            "In a note from court, facts of support only are enough. Every word is saved as you wrote it."
        )
        say(request, how, leads_on=again)


def _reflect(actor: Actor, note: UUID) -> tuple[str, Words]:
    """Where one writes down something for oneself alone beside a note."""
    there = where("practice:new_reflection") if actor.may(Can.REFLECT) else ""
    return (f"{there}?{urlencode({'note': str(note)})}" if there else "", _("Write a reflection"))


def _note_or_404(request: StaffRequest, note: UUID, *, removed_too: bool = False) -> "Note":
    found = queries.note_named(note)
    if found is None or (found.removed_at and not removed_too):
        raise Http404
    is_about(request, found.participant_id)
    return found


def _services_named(ids: list[UUID]) -> dict[UUID, str]:
    if not ids:
        return {}
    return {kind.pk: kind.called for kind in queries.service_kinds(hidden=True)}


@staff(Can.OPEN_RECORD)
@require_http_methods(["GET"])
def read(request: StaffRequest, note: UUID) -> HttpResponse:
    """A note with both its versions and what the participant said beside it."""
    found = _note_or_404(request, note, removed_too=True)
    trail.looked("open_note", found.participant_id, "connection.note", found.pk)
    shown: dict[str, Any] = {
        "note": found,
        "tags": tags_named(found.tags),
        "home": home_of(found.participant_id),
    }
    if found.removed_at:
        return render(request, "connection/removed.html", shown)
    before = queries.versions(note) if found.version > 1 else []
    names = _services_named([*found.service_ids, *(one for each in before for one in each.services)])
    shown |= {
        "services": [names[each] for each in found.service_ids],
        "versions": [
            {
                "words": each,
                "tags": tags_named(each.tags),
                "services": [names[one] for one in each.services if one in names],
            }
            for each in before
        ],
        "statements": queries.statements(note),
        "reflect": _reflect(request.actor, note),
    }
    return render(request, "connection/read.html", shown)


def _looked(found: "Note") -> dict[str, Any]:
    """What a page shows around a form about a note; that it was opened is kept."""
    trail.looked("open_note", found.participant_id, "connection.note", found.pk)
    return {"note": found}


@staff(Can.LOG_CONTACT)
@require_http_methods(["GET", "POST"])
def amend(request: StaffRequest, note: UUID) -> HttpResponse:
    """Put a note right; both versions stay. What somebody else saved meanwhile stands beside it."""
    found = _note_or_404(request, note)
    given = {str(each) for each in found.service_ids}
    kinds = queries.service_kinds(hidden=True)
    start = {
        name: getattr(found, name) for name in ("happened", "responded", "kind", "minutes", "tags", "at")
    }
    form = filled(
        request,
        forms.AmendedNote,
        f"connection.amend:{note}",
        initial=start | {"services": sorted(given)},
        row=found,
        services=[kind for kind in kinds if not kind.hidden or str(kind.pk) in given],
    )
    page = Page(
        section=_("Amend a note"),
        title=_("Amend a note"),
        about=found.participant,
        back=reverse("connection:read", args=[note]),
        kept=_("The note is saved. The words it had before are kept too."),
        save=_("Save note"),
        row=found,
        refusals=REFUSALS,
        template="connection/amend.html",
        more=lambda: _looked(found),
    )

    def keep(_told: dict[str, Any]) -> str:
        said = form.said_of(found)
        amend_note(
            by=request.actor, participant=found.participant_id, note=note, seen=form.seen_version(), **said
        )
        _facts_of_support(request, form, note, found)
        return page.back

    return ask(request, form, page, keep)


@staff(Can.LOG_CONTACT)
@require_http_methods(["GET", "POST"])
def statement(request: StaffRequest, note: UUID) -> HttpResponse:
    """The participant's own statement, put beside a note."""
    found = _note_or_404(request, note)
    form = filled(request, forms.Statement, f"connection.statement:{note}")
    page = Page(
        title=_("Their own words beside a note"),
        section=_("Their own words"),
        about=found.participant,
        back=reverse("connection:read", args=[note]),
        kept=_("Their words stand beside the note."),
        save=_("Save their words"),
        refusals=REFUSALS
        | {NothingWritten: ("words", _("Their words are what this is for; one is enough."))},
        template="connection/statement.html",
        more=lambda: _looked(found),
    )

    def keep(told: dict[str, Any]) -> str:
        given = {"words": told["words"], "at": told["at"]}
        add_statement(
            by=request.actor, participant=found.participant_id, note=note, statement=form.once(), **given
        )
        return page.back

    return ask(request, form, page, keep)


@staff(Can.LOG_CONTACT)
@require_POST
def visible(request: StaffRequest, note: UUID) -> HttpResponse:
    """Turn the marker "the participant can see this"."""
    found = _note_or_404(request, note)
    can_see = request.POST.get("participant_can_see") == "yes"
    mark_for_participant(
        by=request.actor, participant=found.participant_id, note=note, participant_can_see=can_see
    )
    say(request, _("The participant can see this.") if can_see else _("This is for us alone now."))
    return redirect("connection:read", note=note)


@staff(Can.LOG_CONTACT)
@require_POST
def remove(request: StaffRequest, note: UUID) -> HttpResponse:
    """Take a note away; Undo brings it back for 30 days."""
    found = _note_or_404(request, note, removed_too=True)
    remove_note(by=request.actor, participant=found.participant_id, note=note)
    say(
        request,
        _("Taken away. It can come back for 30 days."),
        undo_url=reverse("connection:restore", args=[note]),
    )
    return redirect(_elsewhere(request, found))


@staff(Can.LOG_CONTACT)
@require_POST
def restore(request: StaffRequest, note: UUID) -> HttpResponse:
    """Bring a note back."""
    found = _note_or_404(request, note, removed_too=True)
    say_back(request, restore_note(by=request.actor, participant=found.participant_id, note=note))
    return redirect("connection:read", note=note)


def _elsewhere(request: StaffRequest, gone: "Note") -> str:
    """Back to where they were, unless that was the note itself."""
    back = _back(request)
    return home_of(gone.participant_id) if not back or str(gone.pk) in back else back
