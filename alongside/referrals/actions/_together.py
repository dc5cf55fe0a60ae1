"""What we do together on a referral's way is a meeting of ours: it moves there, and is called off with the referral."""

from alongside import clock
from alongside.access.actor import Actor
from alongside.consent.queries import covers_to
from alongside.meetings.actions import cancel_meeting, restore_meeting, schedule_meeting
from alongside.meetings.choices import Outcome
from alongside.meetings.queries import meeting_named
from alongside.referrals import queries
from alongside.referrals.choices import NOT_THIS_WAY
from alongside.referrals.models import Referral, ReferralStateChange


def plan_together(by: Actor, row: Referral, interpreter: str) -> None:
    """Put it into the calendar, with the words for whom it goes to; the meeting has the referral's own reference."""
    if row.together_at is None or row.together_at < clock.now():
        return
    to = queries.to_of(row)
    covers = covers_to(row.participant_id, agency=to.agency, person=to.person)
    said = [covers[0].introduce, covers[0].why] if covers else []
    schedule_meeting(
        by=by,
        participant=row.participant_id,
        meeting=row.pk,
        at=row.together_at,
        purpose=row.called or row.to,
        interpreter=interpreter,
        cover_words="\n".join(each.strip() for each in said if each.strip()),
        asked=True,
    )


def call_off_together(by: Actor, row: Referral) -> None:
    """When a referral does not go on this way, neither does what we meant to do together and have not done yet."""
    planned = meeting_named(row.pk)
    is_open = planned is not None and planned.outcome == Outcome.OPEN and planned.at > clock.now()
    if is_open and row.state in NOT_THIS_WAY:
        cancel_meeting(by=by, participant=row.participant_id, meeting=row.pk)


def put_back_together(by: Actor, row: Referral, turn: ReferralStateChange) -> None:
    """What was called off with a turn comes back when that turn is taken back."""
    planned = meeting_named(row.pk)
    called_off = planned.cancelled_at if planned is not None else None
    if turn.state in NOT_THIS_WAY and called_off is not None and called_off >= turn.at:
        restore_meeting(by=by, participant=row.participant_id, meeting=row.pk)
