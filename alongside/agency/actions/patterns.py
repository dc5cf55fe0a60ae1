"""Setting when somebody works. Who may is checked in the database as well."""

from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal
from uuid import UUID

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.keeper import call
from alongside.access.refusals import refused_as
from alongside.access.roles import Can


@act(Can.SET_ON_CALL)
def set_pattern(
    *,
    by: Actor,
    pattern: UUID,
    staff: UUID,
    since: date,
    zone: str,
    begins: Sequence[time | None],
    ends: Sequence[time | None],
    weekly_hours: Decimal,
    part_time: bool,
) -> None:
    """Set when somebody works, from one day on; from the same day anew, it takes the place of what stood. `pattern` is
    the new id; without a `zone` it is the agency's. Raises TurnedDown where they do not work here."""
    told = [since, zone or clock.zone().key, list(begins), list(ends), weekly_hours, part_time]
    with refused_as({"does_not_work_here": TurnedDown("does_not_work_here")}):
        call("core.set_pattern", pattern, staff, *told)
