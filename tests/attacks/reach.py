"""A plain model of who reaches whom, and the same steps through the acts and the keeper's functions."""

import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import connection, transaction
from django.db.utils import DatabaseError
from hypothesis import strategies as st

from alongside import clock
from alongside.access.acts import TurnedDown
from alongside.clock.models import ClockSetting
from alongside.participants.actions import assign, release_part, save_alias
from alongside.participants.choices import Part
from alongside.participants.choosing import request_case_manager, settle_case_manager_request
from alongside.participants.models import Participant
from alongside.workforce.actions import close_desk, put_on_call
from tests import cast

PLAYERS = (cast.CM1, cast.CM2, cast.CM3, cast.ON_CALL, cast.SUPERVISOR)
LASTING = ("case_manager", "backup")
HOURS = st.integers(1, 30)
WHO = st.integers(0, len(PLAYERS) - 1)
WHOM = st.integers(0, 1)
STEP = st.one_of(
    st.tuples(st.just("assign"), WHOM, WHO, st.sampled_from(LASTING)),
    st.tuples(st.just("release"), WHOM, st.sampled_from(LASTING)),
    st.tuples(st.just("tie"), WHOM, WHO, st.sampled_from(("handover", "cover", "break_glass")), HOURS, HOURS),
    st.tuples(st.just("end"), WHOM, WHO, st.sampled_from(("handover", "cover", "break_glass"))),
    st.tuples(st.just("wish"), WHOM, WHO),
    st.tuples(st.just("lift"), WHOM, WHO),
    st.tuples(st.just("on_call"), WHO, HOURS),
    st.tuples(st.just("leave"), WHO),
    st.tuples(st.just("come_back"), WHO),
    st.tuples(st.just("team"), WHO, st.booleans()),
    st.tuples(st.just("pass"), HOURS),
)


@dataclass
class Tie:
    """One row of who walks with whom."""

    staff: uuid.UUID
    part: str
    begins: datetime
    ends: datetime | None = None

    def runs(self, now: datetime) -> bool:
        return self.begins <= now and (self.ends is None or now < self.ends)

    def cut(self, now: datetime) -> None:
        if self.ends is None or self.ends > now:
            self.ends = max(now, self.begins)


@dataclass
class Person:
    """A participant of the model."""

    id: uuid.UUID
    ties: list[Tie] = field(default_factory=list)
    wishes: dict[uuid.UUID, uuid.UUID] = field(default_factory=dict)
    lifted: set[uuid.UUID] = field(default_factory=set)
    settled: set[uuid.UUID] = field(default_factory=set)

    def holder(self, part: str, now: datetime) -> uuid.UUID | None:
        return next((each.staff for each in self.ties if each.part == part and each.runs(now)), None)

    def refuses(self, staff: uuid.UUID) -> bool:
        return any(whom == staff and ask not in self.lifted for ask, whom in self.wishes.items())


class Model:
    """What should be so, in plain words of Python."""

    def __init__(self) -> None:
        self.people = [Person(uuid.uuid4()), Person(uuid.uuid4())]
        self.roles = {each.id: {str(role) for role in each.roles} for each in PLAYERS}
        self.leads = {each.id: cast.SUPERVISOR.id if each.supervised else None for each in PLAYERS}
        self.here = {each.id for each in PLAYERS}
        self.nights: list[Tie] = []
        self.now = clock.now()

    def works_with_people(self, staff: uuid.UUID) -> bool:
        return staff in self.here and bool(self.roles[staff] & {"case_manager", "supervisor"})

    def on_call(self, staff: uuid.UUID) -> bool:
        return staff in self.here and any(each.staff == staff and each.runs(self.now) for each in self.nights)

    def ends_by_itself(self, person: Person) -> bool:
        """Whether the part of their case manager ends without a transfer; nothing closes here."""
        running = [each for each in person.ties if each.part == "case_manager" and each.runs(self.now)]
        chosen = self.now - timedelta(days=1)
        return not running or any(
            each.begins > chosen or each.staff not in self.here or person.refuses(each.staff)
            for each in running
        )

    def reaches(self, staff: uuid.UUID) -> set[uuid.UUID]:
        roles = self.roles[staff] if staff in self.here else set()
        found = set()
        for person in self.people:
            running = [each for each in person.ties if each.runs(self.now)]
            mine = [each.part for each in running if each.staff == staff]
            team = any(self.leads[each.staff] == staff and each.part != "break_glass" for each in running)
            opens = bool(roles & {"case_manager", "supervisor"}) and any(
                part != "break_glass" for part in mine
            )
            if "supervisor" in roles:
                opens |= team or person.holder("case_manager", self.now) is None
                opens |= any(
                    ask not in person.settled and whom != staff and self._goes_to(whom) in (staff, None)
                    for ask, whom in person.wishes.items()
                )
            if opens:
                found.add(person.id)
        return found

    def reads(self, staff: uuid.UUID) -> set[uuid.UUID]:
        """Whose record was opened on call for a stated reason: it is read and never changed."""
        if not self.on_call(staff) or not self.roles[staff] - {"adviser"}:
            return set()
        return {
            person.id
            for person in self.people
            if not person.refuses(staff)
            and any(
                each.staff == staff and each.part == "break_glass" and each.runs(self.now)
                for each in person.ties
            )
        }

    def _goes_to(self, concerned: uuid.UUID) -> uuid.UUID | None:
        leads = self.leads[concerned]
        able = leads and leads != concerned and leads in self.here and "supervisor" in self.roles[leads]
        return leads if able else None


