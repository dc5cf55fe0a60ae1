"""Streams and enrolments for tests, made through acts."""

import uuid
from datetime import date
from typing import Any

from alongside import trail
from alongside.funding.claim_queries import claim
from alongside.funding.stream_actions import enrol, save_stream
from alongside.funding.stream_models import Enrolment, Stream
from alongside.funding.stream_rules import StreamTold
from alongside.funding.time_actions import log_hours
from tests import cast
from tests.funders.make import added


def stream(name: str = "County contract", kind: str = "capita", **told: Any) -> Stream:
    """A stream of the director's."""
    with cast.acting(cast.DIRECTOR) as by:
        row = save_stream(by=by, stream=uuid.uuid4(), told=StreamTold(name, kind, **told))
        trail.flush()
        return row


def enrolled(
    person: uuid.UUID, into: Stream, begins: date = date(2026, 12, 1), ends: date | None = None
) -> Enrolment:
    """Somebody of case manager 1, enrolled."""
    with cast.acting(cast.CM1) as by:
        given = {"participant": person, "enrolment": uuid.uuid4(), "stream": into.pk}
        row = enrol(by=by, **given, begins_on=begins, ends_on=ends)
        trail.flush()
        return row


def stream_places(person: uuid.UUID) -> dict[str, Any]:
    """What addresses name: a stream, an enrolment in it, its month, who stands behind a line, and a worker's hours."""
    into, month, hours = stream(form="otip_tvap_2021"), date(2026, 12, 1), uuid.uuid4()
    made = {
        "stream": into.pk,
        "form": into.form,
        "field": added().pk,
        "enrolment": enrolled(person, into).pk,
        "month": "2026-12",
        "hours": hours,
    }
    with cast.acting(cast.CM1) as by:
        log_hours(by=by, row=hours, day=month, kind="training", minutes=60)
    with cast.acting(cast.DIRECTOR):
        found = claim(into.pk, month)
        trail.flush()
    assert found is not None
    return made | {"who": found.now[0].who}
