"""Finding another way: the directory in the order of what a goal needs, what was tried last and with the reason."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside import clock
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.goals import queries as goals
from alongside.keeping.rules import reference
from alongside.participants.opened import opened
from alongside.participants.queries import Participant
from alongside.partners import needs
from alongside.partners import queries as partners
from alongside.partners.choices import Fit, ServiceCategory
from alongside.partners.folding import fold
from alongside.partners.forms.directory import SearchForm
from alongside.partners.searching import Sought
from alongside.partners.views.shown import service_row
from alongside.referrals import queries as referrals

LOOKED_THROUGH = 60  # services of one search, which are then put in order
WhyTried = Callable[[Any], str | None]


@dataclass
class Ways:
    """Services in order: what was not tried for this first, apart from what is about something else, then what was."""

    fresh: list[dict[str, Any]] = field(default_factory=list)
    others: list[dict[str, Any]] = field(default_factory=list)
    again: list[dict[str, Any]] = field(default_factory=list)
    more: bool = False


@staff(Can.REFER)
@require_safe
def another_way(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Services beside what a goal has met: what fits first, what was tried after it, with the reason."""
    person = opened(request.actor, participant, "open_another_way")
    goal, around = _goal(participant, reference(request.GET.get("goal")))
    told = referrals.tried(participant)
    networks = [(str(each.pk), each.name) for each in partners.networks()]
    form = SearchForm(request.GET, networks=networks)
    sought = form.sought()
    asked = request.GET.copy()
    for name in ("goal", "after"):
        asked.pop(name, None)
    is_asked = any(value for value in asked.values())
    wanted = _wanted(person, goal, around, [each.why for each in told.values()])
    ways = _ways(sought, form.network_sought(), wanted, is_asked, _tried(told, goal))
    context = {
        "person": person,
        "goal": goal,
        "form": form,
        "is_asked": is_asked,
        "more_open": bool(sought.fits or sought.cost or form.network_sought() or sought.openings),
        "ways": ways,
        "needed": [ServiceCategory(each).label for each in wanted.kinds] if not is_asked else [],
        "after": reference(request.GET.get("after")),
        "asked": asked,
        "once": uuid4(),
    }
    return render(request, "desk/another_way.html", context)


def _goal(participant: UUID, goal: UUID | None) -> tuple[Any, str]:
    """The goal it is for, and what the whole plan is to fit around."""
    if goal is None:
        return None, ""
    sheet = goals.sheet(participant)
    return next((each.goal for each in sheet.standing if each.goal.pk == goal), None), sheet.fits_around


def _wanted(person: Participant, goal: Any, around: str, reasons: Iterable[str]) -> needs.Wanted:
    """What this goal needs, and what must not stand in the way again; without a goal nothing is put first."""
    if goal is None:
        return needs.Wanted()
    stuck = [each.stuck for each in referrals.barriers(person.pk) if each.goal == goal.pk]
    barriers = (
        *needs.barriers_of(goal.barriers, goal.tried, *reasons),
        *(each for each in stuck if each in needs.BARRIERS),
    )
    told = person.told
    return needs.Wanted(
        kinds=needs.kinds_of(goal.words),
        barriers=tuple(dict.fromkeys(barriers)),
        fits=needs.fits_of(around, goal.words, *((told.helps, told.does_not_help) if told else ())),
        languages=told.languages if told else "",
    )


def _tried(told: dict[UUID, referrals.Tried], goal: Any) -> WhyTried:
    """Whether a service was tried, and why it did not work: a referral of theirs, or what the goal says was tried."""
    said = f" {fold(goal.tried)} " if goal else ""

    def tried(row: Any) -> str | None:
        before = told.get(row.pk) or told.get(row.organization.agency_id or row.pk)
        if before and before.why:
            return before.why
        if said.strip() and any(f" {fold(name)} " in said for name in (row.name, row.organization.name)):
            return str(goal.tried)
        return "" if before else None

    return tried


def _ways(
    sought: Sought,
    network: UUID | None,
    wanted: needs.Wanted,
    is_asked: bool,
    tried: WhyTried,
) -> Ways:
    kinds = () if is_asked else wanted.kinds
    searches = [*(Sought(kind=kind) for kind in kinds), sought]
    months, today, ways = partners.check_again_after(), clock.today(), Ways()
    seen: dict[UUID, tuple[Any, bool]] = {}
    for each in searches:
        found = partners.search(each, network=network, most=LOOKED_THROUGH)
        for row, unsure in [(row, False) for row in found.fits] + [(row, True) for row in found.perhaps]:
            seen.setdefault(row.pk, (row, unsure))
        ways.more = found.has_more
    for row, unsure in sorted(seen.values(), key=lambda one: (one[1], wanted.order(one[0]))):
        why = tried(row)
        lacks = [str(Fit(each).label) for each in wanted.lacks(row)]
        shown = service_row(row, today, months) | {
            "unsure": unsure,
            "about": wanted.about(row),
            "lacks": lacks,
        }
        if why is not None:
            ways.again.append(shown | {"tried": True, "why": why})
        elif kinds and row.kind not in kinds:
            ways.others.append(shown)
        else:
            ways.fresh.append(shown)
    return ways
