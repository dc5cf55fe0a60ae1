"""Programs they know already with their wish about each, and how I introduce myself."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import ask, there
from alongside.asking.removing import undo_pair
from alongside.consent import actions, queries, rules
from alongside.consent.choices import Wish
from alongside.consent.forms import CoverForm, ProgramForm
from alongside.consent.forms.sharing import KIND
from alongside.consent.views.around import asking, choices_of_agencies, home_of
from alongside.keeping.rules import reference
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
    form = filled(request, ProgramForm, f"consent.program:{participant}", agencies=choices_of_agencies())
    page = asking(
        person,
        _("A program they know already"),
        section=_("A program"),
        lede=_(
            "Offer to work with it, if they want that and find it helps. Until they say yes, we do not contact it."
        ),
        kept=_("The program they know is saved. Until they say yes, we do not contact it."),
        save=_("Save"),
        leave=_("Back"),
        refusals={rules.NotNamed: ("name", KIND["name"])},
    )

    def keep(told: dict[str, Any]) -> str:
        actions.save_program(
            by=request.actor,
            participant=participant,
            program=form.once(),
            agency=reference(told["agency"]),
            **{name: told[name] for name in PROGRAM},
        )
        return page.back + "#programs"

    return ask(request, form, page, keep)


def _program(request: StaffRequest, participant: UUID, known: UUID) -> "ProgramInTouch":
    opened(request.actor, participant)
    return there(queries.program_named(participant, known))


@staff(Can.CHANGE_RECORD)
@require_POST
def wish(request: StaffRequest, participant: UUID, known: UUID) -> HttpResponse:
    """What they wish about a program, now."""
    _program(request, participant, known)
    said = request.POST.get("wish", "")
    if said in Wish.values and said:
        words = request.POST.get("words", "").replace("\x00", "")
        actions.save_wish(by=request.actor, participant=participant, program=known, wish=said, words=words)
        yes = said == Wish.TOGETHER
        say(request, _("Saved: we may be in touch.") if yes else _("Saved: we do not contact it."))
    return redirect(home_of(participant) + "#programs")


remove_program, restore_program = undo_pair(
    Can.CHANGE_RECORD,
    (actions.remove_program, actions.restore_program),
    _program,
    lambda row: home_of(row.participant_id) + "#programs",
    "consent:restore_program",
    noun="program",
)


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
    return _cover(request, participant, _words(request, participant, cover))


def _words(request: StaffRequest, participant: UUID, cover: UUID) -> "CoverWords":
    opened(request.actor, participant)
    return there(queries.cover_named(participant, cover))


def _cover(request: StaffRequest, participant: UUID, row: "CoverWords | None") -> HttpResponse:
    person = opened(request.actor, participant)
    if row is None and request.GET.get("to") != "one":
        usual = [each for each in queries.cover_words(participant) if each.is_usual]
        if usual:
            return redirect("consent:cover", participant, usual[0].pk)
    start: dict[str, Any] = {"version": "0"}
    if row:
        start = {name: getattr(row, name) for name in COVER}
        start["agency"] = str(row.agency_id or "")
    key = f"consent.cover:{row.pk if row else participant}"
    form = filled(request, CoverForm, key, initial=start, row=row, agencies=choices_of_agencies())
    page = asking(
        person,
        _("What we say"),
        lede=_("Agreed with them, word for word. It stands at the top wherever we call, write or meet."),
        kept=_("What we say is saved. It stands at the top wherever we call or write."),
        save=_("Save"),
        leave=_("Back"),
        row=row,
    )

    def keep(told: dict[str, Any]) -> str:
        actions.save_cover_words(
            by=request.actor,
            participant=participant,
            cover=row.pk if row else form.once(),
            seen=form.seen_version(),
            agency=reference(told["agency"]),
            **{name: told[name] for name in COVER},
        )
        return page.back + "#words"

    return ask(request, form, page, keep)


remove_cover, restore_cover = undo_pair(
    Can.CHANGE_RECORD,
    (actions.remove_cover_words, actions.restore_cover_words),
    _words,
    lambda row: home_of(row.participant_id) + "#words",
    "consent:restore_cover",
)
