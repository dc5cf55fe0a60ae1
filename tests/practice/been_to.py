"""A training session that somebody came to."""

import uuid
from datetime import timedelta

from alongside import clock
from alongside.practice.actions import (
    plan_training,
    sign_up,
    think_back,
    write_scenario,
)
from alongside.practice.models import TrainingTopic
from tests import cast


def been_to() -> uuid.UUID:
    """A session that case manager 1 came to and thought about, with a scenario by the practice lead."""
    session = uuid.uuid4()
    with cast.acting(cast.PRACTICE) as by:
        topic = TrainingTopic.objects.order_by("place")[0].pk
        when = clock.now() + timedelta(days=2)
        plan_training(by=by, session=session, topic=topic, at=when)
        write_scenario(by=by, session=session, words="Somebody asks a worker to lie.", version=None)
    with cast.acting(cast.CM1) as by:
        sign_up(by=by, session=session)
    with cast.acting(cast.PRACTICE) as by:
        plan_training(by=by, session=session, topic=topic, at=clock.now() - timedelta(hours=3), version=1)
    with cast.acting(cast.CM1) as by:
        think_back(by=by, session=session, stays="To wait.", tries="To ask twice.", version=None)
    return session
