"""How partners and services are said on a page."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from alongside.partners import rules
from alongside.partners.choices import AtNight, Cost, Fit, Serves, ServiceCategory
from alongside.partners.hsds.drawing import has_ended
from alongside.ui.dates import day, hours_in, put, when

NOT_KNOWN = "?"


def vetting_label(visited_on: date | None, today: date, months: int) -> str:
    """Whether one of us has been there."""
    state = rules.vetting(visited_on, today, months)
    if state == rules.NOT_YET or visited_on is None:
        return _("Not yet visited")
    on = day(visited_on)
    return (
        put(_("Check again: visited %(day)s"), day=on)
        if state == rules.CHECK_AGAIN
        else put(_("Visited %(day)s"), day=on)
    )


def agreement_state(row: Any, today: date) -> dict[str, Any]:
    """An agreement with where it stands, in words."""
    ended = rules.has_ended(row.ends_on, today)
    if ended:
        state = put(_("agreement ended %(day)s"), day=day(row.ends_on))
    elif row.starts_on and row.starts_on > today:
        state = put(_("holds from %(day)s"), day=day(row.starts_on))
    elif row.ends_on:
        state = put(_("holds until %(day)s"), day=day(row.ends_on))
    else:
        state = _("holds")
    review = rules.wants_review(row.review_on, today)
    return {"row": row, "state": state, "ended": ended, "review": review, "kind": row.get_kind_display()}


def commitment_row(row: Any, today: date) -> dict[str, Any]:
    """A commitment with where it stands, in words; a day gone by is a reason to talk."""
    settled = row.state in ("kept", "let_go")
    check_in = rules.time_to_check_in(row.state, row.by_when, today)
    return {
        "row": row,
        "settled": settled,
        "check_in": check_in,
        "state": _("time to check in") if check_in else row.get_state_display(),
        "side": row.get_side_display(),
    }


def _labels(kind: Any, values: list[str]) -> str:
    names = dict(kind.choices)
    return ", ".join(str(names[each]) for each in values if each in names)


def openings_line(row: Any) -> str:
    """What is known of free places, as of when and from whom."""
    if row.openings is None and not row.wait:
        return ""
    told = []
    if row.openings is not None:
        told.append(
            _("No place free") if row.openings == 0 else _("Places free: %(count)s") % {"count": row.openings}
        )
    if row.wait:
        told.append(_("wait: %(wait)s") % {"wait": row.wait})
    if row.openings_at:
        told.append(put(_("as of %(day)s"), day=when(row.openings_at)))
    return ", ".join(told)


def service_facts(row: Any, today: dict[str, Any]) -> list[tuple[str, str]]:
    """What one needs to know of a service; what nobody has asked reads as not known.

    `today`: what is published of its hours today, where that has changed since it came in.
    """
    unknown = _("not known")
    hours, at_night = today.get("hours", row.hours), today.get("at_night", row.at_night)
    return [
        (_("What for"), str(ServiceCategory(row.kind).label)),
        (_("Who is served"), _labels(Serves, row.serves) or unknown),
        (_("Languages"), ", ".join(row.languages) or unknown),
        (_("Openings"), openings_line(row) or unknown),
        (_("At night"), str(AtNight(at_night).label)),
        (_("Hours"), hours_in(hours) if hours else unknown),
        (_("Cost"), " ".join(filter(None, (str(Cost(row.cost).label), row.cost_words)))),
        (_("Who may come"), row.eligibility or unknown),
        (_("How one gets in"), row.how_to_apply or unknown),
        (_("What makes it fit"), _labels(Fit, row.fits) or unknown),
    ]


def service_row(row: Any, today: date, months: int) -> dict[str, Any]:
    """A service in a list: what helps to choose."""
    ended = has_ended(row.drawn, today) and row.at_night == row.drawn.get("at_night")
    told = [
        _labels(Serves, row.serves),
        ", ".join(row.languages),
        str(Cost(row.cost).label) if row.cost else "",
        str(AtNight(row.at_night).label) if row.at_night == AtNight.YES and not ended else "",
        openings_line(row),
    ]
    return {
        "row": row,
        "kind": ServiceCategory(row.kind).label,
        "told": " · ".join(filter(None, told)),
        "vetting": vetting_label(row.organization.visited_on, today, months),
        "paused": row.get_status_display() if row.status != "active" else "",
    }


def sought_said(sought: str) -> str:
    """What a gap was about, in words."""
    names: dict[str, Any] = {"kind": ServiceCategory, "serves": Serves, "fit": Fit, "cost": Cost}
    said = []
    for part in sought.split("&"):
        name, _sign, value = part.partition("=")
        if name in names:
            said.append(_labels(names[name], [value]) or value)
        elif name == "tonight":
            said.append(_("Open tonight"))
        elif name == "openings":
            said.append(_("Has openings"))
        elif value:
            said.append(value)
    return " / ".join(said) or _("Anything at all")
