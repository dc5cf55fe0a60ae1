"""The pages of files with one line for each person: what was asked for, asking, agreeing, taking."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside import clock, trail
from alongside.access.acts import NotAllowed, TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.modules import is_off
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.extracts import actions, forms, queries
from alongside.extracts.choices import For, Kind
from alongside.extracts.rules import ctdc
from alongside.extracts.rules.months import months_before
from alongside.ui import dates
from alongside.ui.undo import say

STANDS = {
    "asked": gettext_lazy("waits for a second person"),
    "open": gettext_lazy("agreed, can be taken"),
    "taken": gettext_lazy("was taken"),
    "over": gettext_lazy("its seven days are over"),
}
PURPOSES = {For.REPORT.value: trail.Purpose.FUNDER, For.RESEARCH.value: trail.Purpose.RESEARCH}


def _months(row: Any) -> str:
    first, last = dates.month(row.begins), dates.month(months_before(row.after)[0])
    return first if first == last else _("%(first)s to %(last)s") % {"first": first, "last": last}


def _shown(row: queries.Extract) -> dict[str, Any]:
    stands = queries.stands(row)
    return {"row": row, "months": _months(row), "stands": stands, "stands_words": STANDS[stands]}


@staff(Can.APPROVE_EXTRACT)
@require_safe
def extracts(request: StaffRequest) -> HttpResponse:
    """What was asked for of late."""
    shown = {
        "rows": [_shown(each) for each in queries.extracts().now()],
        "may_ask": request.actor.may(Can.ASK_EXTRACT),
        "hud": "" if is_off("hud:about") else reverse("hud:about"),
    }
    return render(request, "extracts/extracts.html", shown)


@staff(Can.APPROVE_EXTRACT)
@require_safe
def hud(request: StaffRequest) -> HttpResponse:
    """What HUD's files are for, and what they are not."""
    return render(request, "extracts/hud.html", {})


@staff(Can.ASK_EXTRACT)
@require_http_methods(["GET", "HEAD", "POST"])
def ask_for(request: StaffRequest) -> HttpResponse:
    """Ask for a file: first what it would hold, then whether it is wanted."""
    months = months_before(clock.today())
    form = filled(
        request, forms.ExtractForm, "", initial={"first": months[0].isoformat(), "last": months[0].isoformat()},
        agencies=queries.recipients(), months=months, without=[Kind.HUD] if is_off("hud:about") else [],
    )  # fmt: skip
    page = Page(
        title=_("Ask for a file"),
        section=_("Files with one line for each person"),
        back=reverse("extracts:extracts"),
        lede=_(
            "One line for each person, without names, words or days. You see first what it would hold. A second"
            " person has to agree before you can take it."
        ),
        save=_("See what it would hold"),
        refusals={TurnedDown: ("agency", _("This agency is not offered any more. Please choose another."))},
    )

    def keep(told: dict[str, Any]) -> HttpResponse | str:
        if not told["looked"]:
            return _before(request, form, told)
        asked = {name: told[name] for name in ("kind", "purpose", "begins", "after")}
        row = actions.ask_extract(by=request.actor, extract=form.once(), agency=UUID(told["agency"]), **asked)
        say(request, _("The file is asked for. A second person decides."))
        return reverse("extracts:extract", args=[row.pk])

    return ask(request, form, page, keep)


def _before(request: StaffRequest, form: forms.ExtractForm, told: dict[str, Any]) -> HttpResponse:
    trail.looked("see_before_extract", request.actor.id)
    found = queries.before(UUID(told["agency"]), told["purpose"], told["begins"], told["after"])
    names = dict(form.fields["agency"].choices)  # type: ignore[attr-defined]
    shown = {
        "found": found,
        "kind": Kind(told["kind"]),
        "whom": names[told["agency"]],
        "purpose": For(told["purpose"]).label,
        "months": _months(_Span(told)),
        "sent": [(name, told[name]) for name in ("kind", "agency", "purpose", "first", "last")],
        "once": form.once(),
        "least": ctdc.LEAST,
    }
    return render(request, "extracts/before.html", shown)


class _Span:
    """The months of a form, as a row has them."""

    def __init__(self, told: dict[str, Any]) -> None:
        self.begins, self.after = told["begins"], told["after"]


@staff(Can.APPROVE_EXTRACT)
@require_safe
def extract(request: StaffRequest, extract: UUID) -> HttpResponse:
    """One file that was asked for; of its lines nothing."""
    row = there(queries.extract_named(extract))
    mine = row.by_id == request.actor.id
    shown = _shown(row)
    stands = shown["stands"]
    shown |= {
        "kind": Kind(row.kind),
        "mine": mine,
        "may_agree": stands == "asked" and not mine,
        "may_take": stands == "open" and mine and request.actor.may(Can.ASK_EXTRACT),
        "least": ctdc.LEAST,
    }
    return render(request, "extracts/extract.html", shown)


@staff(Can.APPROVE_EXTRACT)
@require_POST
def agree(request: StaffRequest, extract: UUID) -> HttpResponse:
    """Agree to what another asked for."""
    there(queries.extract_named(extract))
    try:
        actions.agree_to_extract(by=request.actor, extract=extract)
    except NotAllowed:
        say(request, _("There is nothing to agree to here any more, or you asked for it yourself."))
    else:
        say(request, _("You agreed. Whoever asked can take the file for seven days."))
    return redirect("extracts:extract", extract)


@staff(Can.ASK_EXTRACT)
@require_POST
def take(request: StaffRequest, extract: UUID) -> HttpResponse:
    """The file, once."""
    row = there(queries.extract_named(extract))
    try:
        found = actions.take_extract(by=request.actor, extract=extract)
    except actions.TooFew:
        say(request, _("Too few people gave permission for this. A file of so few would point at somebody."))
    except NotAllowed:
        say(request, _("This file cannot be taken, or was taken already. Please ask for another."))
    else:
        trail.taken("take_extract", request.actor.id, PURPOSES[row.purpose], row.pk)
        answer = HttpResponse(found.content, content_type=found.type)
        answer["Content-Disposition"] = f'attachment; filename="{found.name}"'
        return answer
    return redirect("extracts:extract", extract)
