"""A concern: put into words, let rest, read by a colleague, raised, agreed on; and a partner's history of them."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside import clock, trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.queries import staff_list
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.circle import actions, forms, queries, rules
from alongside.circle.choices import ConcernState
from alongside.circle.views.around import choices_of_agencies
from alongside.participants.naming import NamesSomebody
from alongside.partners.queries import agency_named, appreciations
from alongside.ui.undo import say

if TYPE_CHECKING:
    from alongside.circle.models import Concern

BOTH = ["GET", "HEAD", "POST"]
PARTS = ("saw", "story", "impact", "ask")


@staff(Can.REFLECT)
@require_http_methods(BOTH)
def new(request: StaffRequest) -> HttpResponse:
    """Put a worry into words, for oneself first."""
    return _composing(request, None)


@staff(Can.REFLECT)
@require_http_methods(BOTH)
def change(request: StaffRequest, concern: UUID) -> HttpResponse:
    """Change the words, for as long as they are one's own."""
    return _composing(request, there(queries.concern_named(request.actor, concern)))


def _start(request: StaffRequest, row: "Concern | None") -> tuple[UUID | None, dict[str, Any]]:
    """What the form begins with, and the worry it came from."""
    if row is not None:
        start = {name: getattr(row, name) for name in PARTS}
        return None, start | {"agency": str(row.agency_id or "")}
    try:
        from_worry = queries.worry_named(request.actor, UUID(request.GET.get("worry", "")))
    except ValueError:
        from_worry = None
    if from_worry is None:
        return None, {"agency": request.GET.get("partner", "")}
    return from_worry.pk, {"saw": from_worry.words, "agency": str(from_worry.agency_id or "")}


def _composing(request: StaffRequest, row: "Concern | None") -> HttpResponse:
    worry, start = _start(request, row)
    agencies = choices_of_agencies()
    key = f"circle.concern:{row.pk if row else worry or 'new'}"
    form = filled(request, forms.ConcernForm, key, initial=start, row=row, agencies=agencies)
    page = Page(
        title=_("Put a concern into words"),
        section=_("For me"),
        lede=_("Nobody sees any of it until you say so. The story stays with you, whatever you do."),
        back=reverse("circle:mine"),
        kept=_("Your draft is saved, for you alone. Nobody has seen it."),
        save=_("Save and preview"),
        row=row,
        template="circle/compose.html",
    )

    def keep(told: dict[str, Any]) -> str:
        pk = row.pk if row else form.once()
        actions.compose_concern(
            by=request.actor,
            concern=pk,
            said=actions.Composed(**{name: told[name] for name in PARTS}),
            agency=UUID(told["agency"]) if told["agency"] else None,
            worry=worry,
            version=form.seen_version(),
        )
        return reverse("circle:concern", args=[pk])

    return ask(request, form, page, keep)


@staff(Can.REFLECT)
@require_safe
def concern(request: StaffRequest, concern: UUID) -> HttpResponse:
    """One's concern as it would be said, without the story, and what can be done with it."""
    row = there(queries.concern_named(request.actor, concern))
    trail.looked("open_concern", request.actor.id)
    return _concern(request, row)


def _concern(request: StaffRequest, row: "Concern", status: int = 200, **more: Any) -> HttpResponse:
    readers = [(str(each.pk), each.name) for each in staff_list() if each.pk != request.actor.id]
    start = {"agreed": row.agreed, "check_in_on": row.check_in_on, "state": row.state}
    shown = {
        "row": row,
        "held": rules.is_held(row.held_until, clock.today()),
        "writing": row.state == ConcernState.WRITING,
        "reads": queries.reads_of(request.actor, row),
        "peer_form": forms.PeerForm(readers=readers, auto_id="peer-%s"),
        "agreed_form": forms.AgreedForm(initial=start),
        "worry_only": row.agency_id is None,
    }
    return render(request, "circle/concern.html", shown | more, status=status)


