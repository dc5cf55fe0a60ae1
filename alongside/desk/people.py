"""People: mine, those I back up, and those without a case manager yet. Never sorted by how they behave."""

from collections.abc import Callable
from functools import cache
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_safe

from alongside import trail
from alongside.access.actor import Actor
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.desk.glance import Glance, at_a_glance
from alongside.participants import queries
from alongside.participants.choices import Part, State
from alongside.participants.queries import Need, Participant
from alongside.participants.today import HUES
from alongside.vault.folding import fold

A_PAGE = 50
NOBODY = UUID(int=0)
GROUPS = ("waiting", "mine", "backup", "handover", "cover", "break_glass", "team", "site", "closed")
PARTS = {Part.CASE_MANAGER: "mine"} | {part: part.value for part in Part if part != Part.CASE_MANAGER}


def group_titles() -> dict[str, str]:
    """How each group of people is called."""
    return {
        "waiting": _("No case manager yet"),
        "mine": _("My people"),
        "backup": _("People I back up"),
        "handover": _("Handing over"),
        "cover": _("People I cover for a while"),
        "break_glass": str(Part.BREAK_GLASS.label),
        "team": _("People of my team"),
        "site": _("People of this place"),
        "closed": str(State.CLOSED.label),
    }


def group_of(person: Participant) -> str:
    """Which group somebody belongs to, for the one who looks."""
    beside = vars(person)
    if not beside["opens"]:
        return "break_glass" if beside["my_part"] == Part.BREAK_GLASS else "site"
    if person.state == State.CLOSED:
        return "closed"
    if person.case_manager_id is None:
        return "waiting"
    return PARTS.get(beside["my_part"], "team")


def address(person: Participant) -> str:
    """Where a person opens: their page, or alias and needs alone."""
    name = "frontdoor:acquaintance" if group_of(person) == "site" else "desk:participant"
    # Where two records were brought together, the other one's alias leads to the one that is kept.
    return _address_of(name).replace(str(NOBODY), str(vars(person).get("led_to") or person.pk))


@cache
def _address_of(name: str) -> str:
    """The address of nobody under this name: a list of many asks for the way only once."""
    return reverse(name, args=[NOBODY])


def row(actor: Actor, person: Participant, needs: list[Need], glance: Glance | None = None) -> dict[str, Any]:
    """One person of a list; a status other than Active is said."""
    opens = person.opens
    backup = person.backup
    names = []
    if opens and person.case_manager and person.case_manager_id != actor.id:
        names.append(_("Case manager: %(name)s") % {"name": person.case_manager.name})
    if opens and backup:
        mine = person.backup_id == actor.id
        names.append(_("backup: %(name)s") % {"name": _("you") if mine else backup})
    return {
        "name": person.alias,
        "url": address(person),
        "hue": f"s-{glance.season.value}" if glance and glance.season else HUES.get(State(person.state), ""),
        "chip": State(person.state).label if opens and person.state != State.ACTIVE else "",
        "chip_kind": "calm",
        "glance": glance or Glance(),
        "why": " · ".join(names),
        "words": ", ".join(f"“{need.words.strip()}”" for need in needs[:3]),
        "case_manager": person.case_manager.name if opens and person.case_manager else "",
        "backup": (backup or "") if opens else "",
    }


COLUMNS: dict[str, tuple[str | Promise, Callable[[dict[str, Any]], Any]]] = {
    "next": (_lazy("Next"), lambda row: row["glance"].next),
    "last": (_lazy("Last contact"), lambda row: row["glance"].last),
    "season": (_lazy("Season"), lambda row: row["glance"].season),
    "level": (_lazy("Support level"), lambda row: row["glance"].level),
    "case_manager": (_lazy("Case manager"), lambda row: row["case_manager"]),
    "backup": (_lazy("Backup"), lambda row: row["backup"]),
    "words": (_lazy("In their words"), lambda row: row["words"]),
}


def columns(rows: list[dict[str, Any]]) -> dict[str, str | Promise]:
    """What a table of these people has something to say about: no column stays empty."""
    return {key: title for key, (title, told) in COLUMNS.items() if any(told(row) for row in rows)}


@staff(Can.SEE_PEOPLE)
@require_safe
def people(request: StaffRequest) -> HttpResponse:
    """Everybody within reach, in groups, by alias; fifty on a page."""
    actor = request.actor
    found = sorted(
        queries.list_of_everybody(actor),
        key=lambda person: (GROUPS.index(group_of(person)), fold(person.alias), person.pk),
    )
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    tell = [person.pk for person in page if group_of(person) in ("waiting", "site")]
    needs = queries.needs(tell) if tell else {}
    glances = at_a_glance([person.pk for person in page if person.opens])
    titles = group_titles()
    groups: dict[str, dict[str, Any]] = {}
    for person in page:
        name = group_of(person)
        group = groups.setdefault(name, {"name": name, "title": titles[name], "rows": []})
        group["rows"].append(row(actor, person, needs.get(person.pk, []), glances.get(person.pk)))
    for group in groups.values():
        group["columns"] = columns(group["rows"])
    trail.looked("list_people", actor.id)
    as_table = request.GET.get("as") == "table"
    shown = {
        "groups": list(groups.values()),
        "page": page,
        "as_table": as_table,
        "query": "as=table" if as_table else "",
        "may_begin": actor.may(Can.START_CASE),
        "leads": actor.may(Can.ASSIGN),
        "sees_contacts": actor.may(Can.LOG_CALL) or actor.may(Can.LOG_VISIT),
    }
    return render(request, "desk/people.html", shown)
