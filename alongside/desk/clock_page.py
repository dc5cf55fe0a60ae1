"""The test clock of a demo or a test: work time set to a day and an hour, running or standing still."""

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside import clock
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.actions import set_test_clock
from alongside.ui.forms import KindForm, MomentField
from alongside.ui.undo import say
from alongside.ui.widgets import Chips


class ClockForm(KindForm):
    """A day and an hour, and whether time goes on from there."""

    moment = MomentField(label=gettext_lazy("Day and hour"))
    goes = forms.ChoiceField(
        label=gettext_lazy("From there on"),
        choices=[("runs", gettext_lazy("Time runs on")), ("stands", gettext_lazy("Time stands still"))],
        widget=Chips(),
    )


@staff(Can.WORK_HERE)
def test_clock(request: StaffRequest) -> HttpResponse:
    """Show work time and set it; this page does not exist where people are served."""
    if not clock.may_be_set():
        raise Http404
    form = ClockForm(
        request.POST or None, initial={"moment": timezone.localtime(clock.now()), "goes": "runs"}
    )
    if request.method == "POST":
        if "real" in request.POST:
            set_test_clock(by=request.actor, moment=None, running=True)
            say(request, _("The clock shows real time again."))
            return redirect("program:clock")
        if form.is_valid():
            runs = form.cleaned_data["goes"] == "runs"
            set_test_clock(by=request.actor, moment=form.cleaned_data["moment"], running=runs)
            say(request, _("The clock is set."))
            return redirect("program:clock")
    shown = {"form": form, "now": clock.now(), "is_set": clock.is_set()}
    return render(request, "desk/clock.html", shown, status=422 if form.is_bound else 200)
