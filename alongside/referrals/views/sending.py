"""Drafting a referral, and the page that shows it exactly as it goes out."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.consent import gate
from alongside.consent.choices import Method
from alongside.consent.gate import NotAsPreviewed, NoWayOut, SaysTooMuch
from alongside.consent.queries import kinds, sender
from alongside.consent.views.around import other_side
from alongside.drafts.actions import drop_draft
from alongside.keeping.rules import ChangedMeanwhile
from alongside.participants.opened import opened
from alongside.partners.queries import agencies, listing_named, with_page
from alongside.referrals import actions, queries, rules
from alongside.referrals.choices import NOT_SENT
from alongside.referrals.forms import ReferralForm
from alongside.referrals.letters import text_of
from alongside.referrals.views.around import home_of, page_of, referral_or_404, uuid_of
from alongside.ui.undo import say

if TYPE_CHECKING:
    from alongside.partners.models import Listing

FIELDS = (
    "agency_id", "provider", "need", "fit", "ways", "together_at", "information", "purpose", "method", "text",
    "cost", "who_pays", "called", "can_see", "version",
)  # fmt: skip


def _form(request: StaffRequest, key: str, start: dict[str, Any], service: "Listing | None") -> ReferralForm:
    partners = [(str(each.pk), each.name) for each in agencies()]
    return filled(
        request,
        ReferralForm,
        key,
        initial=start,
        kinds=kinds(),
        agencies=partners,
        pages=with_page(),
        service=service,
    )


@staff(Can.REFER)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Draft a referral. It can be written before there is a permission."""
    listing = uuid_of(request.GET.get("listing"))
    service = listing_named(listing) if listing else None
    before = uuid_of(request.GET.get("after"))
    start: dict[str, Any] = {"can_see": True, "agency": request.GET.get("to", ""), "version": 0}
    if before and (row := queries.referral_named(participant, before)):
        start["need"] = row.need
    form = _form(
        request,
        f"referrals.referral:{participant}:{listing or before or ''}",
        start,
        service,
    )
    goal = uuid_of(request.GET.get("goal"))

    def keep(name: UUID) -> UUID:
        told = form.drafted(goal, before)
        return actions.draft_referral(by=request.actor, participant=participant, referral=name, told=told).pk

    return _draft(request, participant, form, keep, {"service": service})


@staff(Can.REFER)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: StaffRequest, participant: UUID, referral: UUID) -> HttpResponse:
    """Change what has not gone out yet."""
    found = referral_or_404(participant, referral)
    if found.state not in NOT_SENT:
        return redirect(page_of(participant, referral))
    start = {name.removesuffix("_id"): getattr(found, name) for name in FIELDS}
    start["agency"] = str(found.agency_id or "")
    form = _form(request, f"referrals.referral:{referral}", start, found.listing)

    def keep(_name: UUID) -> UUID:
        told = form.drafted()
        given: dict[str, Any] = {"by": request.actor, "participant": participant, "referral": referral}
        return actions.draft_referral(**given, told=told, seen=form.seen_version() or 0).pk

    return _draft(request, participant, form, keep, {"service": found.listing, "row": found})


def _draft(
    request: StaffRequest, participant: UUID, form: ReferralForm, keep: Any, shown: dict[str, Any]
) -> HttpResponse:
    person = opened(request.actor, participant)
    meanwhile = False
    if request.method == "POST" and form.is_valid():
        try:
            kept = keep(form.once())
        except rules.NoProvider:
            form.add_error(
                None, _("Please choose a partner, or write to whom it goes. All you wrote is still here.")
            )
        except ChangedMeanwhile:
            meanwhile = True
            form.follow(shown["row"].version)
        else:
            drop_draft(by=request.actor, form=form.draft_key(), once=form.once())
            if request.POST.get("do") == "look":
                return redirect("referrals:look", participant, kept)
            undo = reverse("referrals:remove", args=[participant, kept])
            say(request, _("Kept as a draft. Nothing went out."), undo_url="" if "row" in shown else undo)
            return redirect(page_of(participant, kept))
    shown |= {"person": person, "form": form, "meanwhile": meanwhile}
    status = 409 if meanwhile else 422 if form.is_bound else 200
    return render(request, "referrals/draft.html", shown, status=status)


@staff(Can.REFER)
@require_http_methods(["GET", "HEAD", "POST"])
def look(request: StaffRequest, participant: UUID, referral: UUID) -> HttpResponse:
    """The text exactly as it goes out, shown to them first; sent when nothing stands against it."""
    actor = request.actor
    person = opened(actor, participant, "open_referral")
    row = referral_or_404(participant, referral)
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
        say(request, _("Kept as sent, exactly as you read it together."))
    return redirect(page_of(participant, referral))


@staff(Can.REFER)
@require_POST
def remove(request: StaffRequest, participant: UUID, referral: UUID) -> HttpResponse:
    """Take a draft away."""
    opened(request.actor, participant)
    referral_or_404(participant, referral)
    try:
        actions.remove_referral(by=request.actor, participant=participant, referral=referral)
    except rules.WentOut:
        return redirect(page_of(participant, referral))
    back = reverse("referrals:restore", args=[participant, referral])
    say(request, _("The draft is taken away. It can come back for 30 days."), undo_url=back)
    return redirect(home_of(participant))


@staff(Can.REFER)
@require_POST
def restore(request: StaffRequest, participant: UUID, referral: UUID) -> HttpResponse:
    """Bring a draft back."""
    opened(request.actor, participant)
    if queries.referral_named(participant, referral) is None:
        raise Http404
    actions.restore_referral(by=request.actor, participant=participant, referral=referral)
    say(request, _("It is back."))
    return redirect(page_of(participant, referral))
