"""Who pays for the work with some of them: a contract that pays by person and month, and the state's fund."""

import uuid
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from alongside import clock, trail
from alongside.access.actor import as_actor
from alongside.funders.actions import save_report_answers
from alongside.funding.stream_actions import enrol, save_stream
from alongside.funding.stream_rules import StreamTold
from alongside.project.demo.cast import CM1, CM2, CM3, DIRECTOR, Member, known_id
from alongside.project.demo.people import at

_CONTRACT = StreamTold(
    "Per-capita contract",
    "capita",
    year_from=10,
    rate=Decimal(450),
    approved=True,
    form="otip_tvap_2021",
    who="Whoever the contract names. Nobody has to show us papers for it.",
    guide="Pays a month for each person.\nNeeds: the month's approval, and any work that is written down.\n"
    "Does not need: what was said, where somebody lives, or how they are doing.",
)
_FUND = StreamTold(
    "State victim fund",
    "repaid",
    place=2,
    year_from=7,
    form="voca_pmt_2021",
    who="Anybody we work with, whatever their papers are.",
    guide="Pays services back by kind and time.\nNeeds: a note with the kind of service.\nDoes not need: a name.",
)
_ENROLLED = (
    (CM1, "Maple", 0),
    (CM1, "Juniper", 0),
    (CM1, "Pebble", 1),
    (CM2, "Sparrow", 0),
    (CM3, "Clover", 0),
    (CM3, "Anchor", 1),
)


def _do(by: Member, hour: int, act: Any, /, **given: Any) -> Any:
    with transaction.atomic(), clock.stopped_at(at(date(2027, 1, 15), hour)), as_actor(by.actor):
        result = act(by=by.actor, **given)
        trail.flush()
    return result


def load() -> None:
    """Two streams, and who is enrolled in them since the new year."""
    found = [_do(DIRECTOR, 10, save_stream, stream=uuid.uuid4(), told=told).pk for told in (_CONTRACT, _FUND)]
    for member, alias, into in _ENROLLED:
        given = {"participant": known_id(alias), "enrolment": uuid.uuid4(), "stream": found[into]}
        _do(member, 11, enrol, **given, begins_on=date(2027, 1, 1))
    told = {"age": ["age_25_59"], "race": ["declined"]}
    _do(CM1, 12, save_report_answers, participant=known_id("Pebble"), form="voca_pmt_2021", told=told)
