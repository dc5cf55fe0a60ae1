"""When colleagues work: a list that everybody reads, and the page that sets it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside import clock
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency import actions, patterns, queries
from alongside.agency.forms_patterns import PatternForm
from alongside.asking.page import Page, ask
from alongside.ui.dates import put


@staff(Can.WORK_HERE)
@require_safe
def hours(request: StaffRequest) -> HttpResponse:
    """Who works when: days, hours, part time, and where a colleague's clock is another than ours."""
    today = clock.today()
    everybody = queries.staff_list()
    known = patterns.patterns(each.pk for each in everybody)
    now = patterns.current(each.pk for each in everybody)
    rows = [
        {
            "staff": each,
            "now": now.get(each.pk),
            "hours": f"{float(now[each.pk].weekly_hours):g}" if each.pk in now else "",
            "zone": patterns.zone_told(now[each.pk]) if each.pk in now else "",
            "days": patterns.in_words(now[each.pk]) if each.pk in now else [],
            "later": [(row, patterns.in_words(row)) for row in known.get(each.pk, []) if row.since > today],
            "is_me": each.pk == request.actor.id,
        }
        for each in everybody
    ]
    rows.sort(key=lambda row: not row["is_me"])
    return render(request, "agency/hours.html", {"rows": rows, "may": request.actor.may(Can.SET_ON_CALL)})


@staff(Can.SET_ON_CALL)
@require_http_methods(["GET", "HEAD", "POST"])
def set_hours(request: StaffRequest, staff: UUID) -> HttpResponse:
    """Set when a colleague works, from one day on."""
    found = next((each for each in queries.staff_list() if each.pk == staff), None)
    if found is None:
        raise Http404
    form = PatternForm(request.POST or None, initial=_start(staff))
    page = Page(
        title=put(_("Working hours: %(name)s"), name=found.name),
        section=_("Working hours"),
        lede=_("Colleagues read them, so that they know who is there when."),
        back=reverse("agency:hours"),
        kept=_("The working hours are saved."),
        template="agency/set_hours.html",
    )

    def keep(_told: dict[str, Any]) -> str:
        actions.set_pattern(by=request.actor, pattern=form.once(), staff=staff, **form.week())
        return page.back

    return ask(request, form, page, keep)


def _start(staff: UUID) -> dict[str, Any]:
    """What stands now, to be changed from today on."""
    row = patterns.current([staff]).get(staff)
    start: dict[str, Any] = {"since": clock.today()}
    if row is None:
        return start
    for number, (begins, ends) in enumerate(zip(row.begins, row.ends, strict=True)):
        start |= {f"begins_{number}": begins, f"ends_{number}": ends}
    zone = "" if row.zone == clock.zone().key else row.zone
    return start | {"weekly_hours": row.weekly_hours, "part_time": row.part_time, "zone": zone}
