"""Sharing without a permission: asked by one, decided by another, used once."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside import clock
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.words import Words
from alongside.asking.filling import filled
from alongside.asking.page import ask, there
from alongside.consent import actions, queries, rules
from alongside.consent.actions.exceptions import Asked
from alongside.consent.choices import Compelled, Decision, Method
from alongside.consent.forms import ExceptionForm, ToldForm
from alongside.consent.forms.sharing import KIND, TOO_WIDE
from alongside.consent.views.around import asking, choices_of_agencies, names_of_kinds
from alongside.keeping.rules import reference
from alongside.participants.opened import opened
from alongside.ui.pause import pause_before
from alongside.ui.undo import say

if TYPE_CHECKING:
    from alongside.consent.queries.sharing import ExceptionRead

FIELDS = (
    "kind", "reason", "information", "methods", "minimum", "protects", "person", "purpose", "tell_first",
    "tell_first_why",
)  # fmt: skip


@staff(Can.KEEP_RELEASES)
@require_http_methods(["GET", "HEAD", "POST"])
def ask_exception(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Ask for one way out without a permission."""
    person = opened(request.actor, participant)
    kinds, agencies = queries.kinds(), choices_of_agencies()
    form = filled(request, ExceptionForm, f"consent.exception:{participant}", kinds=kinds, agencies=agencies)
    words = Words()
    page = asking(
        person,
        _("Share without a permission"),
        section=_("Without a permission"),
        lede=_(
            "Only where a law or a judge orders it. A second person decides; nothing here says that you have to."
            " Ask the person about everything that is still theirs to choose."
        ),
        kept=_("The exception is saved. Nothing goes out until a second person has agreed."),
        save=_("Ask a second person"),
        template="consent/ask_exception.html",
        more={"texts": [(kind.label, words.say(f"consent.exception.{kind.value}")) for kind in Compelled]},
        refusals={
            rules.NotNamed: lambda wanting: (wanting.field, KIND[wanting.field]),
            rules.TooWide: ("minimum", TOO_WIDE),
        },
    )

    def keep(told: dict[str, Any]) -> HttpResponse | str:
        if (pause := pause_before(request, request.path)) is not None:
            return pause
        asked = Asked(agency=reference(told["agency"]), **{name: told[name] for name in FIELDS})
        kept = actions.ask_exception(
            by=request.actor, participant=participant, exception=form.once(), asked=asked
        )
        return reverse("consent:exception", args=[participant, kept.pk])

    return ask(request, form, page, keep)


@staff(Can.OPEN_RECORD)
@require_safe
def exception(request: StaffRequest, participant: UUID, exception: UUID) -> HttpResponse:
    """One exception, for whoever asked and whoever decides."""
    opened(request.actor, participant, "open_exception")
    return _exception(request, participant, there(queries.exception_named(participant, exception)))


def _exception(
    request: StaffRequest, participant: UUID, found: "ExceptionRead", form: ToldForm | None = None
) -> HttpResponse:
    person = opened(request.actor, participant)
    names = names_of_kinds()
    open_yet = found.decision == Decision.OPEN
    shown = {
        "person": person,
        "row": found,
        "names": [names.get(key, key) for key in found.information],
        "methods": [Method(each).label for each in found.methods],
        "text": Words().say(f"consent.exception.{found.kind}"),
        "may_decide": open_yet
        and request.actor.may(Can.APPROVE_EXCEPTION)
        and found.by_id != request.actor.id,
        "ways": _ways(found) if found.decision == Decision.APPROVED and not found.is_used else [],
        "told_form": form or ToldForm(initial={"told_on": found.told_on or clock.today()}),
    }
    return render(request, "consent/exception.html", shown, status=422 if form else 200)


def _ways(found: "ExceptionRead") -> list[tuple[str, str]]:
    """Where each way that it names is carried out, with what that way is called."""
    told = reverse("consent:told", args=[found.participant_id])
    letter = reverse("consent:letter", args=[found.participant_id])
    return [
        (
            f"{letter}?without={found.pk}"
            if each == Method.LETTER
            else f"{told}?without={found.pk}&how={each}",
            str(each.label),
        )
        for each in Method
        if each in found.methods and each != Method.WORKSPACE
    ]


@staff(Can.KEEP_RELEASES)
@require_POST
def told(request: StaffRequest, participant: UUID, exception: UUID) -> HttpResponse:
    """On which day they were told of it; left blank, it is taken back."""
    opened(request.actor, participant)
    found = there(queries.exception_named(participant, exception))
    form = ToldForm(request.POST)
    if form.is_valid() and found.decision == Decision.APPROVED:
        actions.record_notice(
            by=request.actor, participant=participant, exception=exception, on=form.cleaned_data["told_on"]
        )
        say(request, _("The day on which they were told is saved."))
        return redirect("consent:exception", participant, exception)
    return _exception(request, participant, found, form)


@staff(Can.APPROVE_EXCEPTION)
@require_POST
def decide(request: StaffRequest, participant: UUID, exception: UUID) -> HttpResponse:
    """The second person's word."""
    opened(request.actor, participant)
    found = there(queries.exception_named(participant, exception))
    decision = request.POST.get("decision", "")
    if decision in (Decision.APPROVED, Decision.NOT_NOW):
        try:
            actions.decide_exception(
                by=request.actor, participant=participant, exception=found.pk, decision=decision
            )
        except rules.SecondPerson:
            say(request, _("Whoever asks does not decide. A second person does."))
        except rules.DecidedAlready:
            say(request, _("Somebody has decided about this already."))
        else:
            say(request, _("What was decided about the exception is saved."))
    return redirect("consent:exception", participant, exception)
