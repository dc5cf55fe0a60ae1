"""The page for hours without a computer: who is on call, and how the people of a team are reached safely.

It holds what somebody needs to reach people and nothing else: no state, no need, no code word. It is made on
demand, for a purpose that the trail keeps, and named by nothing.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.agency.queries import agency
from alongside.participants import queries as people
from alongside.participants.safely import in_a_line, more_of
from alongside.ui.dates import hour, weekday
from alongside.ui.paper import cannot_print, pdf, words
from alongside.workforce import queries
from alongside.workforce.line import by_day


@dataclass(frozen=True)
class OutagePage:
    """What stands on the page, and whose ways it holds."""

    data: dict[str, Any]
    people: list[UUID]

    @property
    def boxes(self) -> str:
        """The letters that paper cannot show."""
        return cannot_print(self.data)

    def pdf(self) -> bytes:
        """The page, set."""
        return pdf("outage", self.data)


def outage_page(actor: Actor) -> OutagePage:
    """The page as it would be now."""
    here = timezone.localtime(clock.now())
    ways = people.ways_to_reach()
    reached = people.with_record_open(actor)
    data = {
        "umbrella": agency().umbrella_name,
        "title": _("Page"),
        "when": f"{weekday(here, year=True)}, {hour(here).after}",
        "paper": "us-letter",
        "foot": _("Keep this page on you. Shred it when you no longer need it."),
        "on_call_label": _("On call"),
        "on_call": _on_call(),
        "no_way": _("Nobody has told us how to reach them safely yet"),
        "people": [_person(person, ways.get(person.pk, [])) for person in reached],
    }
    return OutagePage(data, [person.pk for person in reached])


def _on_call() -> list[str]:
    lines = [
        f"{weekday(day, year=True)}, {row['span']}: {row['shift'].staff} ({row['shift'].get_place_display()})"
        for day, rows in by_day(queries.shifts_in_sight())
        for row in rows
    ]
    return lines or [_("nobody is set")]


def _person(person: Any, ways: list[people.ContactPoint]) -> dict[str, Any]:
    case_manager = str(person.case_manager) if person.case_manager else _("no case manager yet")
    backup = person.backup or _("no backup yet")
    return {
        "alias": words(person.alias),
        "team": _("%(case_manager)s, backup: %(backup)s") % {"case_manager": case_manager, "backup": backup},
        "ways": [
            {
                "address": words(way.address),
                "rule": in_a_line(way),
                "more": [line for line in [*more_of(way), way.hours_words] if line],
            }
            for way in ways
        ],
    }
