"""The goal sheet at the staff door: read on one screen, one part opened at a time; and its printable page."""

from collections.abc import Callable, Mapping
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from alongside import clock, trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.words import Words
from alongside.asking.filling import filled
from alongside.consent import gate
from alongside.consent.handing import give, own_page
from alongside.drafts.actions import drop_draft
from alongside.goals import actions, paper_page, queries, rules
from alongside.goals.choices import Who
from alongside.goals.forms import SheetForm
from alongside.goals.forms.sheet import WHOLE
from alongside.goals.pressed import Pressed, do, say_taken_away, stays_open
from alongside.goals.who import said_to_staff
from alongside.goals.words import WORDS
from alongside.keeping.rules import NotHere
from alongside.participants.in_their_language import in_their_language
from alongside.participants.queries import Participant, has_record_open, is_open_tonight, participant_named
from alongside.ui.dates import dated
from alongside.ui.undo import say

Said = Callable[[str], str]


def _person(participant: UUID) -> Participant:
    """A participant whose record is open to the one who asks; nobody else is found."""
    person = participant_named(participant)
    if person is None or not has_record_open(participant):
        raise Http404
    return person


def _reader(request: StaffRequest, participant: UUID) -> tuple[Participant, bool]:
    """Whose sheet it is, and whether it is read only: on call, for a stated reason."""
    if request.method in ("GET", "HEAD") and (person := participant_named(participant)) is not None:
        if has_record_open(participant):
            return person, False
        if is_open_tonight(participant):
            return person, True
    return _person(participant), False


def _said(who: Mapping[str, str] | None = None) -> tuple[Said, dict[str, str]]:
    """What the sheet says, in the agency's words; one query. To staff it says `who` does a step by name."""
    words = Words()
    phrases = {key.removeprefix("goals."): words.say(key) for key in WORDS}
    if who:
        phrases |= {key: name for key, name in who.items() if phrases[key]}
    return phrases.__getitem__, phrases


@staff(Can.READ_RECORD)
def sheet(request: StaffRequest, participant: UUID) -> HttpResponse:
    """The goal sheet on one screen, to read; `edit` opens a part of it. Sending keeps all that is open first, then does
    what was pressed. A sheet without goals is open.
    """
    person, reads_only = _reader(request, participant)
    stands = queries.sheet(participant)
    said, phrases = _said(said_to_staff(request.actor, person))
    part = request.GET.get("edit", "") or ("" if stands.standing or stands.later else WHOLE)
    part = "" if reads_only else part
    form = filled(request, SheetForm, f"goals.sheet:{participant}", standing=stands, said=said, part=part)
    status = 200
    if request.method == "POST":
        status, answer = _keep(request, participant, form)
        if answer is not None:
            return answer
    else:
        trail.looked("open_goals", participant)
    context = {
        "person": person,
        "participant": participant,
        "sheet": stands,
        "form": form,
        "part": part,
        "clashed": status == 409,
        "said": phrases,
        "who_choices": [(who.value, said(who.value)) for who in Who if who.value],
    }
    return render(request, "goals/sheet.html", context, status=status)


def _keep(request: StaffRequest, participant: UUID, form: SheetForm) -> tuple[int, HttpResponse | None]:
    if not form.is_valid():
        return 422, None
    try:
        kept = actions.save_goal_sheet(by=request.actor, participant=participant, written=form.written())
        if form.cleaned_data["option"]:
            actions.offer_option(
                by=request.actor,
                participant=participant,
                option=form.once(),
                words=form.cleaned_data["option"],
            )
    except rules.SheetChangedMeanwhile as meanwhile:
        form.show_both(meanwhile.clashes, queries.sheet(participant))
        return 409, None
    except NotHere:
        form.add_error(
            None, _("Something on this page was not on this sheet any more. Please save once more.")
        )
        return 422, None
    drop_draft(by=request.actor, form=f"goals.sheet:{participant}", once=form.once())
    return 302, _after(request, participant, kept, form.once())


def _after(request: StaffRequest, participant: UUID, kept: rules.Kept, once: UUID) -> HttpResponse:
    """Say what was kept, and do what else was pressed."""
    for kind, row in kept.taken_away:
        say_taken_away(Pressed(request, participant, once), kind, row)
    if kept.parked:
        say(
            request,
            ngettext(
                "Five at a time is plenty, so one goal is kept for later. It can come forward at any time.",
                "Five at a time is plenty, so %(count)s goals are kept for later. They can come forward.",
                len(kept.parked),
            )
            % {"count": len(kept.parked)},
        )
    pressed, part = request.POST.get("do", ""), request.GET.get("edit", "")
    anchor = ""
    if pressed:
        anchor = do(Pressed(request, participant, once), pressed)
    elif not kept.taken_away and not kept.parked:
        say(request, _("The goal sheet is saved."))
    stays = f"?{urlencode({'edit': part})}" if part and stays_open(pressed) else ""
    return redirect(reverse("goals:sheet", args=[participant]) + stays + anchor)


@staff(Can.WRITE_GOALS)
@require_POST
def bring_back_again(request: StaffRequest, participant: UUID, kind: str, row: UUID) -> HttpResponse:
    """Bring back what was taken off the sheet."""
    _person(participant)
    try:
        actions.bring_back(by=request.actor, participant=participant, kind=kind, row=row)
    except NotHere:
        raise Http404 from None
    say(request, _("It is back on the sheet."))
    return redirect("goals:sheet", participant)


def _parts(request: StaffRequest) -> list[str]:
    """The heavy parts that are asked for on this paper; none unless somebody ticks them."""
    return [part for part in paper_page.HEAVY if part in request.GET.getlist("part")]


@staff(Can.OPEN_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
@in_their_language
def print_sheet(request: StaffRequest, participant: UUID) -> HttpResponse:
    """The discreet page for their own hands, to look at before it is printed."""
    _person(participant)
    stands = queries.sheet(participant)
    said, phrases = _said()
    parts = _parts(request)
    context = {
        "sheet": stands,
        "said": phrases,
        "heavy": [(part, said(part), part in parts) for part in paper_page.HEAVY if said(part)],
        "parts": parts,
        "boxes": paper_page.boxes(stands, said, parts),
        "when": dated(clock.today()),
        "participant": participant,
    }
    thing = gate.OwnThing.GOAL_SHEET
    return own_page(request, participant, thing, "print_goals", "goals/print.html", context)


@staff(Can.OPEN_RECORD)
@require_POST
@in_their_language
def paper(request: StaffRequest, participant: UUID) -> HttpResponse:
    """The same page as a PDF, under a name that says nothing."""
    _person(participant)
    stands, said = queries.sheet(participant), _said()[0]
    parts = _parts(request)
    if paper_page.boxes(stands, said, parts):
        return redirect("goals:print", participant)  # the browser has letters that we have not
    give(request, participant, gate.OwnThing.GOAL_SHEET, "print_goals")
    made = paper_page.goals_page(stands, said, parts)
    name = f"page-{clock.today().isoformat()}.pdf"
    return HttpResponse(
        made,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )
