"""Drafting a referral, and the page that shows it exactly as it goes out."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import ask, there
from alongside.asking.removing import BACK, undo_pair
from alongside.asking.steps import in_steps, moved_on, preset
from alongside.consent import gate
from alongside.consent.choices import Method
from alongside.consent.gate import NotAsPreviewed, NoWayOut, SaysTooMuch
from alongside.consent.queries import kinds, permission_to, sender
from alongside.consent.views.around import other_side
from alongside.keeping.rules import reference
from alongside.participants.opened import opened
from alongside.partners.queries import agencies, service_named, with_page
from alongside.referrals import actions, queries, rules
from alongside.referrals.choices import NOT_SENT
from alongside.referrals.forms import ReferralForm
from alongside.referrals.letters import text_of
from alongside.referrals.views.around import asking, home_of, page_of
from alongside.ui.undo import say

if TYPE_CHECKING:
    from alongside.consent.models import Release
    from alongside.partners.models import Service
    from alongside.referrals.models import Referral

FIELDS = (
    "agency_id", "provider", "need", "fit", "ways", "together_at", "information", "purpose", "method", "text",
    "cost", "who_pays", "called", "can_see",
)  # fmt: skip


def _form(
    request: StaffRequest, key: str, start: dict[str, Any], service: "Service | None", row: Any = None
) -> ReferralForm:
    partners = [(str(each.pk), each.name) for each in agencies()]
    return filled(
        request,
        ReferralForm,
        f"referrals.referral:{key}",
        initial=start,
        row=row,
        kinds=kinds(),
        agencies=partners,
        pages=with_page(),
        service=service,
    )


@staff(Can.REFER)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Draft a referral. It can be written before there is a permission."""
    chosen = reference(request.GET.get("service"))
    service = service_named(chosen) if chosen else None
    before = reference(request.GET.get("after"))
    start: dict[str, Any] = {"can_see": True, "agency": request.GET.get("to", ""), "version": 0}
    if before and (row := queries.referral_named(participant, before)):
        start["need"] = row.need
    form = _form(request, f"{participant}:{chosen or before or ''}", start, service)
    goal = reference(request.GET.get("goal"))

    def keep() -> UUID:
        given: dict[str, Any] = {"by": request.actor, "participant": participant, "referral": form.once()}
        return actions.draft_referral(**given, told=form.drafted(goal, before)).pk

    return _draft(request, participant, form, keep, service)


@staff(Can.REFER)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: StaffRequest, participant: UUID, referral: UUID) -> HttpResponse:
    """Change what has not gone out yet."""
    found = there(queries.referral_named(participant, referral))
    if found.state not in NOT_SENT:
        return redirect(page_of(participant, referral))
    start = {name.removesuffix("_id"): getattr(found, name) for name in FIELDS}
    start["agency"] = str(found.agency_id or "")
    form = _form(request, str(referral), start, found.service, found)

    def keep() -> UUID:
        given: dict[str, Any] = {"by": request.actor, "participant": participant, "referral": referral}
        return actions.draft_referral(**given, told=form.drafted(), seen=form.seen_version() or 0).pk

    return _draft(request, participant, form, keep, found.service, found)


