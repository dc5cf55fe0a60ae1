"""Putting somebody on call."""

import uuid
from datetime import datetime, timedelta

from alongside.workforce.actions import put_on_call
from alongside.workforce.choices import Place
from alongside.workforce.models import OnCallShift
from tests import cast

EIGHT = datetime(2027, 1, 6, 8, 0, tzinfo=cast.ZONE)


def on_call(
    member: cast.Member = cast.ON_CALL,
    place: Place = Place.FIRST,
    begins: datetime = EIGHT - timedelta(hours=12),
    ends: datetime = EIGHT,
) -> OnCallShift:
    """A shift, set by the supervisor; without more said, the night in which the tests stand."""
    with cast.acting(cast.SUPERVISOR) as by:
        return put_on_call(by=by, shift=uuid.uuid4(), staff=member.id, place=place, begins=begins, ends=ends)
