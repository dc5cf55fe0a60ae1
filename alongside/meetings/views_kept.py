"""Times one keeps free to think: kept by oneself, and asked for before anybody books over them."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.meetings import actions, queries
from alongside.meetings.forms import KeptTimeForm
from alongside.ui.undo import say


@staff(Can.REFLECT)
@require_http_methods(["GET", "POST"])
def kept_times(request: StaffRequest) -> HttpResponse:
    """The times I keep, and one more."""
    form = KeptTimeForm(request.POST if request.method == "POST" else None, initial={"minutes": 30})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        kept = actions.keep_time(
            by=request.actor, kept=form.once(), begins=told["begins"], minutes=told["minutes"]
        )
        say(
            request,
            _("This time is yours. Whoever wants to book over it asks you first."),
            undo_url=reverse("meetings:let_time_go", args=[kept.pk]),
        )
        return redirect("meetings:kept_times")
    shown = {"form": form, "times": queries.kept_times(request.actor)}
    return render(request, "meetings/kept_times.html", shown, status=422 if form.is_bound else 200)


@staff(Can.REFLECT)
@require_POST
def let_go(request: StaffRequest, kept: UUID) -> HttpResponse:
    """Let one go, with a way back."""
    found = queries.kept_time_named(request.actor, kept)
    if found is None:
        raise Http404
    minutes = int((found.ends - found.begins).total_seconds() // 60)
    again = urlencode({"begins": found.begins.isoformat(), "minutes": str(minutes)})
    actions.let_time_go(by=request.actor, kept=kept)
    say(request, _("This time is free again."), undo_url=f"{reverse('meetings:keep_again')}?{again}")
    return redirect("meetings:kept_times")


@staff(Can.REFLECT)
@require_POST
def keep_again(request: StaffRequest) -> HttpResponse:
    """The way back after letting a time go."""
    form = KeptTimeForm(request.GET)
    if form.is_valid():
        told = form.cleaned_data
        actions.keep_time(by=request.actor, kept=form.once(), begins=told["begins"], minutes=told["minutes"])
        say(request, _("This time is yours again."))
    return redirect("meetings:kept_times")
