"""Pages of a Circle: members, matters, decisions, and how clear things are."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.circle import actions, forms, queries, rules
from alongside.circle.choices import Clear, MatterState, MemberKind, Sees
from alongside.circle.views.around import (
    choices_of_agencies,
    choices_of_holders,
    choices_of_members,
    holder_key,
    holder_of,
    home_of,
    with_answers,
)
from alongside.participants.opened import opened
from alongside.ui.undo import say

if TYPE_CHECKING:
    from alongside.circle.models import CaseDecision, Matter, Member

BOTH = ["GET", "HEAD", "POST"]


@staff(Can.READ_RECORD)
@require_safe
def circle(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Everything that several hands carry for one person, what is unclear first."""
    actor = request.actor
    person = opened(actor, participant, "open_circle", tonight=True)
    seen = queries.clarity(participant)
    said = with_answers(participant, queries.commitments(participant))
    shown = {
        "person": person,
        "matters": [(row, holder_of(row)) for row in queries.matters(participant)],
        "cards": queries.permissions(participant, queries.members(participant)),
        "decisions": queries.decisions(participant)[:12],
        "seen": [(_seer(row), row) for row in seen],
        "differs": rules.differ(row.answer for row in seen),
        "huddles": queries.huddles(participant)[:6],
        "promised": [row for row in said if not row.settled_on or row.answered],  # type: ignore[attr-defined]
        "settled": [row for row in said if row.settled_on and not row.answered],  # type: ignore[attr-defined]
    }
    return render(request, "circle/circle.html", shown)


def _seer(row: Any) -> str:
    return row.member.called if row.member else str(Sees(row.sees).label)


def _page(participant: UUID, title: str, kept: str, **more: Any) -> Page:
    return Page(title=title, back=home_of(participant), section=_("Circle"), kept=kept, **more)


# Members -------------------------------------------------------------------------------------------------


