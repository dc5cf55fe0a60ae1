"""How much the team of the demo carries: what walking with somebody takes, who has room, and a transfer on its way."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from alongside import clock, trail
from alongside.access.actor import as_actor
from alongside.agency import queries as agency
from alongside.agency.actions import set_closed_days
from alongside.agency.closed import Day
from alongside.caseload import actions as caseload
from alongside.caseload.choices import Capacity, Interim, Level
from alongside.project.demo.cast import ADMIN, CM1, CM2, CM3, SUPERVISOR, Member, known_id
from alongside.project.demo.people import at
from alongside.transfers import actions as transfers

TAKES: tuple[tuple[Member, str, Level, dict[str, Any]], ...] = (
    (CM1, "Lantern", Level.INTENSE, {"interpreter": True}),
    (CM1, "Maple", Level.CLOSE, {}),
    (CM1, "Juniper", Level.LIGHT, {}),
    (CM2, "Sparrow", Level.CLOSE, {"interpreter": True}),
    (CM2, "Ember", Level.STEADY, {"interpreter": True}),
    (CM3, "Clover", Level.STEADY, {"far": True}),
)
MOVES = "Ember works in the morning now, when case manager 2 is not here from Thursday on."


def _do(member: Member, on: date, hour: int, act: Any, **given: Any) -> None:
    by = member.actor
    with transaction.atomic(), clock.stopped_at(at(on, hour)), as_actor(by):
        act(by=by, **given)
        trail.flush()


def load() -> None:
    """Days when the agency is closed, the load board, and Ember's transfer, for which a colleague is asked."""
    _closed()
    for member, alias, level, more in TAKES:
        given = {"participant": known_id(alias), "row": known_id(f"what {alias} takes"), "level": level}
        _do(member, date(2027, 2, 15), 10, caseload.set_intensity, **given, **more)
    _do(CM2, date(2027, 2, 18), 15, caseload.say_capacity, answer=Capacity.FULL)
    _do(CM3, date(2027, 2, 19), 9, caseload.say_capacity, answer=Capacity.ROOM)
    others: dict[str, Any] = {"called": "a group of young people", "number": 6, "weight": Decimal("0.5")}
    row = known_id("six young people")
    _do(SUPERVISOR, date(2027, 2, 1), 11, caseload.add_other_people, row=row, staff=CM3.id, **others)
    waits = {"reason": "Nobody who speaks their language has room", "interim": Interim.DROP_IN}
    waits["who_and_when"] = "The drop-in, on Tuesdays and Fridays"
    fern = {"participant": known_id("Fern"), "row": known_id("Fern waits")}
    _do(SUPERVISOR, date(2027, 2, 15), 11, caseload.put_on_waiting_list, **fern, **waits)
    _transfer()


def _closed() -> None:
    """Days that Riverbend typed itself."""
    days = [(2026, 11, 26, "Thanksgiving"), (2026, 12, 24, "Winter break"), (2026, 12, 25, "Winter break")]
    days += [(2027, 1, 1, "New Year"), (2027, 7, 2, "We do the books"), (2027, 12, 24, "Winter break")]
    told = [Day(date(year, month, day), name) for year, month, day, name in days]
    version = agency.agency().version
    _do(ADMIN, date(2026, 9, 1), 9, set_closed_days, days=told, version=version)


def _transfer() -> None:
    moves = {"participant": known_id("Ember"), "transfer": known_id("Ember's transfer")}
    _do(CM2, date(2027, 2, 16), 9, transfers.propose_transfer, **moves, to=CM3.id, why=MOVES)
    said = transfers.Talked(
        date(2027, 2, 17),
        whether="If I keep my hour before work",
        whom="Case manager 3, who brought the soup",
        how="All three of us, once, and no more than that",
    )
    asks = "Mornings before eight, by phone, with an interpreter who is not from here."
    _do(CM2, date(2027, 2, 17), 9, transfers.talk_about_transfer, **moves, told=said, asks=asks)
