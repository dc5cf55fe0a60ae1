"""What support there is, as the director or an administrator writes it down; and how long requests are kept."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.asking.removing import TAKEN_AWAY, say_back
from alongside.care import actions, forms, queries
from alongside.keeping.rules import NotHere
from alongside.ui.undo import say


@staff(Can.KEEP_CARE)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Write down something there is."""
    return _offer(request, None)


@staff(Can.KEEP_CARE)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: StaffRequest, offer: UUID) -> HttpResponse:
    """Change it."""
    return _offer(request, there(queries.offer_named(offer)))


def _offer(request: StaffRequest, row: Any) -> HttpResponse:
    start = {name: getattr(row, name) for name in actions.OFFERED} if row else {"kind": "other"}
    key = f"care.offer:{row.pk if row else 'new'}"
    form = filled(request, forms.OfferForm, key, initial=start, row=row)
    page = Page(
        title=_("Change what there is") if row else _("Add support for staff"),
        section=_("Support for staff"),
        back=reverse("care:care"),
        lede=_("Everybody who works here reads this. It says nothing about who uses it."),
        kept=_("It stands on the page of support for staff."),
        row=row,
    )

    def keep(told: dict[str, Any]) -> str:
        said = {name: told[name] for name in actions.OFFERED}
        offer = row.pk if row else form.once()
        actions.save_care_offer(
            by=request.actor, offer=offer, seen=form.seen_version() if row else None, **said
        )
        return page.back

    return ask(request, form, page, keep)


@staff(Can.KEEP_CARE)
@require_POST
def away(request: StaffRequest, offer: UUID) -> HttpResponse:
    """Take it off the page."""
    try:
        actions.take_care_offer_away(by=request.actor, offer=offer)
    except NotHere:
        raise Http404 from None
    say(request, str(TAKEN_AWAY), undo_url=reverse("care:offer_restore", args=[offer]))
    return redirect("care:care")


@staff(Can.KEEP_CARE)
@require_POST
def restore(request: StaffRequest, offer: UUID) -> HttpResponse:
    """Put it back on the page."""
    try:
        row = actions.bring_care_offer_back(by=request.actor, offer=offer)
    except NotHere:
        raise Http404 from None
    say_back(request, row)
    return redirect("care:care")


@staff(Can.KEEP_CARE)
@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: StaffRequest) -> HttpResponse:
    """For how many days an answered request and a check that was read are kept."""
    stands = queries.settings()
    form = filled(
        request,
        forms.SettingsForm,
        "",
        initial={name: getattr(stands, name) for name in forms.SettingsForm.base_fields},
    )
    page = Page(
        title=_("How long this is kept"),
        section=_("Support for staff"),
        back=reverse("care:care"),
        lede=_("After these days it is deleted for good, and its key with it."),
        kept=_("The days are saved."),
    )

    def keep(told: dict[str, Any]) -> str:
        actions.set_care(by=request.actor, request_days=told["request_days"], check_days=told["check_days"])
        return page.back

    return ask(request, form, page, keep)
