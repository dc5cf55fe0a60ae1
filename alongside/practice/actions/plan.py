"""What a card leads to: holding, setting aside or pausing goals, a day to look again, a word after court.

Each turn of a goal is the goals room's own act; here they are put together, so that one click does one thing.
"""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.roles import Can
from alongside.goals import queries as goals
from alongside.goals.actions import change_goal_state
from alongside.goals.choices import GoalState
from alongside.meetings.actions import schedule_meeting
from alongside.participants.queries import record
from alongside.practice import rules
from alongside.practice.models import Revisit

Were = list[tuple[UUID, str]]


@act(Can.WRITE_GOALS, said=_("kept where goals are"))
def turn_goals(
    *, by: Actor, participant: UUID, state: GoalState, these: Collection[UUID] | None = None
) -> Were:
    """Turn goals of now to one state, all of them where none is named; gives where each was, for the way back."""
    turned: Were = []
    for read in goals.standing_goals(participant):
        goal = read.goal
        if (these is None or goal.pk in these) and goal.state != state:
            turned.append((goal.pk, goal.state))
            change_goal_state(by=by, participant=participant, goal=goal.pk, state=state)
    return turned


@act(Can.WRITE_GOALS, said=_("put goals back to where they were"))
def turn_goals_back(*, by: Actor, participant: UUID, were: Iterable[tuple[UUID, GoalState]]) -> None:
    """Put goals back to where each of them was."""
    for goal, state in were:
        change_goal_state(by=by, participant=participant, goal=goal, state=state)


@act(Can.LOG_CONTACT, said=_("chose a day to look again"))
def choose_revisit_day(*, by: Actor, participant: UUID, on_day: date) -> Revisit:
    """Choose the day to look again at what holds with somebody; the day chosen before makes room.
    Raises NotMine."""
    person = record(by, participant)
    if person is None:
        raise rules.NotMine
    row, _new = Revisit.objects.select_for_update().get_or_create(
        participant_id=participant,
        by_id=by.id,
        defaults={"key_id": person.key_id, "on_day": on_day, "at": clock.now()},
    )
    if row.on_day != on_day:
        row.on_day, row.at = on_day, clock.now()
        row.save(update_fields=["on_day", "at"])
    return row


@act(Can.LOG_CONTACT, said=_("let it rest"))
def let_rest(*, by: Actor, participant: UUID) -> None:
    """Let it rest without a day, or say that one has looked."""
    Revisit.objects.filter(participant_id=participant, by_id=by.id).delete()


@act(Can.SCHEDULE, said=_("planned short check-ins"))
def plan_check_ins(
    *, by: Actor, participant: UUID, these: Iterable[tuple[UUID, datetime]], purpose: str
) -> None:
    """Plan short check-ins, each under its own id, so that a second click plans nothing twice."""
    for meeting, at in these:
        schedule_meeting(by=by, participant=participant, meeting=meeting, at=at, purpose=purpose)
