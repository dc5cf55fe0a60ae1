"""Planning time off, naming who covers, confirming it, and coming back. Who may is checked in the database as well."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from alongside.access.actor import Actor
from alongside.access.acts import NotAllowed, TurnedDown, act
from alongside.access.keeper import call
from alongside.access.refusals import refused_as
from alongside.access.roles import Can
from alongside.workforce import cover_queries, rules


def _refusals() -> dict[str, type[Exception] | Exception]:
    return {
        "another_plans_this": NotAllowed("plan_time_off"),
        "another_confirms_this": NotAllowed("confirm_time_off"),
        "nobody_within_reach": TurnedDown("nobody_within_reach"),
        "time_off_is_over": TurnedDown("time_off_is_over"),
        "time_off_is_to_come": rules.AwayIsOver,
        "away_once_at_a_time": rules.AwayAlready,
        "covers_not_then": rules.AwayThemselves,
        "choose_somebody_else": rules.CannotCover,
    }


@act(Can.WORK_HERE)
def plan_time_off(*, by: Actor, off: UUID, staff: UUID, begins: datetime, ends: datetime) -> None:
    """Plan that somebody is away, oneself or one of one's team. Nothing follows before it is confirmed. `off` is the
    new id. Raises AwayAlready, AwayIsOver."""
    with refused_as(_refusals()):
        call("core.plan_time_off", off, staff, begins, ends)


@act(Can.OPEN_RECORD, said=_("chose who covers while the case manager is away"))
def name_cover(*, by: Actor, participant: UUID, cover: UUID, off: UUID, staff: UUID | None) -> None:
    """Name who covers for one participant, or nobody. `cover` is the new id. Raises CannotCover without saying why, and
    AwayThemselves."""
    with refused_as(_refusals()):
        call("core.name_cover", cover, off, participant, staff)


@act(Can.SUPERVISE)
def confirm_time_off(*, by: Actor, off: UUID) -> int:
    """Confirm it: from its first moment on those who cover reach whom they cover for. Gives for how many people
    whoever was named cannot cover any more; then nothing is confirmed, and they are named no longer. Raises NotCovered,
    naming those for whom somebody has to be there."""
    found = cover_queries.time_off_named(off)
    if found and (alone := cover_queries.uncovered(by, found)):
        raise rules.NotCovered([each.alias or "" for each in alone])
    with refused_as(_refusals()):
        return int(call("core.confirm_time_off", off))


@act(Can.WORK_HERE)
def end_time_off(*, by: Actor, off: UUID) -> None:
    """Back, or not going: what runs ends now, what is to come is taken back, and every cover with it."""
    with refused_as(_refusals()):
        call("core.end_time_off", off)
