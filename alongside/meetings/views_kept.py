"""Times one keeps free to think: kept by oneself, and asked for before anybody books over them."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.meetings import actions, queries
from alongside.meetings.forms import KeptTimeForm
from alongside.ui.undo import say


@staff(Can.REFLECT)
@require_http_methods(["GET", "POST"])
def kept_times(request: StaffRequest) -> HttpResponse:
    """The times I keep, and one more."""
    form = filled(request, KeptTimeForm, "", initial={"minutes": 30})
    page = Page(
        title=_("Time I keep free"),
        section=_("For me"),
        back="",
        kept=_("This time is yours. Whoever wants to book over it asks you first."),
        undo=reverse("meetings:cancel_reserved_time", args=[form.once()]),
        save=_("Keep it free"),
        template="meetings/kept_times.html",
        more=lambda: {"times": queries.kept_times(request.actor)},
    )
    page.lede = _(
        "To think, to write, to breathe out. Colleagues see that the time is taken, not what for; they ask before they"
        " book over it."
    )

    def keep(told: dict[str, Any]) -> str:
        actions.reserve_time(
            by=request.actor, kept=form.once(), begins=told["begins"], minutes=told["minutes"]
        )
        return reverse("meetings:kept_times")

    return ask(request, form, page, keep)


@staff(Can.REFLECT)
@require_POST
def let_go(request: StaffRequest, kept: UUID) -> HttpResponse:
    """Let one go, with a way back."""
    found = there(queries.kept_time_named(request.actor, kept))
    minutes = int((found.ends - found.begins).total_seconds() // 60)
    again = urlencode({"begins": found.begins.isoformat(), "minutes": str(minutes)})
    actions.cancel_reserved_time(by=request.actor, kept=kept)
    say(request, _("This time is free again."), undo_url=f"{reverse('meetings:keep_again')}?{again}")
    return redirect("meetings:kept_times")


@staff(Can.REFLECT)
@require_POST
def keep_again(request: StaffRequest) -> HttpResponse:
    """The way back after letting a time go."""
    form = KeptTimeForm(request.GET)
    if form.is_valid():
        told = form.cleaned_data
        actions.reserve_time(
            by=request.actor, kept=form.once(), begins=told["begins"], minutes=told["minutes"]
        )
        say(request, _("This time is yours again."))
    return redirect("meetings:kept_times")
