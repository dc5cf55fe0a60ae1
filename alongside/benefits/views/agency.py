"""The rules for clocks: what stands, what stood, and another version. Nobody is met here."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside import clock
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.benefits import actions, queries, rules, sentences
from alongside.benefits.choices import Confidence
from alongside.benefits.forms import ClockRuleForm

if TYPE_CHECKING:
    from alongside.benefits.models import ClockRule

PLAIN = (
    "name", "jurisdiction", "who", "anchor", "amount", "unit", "way", "document", "never_past", "from_on", "ends_on",
    "known_until", "says", "excludes", "confidence", "source_title", "source_url", "source_date", "note", "off",
)  # fmt: skip


@staff(Can.SET_UP_AGENCY)
@require_safe
def clock_rules(request: StaffRequest) -> HttpResponse:
    """Every rule of now, with its source and how sure we are."""
    shown = {"kinds": queries.rules_by_kind(), "said": _said, "today": clock.today()}
    return render(request, "benefits/rules.html", shown)


def _said(rule: "ClockRule") -> dict[str, Any]:
    """What the page says of a rule beside its own words."""
    return {
        "length": sentences.length(rule),
        "figures": sentences.figures_in_lines(rule.figures).splitlines(),
        "sure": Confidence(rule.confidence).label,
        "is_looked_at": rules.is_looked_at(rule, clock.today()),
        "remind": ", ".join(map(str, rule.remind)),
    }


@staff(Can.SET_UP_AGENCY)
@require_http_methods(["GET", "HEAD", "POST"])
def new_clock_rule(request: StaffRequest) -> HttpResponse:
    """A rule of the agency's own, or one more of a kind we know."""
    return _rule(request, None, {"jurisdiction": rules.ANYWHERE, "confidence": Confidence.UNVERIFIED})


@staff(Can.SET_UP_AGENCY)
@require_http_methods(["GET", "HEAD", "POST"])
def clock_rule(request: StaffRequest, rule: UUID) -> HttpResponse:
    """Change a rule; each change is a version of its own, and clocks that run keep theirs."""
    row = there(queries.rule_now(rule))
    start = {name: getattr(row, name) for name in PLAIN} | {
        "name": row.name,
        "remind": ", ".join(map(str, row.remind)),
        "figures": sentences.figures_in_lines(row.figures),
    }
    return _rule(request, row, start)


def _rule(request: StaffRequest, row: "ClockRule | None", start: dict[str, Any]) -> HttpResponse:
    key = row.key if row else ""
    form = filled(
        request,
        ClockRuleForm,
        f"benefits.rule:{row.line if row else 'new'}",
        initial=start,
        row=row,
        of=key,
        kinds=queries.kinds_with_clocks(),
    )
    page = Page(
        title=row.called if row else _("Add a rule"),
        section=_("Rules for clocks"),
        back=reverse("benefits:rules"),
        lede=_("Saved as a new version. Clocks that run keep the rule they were started with."),
        kept=_("The rule is saved as a new version. Clocks that run keep theirs."),
        leave=_("Back"),
        row=row,
        stands=_stands,
        template="benefits/rule.html",
        more=lambda: {"before": queries.versions(row.line) if row else [], "said": _said},
        refusals={
            rules.NoSource: (
                "source_title",
                _("Write where this stands, or who decided it. All you wrote is still here."),
            )
        },
    )

    def keep(_told: dict[str, Any]) -> str:
        line = row.line if row else form.once()
        given: dict[str, Any] = {"by": request.actor, "rule": form.once(), "line": line}
        new = key or form.cleaned_data.get("key") or f"own-{form.once().hex[:12]}"
        actions.save_clock_rule(**given, told=form.written(new), seen=form.seen_version())
        return page.back

    return ask(request, form, page, keep)


def _stands(row: "ClockRule") -> list[tuple[Any, Any]]:
    return [
        (_("How long"), sentences.length(row)),
        (_("What it says"), row.says),
        (_("Whom it is about"), row.who),
        (_("What starts it"), row.anchor),
        (_("Where this stands, or who decided it"), row.source_title),
        (_("Note"), row.note),
    ]