def by_keeper(statement: str, *values: Any) -> None:
    """Something no door may do."""
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        try:
            with transaction.atomic():
                cursor.execute(statement, values)
        finally:
            cursor.execute("set local role alongside_desk")


def tried(work: Any) -> bool:
    """Whether it was done, or turned down."""
    try:
        with transaction.atomic():
            work()
    except (DatabaseError, PermissionError, ValueError, TurnedDown, ObjectDoesNotExist):
        return False
    return True


class Walls:
    """The same steps, through the acts and the keeper's functions."""

    def __init__(self, model: Model) -> None:
        self.model = model
        for number, person in enumerate(model.people):
            with cast.acting(cast.SUPERVISOR) as by:
                save_alias(by=by, participant=person.id, alias=f"Wren {number}")

    def step(self, kind: str, *told: Any) -> None:
        getattr(self, kind)(*told)

    def assign(self, whom: int, who: int, part: str) -> None:
        person, staff, now = self.model.people[whom], PLAYERS[who].id, self.model.now
        manager = person.holder("case_manager", now)
        may = cast.SUPERVISOR.id in self.model.here
        may &= manager is None or cast.SUPERVISOR.id in (manager, self.model.leads[manager])
        may &= self.model.works_with_people(staff) and not person.refuses(staff)
        may &= manager is None if part == "case_manager" else manager != staff
        with cast.acting(cast.SUPERVISOR) as by:
            done = tried(
                lambda: assign(
                    by=by, participant=person.id, staff=staff, part=Part(part), why="known to them"
                )
            )
        assert done == may, (part, PLAYERS[who].username)
        if done:
            if part == "backup":
                for each in person.ties:
                    if each.part == "backup":
                        each.cut(now)
            person.ties.append(Tie(staff, part, now))

    def release(self, whom: int, part: str) -> None:
        person = self.model.people[whom]
        may = person.id in self.model.reaches(cast.SUPERVISOR.id)
        may &= part != "case_manager" or self.model.ends_by_itself(person)
        with cast.acting(cast.SUPERVISOR) as by:
            assert tried(lambda: release_part(by=by, participant=person.id, part=Part(part))) == may
        if may:
            for each in person.ties:
                if each.part == part:
                    each.cut(self.model.now)

    def tie(self, whom: int, who: int, part: str, after: int, hours: int) -> None:
        person, staff = self.model.people[whom], PLAYERS[who].id
        begins = self.model.now + timedelta(hours=after - 8)
        ends = begins + timedelta(hours=hours)
        fits = self.model.works_with_people(staff) if part != "break_glass" else staff in self.model.here
        fits &= bool(self.model.roles[staff]) and not person.refuses(staff) and ends > self.model.now
        done = tried(
            lambda: by_keeper("select core.tie(%s, %s, %s, %s, %s)", person.id, staff, part, begins, ends)
        )
        assert done == fits
        if done:
            person.ties.append(Tie(staff, part, begins, ends))

    def end(self, whom: int, who: int, part: str) -> None:
        person, staff = self.model.people[whom], PLAYERS[who].id
        by_keeper("select core.end_ties(%s, %s, %s)", person.id, staff, part)
        self._cut(person, staff, part)

    def _cut(self, person: Person, staff: uuid.UUID, *parts: str) -> None:
        for each in person.ties:
            if each.staff == staff and each.part in parts:
                each.cut(self.model.now)

    def wish(self, whom: int, who: int) -> None:
        person, staff, ask = self.model.people[whom], PLAYERS[who].id, uuid.uuid4()
        if person.id not in self.model.reaches(cast.SUPERVISOR.id):
            return
        with cast.acting(cast.SUPERVISOR) as by:
            request_case_manager(by=by, whom=person.id, ask=ask, kind="not_them", concerns=staff)
        person.wishes[ask] = staff
        self._cut(person, staff, "handover", "cover", "break_glass")

    def lift(self, whom: int, who: int) -> None:
        person, staff = self.model.people[whom], PLAYERS[who].id
        if staff == cast.SUPERVISOR.id:
            return
        for ask in [ask for ask, concerned in person.wishes.items() if concerned == staff]:
            if cast.SUPERVISOR.id not in (self.model._goes_to(staff), None) and ask not in person.settled:
                continue
            with cast.acting(cast.SUPERVISOR) as by:
                settle_case_manager_request(by=by, ask=ask, lift=True)
            if self.model._goes_to(staff) in (cast.SUPERVISOR.id, None):
                person.lifted.add(ask)
                person.settled.add(ask)

    def on_call(self, who: int, hours: int) -> None:
        staff, now = PLAYERS[who].id, self.model.now
        ends = now + timedelta(hours=hours)
        done = False
        with cast.acting(cast.ADMIN) as by:
            shift = {"shift": uuid.uuid4(), "staff": staff, "place": "first", "begins": now, "ends": ends}
            done = tried(lambda: put_on_call(by=by, **shift))
        if done:
            self.model.nights.append(Tie(staff, "first", now, ends))

    def leave(self, who: int) -> None:
        model, staff = self.model, PLAYERS[who].id
        if staff == cast.SUPERVISOR.id or staff not in model.here:
            return
        model.now += timedelta(minutes=1)
        ClockSetting.set_to(model.now, running=False)
        with cast.acting(cast.ADMIN, fresh=True) as by:
            close_desk(by=by, staff=staff)
        model.here.discard(staff)
        model.roles[staff] = set()
        for each in model.nights:
            if each.staff == staff:
                each.cut(model.now)
        for person in model.people:
            self._left(person, staff)

    def _left(self, person: Person, staff: uuid.UUID) -> None:
        model = self.model
        backup = person.holder("backup", model.now)
        ready = backup and model.works_with_people(backup) and not person.refuses(backup)
        if person.holder("case_manager", model.now) == staff:
            self._cut(person, staff, "case_manager")
            if ready and backup:
                self._cut(person, backup, "backup")
                person.ties.append(Tie(backup, "case_manager", model.now))
        self._cut(person, staff, "backup", "handover", "cover", "break_glass")

    def come_back(self, who: int) -> None:
        member = PLAYERS[who]
        if member.id in self.model.here:
            return
        by_keeper("update access.access_account set is_active = true where id = %s", member.id)
        for role in member.roles:
            by_keeper(
                "insert into access.access_roleheld (id, account_id, role) values (gen_random_uuid(), %s, %s)",
                member.id,
                str(role),
            )
        self.model.here.add(member.id)
        self.model.roles[member.id] = {str(role) for role in member.roles}

    def team(self, who: int, led: bool) -> None:
        staff, leads = PLAYERS[who].id, cast.SUPERVISOR.id if led else None
        if staff != cast.SUPERVISOR.id:
            by_keeper("update core.agency_staff set supervisor_id = %s where id = %s", leads, staff)
            self.model.leads[staff] = leads

    def __getattr__(self, name: str) -> Any:
        if name == "pass":
            return self._pass
        raise AttributeError(name)

    def _pass(self, hours: int) -> None:
        self.model.now += timedelta(hours=hours)
        ClockSetting.set_to(self.model.now, running=False)

    def agree(self, step: Any) -> None:
        """Nobody reaches more or less than the model says, by list or by address."""
        known = {each.id for each in self.model.people}
        for member in PLAYERS:
            with cast.acting(member), connection.cursor() as cursor:
                cursor.execute("select core.my_people(), core.read_tonight()")
                found, read = (set(each) & known for each in cursor.fetchone())
                rows = set(Participant.objects.filter(pk__in=known).values_list("pk", flat=True))
            assert found == self.model.reaches(member.id), (step, member.username)
            assert read == self.model.reads(member.id), (step, member.username)
            assert rows == found | read, (step, member.username)
