"""A small stock of basic needs at two places. Nobody stands behind any of it."""

import uuid
from datetime import date
from typing import Any

from django.db import transaction

from alongside import clock, trail
from alongside.access.actor import as_actor
from alongside.agency.actions import add_site
from alongside.agency.queries import sites
from alongside.project.demo.cast import ADMIN, DROP_IN, SITE, Member
from alongside.project.demo.people import at
from alongside.provisions import stock_actions as actions
from alongside.provisions.stock_rules import Thing

OFFICE = "Main office"
COAT = Thing("Winter coat", ("S", "M", "L", "child size 5"), low_at=1)
KIT = Thing("Hygiene kit", low_at=3)
DIAPERS = Thing("Diapers", ("3", "4", "5"), low_at=2)
SNACKS = Thing("Bag of groceries", low_at=2)
_DROP_IN = ((KIT, "", 14), (COAT, "S", 3), (COAT, "M", 2), (COAT, "L", 4), (COAT, "child size 5", 2),
            (DIAPERS, "4", 6), (DIAPERS, "5", 3))  # fmt: skip
_OFFICE = ((KIT, "", 6), (SNACKS, "", 9))


def _do(by: Member, day: date, act: Any, /, **given: Any) -> Any:
    with transaction.atomic(), clock.stopped_at(at(day, 10)), as_actor(by.actor):
        result = act(by=by.actor, **given)
        trail.flush()
    return result


def load() -> None:
    """What came in since the new year, and what was taken since: of one thing few are left."""
    _do(ADMIN, date(2027, 1, 8), add_site, name=OFFICE)
    with transaction.atomic(), as_actor(DROP_IN.actor):
        places = {each.name: each.pk for each in sites()}
    things, lines = {}, {}
    for told in (COAT, KIT, DIAPERS, SNACKS):
        row = _do(DROP_IN, date(2027, 1, 8), actions.save_thing, thing=uuid.uuid4(), told=told)
        things[told] = row.pk
    for place, shelf in ((SITE, _DROP_IN), (OFFICE, _OFFICE)):
        for told, size, number in shelf:
            given = {"thing": things[told], "size": size, "site": places[place], "number": number}
            line = _do(DROP_IN, date(2027, 1, 11), actions.bring_into_stock, press=uuid.uuid4(), **given)
            lines[told, size, place] = line.pk
    for day, told, size, number in (
        (date(2027, 1, 21), KIT, "", 2),
        (date(2027, 2, 9), DIAPERS, "5", 1),
        (date(2027, 2, 19), COAT, "M", 1),
    ):
        line = lines[told, size, SITE]
        _do(DROP_IN, day, actions.take_from_stock, press=uuid.uuid4(), line=line, number=number)