def _draft(
    request: StaffRequest,
    participant: UUID,
    form: ReferralForm,
    draft: Callable[[], UUID],
    service: "Service | None",
    row: "Referral | None" = None,
) -> HttpResponse:
    nobody = _("Please choose a partner, or write to whom it goes. All you wrote is still here.")
    person = opened(request.actor, participant)
    agency = service.organization.agency_id if service else reference(form["agency"].value())
    given = permission_to(participant, agency) if agency else None
    carried = (
        {"information": given.information, "purpose": given.purpose, "method": _way(given)} if given else {}
    )
    onward = moved_on(request, form, {name: _listed(value) for name, value in carried.items()})
    if onward is not None:
        return onward
    preset(form, carried, _("As in their permission. Change it as they wish."))
    page = asking(
        person,
        f"{service.name}, {service.organization.name}" if service else _("Write a referral"),
        home_of(participant),
        lede=_("A draft stays here. It goes out only with their yes, after they saw the text."),
        row=row,
        template="referrals/draft.html",
        more=lambda: {"steps": in_steps(request, form, ReferralForm.STEPS)},
        refusals={rules.NoProvider: (None, nobody)},
    )

    def keep(_said: dict[str, Any]) -> str:
        kept, page.kept = draft(), ""
        if request.POST.get("do") == "look":
            return reverse("referrals:look", args=[participant, kept])
        page.kept = _("Saved as a draft. Nothing went out.")
        page.undo = "" if row else reverse("referrals:remove", args=[participant, kept])
        return page_of(participant, kept)

    return ask(request, form, page, keep)


def _way(given: "Release") -> str:
    """How it goes out, where their permission names a way that is written."""
    return next(
        (each for each in (Method.LETTER, Method.WORKSPACE, Method.MESSAGE) if each in given.methods), ""
    )


def _listed(value: Any) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list | tuple) else [str(value)]


@staff(Can.REFER)
@require_http_methods(["GET", "HEAD", "POST"])
def look(request: StaffRequest, participant: UUID, referral: UUID) -> HttpResponse:
    """The text exactly as it goes out, shown to them first; sent when nothing stands against it."""
    actor = request.actor
    person = opened(actor, participant, "open_referral")
    row = there(queries.referral_named(participant, referral))
    if row.state not in NOT_SENT or row.removed_at:
        return redirect(page_of(participant, referral))
    text = text_of(row)
    names = {kind.key: kind.called for kind in kinds(hidden=True)}
    shown: dict[str, Any] = {
        "person": person,
        "row": row,
        "text": text,
        "previewed": gate.digest(text),
        "found": gate.says_too_much(participant, text, queries.to_of(row)),
        "information": [names.get(key, key) for key in row.information],
        "side": other_side(row.agency_id),
        "spoken": queries.spoken(person, row),
        "culture": queries.culture(person, row),
        "why_not": queries.why_not_yet(row),
        "sender": sender(participant),
        "knowing": request.POST.get("knowing") == "yes",
    }
    if request.method != "POST":
        return render(request, "referrals/look.html", shown)
    return _sent(request, participant, referral, shown)


def _sent(request: StaffRequest, participant: UUID, referral: UUID, shown: dict[str, Any]) -> HttpResponse:
    told = shown["person"].told
    try:
        actions.send_referral(
            by=request.actor,
            participant=participant,
            referral=referral,
            previewed=request.POST.get("previewed", ""),
            interpreter=told.interpreter if told else "",
            knowing=shown["knowing"],
        )
    except NoWayOut as no:
        return render(request, "referrals/look.html", shown | {"why_not": no.sentence}, status=409)
    except NotAsPreviewed:
        return render(request, "referrals/look.html", shown | {"not_seen": True}, status=409)
    except SaysTooMuch as words:
        return render(request, "referrals/look.html", shown | {"found": words.found}, status=422)
    if shown["row"].method == Method.WORKSPACE:
        say(request, _("It stands on their page now, until the permission ends or is stopped."))
    else:
        say(request, _("Saved as sent, exactly as you read it together."))
    return redirect(page_of(participant, referral))


def _found(request: StaffRequest, participant: UUID, referral: UUID) -> "Referral | None":
    opened(request.actor, participant)
    return queries.referral_named(participant, referral)


def _page_of(row: "Referral") -> str:
    return page_of(row.participant_id, row.pk)


remove, restore = undo_pair(
    Can.REFER,
    (actions.remove_referral, actions.restore_referral),
    _found,
    lambda row: home_of(row.participant_id),
    "referrals:restore",
    said=(gettext_lazy("The draft is taken away. It can come back for 30 days."), BACK),
    back=_page_of,
    refusals={rules.WentOut: lambda _request, row: redirect(_page_of(row))},
)
