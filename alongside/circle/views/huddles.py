"""Pages of huddles and of what was said there: nobody is told anything that a permission does not cover."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.circle import actions, forms, queries
from alongside.circle.queries.together import to_of
from alongside.circle.views.around import choices_of_members, holder_of, home_of, with_answers
from alongside.consent import gate
from alongside.consent.choices import Method, Purpose, WayOut
from alongside.consent.queries import sender
from alongside.consent.views.around import other_side
from alongside.participants.opened import opened
from alongside.ui.dates import dated, hour, put
from alongside.ui.undo import say

if TYPE_CHECKING:
    from alongside.circle.models import Attendee, Huddle
    from alongside.participants.queries import Participant

BOTH = ["GET", "HEAD", "POST"]
# What an invitation tells by itself: that we would like to talk about somebody they know.
ASKED: dict[str, Any] = {
    "information": {"first_contact"},
    "purpose": Purpose.TOGETHER,
    "method": Method.MEETING,
}


def _page(participant: UUID, title: str, kept: str, lede: str = "") -> Page:
    return Page(title=title, back=home_of(participant), section=_("Circle"), kept=kept, lede=lede)


@staff(Can.HOLD_CIRCLE)
@require_http_methods(BOTH)
def new(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Plan a huddle. Planning tells nobody."""
    actor = request.actor
    opened(actor, participant)
    members = choices_of_members(participant)
    form = filled(request, forms.HuddleForm, f"circle.huddle:{participant}", members=members)
    lede = _("Planning it tells nobody. Each invitation is looked at before it goes out.")
    page = _page(participant, _("Plan a huddle"), _("Planned. Nobody has been told yet."), lede)

    def keep(told: dict[str, Any]) -> str:
        given = {name: told[name] for name in ("agenda", "on", "hour", "place")}
        chosen = tuple(UUID(each) for each in told["members"])
        actions.plan_huddle(by=actor, participant=participant, huddle=form.once(), members=chosen, **given)
        return reverse("circle:huddle", args=[participant, form.once()])

    return ask(request, form, page, keep)


def _why_not(participant: UUID, attendee: "Attendee") -> str:
    return gate.why_not(participant, to=to_of(attendee.member), **ASKED)


@staff(Can.HOLD_CIRCLE)
@require_http_methods(BOTH)
def huddle(request: StaffRequest, participant: UUID, huddle: UUID) -> HttpResponse:
    """A huddle: who may hear of it, what it is about, and what came of it."""
    actor = request.actor
    person = opened(actor, participant, "" if request.method == "POST" else "open_circle")
    row = there(queries.huddle_named(participant, huddle))
    members = choices_of_members(participant)
    form = filled(request, forms.OutcomesForm, f"circle.outcomes:{huddle}", members=members)
    page = _page(participant, _("A huddle"), _("Kept in the Circle, linked to this huddle."))
    page.back, page.template = "", "circle/huddle.html"
    page.more = lambda: _shown(participant, person, row)

    def keep(_told: dict[str, Any]) -> str:
        _keep_outcomes(request, participant, row, form)
        return reverse("circle:huddle", args=[participant, huddle])

    return ask(request, form, page, keep)


def _shown(participant: UUID, person: "Participant", row: "Huddle") -> dict[str, Any]:
    """Who comes, and what came of it so far."""
    comes = [(each, _why_not(participant, each)) for each in queries.attendees(row)]
    return {
        "person": person,
        "row": row,
        "comes": comes,
        "matters": [
            (each, holder_of(each)) for each in queries.matters(participant) if each.huddle_id == row.pk
        ],
        "decisions": [each for each in queries.decisions(participant) if each.huddle_id == row.pk],
        "commitments": with_answers(participant, queries.commitments(participant, row.pk)),
    }


def _owner(told: dict[str, Any]) -> actions.Owner:
    member = UUID(told["member"]) if told["member"] else None
    return actions.Owner(side=told["side"] or "they", member=member, who=told["who"])


def _keep_outcomes(request: StaffRequest, participant: UUID, row: "Huddle", form: forms.OutcomesForm) -> None:
    told = form.cleaned_data
    given: dict[str, Any] = {"by": request.actor, "participant": participant, "huddle": row.pk}
    once = form.once()
    if told["matter"]:
        actions.save_matter(matter=once, words=told["matter"], **given)
    if told["decision"]:
        actions.save_decision(decision=once, words=told["decision"], **given)
    if told["commitment"]:
        owner = _owner(told)
        said = {"side": owner.side, "member": owner.member, "who": owner.who, "by_when": told["by_when"]}
        actions.add_case_commitment(commitment=once, words=told["commitment"], **said, **given)


def _invitation(participant: UUID, row: "Huddle") -> str:
    """Our name, the day, the place: nothing about anybody, and no word of what we are."""
    when = dated(row.on) if row.on else _("a day that suits you")
    if row.on and row.hour:
        when = put(_("%(day)s at %(hour)s"), day=when, hour=hour(row.hour))
    lines = [
        put(_("Hello. We would like to talk with you for 15 minutes: %(when)s."), when=when),
        _("Where: %(place)s") % {"place": row.place} if row.place.strip() else "",
        _("Please let us know whether that is possible."),
        sender(participant),
    ]
    return "\n".join(each for each in lines if each)


