"""Whatever is done in whatever order: nothing goes out without a live permission that names it."""

import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside import clock
from alongside.clock.models import ClockSetting
from alongside.consent import actions, queries
from alongside.consent.gate import NoWayOut, Passage, To, passage
from alongside.consent.models import Disclosure
from tests import cast
from tests.consent import make
from tests.people import lantern

KINDS = ("first_contact", "language", "health")
STEPS = st.one_of(
    st.tuples(
        st.just("grant"), st.integers(0, 1), st.sets(st.sampled_from(KINDS), min_size=1), st.integers(1, 5)
    ),
    st.tuples(st.just("stop"), st.integers(0, 9)),
    st.tuples(st.just("move"), st.integers(1, 80)),
    st.tuples(st.just("wish"), st.integers(0, 1), st.sampled_from(("together", "do_not", "not_sure"))),
    st.tuples(st.just("hold"), st.booleans()),
    st.tuples(st.just("send"), st.integers(0, 1), st.sets(st.sampled_from(KINDS), min_size=1)),
    st.tuples(st.just("old"), st.integers(0, 9)),
)


@dataclass
class Yes:
    """A permission as the model knows it."""

    agency: int
    names: set[str]
    ends_at: datetime
    pk: uuid.UUID
    stopped: bool = False


@dataclass
class Model:
    """What may go out, in a dozen lines."""

    yes: list[Yes] = field(default_factory=list)
    wishes: dict[int, str] = field(default_factory=dict)
    held: bool = False

    def may(self, agency: int, names: set[str], under: uuid.UUID | None = None) -> bool:
        return (
            not self.held
            and self.wishes.get(agency, "together") == "together"
            and any(
                each.agency == agency and names <= each.names and not each.stopped and clock.now() < each.ends_at
                and under in (None, each.pk)
                for each in self.yes
            )
        )  # fmt: skip


class Play:
    """The house beside the model."""

    def __init__(self) -> None:
        self.person = lantern()
        self.agencies = [make.clinic(), make.clinic("Dental clinic", "health")]
        self.programs: dict[int, uuid.UUID] = {}
        self.model, self.sent = Model(), 0
        self.ways: list[tuple[Passage, int]] = []

    def grant(self, by: Any, agency: int, names: set[str], days: int) -> None:
        kept = actions.grant_release(
            by=by, participant=self.person, release=uuid.uuid4(),
            named=make.named(
                self.agencies[agency], information=names, ends_on=clock.today() + timedelta(days=days)
            ),
            given=make.given(by),
        )  # fmt: skip
        self.model.yes.append(Yes(agency, set(names), kept.ends_at, kept.pk))

    def stop(self, by: Any, which: int) -> None:
        if self.model.yes:
            yes = self.model.yes[which % len(self.model.yes)]
            actions.withdraw_release(by=by, participant=self.person, release=yes.pk)
            yes.stopped = True

    def move(self, by: Any, hours: int) -> None:
        ClockSetting.set_to(clock.now() + timedelta(hours=hours), running=False)

    def wish(self, by: Any, agency: int, wish: str) -> None:
        program = self.programs.setdefault(agency, uuid.uuid4())
        actions.save_program(
            by=by, participant=self.person, program=program, agency=self.agencies[agency], wish=wish
        )
        actions.save_wish(by=by, participant=self.person, program=program, wish=wish)
        self.model.wishes[agency] = wish

    def hold(self, by: Any, on: bool) -> None:
        act = actions.pause_sharing if on else actions.resume_sharing
        act(by=by, participant=self.person)
        self.model.held = on

    def send(self, by: Any, agency: int, names: set[str]) -> None:
        may = self.model.may(agency, names)
        try:
            way = passage(
                self.person, to=To(agency=self.agencies[agency]), information=names, purpose="legal",
                method="letter"
            )  # fmt: skip
        except NoWayOut:
            assert not may
            return
        assert may
        self._pass(by, way, may=True)
        self.ways.append((way, agency))

    def old(self, by: Any, which: int) -> None:
        """A way that was open at some time, tried now."""
        if self.ways:
            way, agency = self.ways[which % len(self.ways)]
            self._pass(by, way, may=self.model.may(agency, set(way.information), way.release))

    def _pass(self, by: Any, way: Passage, *, may: bool) -> None:
        try:
            make.sent(by, self.person, way)
        except NoWayOut:
            assert not may
        else:
            assert may
            self.sent += 1
        assert Disclosure.objects.filter(participant_id=self.person).count() == self.sent


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(STEPS, max_size=14))
def test_nothing_ever_goes_out_without_a_live_yes(steps: list[tuple[Any, ...]]) -> None:
    with transaction.atomic():
        ClockSetting.set_to(cast.BEGINS, running=False)
        play = Play()
        for name, *told in steps:
            # Each step is a request of its own: its actor and its time are told to the database anew.
            with cast.acting(cast.CM1) as by:
                getattr(play, name)(by, *told)
        with cast.acting(cast.CM1) as by:
            assert len(queries.disclosures(play.person)) == play.sent
        transaction.set_rollback(True)
