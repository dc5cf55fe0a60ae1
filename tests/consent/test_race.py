"""A stop and a send at the same moment, on two connections: the send loses."""

import threading
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection, transaction

from alongside import clock, trail
from alongside.access.actor import as_actor
from alongside.consent import actions
from alongside.consent.gate import NoWayOut, Passage, To, passage
from alongside.consent.models import Disclosure, Release
from tests import cast
from tests.conftest import clone, drop
from tests.consent import make
from tests.people import lantern

PATIENCE = 20


class Desk:
    """A request on a connection of its own, which can stand still before it is kept."""

    def __init__(self, database: str, member: cast.Member, work: Callable[[Any], Any]) -> None:
        self.database, self.member, self.work = database, member, work
        self.worked, self.may_commit = threading.Event(), threading.Event()
        self.result: Any = None
        self.error: Exception | None = None
        self.thread = threading.Thread(target=self._run, daemon=True)

    def _run(self) -> None:
        connection.settings_dict = {**connection.settings_dict, "NAME": self.database}
        try:
            with clock.stopped_at(cast.BEGINS), transaction.atomic():
                with connection.cursor() as cursor:
                    cursor.execute("set local role alongside_desk")
                with as_actor(self.member.actor) as _nobody:
                    self.result = self.work(self.member.actor)
                    trail.flush()
                self.worked.set()
                assert self.may_commit.wait(PATIENCE)
        except Exception as error:
            self.error = error
        finally:
            trail.clear()
            self.worked.set()
            connection.close()

    def begin(self) -> "Desk":
        self.thread.start()
        return self

    def end(self) -> "Desk":
        self.may_commit.set()
        self.thread.join(PATIENCE)
        assert not self.thread.is_alive()
        return self


@pytest.fixture
def database() -> Iterator[str]:
    name = clone(f"alongside_race_{uuid.uuid4().hex[:8]}")
    yield name
    drop(name)


def done(database: str, work: Callable[[Any], Any], member: cast.Member = cast.CM1) -> Any:
    desk = Desk(database, member, work).begin().end()
    if desk.error:
        raise desk.error
    return desk.result


class Race:
    """A person with a live permission, in a database that other connections see."""

    def __init__(self, database: str) -> None:
        self.database = database

        def begin(by: Any) -> tuple[uuid.UUID, Release, Passage]:
            person, agency = lantern(), make.clinic()
            release = make.released(person, agency)
            with cast.acting(cast.CM1):
                return person, release, passage(person, to=To(agency=agency), **make.ASKED)

        self.person, self.release, self.way = done(database, begin)

    def stop(self, by: Any) -> Release:
        return actions.withdraw_release(by=by, participant=self.person, release=self.release.pk)

    def send(self, by: Any) -> Disclosure:
        return make.sent(by, self.person, self.way)

    def count(self, by: Any) -> int:
        return Disclosure.objects.filter(participant_id=self.person).count()


def test_a_send_that_comes_while_a_stop_is_being_kept_waits_and_loses(database: str) -> None:
    race = Race(database)
    stop = Desk(database, cast.CM2, race.stop).begin()
    assert stop.worked.wait(PATIENCE)
    send = Desk(database, cast.CM1, race.send).begin()
    assert not send.worked.wait(0.5)  # it waits for whoever stops
    stop.end()
    send.end()
    assert stop.error is None
    assert isinstance(send.error, NoWayOut) and send.error.why == "stopped"
    assert done(database, race.count) == 0


def test_a_stop_waits_for_a_send_that_was_first_and_then_holds(database: str) -> None:
    race = Race(database)
    send = Desk(database, cast.CM1, race.send).begin()
    assert send.worked.wait(PATIENCE)
    stop = Desk(database, cast.CM2, race.stop).begin()
    assert not stop.worked.wait(0.5)
    send.end()
    stop.end()
    assert send.error is None and stop.error is None
    with pytest.raises(NoWayOut):
        done(database, race.send)
    assert done(database, race.count) == 1


@pytest.mark.parametrize("act", ["hold", "wish"])
def test_a_hold_and_a_wish_win_in_the_same_way(database: str, act: str) -> None:
    race = Race(database)

    def hold(by: Any) -> Any:
        if act == "hold":
            return actions.pause_sharing(by=by, participant=race.person)
        return actions.save_program(
            by=by, participant=race.person, program=uuid.uuid4(), agency=race.way.to.agency, wish="do_not"
        )

    first = Desk(database, cast.CM2, hold).begin()
    assert first.worked.wait(PATIENCE)
    send = Desk(database, cast.CM1, race.send).begin()
    assert not send.worked.wait(0.5)
    first.end()
    send.end()
    assert isinstance(send.error, NoWayOut) and send.error.why == ("held" if act == "hold" else act)
