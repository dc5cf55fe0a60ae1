"""Permissions & sharing: what is live, stopping it, what went out, and how information moves."""

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.queries import agency, programs
from alongside.agency.words import Words
from alongside.asking.page import there
from alongside.consent import actions, for_them, queries
from alongside.consent.choices import BY_VOICE, FollowUp, Method, OwnThing, Said, Standing, WayOut
from alongside.consent.forms import IdentityForm
from alongside.consent.handing import own_page
from alongside.consent.views.around import home_of, names_of_kinds, what_it_told
from alongside.participants.in_their_language import in_their_language
from alongside.participants.opened import opened
from alongside.participants.queries import team
from alongside.ui.dates import dated
from alongside.ui.undo import say

if TYPE_CHECKING:
    from alongside.consent.models import Disclosure
    from alongside.participants.queries import Participant

LIVE = (Standing.LIVE, Standing.ENDS_SOON, Standing.BEGINS)
MOVES = ("inside", "outside", "none", "without", "stop", "law")
A_PAGE = 40


def _went(person: "Participant") -> list[dict[str, Any]]:
    names = names_of_kinds()
    return [_line(person, each, names) for each in queries.disclosures(person.pk)]


def _line(person: "Participant", each: "Disclosure", names: dict[str, str]) -> dict[str, Any]:
    own = each.way == WayOut.OWN_COPY
    return {
        "row": each,
        "own": own,
        "without": each.exception_id is not None,
        "to": _("Given to the participant") if own else each.to,
        "what": OwnThing(each.what).label if own else what_it_told(person, each, names),
        "way": WayOut(each.way).label,
    }


