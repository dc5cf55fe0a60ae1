"""The partner's pages: what is shared with us, one thing of it, what is between our agencies, and coming in."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside import trail
from alongside.access import links
from alongside.access.acts import TurnedDown
from alongside.access.doors import PartnerRequest, partner, public
from alongside.agency.forms import ComeInForm
from alongside.consent.actions import answer_as_partner
from alongside.consent.queries import theirs as shared
from alongside.partners.queries import theirs as between
from alongside.ui.undo import say
from alongside.workspace.forms import ReplyForm


@partner
@require_safe
def items(request: PartnerRequest) -> HttpResponse:
    """What is shared with us just now."""
    trail.looked("open_shared_list", request.actor.id)
    return render(request, "workspace/items.html", {"items": shared.items()})


@partner
@require_http_methods(["GET", "HEAD", "POST"])
def item(request: PartnerRequest, item: UUID) -> HttpResponse:
    """One thing as it was shared, until when, and what was said about it; and saying something."""
    found = shared.item_named(item)
    if found is None:
        raise Http404
    form = ReplyForm(request.POST if request.method == "POST" else None, way=found.way)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            answer_as_partner(
                by=request.actor, item=item, reply=form.once(), kind=told["kind"], words=told["words"]
            )
        except TurnedDown:
            raise Http404 from None
        say(request, _("Sent. Whoever works with this person sees it."))
        return redirect("workspace:item", item)
    trail.looked("open_shared", request.actor.id, ref=item)
    shown: dict[str, Any] = {"item": found, "said": shared.said_about(item), "form": form}
    return render(request, "workspace/item.html", shown, status=422 if form.is_bound else 200)


@partner
@require_safe
def together(request: PartnerRequest) -> HttpResponse:
    """Our agreements, and what both said they would do. About nobody."""
    shown = {
        "agreements": between.agreements(),
        "commitments": between.commitments(),
    }
    return render(request, "workspace/together.html", shown)


@public(because="whoever was handed a link is not signed in yet; the link works once and ends by itself")
@require_http_methods(["GET", "HEAD", "POST"])
def come_in(request: HttpRequest, token: str) -> HttpResponse:
    """A point of contact opens their link: they choose a password, and then a second factor."""
    account = links.account_of(token)
    if account is None:
        return render(request, "workspace/link_over.html", status=404)
    form = ComeInForm(request.POST or None, account=account)
    if request.method == "POST" and form.is_valid():
        if links.come_in(token, form.cleaned_data["password"]) is None:
            return render(request, "workspace/link_over.html", status=404)
        answer = links.sign_in(request, account.pk)
        return answer if answer.status_code >= 400 else redirect("access:second_factor")
    shown = {"form": form, "account": account}
    return render(request, "agency/come_in.html", shown, status=422 if form.is_bound else 200)
