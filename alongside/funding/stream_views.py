"""Pages of the streams of money: what each pays, and setting one up."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, Refusal, ask, there
from alongside.funders import catalog
from alongside.funding import stream_actions as actions
from alongside.funding import stream_forms as forms
from alongside.funding import stream_queries as queries
from alongside.funding import stream_rules as rules
from alongside.funding.queries import funds
from alongside.keeping.rules import NothingWritten
from alongside.ui.undo import say

_REFUSALS: dict[type[Exception], Refusal] = {
    NothingWritten: ("name", gettext_lazy("A stream needs a name, so that others find it.")),
    rules.NameTaken: (
        "name",
        gettext_lazy("Another stream has this name already. Please choose one of its own."),
    ),
    rules.DaysTurned: ("ends_on", gettext_lazy("The last day is before the first. Please look at both.")),
}


@staff(Can.WORK_HERE)
@require_safe
def streams(request: StaffRequest) -> HttpResponse:
    """Every stream in the order in which they pay, with the guide to each."""
    shown = {"streams": queries.streams(), "may_change": request.actor.may(Can.KEEP_STREAMS)}
    return render(request, "funding/streams.html", shown)


@staff(Can.WORK_HERE)
@require_safe
def stream(request: StaffRequest, stream: UUID) -> HttpResponse:
    """One stream: what it pays and needs, who may be enrolled, and its guide."""
    row = there(queries.stream_named(stream))
    called = queries.kind_names() if row.kinds else {}
    shown = {
        "stream": row,
        "year_from": date(2000, row.year_from, 1),
        "kinds": [called[each] for each in row.kinds if each in called],
        "for_office": rules.share_of(row.budget, row.admin_share) if row.budget and row.admin_share else None,
        "form": catalog.forms().get(row.form),
        "may_change": request.actor.may(Can.KEEP_STREAMS),
    }
    return render(request, "funding/stream.html", shown)


@staff(Can.KEEP_STREAMS)
@require_http_methods(["GET", "HEAD", "POST"])
def new_stream(request: StaffRequest) -> HttpResponse:
    """Set up a stream."""
    last = max((each.place for each in queries.streams()), default=0)
    return _asked(request, None, {"place": min(last + 1, 99), "asks": "work", "year_from": "1"})


@staff(Can.KEEP_STREAMS)
@require_http_methods(["GET", "HEAD", "POST"])
def change_stream(request: StaffRequest, stream: UUID) -> HttpResponse:
    """Change what is said of a stream."""
    row = there(queries.stream_named(stream))
    start = {
        name: getattr(row, name) for name in vars(rules.StreamTold("", "")) if name not in ("program", "fund")
    }
    start |= {
        "program": str(row.program_id or ""),
        "fund": str(row.fund_id or ""),
        "kinds": [str(each) for each in row.kinds],
    }
    return _asked(request, row, start | {"year_from": str(row.year_from)})


def _asked(request: StaffRequest, row: Any, start: dict[str, Any]) -> HttpResponse:
    form = filled(
        request,
        forms.StreamForm,
        f"funding.stream:{row.pk if row else ''}",
        initial=start,
        row=row,
        programs=[(str(each.pk), each.name) for each in queries.programs()],
        funds=[(str(each.pk), each.name) for each in funds()],
        kinds=[(str(each.pk), each.called) for each in queries.kinds()],
    )
    page = Page(
        title=row.name if row else _("Add a funding stream"),
        section=_("Funding streams"),
        back=reverse("streams:stream", args=[row.pk]) if row else reverse("streams:streams"),
        kept=_("The stream is saved."),
        refusals=_REFUSALS,
        row=row,
    )

    def keep(_told: dict[str, Any]) -> str:
        seen = (form.seen_version() or 0) if row else None
        kept = actions.save_stream(
            by=request.actor, stream=row.pk if row else form.once(), told=form.told(), seen=seen
        )
        return reverse("streams:stream", args=[kept.pk])

    return ask(request, form, page, keep)


@staff(Can.KEEP_STREAMS)
@require_POST
def end_stream(request: StaffRequest, stream: UUID) -> HttpResponse:
    """Nobody new is enrolled in it."""
    there(queries.stream_named(stream))
    actions.end_stream(by=request.actor, stream=stream)
    again = reverse("streams:again", args=[stream])
    say(request, _("Ended. Months that were counted stay as they are."), undo_url=again)
    return redirect("streams:stream", stream)


@staff(Can.KEEP_STREAMS)
@require_POST
def begin_again(request: StaffRequest, stream: UUID) -> HttpResponse:
    """Use it again."""
    there(queries.stream_named(stream))
    actions.begin_stream_again(by=request.actor, stream=stream)
    say(request, _("In use again."), undo_url=reverse("streams:end", args=[stream]))
    return redirect("streams:stream", stream)
