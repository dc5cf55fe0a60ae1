"""A note that is still being saved while a month is closed is not lost: it is a line of the next correction."""

import uuid
from datetime import date, timedelta
from typing import Any

from alongside.connection.actions import log_contact
from alongside.funding import claim_actions, claim_queries
from alongside.funding.claim_models import ClaimLine, Closing
from tests import cast
from tests.consent.test_race import Desk, database, done
from tests.funding.streams_make import enrolled, stream
from tests.people import lantern

__all__ = ["database"]
DECEMBER = date(2026, 12, 1)


def test_what_commits_after_the_closing_is_a_line_of_the_next_one(database: str) -> None:
    def begin(_by: Any) -> tuple[uuid.UUID, uuid.UUID]:
        person, into = lantern(), stream()
        enrolled(person, into)
        return person, into.pk

    person, into = done(database, begin)

    def write(by: Any) -> None:
        at = cast.BEGINS - timedelta(days=20)
        log_contact(by=by, participant=person, note=uuid.uuid4(), kind="met", at=at, happened="x")

    def close(by: Any) -> int:
        return claim_actions.close_month(by=by, closing=uuid.uuid4(), stream=into, month=DECEMBER)

    late = Desk(database, cast.CM1, write).begin()
    assert late.worked.wait(20) and late.error is None
    assert done(database, close, cast.DIRECTOR) == 0
    assert late.end().error is None

    def look(_by: Any) -> tuple[int, int]:
        found = claim_queries.claim(into, DECEMBER)
        assert found is not None
        return len(found.lines), len(found.later.came)

    assert done(database, look, cast.DIRECTOR) == (0, 1)
    assert done(database, close, cast.DIRECTOR) == 1
    assert done(database, look, cast.DIRECTOR) == (1, 0)


def test_two_who_close_at_once_write_every_line_once(database: str) -> None:
    def begin(by: Any) -> uuid.UUID:
        person, into = lantern(), stream(asks="nothing")
        enrolled(person, into)
        return into.pk

    into = done(database, begin)

    def close(by: Any) -> int:
        return claim_actions.close_month(by=by, closing=uuid.uuid4(), stream=into, month=DECEMBER)

    first = Desk(database, cast.DIRECTOR, close).begin()
    assert first.worked.wait(20) and first.result == 1
    second = Desk(database, cast.DIRECTOR, close)
    second.may_commit.set()
    second.begin()
    assert first.end().error is None
    second.thread.join(20)
    assert type(second.error).__name__ == "NothingCameLater"

    def look(_by: Any) -> tuple[int, int]:
        return ClaimLine.objects.count(), Closing.objects.count()

    assert done(database, look, cast.DIRECTOR) == (1, 1)
