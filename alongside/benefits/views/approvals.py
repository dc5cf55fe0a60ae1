"""What is approved from month to month, for one person and for all of a worker's people at a month's end."""

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from alongside import clock, trail
from alongside.access.acts import TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.benefits import actions, queries, rules
from alongside.benefits.choices import Answer
from alongside.benefits.forms import AnswerForm, ApprovalForm
from alongside.benefits.views.clocks import home_of
from alongside.keeping.rules import NothingWritten
from alongside.participants.opened import opened
from alongside.ui.undo import say

if TYPE_CHECKING:
    from alongside.benefits.models import Approval


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def month(request: StaffRequest) -> HttpResponse:
    """Ask for the next month of everything that ends with this one, on one page."""
    found = queries.of_the_month(request.actor.id)
    if request.method == "POST":
        return _ask_all(request, found.to_ask)
    trail.looked("see_approvals", request.actor.id)
    return render(request, "benefits/month.html", {"found": found, "today": clock.today()})


def _ask_all(request: StaffRequest, to_ask: "list[Approval]") -> HttpResponse:
    """What somebody else has written on meanwhile is left, and shown once more."""
    chosen, asked = set(request.POST.getlist("ask")), 0
    for row in to_ask:
        if str(row.pk) in chosen and request.POST.get(f"version-{row.pk}") == str(row.version):
            given: dict[str, Any] = {"participant": row.participant_id, "approval": row.pk, "change": uuid4()}
            told = actions.Answered(Answer.ASKED, clock.today())
            actions.turn_approval(by=request.actor, **given, told=told, seen=row.version)
            asked += 1
    told_back = ngettext(
        "Asked for the next month: %(number)s approval.",
        "Asked for the next month: %(number)s approvals.",
        asked,
    )
    say(request, told_back % {"number": asked} if asked else _("Nothing was asked."))
    return redirect("benefits:month")


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def new_approval(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Write down help that is approved from month to month."""
    person = opened(request.actor, participant)
    form = filled(
        request,
        ApprovalForm,
        f"benefits.approval:{participant}",
        initial={"through": rules.end_of_month(clock.today())},
    )
    page = Page(
        title=_("Monthly approval"),
        back=home_of(participant),
        section=_("Clocks"),
        about=person,
        kept=_("The monthly approval is saved."),
        leave=_("Close"),
        refusals={
            NothingWritten: ("what", _("Enter what is approved.")),
            rules.NoLastDay: ("through", _("Enter the last approved day.")),
        },
    )

    def keep(told: dict[str, Any]) -> str:
        given: dict[str, Any] = {"participant": participant, "approval": form.once()}
        actions.start_approval(by=request.actor, **given, what=told["what"], through=told["through"])
        return page.back

    return ask(request, form, page, keep)


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def approval(request: StaffRequest, participant: UUID, approval: UUID) -> HttpResponse:
    """What was asked and answered, and what became of it now."""
    person = opened(request.actor, participant)
    row = there(queries.approval_named(participant, approval))
    start = {"on": clock.today(), "through": rules.next_month_end(row.through) if row.through else None}
    form = filled(request, AnswerForm, f"benefits.answer:{approval}", initial=start, row=row)
    page = Page(
        title=row.what,
        back=home_of(participant),
        section=_("Clocks"),
        about=person,
        kept=_("What became of the approval is saved."),
        leave=_("Close"),
        row=row,
        stands=lambda stands: [(_("What happened"), Answer(stands.answer).label)],
        template="benefits/approval.html",
        more={"row": row, "answer": lambda code: Answer(code).label},
        refusals={
            rules.NoLastDay: ("through", _("Enter the last approved day.")),
            TurnedDown: ("answer", _("Please choose one of those shown.")),
        },
    )

    def keep(told: dict[str, Any]) -> str:
        given: dict[str, Any] = {"participant": participant, "approval": approval, "change": form.once()}
        said = actions.Answered(**{name: told[name] for name in ("answer", "on", "through", "words")})
        actions.turn_approval(by=request.actor, **given, told=said, seen=form.seen_version() or 0)
        return page.back

    return ask(request, form, page, keep)