@staff(Can.HOLD_CIRCLE)
@require_http_methods(BOTH)
def new_member(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Somebody joins the Circle."""
    opened(request.actor, participant)
    return _member(request, participant, None)


@staff(Can.HOLD_CIRCLE)
@require_http_methods(BOTH)
def member(request: StaffRequest, participant: UUID, member: UUID) -> HttpResponse:
    """What is known of a member, changed."""
    opened(request.actor, participant, "open_circle")
    return _member(request, participant, there(queries.member_named(participant, member)))


_SAID = ("name", "kind", "role", "responsibilities", "perspective", "limits", "contact")


def _member(request: StaffRequest, participant: UUID, row: "Member | None") -> HttpResponse:
    start: dict[str, Any] = {"kind": MemberKind.AGENCY}
    if row:
        start = {name: getattr(row, name) for name in _SAID}
        start["agency"] = str(row.agency_id or "")
    agencies = choices_of_agencies()
    if row and row.agency and str(row.agency_id) not in dict(agencies):
        agencies.append((str(row.agency_id), row.agency.name))  # one we do not work with any more
    key = f"circle.member:{row.pk if row else participant}"
    form = filled(request, forms.MemberForm, key, initial=start, row=row, agencies=agencies)
    title = _("What we know of %(name)s") % {"name": row.called} if row else _("Add to the Circle")
    page = _page(
        participant, title, _("Who is in the Circle is saved."), row=row, template="circle/member.html"
    )

    def keep(told: dict[str, Any]) -> str:
        said = actions.MemberSaid(
            agency=UUID(told["agency"]) if told["agency"] else None,
            **{name: told[name] for name in _SAID if name != "kind"},
            kind=told["kind"] or MemberKind.AGENCY,
        )
        pk = row.pk if row else form.once()
        actions.save_member(
            by=request.actor, participant=participant, member=pk, said=said, version=form.seen_version()
        )
        return home_of(participant)

    return ask(request, form, page, keep)


@staff(Can.HOLD_CIRCLE)
@require_POST
def leave(request: StaffRequest, participant: UUID, member: UUID) -> HttpResponse:
    """A member is not part of it any more; what they held is Unclear."""
    opened(request.actor, participant)
    there(queries.member_named(participant, member))
    actions.leave_circle(by=request.actor, participant=participant, member=member)
    way_back = reverse("circle:come_back", args=[participant, member])
    say(
        request,
        _("They are taken off the Circle. What they held is Unclear until somebody says who holds it."),
        undo_url=way_back,
    )
    return redirect(home_of(participant))


@staff(Can.HOLD_CIRCLE)
@require_POST
def come_back(request: StaffRequest, participant: UUID, member: UUID) -> HttpResponse:
    """A member is part of it again."""
    opened(request.actor, participant)
    there(queries.member_named(participant, member))
    actions.return_to_circle(by=request.actor, participant=participant, member=member)
    say(request, _("They are in the Circle again. Matters stay with whoever holds them now."))
    return redirect(home_of(participant))


@staff(Can.HOLD_CIRCLE)
@require_POST
def capacity(request: StaffRequest, participant: UUID, member: UUID) -> HttpResponse:
    """A member has no room just now, or has again."""
    opened(request.actor, participant)
    there(queries.member_named(participant, member))
    none_left = request.POST.get("answer") == "none"
    actions.mark_at_capacity(by=request.actor, participant=participant, member=member, none_left=none_left)
    if none_left:
        say(
            request,
            _("Saved as a gap of the county. Nothing here waits for them; matters stay where they are."),
        )
    else:
        say(request, _("Saved: they have room again."))
    return redirect(home_of(participant))


# Matters -------------------------------------------------------------------------------------------------


@staff(Can.HOLD_CIRCLE)
@require_http_methods(BOTH)
def new_matter(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Something open, with one holder or an honest Unclear."""
    opened(request.actor, participant)
    return _matter(request, participant, None)


@staff(Can.HOLD_CIRCLE)
@require_http_methods(BOTH)
def matter(request: StaffRequest, participant: UUID, matter: UUID) -> HttpResponse:
    """A matter: who holds it now, and who did."""
    opened(request.actor, participant, "open_circle")
    return _matter(request, participant, there(queries.matter_named(participant, matter)))


def _matter(request: StaffRequest, participant: UUID, row: "Matter | None") -> HttpResponse:
    actor = request.actor
    start: dict[str, Any] = {"state": MatterState.OPEN, "shared": True}
    holders = choices_of_holders(participant)
    if row:
        start = {name: getattr(row, name) for name in ("words", "next", "state", "shared")}
        start["holder"] = holder_key(row)
        if start["holder"] not in dict(holders):
            holders.append((start["holder"], holder_of(row)))
    key = f"circle.matter:{row.pk if row else participant}"
    form = filled(request, forms.MatterForm, key, initial=start, row=row, holders=holders)
    title = _("Open item") if row else _("Add an open item")
    page = _page(participant, title, _("The open item is saved."), row=row, template="circle/matter.html")
    page.more = {"rows": [(turn, holder_of(turn)) for turn in queries.turns(row)] if row else []}
    labels = form.fields
    page.stands = lambda now: [
        (labels["words"].label, now.words),
        (labels["holder"].label, holder_of(now)),
        (labels["next"].label, now.next),
    ]

    def keep(told: dict[str, Any]) -> str:
        given = {name: told[name] for name in ("words", "next", "shared")} | form.held_by()
        pk, state = row.pk if row else form.once(), told["state"] or MatterState.OPEN
        actions.save_matter(
            by=actor, participant=participant, matter=pk, state=state, version=form.seen_version(), **given
        )
        return home_of(participant)

    return ask(request, form, page, keep)


# Decisions -----------------------------------------------------------------------------------------------


@staff(Can.HOLD_CIRCLE)
@require_http_methods(BOTH)
def new_decision(request: StaffRequest, participant: UUID) -> HttpResponse:
    """What was decided, and how."""
    opened(request.actor, participant)
    return _decision(request, participant, None)


@staff(Can.HOLD_CIRCLE)
@require_http_methods(BOTH)
def decision(request: StaffRequest, participant: UUID, decision: UUID) -> HttpResponse:
    """A decision: read again, and put right."""
    opened(request.actor, participant, "open_circle")
    row = there(queries.decision_named(participant, decision))
    return _decision(request, participant, row)


_DECIDED = ("words", "who", "consulted", "their_part", "voice", "basis", "revisit_on")


def _decision(request: StaffRequest, participant: UUID, row: "CaseDecision | None") -> HttpResponse:
    start: dict[str, Any] = {name: getattr(row, name) for name in _DECIDED} if row else {}
    key = f"circle.decision:{row.pk if row else participant}"
    form = filled(request, forms.DecisionForm, key, initial=start, row=row)
    page = _page(
        participant,
        _("A decision") if row else _("Add a decision"),
        _("The decision is saved. It stands on the timeline too."),
        row=row,
    )

    def keep(told: dict[str, Any]) -> str:
        pk = row.pk if row else form.once()
        given = {name: told[name] for name in _DECIDED}
        kept = actions.save_decision(
            by=request.actor, participant=participant, decision=pk, version=form.seen_version(), **given
        )
        if not kept.their_part and not kept.voice:
            page.kept = _(
                "The decision is saved. Was the participant part of this? It can be answered whenever you know."
            )
            return reverse("circle:decision", args=[participant, kept.pk]) + "#id_their_part_0"
        return home_of(participant)

    return ask(request, form, page, keep)


# How clear it is -----------------------------------------------------------------------------------------


@staff(Can.HOLD_CIRCLE)
@require_http_methods(BOTH)
def clarity(request: StaffRequest, participant: UUID) -> HttpResponse:
    """How clear things are to one of those involved; nobody's answer is set off against another's."""
    actor = request.actor
    opened(actor, participant)
    seers = [
        (Sees.WORKER, str(Sees.WORKER.label)),
        (Sees.THEY, str(Sees.THEY.label)),
        *choices_of_members(participant, "member:"),
    ]
    start = {"sees": Sees.WORKER}
    form = filled(request, forms.ClarityForm, f"circle.clarity:{participant}", initial=start, seers=seers)
    lede = _("Each says it for themselves. The answers stand side by side; none is the right one.")
    page = _page(participant, _("How clear is it?"), _("The answer is saved, beside the others."), lede=lede)

    def keep(told: dict[str, Any]) -> str:
        given: dict[str, Any] = {"answer": Clear(told["answer"]), "words": told["words"]} | form.seen_by()
        actions.answer_clarity(by=actor, participant=participant, clarity=form.once(), **given)
        return home_of(participant) + "#clarity"

    return ask(request, form, page, keep)