@staff(Can.OPEN_RECORD)
@require_safe
def sharing(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Everything about sharing in one place."""
    actor = request.actor
    person = opened(actor, participant, "open_sharing")
    kept = queries.releases(participant)
    program = queries.identity_program(participant)
    went = _went(person)
    shown = {
        "person": person,
        "live": [each for each in kept if each.standing in LIVE],
        "past": [each for each in kept if each.standing not in LIVE],
        "to_tell": [each for each in kept if each.withdrawn_at and not each.follow_up],
        "names": names_of_kinds(),
        "hold": queries.hold_of(participant),
        "programs": queries.programs(participant),
        "wishes": queries.wishes_said(participant),
        "covers": queries.cover_words(participant),
        "exceptions": queries.exceptions(participant),
        "identity": program,
        "identity_form": _identity(str(program.pk) if program else ""),
        "umbrella": agency().umbrella_name,
        "went": went[:A_PAGE],
        "more_went": len(went) > A_PAGE,
        "said": Said.choices,
    }
    return render(request, "consent/sharing.html", shown)


def _identity(stands: str = "", data: Any = None) -> IdentityForm:
    return IdentityForm(
        data,
        initial={"program": stands},
        umbrella=agency().umbrella_name,
        programs=[(str(each.pk), each.name) for each in programs()],
    )


@staff(Can.CHANGE_RECORD)
@require_POST
def identity(request: StaffRequest, participant: UUID) -> HttpResponse:
    """In whose name we write."""
    opened(request.actor, participant)
    form = _identity(data=request.POST)
    if form.is_valid():
        chosen = form.cleaned_data["program"]
        actions.choose_identity(
            by=request.actor, participant=participant, program=UUID(chosen) if chosen else None
        )
        say(request, _("The name on letters is saved. Letters carry this name from now on."))
    return redirect(home_of(participant) + "#name")


@staff(Can.OPEN_RECORD)
@require_safe
def release(request: StaffRequest, participant: UUID, release: UUID) -> HttpResponse:
    """One permission as it was given, with what went out under it."""
    person = opened(request.actor, participant, "open_release")
    found = there(queries.release_named(participant, release))
    return render(request, "consent/release.html", {"person": person} | _read(person, found))


def _read(person: "Participant", found: Any) -> dict[str, Any]:
    names = names_of_kinds()
    went = [each for each in queries.disclosures(found.participant_id) if each.release_id == found.pk]
    return {
        "release": found,
        "names": [names.get(key, key) for key in found.information],
        "methods": [Method(each).label for each in found.methods],
        "on_their_page": Method.WORKSPACE in found.methods and found.agency_id is not None,
        "by_voice": [
            (str(each), each.label) for each in (*BY_VOICE, Method.MESSAGE) if each in found.methods
        ],
        "signers": list(found.signers.all()),
        "paper": [line for line in found.wording.text.splitlines() if line.strip()],
        "went": [_line(person, each, names) for each in went],
        "last_day": found.last_day,
        "said": Said.choices,
    }


@staff(Can.OPEN_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def print_release(request: StaffRequest, participant: UUID, release: UUID) -> HttpResponse:
    """The paper of a permission, for their own hands, in the umbrella's name."""
    person = opened(request.actor, participant)
    found = there(queries.release_named(participant, release))
    signed_in = found.wording.language  # a paper is whole in the language it was signed in
    with translation.override(
        signed_in if signed_in in dict(settings.LANGUAGES) else translation.get_language()
    ):
        read, thing = _read(person, found), OwnThing.RELEASE
        read["told"] = for_them.release_for_them(found, read["names"])
        return own_page(request, participant, thing, "print_release", "consent/print_release.html", read)


@staff(Can.KEEP_RELEASES)
@require_POST
def stop(request: StaffRequest, participant: UUID, release: UUID) -> HttpResponse:
    """They want it to stop: it stops, at once."""
    opened(request.actor, participant)
    there(queries.release_named(participant, release))
    how = request.POST.get("how", "")
    kept = actions.withdraw_release(
        by=request.actor,
        participant=participant,
        release=release,
        how=how if how in Said.values else Said.SPOKEN,
        words=request.POST.get("words", "").replace("\x00", ""),
    )
    if kept.follow_up == FollowUp.NOTHING:
        say(request, _("Stopped. Nothing had gone out under it, so there is nobody to tell."))
    else:
        say(request, _("Stopped, from this moment on. Next, if it is safe: ask the other side to stop too."))
    return redirect(home_of(participant))


@staff(Can.KEEP_RELEASES)
@require_POST
def follow_up(request: StaffRequest, participant: UUID, release: UUID) -> HttpResponse:
    """What became of telling the other side."""
    opened(request.actor, participant)
    found = there(queries.release_named(participant, release))
    told = request.POST.get("follow_up", "")
    if found.withdrawn_at and told in FollowUp.values:
        actions.follow_up_release(by=request.actor, participant=participant, release=release, follow_up=told)
        say(request, _("What became of telling the other side is saved."))
    return redirect("consent:release", participant, release)


def _letter_lines(ended: datetime) -> list[str]:
    """The letter with the day it ended and our number; a line that asks for a number we have not is left out."""
    day = dated(ended)
    number = agency().hotline
    lines = [line for line in Words().say("consent.stop_letter").splitlines() if line.strip()]
    told = (line for line in lines if number or "{number}" not in line)
    return [line.replace("{day}", day).replace("{number}", number) for line in told]


@staff(Can.KEEP_RELEASES)
@require_http_methods(["GET", "HEAD", "POST"])
def stop_letter(request: StaffRequest, participant: UUID, release: UUID) -> HttpResponse:
    """The letter asking the other side to stop. It names nobody; the reference is written by hand."""
    person = opened(request.actor, participant, "open_release")
    found = there(queries.release_named(participant, release))
    if not found.withdrawn_at:
        return redirect("consent:release", participant, release)
    lines = _letter_lines(found.withdrawn_at)
    shown = {
        "person": person,
        "release": found,
        "lines": lines,
        "sender": queries.sender(participant),
    }
    if request.method != "POST":
        return render(request, "consent/stop_letter.html", shown)
    letter = actions.write_to_stop(
        by=request.actor, participant=participant, release=release, text="\n".join(lines)
    )
    actions.follow_up_release(
        by=request.actor, participant=participant, release=release, follow_up=FollowUp.WRITTEN
    )
    return redirect("consent:print_went", participant, letter.pk)


@staff(Can.KEEP_RELEASES)
@require_POST
def hold(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Everything stands still, or goes on again."""
    opened(request.actor, participant)
    if request.POST.get("hold") == "lift":
        actions.resume_sharing(by=request.actor, participant=participant)
        say(request, _("Live permissions count again."))
    else:
        actions.pause_sharing(by=request.actor, participant=participant)
        say(request, _("All sharing is paused until they say so."))
    return redirect(home_of(participant))


def _moves(person: "Participant") -> dict[str, Any]:
    words, participant = Words(), person.pk
    walks = team(participant)
    kept = queries.releases(participant)
    names = names_of_kinds()
    live = [each for each in kept if each.standing in LIVE]
    return {
        "texts": {name: words.say(f"consent.moves.{name}") for name in MOVES},
        "walks": [each.staff.name for each in (walks.case_manager, walks.backup) if each],
        "live": [
            {
                "row": each,
                "names": [names.get(key, key) for key in each.information],
                "why": for_them.PURPOSES[each.purpose],
            }
            for each in live
        ],
        "went": [_for_them(each) for each in _went(person)[:A_PAGE]],
        "hold": queries.hold_of(participant),
    }


def _for_them(line: dict[str, Any]) -> dict[str, Any]:
    """The same line as they read it themselves."""
    if not line["own"]:
        return line
    return line | {"to": _("We gave you"), "what": for_them.OWN.get(line["row"].what, line["what"])}


@staff(Can.OPEN_RECORD)
@require_safe
def moves(request: StaffRequest, participant: UUID) -> HttpResponse:
    """How information moves, in plain words, to read together."""
    person = opened(request.actor, participant, "open_sharing")
    return render(request, "consent/moves.html", {"person": person} | _moves(person))


@staff(Can.OPEN_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
@in_their_language
def print_moves(request: StaffRequest, participant: UUID) -> HttpResponse:
    """The same on paper, for their own hands."""
    person = opened(request.actor, participant)
    shown = {"back": reverse("consent:moves", args=[participant])} | _moves(person)
    thing = OwnThing.MOVES
    return own_page(request, participant, thing, "print_moves", "consent/print_moves.html", shown)
