"""The people of a filled agency, a batch at a time: sealed, with their keys, teams, notes and timeline."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from psycopg.types.range import Range

from alongside.participants.tokens import tokens_of
from alongside.vault import sealing
from bench.made_up import RARE, alias, sentences
from bench.rooms import ORDER as OF_ROOMS
from bench.rooms import Beside, Rooms
from bench.rows import Batch
from bench.sizes import YEARS

ORDER = (
    "vault.Key",
    "participants.Participant",
    "participants.Details",
    "participants.ContactPoint",
    "participants.Need",
    "participants.StateChange",
    "participants.Membership",
    "participants.AliasToken",
    "goals.GoalSheet",
    "goals.Goal",
    "goals.Step",
    "connection.Note",
    "connection.ServiceGiven",
    "participants.Moment",
    "frontdoor.Contact",
    *OF_ROOMS,
)


@dataclass(frozen=True)
class Keys:
    """What seals and finds: the door's master key and the search key."""

    master: bytes
    search: bytes


@dataclass(frozen=True)
class Told:
    """What is the same for everybody: now, who works here, which services are offered, the rules of clocks."""

    now: datetime
    kinds: tuple[UUID, ...]
    site: UUID
    clock_rule: UUID
    approval_rule: UUID


@dataclass(frozen=True)
class Wanted:
    """One participant to make: who walks with them, whether that has ended, and how long their story is."""

    case_manager: UUID
    backup: UUID | None
    ended: bool
    parted: bool
    notes: int