@staff(Can.REFLECT)
@require_POST
def do(request: StaffRequest, concern: UUID) -> HttpResponse:
    """Let it rest, take that back, ask a colleague, raise it, or drop it."""
    row = there(queries.concern_named(request.actor, concern))
    given: dict[str, Any] = {"by": request.actor, "concern": concern}
    wanted = request.POST.get("do", "")
    try:
        if wanted == "drop":
            actions.drop_concern(**given)
            say(request, _("Dropped for good."))
            return redirect("circle:mine")
        _do(request, wanted, given)
    except rules.Held:
        say(request, _("It rests until tomorrow. Nothing is raised before. You can take that back."))
    except NamesSomebody as names:
        return _concern(request, row, 422, names=names.found)
    return redirect("circle:concern", concern)


def _do(request: StaffRequest, wanted: str, given: dict[str, Any]) -> None:
    if wanted in ("hold", "go_on"):
        actions.hold_concern(**given, hold=wanted == "hold")
        said = _("It rests until tomorrow. Nothing is raised before.") if wanted == "hold" else _("Taken up.")
        say(request, said)
    elif wanted == "peer":
        readers = [(str(each.pk), each.name) for each in staff_list()]
        form = forms.PeerForm(request.POST, readers=readers, auto_id="peer-%s")
        if form.is_valid() and form.cleaned_data["reader"] != str(request.actor.id):
            actions.ask_for_peer_review(**given, reader=UUID(form.cleaned_data["reader"]))
            say(request, _("Asked. They see three parts, and not the story."))
        else:
            say(request, _("Please choose a colleague first."))
    elif wanted == "take_back":
        for read in queries.reads_of(
            request.actor, there(queries.concern_named(request.actor, given["concern"]))
        ):
            actions.take_peer_review_back(by=request.actor, read=read.pk)
        say(request, _("Taken back: your colleague does not read it any more."))
    elif wanted in ("spoken", "written"):
        actions.raise_concern(**given, how=wanted)
        say(request, _("Saved: it is raised. When you have spoken, write what you agreed."))


@staff(Can.REFLECT)
@require_POST
def agreed(request: StaffRequest, concern: UUID) -> HttpResponse:
    """What came of it, about nobody."""
    row = there(queries.concern_named(request.actor, concern))
    form = forms.AgreedForm(request.POST)
    if row.state == ConcernState.WRITING or not form.is_valid():
        return _concern(request, row, 422, agreed_form=form)
    told = form.cleaned_data
    try:
        actions.agree_on_concern(
            by=request.actor,
            concern=concern,
            agreed=told["agreed"],
            state=told["state"] or ConcernState.AGREED,
            check_in_on=told["check_in_on"],
        )
    except NamesSomebody as names:
        return _concern(request, row, 422, agreed_form=form, names=names.found)
    comes = told["check_in_on"] and told["state"] != ConcernState.SETTLED
    say(
        request,
        _("What you agreed on is saved. On its day it comes to your Today.")
        if comes
        else _("What you agreed on is saved."),
    )
    return redirect("circle:concern", concern)


@staff(Can.REFLECT)
@require_http_methods(BOTH)
def peer(request: StaffRequest, read: UUID) -> HttpResponse:
    """Three parts that a colleague asked one to read."""
    row = there(queries.peer_read_named(read))
    is_reader = row.reader_id == request.actor.id
    form = forms.PeerReplyForm(request.POST or None, initial={"words": row.reply or ""})
    if request.method == "POST" and is_reader and form.is_valid():
        actions.answer_peer_review(by=request.actor, read=read, words=form.cleaned_data["words"])
        say(request, _("What you ask them to read is saved. Your colleague can read it."))
        return redirect("circle:mine")
    return render(request, "circle/peer.html", {"row": row, "form": form, "is_reader": is_reader})


@staff(Can.SEE_PARTNERS)
@require_safe
def history(request: StaffRequest, partner: UUID) -> HttpResponse:
    """How it went between us and a partner: what was raised and agreed, and what helped. Nothing is counted."""
    agency = there(agency_named(partner))
    shown = {
        "agency": agency,
        "raised": queries.raised_with(partner),
        "thanks": appreciations(partner),
        "today": clock.today(),
    }
    return render(request, "circle/history.html", shown)
