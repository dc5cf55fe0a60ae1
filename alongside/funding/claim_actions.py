"""Closing a month of a stream, and correcting it by a later line."""

from datetime import date
from uuid import UUID

from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.keeper import call
from alongside.access.refusals import refused_as
from alongside.access.roles import Can
from alongside.funding.claim_rules import MonthGoesOn, NothingCameLater
from alongside.keeping.rules import NotHere


@act(Can.KEEP_STREAMS)
def close_month(*, by: Actor, closing: UUID, stream: UUID, month: date) -> int:
    """Close a month, or correct it: gives how many lines that wrote; sent twice, it is once. Raises MonthGoesOn,
    NothingCameLater, NotHere."""
    refusals: dict[str, type[Exception]] = {
        "the_month_goes_on": MonthGoesOn,
        "nothing_came_later": NothingCameLater,
        "no_such_stream": NotHere,
    }
    with refused_as(refusals):
        return int(call("core.close_month", closing, stream, month))
