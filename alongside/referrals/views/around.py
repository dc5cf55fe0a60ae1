"""What several pages of this room show or need."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from alongside.access.doors import StaffRequest
from alongside.drafts.actions import drop_draft
from alongside.keeping.rules import ChangedMeanwhile
from alongside.participants.queries import Participant
from alongside.referrals import queries
from alongside.ui.forms import KindForm
from alongside.ui.undo import say

if TYPE_CHECKING:
    from alongside.referrals.models import Referral


def home_of(participant: UUID) -> str:
    """The page of referrals."""
    return reverse("referrals:referrals", args=[participant])


def page_of(participant: UUID, referral: UUID) -> str:
    """The page of one referral."""
    return reverse("referrals:referral", args=[participant, referral])


def uuid_of(text: str | None) -> UUID | None:
    """A reference that was sent, or none."""
    try:
        return UUID(text or "")
    except ValueError:
        return None


def referral_or_404(participant: UUID, referral: UUID) -> "Referral":
    """One referral, or nothing here."""
    found = queries.referral_named(participant, referral)
    if found is None:
        raise Http404
    return found


@dataclass
class Asking:
    """A page that asks: its heading, what leads back, what is said when it is kept."""

    person: Participant
    title: Any
    lede: Any
    back: str
    kept: Any
    undo: Callable[[], str] | None = None


def ask(
    request: StaffRequest,
    form: KindForm,
    page: Asking,
    keep: Callable[[], object],
    stands: Callable[[], tuple[int, list[tuple[Any, Any]]]] | None = None,
) -> HttpResponse:
    """Show a form and keep what was sent; what another wrote meanwhile is shown beside it, and neither is lost."""
    meanwhile: list[tuple[Any, Any]] = []
    if request.method == "POST" and form.is_valid():
        try:
            keep()
        except ChangedMeanwhile:
            version, meanwhile = stands() if stands else (0, [])
            form.follow(version)
        else:
            if not form.errors:
                drop_draft(by=request.actor, form=form.draft_key(), once=form.once())
                say(request, str(page.kept), undo_url=page.undo() if page.undo else "")
                return redirect(page.back)
    shown = {"form": form, "page": page, "person": page.person, "meanwhile": meanwhile}
    status = 409 if meanwhile else 422 if form.is_bound else 200
    return render(request, "referrals/ask.html", shown, status=status)


CHOOSE = _("Please choose one of these.")