class Maker:
    """Adds made-up people to a batch."""

    def __init__(self, batch: Batch, keys: Keys, told: Told, chance: random.Random) -> None:
        self.batch, self.keys, self.told, self.chance = batch, keys, told, chance
        self.rooms = Rooms(batch.add, keys.master, chance)

    def person(self, wanted: Wanted) -> UUID:
        """One participant with everything about them; gives their id."""
        who, name, key = uuid4(), uuid4(), sealing.new_key()
        add = self.batch.add
        begun = self.told.now - timedelta(days=self.chance.randint(40, YEARS * 365))
        called = alias(self.chance)
        add(
            "vault.Key",
            id=uuid4(),
            key_id=name,
            door="desk",
            participant_id=who,
            wrapped=sealing.wrap(self.keys.master, "desk", name, key),
        )
        state = "closed" if wanted.ended else "active"
        by = wanted.case_manager
        add(
            "participants.Participant",
            key,
            id=who,
            key_id=name,
            alias=called,
            state=state,
            state_since=begun,
            case_manager_id=None if wanted.parted else by,
            site_id=None,
            first_contact_at=begun,
            started_at=begun,
            under_18="",
            added_by_id=by,
        )
        self._about(who, name, key, by, begun)
        self._states(who, name, key, by, begun, wanted)
        self._team(who, begun, wanted)
        for token in tokens_of(called, self.keys.search):
            add("participants.AliasToken", id=uuid4(), participant_id=who, token=token)
        self._plan(who, name, key, by, begun)
        for _each in range(wanted.notes):
            self._note(who, name, key, by, begun)
        if not wanted.ended:
            rules = {"clock_rule": self.told.clock_rule, "approval_rule": self.told.approval_rule}
            self.rooms.around(Beside(who, name, key, by, wanted.backup, self.told.now, **rules))
        return who

    def _moment(self, who: UUID, at: datetime, room: str, kind: str, ref: UUID | None, by: UUID) -> None:
        self.batch.add(
            "participants.Moment",
            id=uuid4(),
            participant_id=who,
            at=at,
            room=room,
            kind=kind,
            ref=ref,
            by_id=by,
        )

    def _about(self, who: UUID, name: UUID, key: bytes, by: UUID, begun: datetime) -> None:
        of: dict[str, Any] = {"key_id": name, "participant_id": who}
        self.batch.add(
            "participants.Details",
            key,
            id=uuid4(),
            **of,
            pronouns="they",
            languages="some English",
            helps="tea, sitting near the door",
            does_not_help="being touched",
            if_quiet="one text, then wait two weeks",
            changed_at=begun,
            changed_by_id=by,
        )
        self.batch.add(
            "participants.ContactPoint",
            key,
            id=uuid4(),
            **of,
            channel="phone",
            address="555-0142",
            may_text="yes",
            may_call="no",
            preferred=True,
            confirmed_at=begun,
            confirmed_by_id=by,
        )
        words = self.chance.choice(("a room with a lock", "my papers back", "work that pays on Fridays"))
        self.batch.add("participants.Need", key, id=uuid4(), **of, words=words, at=begun, by_id=by)

    def _states(self, who: UUID, name: UUID, key: bytes, by: UUID, begun: datetime, wanted: Wanted) -> None:
        for state in ("contact", "active", *(("closed",) if wanted.ended else ())):
            ref = uuid4()
            self.batch.add(
                "participants.StateChange",
                key,
                id=ref,
                key_id=name,
                participant_id=who,
                state=state,
                at=begun,
                by_id=by,
            )
            self._moment(who, begun, "participants", "state", ref, by)

    def _team(self, who: UUID, begun: datetime, wanted: Wanted) -> None:
        ends = begun + timedelta(days=30) if wanted.parted else None
        for part, staff in (("case_manager", wanted.case_manager), ("backup", wanted.backup)):
            if staff is not None:
                self.batch.add(
                    "participants.Membership",
                    id=uuid4(),
                    participant_id=who,
                    staff_id=staff,
                    part=part,
                    during=Range(begun, ends),
                )

    def _plan(self, who: UUID, name: UUID, key: bytes, by: UUID, begun: datetime) -> None:
        of: dict[str, Any] = {"key_id": name, "participant_id": who}
        when: dict[str, Any] = {"changed_at": begun, "changed_by_id": by}
        self.batch.add("goals.GoalSheet", key, id=uuid4(), **of, fits_around="no Sundays", **when)
        for place, words in enumerate(("a room with a lock", "fix my tooth")):
            goal = uuid4()
            self.batch.add(
                "goals.Goal", key, id=goal, **of, **when, words=words, place=place, set_at=begun, by_id=by
            )
            self._moment(who, begun, "goals", "goal", goal, by)
            self.batch.add(
                "goals.Step",
                key,
                id=uuid4(),
                **of,
                **when,
                goal_id=goal,
                words="ask who interprets",
                who="together",
                place=0,
                set_at=begun,
                by_id=by,
            )

    def _note(self, who: UUID, name: UUID, key: bytes, by: UUID, begun: datetime) -> None:
        span = (self.told.now - begun).total_seconds()
        at, note = begun + timedelta(seconds=self.chance.random() * span), uuid4()
        happened = sentences(self.chance)
        if self.chance.random() < 0.002:
            happened += f" {RARE}"
        self.batch.add(
            "connection.Note",
            key,
            id=note,
            key_id=name,
            participant_id=who,
            kind=self.chance.choice(("met", "call", "message", "no_answer")),
            at=at,
            by_id=by,
            minutes=self.chance.choice((5, 15, 30, 45)),
            happened=happened,
            responded=sentences(self.chance, 0, 2),
            participant_can_see=True,
            written_at=at,
        )
        self._moment(who, at, "connection", "note", note, by)
        if self.chance.random() < 0.3:
            kind = self.chance.choice(self.told.kinds)
            self.batch.add(
                "connection.ServiceGiven",
                id=uuid4(),
                participant_id=who,
                note_id=note,
                kind_id=kind,
                minutes=15,
            )

    def contact(self, by: UUID) -> None:
        """An anonymous call of these ten years, joined to nobody."""
        contact, name, key = uuid4(), uuid4(), sealing.new_key()
        wrapped = sealing.wrap(self.keys.master, "desk", name, key)
        self.batch.add("vault.Key", id=uuid4(), key_id=name, door="desk", contact_id=contact, wrapped=wrapped)
        at = self.told.now - timedelta(days=self.chance.random() * YEARS * 365)
        self.batch.add(
            "frontdoor.Contact",
            key,
            id=contact,
            key_id=name,
            door="call",
            at=at,
            by_id=by,
            words=sentences(self.chance, 1, 2),
        )
