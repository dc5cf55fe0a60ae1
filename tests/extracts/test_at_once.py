"""A stop by a spoken word while a file is taken, on two connections: whoever is first wins, nobody is half in it."""

import uuid
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from alongside.consent import actions as consent_actions
from alongside.consent.models import Disclosure, Release
from alongside.extracts import actions
from tests import cast
from tests.conftest import clone, drop
from tests.consent.test_race import PATIENCE, Desk, done
from tests.extracts import make


@pytest.fixture
def database() -> Iterator[str]:
    name = clone(f"alongside_file_{uuid.uuid4().hex[:8]}")
    yield name
    drop(name)


class Race:
    """Six who said yes and a file that two people agreed to, in a database that other connections see."""

    def __init__(self, database: str) -> None:
        self.extract = uuid.uuid4()

        def begin(_by: Any) -> tuple[uuid.UUID, list[uuid.UUID]]:
            to = make.funder()
            return to, make.said_yes(to, 6)

        to, self.people = done(database, begin)

        def ask(by: Any) -> Any:
            months = {"begins": date(2026, 12, 1), "after": date(2027, 1, 1)}
            return actions.ask_extract(
                by=by, extract=self.extract, kind="htcds", agency=to, purpose="report", **months
            )

        done(database, ask, cast.DIRECTOR)
        agrees = lambda by: actions.agree_to_extract(by=by, extract=self.extract)  # noqa: E731
        done(database, agrees, cast.CUSTODIAN)

    def stop(self, by: Any) -> Release:
        release = Release.objects.get(participant_id=self.people[0])
        return consent_actions.withdraw_release(by=by, participant=self.people[0], release=release.pk)

    def take(self, by: Any) -> int:
        return len(actions.take_extract(by=by, extract=self.extract).told)

    def went(self, by: Any) -> list[int]:
        return [Disclosure.objects.filter(participant_id=each).count() for each in self.people]


def test_a_stop_that_is_being_kept_is_waited_for_and_its_person_is_not_in_the_file(database: str) -> None:
    race = Race(database)
    stop = Desk(database, cast.CM1, race.stop).begin()
    assert stop.worked.wait(PATIENCE)
    take = Desk(database, cast.DIRECTOR, race.take).begin()
    assert not take.worked.wait(0.5)  # it waits for whoever stops
    stop.end()
    take.end()
    assert stop.error is None and take.error is None and take.result == 5
    assert done(database, race.went) == [0, 1, 1, 1, 1, 1]


def test_a_stop_waits_for_a_file_that_was_first_and_then_holds(database: str) -> None:
    race = Race(database)
    take = Desk(database, cast.DIRECTOR, race.take).begin()
    assert take.worked.wait(PATIENCE)
    stop = Desk(database, cast.CM1, race.stop).begin()
    assert not stop.worked.wait(0.5)
    take.end()
    stop.end()
    assert take.error is None and stop.error is None and take.result == 6
    assert done(database, race.went) == [1] * 6