@staff(Can.HOLD_CIRCLE)
@require_http_methods(BOTH)
def invite(request: StaffRequest, participant: UUID, attendee: UUID) -> HttpResponse:
    """The invitation of one attendee, looked at exactly as it goes out; sent through the gate or not at all."""
    actor = request.actor
    person = opened(actor, participant)
    row = there(queries.attendees_of(participant, attendee))
    to, back = to_of(row.member), reverse("circle:huddle", args=[participant, row.huddle_id])
    start = {"text": _invitation(participant, row.huddle)}
    form = forms.InvitationForm(request.POST or None, initial=start)
    text = str(form.cleaned_data["text"]) if form.is_bound and form.is_valid() else start["text"]
    shown: dict[str, Any] = {"person": person, "row": row, "form": form, "text": text, "back": back}
    shown |= {
        "side": other_side(row.member.agency_id),
        "why_not": _why_not(participant, row),
        "previewed": gate.digest(text),
        "found": gate.says_too_much(participant, text, to),
        "looks": request.POST.get("do") in ("look", "send") and bool(text.strip()),
    }
    if request.POST.get("do") != "send" or shown["why_not"]:
        return render(request, "circle/invite.html", shown, status=409 if shown["why_not"] else 200)
    try:
        sent = gate.disclose(
            by=actor,
            participant=participant,
            disclosure=form.once(),
            passage=gate.passage(participant, to=to, **ASKED),
            way=WayOut.HUDDLE,
            previewed=form.cleaned_data["previewed"],
            text=text,
        )
    except gate.NoWayOut as no:
        return render(request, "circle/invite.html", shown | {"why_not": no.sentence}, status=409)
    except gate.NotAsPreviewed:
        return render(request, "circle/invite.html", shown | {"looks": True}, status=409)
    except gate.SaysTooMuch as words:
        return render(request, "circle/invite.html", shown | {"found": words.found}, status=422)
    actions.invite_attendee(by=actor, participant=participant, attendee=attendee, disclosure=sent.pk)
    say(request, _("Saved as sent. Say it or send it the way you agreed."))
    return redirect(back)


# What was said -------------------------------------------------------------------------------------------


@staff(Can.HOLD_CIRCLE)
@require_http_methods(BOTH)
def new_commitment(request: StaffRequest, participant: UUID) -> HttpResponse:
    """What one of both sides said it would do for this person."""
    actor = request.actor
    opened(actor, participant)
    members = choices_of_members(participant)
    key = f"circle.commitment:{participant}"
    form = filled(request, forms.CommitmentForm, key, initial={"side": "they"}, members=members)
    lede = _("When its day goes by it says: time to check in. Nothing more.")
    page = _page(participant, _("Add a commitment"), _("The commitment is saved."), lede)

    def keep(told: dict[str, Any]) -> str:
        given = {name: told[name] for name in ("words", "who", "by_when")}
        member = UUID(told["member"]) if told["member"] else None
        side = told["side"] or "they"
        actions.add_case_commitment(
            by=actor, participant=participant, commitment=form.once(), side=side, member=member, **given
        )
        return home_of(participant) + "#commitments"

    return ask(request, form, page, keep)


@staff(Can.HOLD_CIRCLE)
@require_http_methods(BOTH)
def another_day(request: StaffRequest, participant: UUID, commitment: UUID) -> HttpResponse:
    """Who does what was said, and another day for it; both days stay."""
    opened(request.actor, participant)
    row = there(queries.commitment_named(participant, commitment))
    start = {"side": row.side, "member": str(row.member_id or ""), "who": row.who, "by_when": row.by_when}
    members = choices_of_members(participant)
    form = filled(
        request, forms.AnotherDayForm, f"circle.another_day:{commitment}", initial=start, members=members
    )
    page = _page(
        participant,
        _("By whom and by when"),
        _("The commitment is saved. A day before stays beside the new one."),
        row.words,
    )

    def keep(told: dict[str, Any]) -> str:
        actions.another_day_for_case_commitment(
            by=request.actor,
            participant=participant,
            commitment=commitment,
            by_when=told["by_when"],
            owner=_owner(told),
        )
        return home_of(participant) + "#commitments"

    return ask(request, form, page, keep)


@staff(Can.HOLD_CIRCLE)
@require_POST
def settle(request: StaffRequest, participant: UUID, commitment: UUID) -> HttpResponse:
    """Kept, let go, or open after all."""
    opened(request.actor, participant)
    there(queries.commitment_named(participant, commitment))
    answer = request.POST.get("answer", "")
    actions.settle_case_commitment(
        by=request.actor, participant=participant, commitment=commitment, answer=answer
    )
    if answer in ("kept", "let_go"):
        say(
            request,
            _("What became of the commitment is saved."),
            undo_url=reverse("circle:settle", args=[participant, commitment]),
        )
    else:
        say(request, _("It is open again."))
    return redirect(home_of(participant) + "#commitments")
