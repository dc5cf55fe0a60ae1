"""Check-ins, things brought and sessions for tests, made through the same acts as real work."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from alongside import clock, trail
from alongside.practice.actions import bring, plan_training, sign_up, write_scenario
from alongside.practice.models import TrainingTopic
from tests import cast


def brought(
    words: str = "I carry her silence home", *, by: cast.Member = cast.CM1, worker: cast.Member = cast.CM1
) -> uuid.UUID:
    """Something on the list of a worker and the supervisor."""
    new = uuid.uuid4()
    with cast.acting(by) as actor:
        bring(by=actor, brought=new, worker=worker.id, words=words)
        trail.flush()
    return new


def topic(key: str = "trafficking") -> uuid.UUID:
    """One of the topics an installation begins with."""
    with cast.acting(cast.PRACTICE):
        return uuid.UUID(str(TrainingTopic.objects.get(key=key).pk))


def session(*, at: datetime | None = None, key: str = "trafficking", **given: Any) -> uuid.UUID:
    """A session with eight places next week."""
    new = uuid.uuid4()
    given = {"places": 8, "facilitator": "Practice lead", "where": "Room 2", **given}
    with cast.acting(cast.PRACTICE) as by:
        plan_training(by=by, session=new, topic=topic(key), at=at or clock.now() + timedelta(days=7), **given)
        trail.flush()
    return new


def comes(session: uuid.UUID, member: cast.Member = cast.CM3) -> bool:
    """Somebody signs up."""
    with cast.acting(member) as by:
        return sign_up(by=by, session=session)


def scenario(session: uuid.UUID, words: str = "Somebody asks a worker to lie to a landlord.") -> uuid.UUID:
    """A scenario that waits for its second reader."""
    with cast.acting(cast.PRACTICE) as by:
        return uuid.UUID(str(write_scenario(by=by, session=session, words=words, version=None).pk))
