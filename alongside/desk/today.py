"""Today: what each role may be needed for, in plain reasons. Several roles add up; nothing is counted.

Every room brings its cards, and reasons why somebody may need a worker (its `today.py`); here they are put in order.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alongside import clock, trail
from alongside.access.actor import Actor
from alongside.access.beside import off
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.access.room import rooms
from alongside.access.written import together
from alongside.desk.holding import held_cards
from alongside.participants.today import everybody, people_cards
from alongside.ui.cards import Card, Place, Reason, Row, Words
from alongside.ui.dates import weekday

WORK, BESIDE = range(Place.PEOPLE, Place.ANSWERS), range(Place.ANSWERS, Place.ME + 1)


@dataclass(frozen=True)
class Body:
    """What one room brought to a card, its words opened."""

    card: Card
    rows: Sequence[Any]


@dataclass
class Section:
    """A card as it is shown: what all rooms brought under one key."""

    place: Place
    key: str
    title: Words
    why: Words
    bodies: list[Body] = field(default_factory=list)
    fold: bool = False


@staff(Can.WORK_HERE)
@require_safe
def today(request: StaffRequest) -> HttpResponse:
    """The first page of everybody."""
    actor = request.actor
    people = everybody(actor) if actor.may(Can.OPEN_RECORD) else []
    brought = _brought(actor, people)
    cards = [each for each in brought if isinstance(each, Card)]
    if actor.may(Can.OPEN_RECORD):
        reasons = (each for each in brought if isinstance(each, Reason))
        cards = [*people_cards(actor, people, reasons), *cards, *held_cards(actor, people)]
    cards += _for_me(cards)
    found = _sections(cards)
    trail.looked("open_today", actor.id)
    shown = {
        "calls_first": any(each.place == Place.DOOR for each in found),
        "day": weekday(clock.today()),
        "above": [each for each in found if each.place < Place.PEOPLE],
        "work": [each for each in found if each.place in WORK],
        "beside": [each for each in found if each.place in BESIDE],
    }
    return render(request, "desk/today.html", shown)


def _brought(actor: Actor, people: Sequence[Any]) -> list[Card | Reason]:
    """What rooms bring, from the ground up; what may wait in any of them is asked in one statement."""
    here = [room for room in rooms() if not off(f"{room.label}:")]
    waits = {room.label: [*room.waits(actor)] for room in here if room.waits}
    reads = {id(read): read for some in waits.values() for each in some for read in each.reads}
    found = dict(zip(reads, together([*reads.values()]), strict=True))
    brought: list[Card | Reason] = []
    for room in here:
        brought += room.brings(actor, people) if room.brings else ()
        for each in waits.get(room.label, ()):
            brought += each.brings(people, *(found[id(read)] for read in each.reads))
    return brought


def _sections(cards: Iterable[Card]) -> list[Section]:
    """Cards in the order of their places, those of one key together; nothing that has nothing to say."""
    names: dict[str, int] = {}
    for card in (cards := list(cards)):
        names.setdefault(card.key, len(names))
    ordered = sorted(cards, key=lambda card: (card.place, names[card.key]))
    found, told = [], set[str]()
    for (place, key), each in groupby(ordered, key=lambda card: (card.place, card.key)):
        group = list(each)
        title = next((card.title for card in group if card.title), "")
        section = Section(place, key, title, _first(group), fold=any(card.fold for card in group))
        for card in group:
            rows = [row for row in card.rows() if not (card.once and row.address in told)]
            if rows or card.end or card.empty or card.why:
                section.bodies.append(Body(card, rows))
            told |= {row.address for row in rows if isinstance(row, Row)}
        if section.bodies:
            found.append(section)
    return found


def _first(group: list[Card]) -> Words:
    return next((card.why for card in group if card.why and card.title), "")


def _for_me(cards: Iterable[Card]) -> list[Card]:
    """The heading of what is for oneself, where there is anything of it."""
    if not any(card.place == Place.ME for card in cards):
        return []
    return [Card("for-me", Place.ME, _("For me"))]
