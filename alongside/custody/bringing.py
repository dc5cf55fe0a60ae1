"""From what rows say to rows of the house, sealed here and written by the keeper."""

import json
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

from django.db import connection, models

from alongside import clock
from alongside.access.keeper import call
from alongside.connection.choices import NoteKind
from alongside.connection.models import Note, ServiceGiven
from alongside.custody.models import ImportedPerson, number_token, said_token
from alongside.custody.rules.rows import Told, items
from alongside.goals.models import Goal
from alongside.participants.choices import Channel, Like, Part, State
from alongside.participants.models import (
    ContactPoint,
    Details,
    Likeness,
    Membership,
    Moment,
    Need,
    Participant,
    StateChange,
)
from alongside.participants.rules import SUGGESTED_ALIAS
from alongside.participants.tokens import alike_by_alias, alike_by_way, tokens_of
from alongside.vault import ring
from alongside.vault.fields import SealedText, sealed_value

DETAILS = ("name", "pronouns", "gender", "languages", "interpreter", "helps", "does_not_help")
ORDER = (Participant, StateChange, Details, Need, ContactPoint, Likeness, Membership, Goal, Note, ServiceGiven,
         Moment)  # fmt: skip
AT_NOON = time(12)
AT_ONCE = 500


def hexed(value: bytes) -> str:
    """Bytes as the database reads them in a text."""
    return "\\x" + value.hex()


def as_columns(row: models.Model) -> dict[str, Any]:
    """A new row by its columns, its words sealed."""
    told: dict[str, Any] = {}
    for field in row._meta.concrete_fields:
        column = str(field.column)
        if isinstance(field, SealedText):
            told[column] = hexed(sealed_value(row, field.name))  # type: ignore[arg-type]
            continue
        value = getattr(row, field.attname)
        told[column] = hexed(bytes(value)) if isinstance(value, bytes) else value
    return told


class Bringing:
    """One import, while it runs: keeps the keys of those whose rows may still come, and nothing they said."""

    def __init__(self, move: uuid.UUID, by: uuid.UUID) -> None:
        self.move, self.by, self.now = move, by, clock.now()
        self.numbers: dict[str, tuple[uuid.UUID, uuid.UUID, int]] = {}
        self.brought: list[uuid.UUID] = []
        self.added: list[uuid.UUID] = []
        self._said: dict[str, set[bytes]] = defaultdict(set)
        self._adding: list[dict[str, Any]] = []
        self._rows: dict[type[models.Model], list[models.Model]] = defaultdict(list)
        self._keys: list[dict[str, Any]] = []
        self._tokens: list[dict[str, Any]] = []
        self._wrapped: dict[uuid.UUID, bytes] = {}

    def tell(self, rows: Iterable[Told], came: Mapping[str, uuid.UUID]) -> None:
        """Take rows in, and write what they make. `came`: who came before, by their numbers."""
        for told in rows:
            self._one(told, came.get(told.one("number")))
        self._write()

    def remember(self) -> None:
        """Keep by which numbers these people are known again, and tokens of what was said of them."""
        told = [
            {
                "participant_id": person,
                "number": hexed(number_token(number)),
                "said": sorted(map(hexed, self._said[number])),
            }
            for number, (person, _key, _goals) in self.numbers.items()
        ]
        for start in range(0, len(told), AT_ONCE):
            call("core.remember_brought", self.move, as_json(told[start : start + AT_ONCE]))

    def _at(self, told: Told, name: str) -> datetime:
        day: date | None = told.days.get(name)
        return min(datetime.combine(day, AT_NOON, clock.zone()), self.now) if day else self.now

    def _one(self, told: Told, came: uuid.UUID | None) -> None:
        number = told.one("number")
        if number not in self.numbers or not number:
            person, key, goals = came or uuid.uuid4(), uuid.uuid4(), 0
            self._add_to(person, key) if came else self._somebody(told, person, key)
        else:
            person, key, goals = self.numbers[number]
            ring.hold(key, self._wrapped[key])
        goals = self._beside(told, person, key, goals)
        if number:
            self.numbers[number] = (person, key, goals)
            self._said[number] |= {said_token(number, each) for each in items(told)}

    def _add_to(self, person: uuid.UUID, key: uuid.UUID) -> None:
        """More about somebody who is here: under a fresh key, since nobody who brings a file opens their record."""
        self._wrapped[key] = ring.make(key)
        self._keys.append({"key_id": key, "participant_id": person, "wrapped": hexed(self._wrapped[key])})
        self._adding.append({"participant_id": person, "added_key": key})
        self.added.append(person)

    def _somebody(self, told: Told, person: uuid.UUID, key: uuid.UUID) -> None:
        wrapped = ring.make(key)
        if told.one("number"):
            self._wrapped[key] = wrapped
        self._keys.append({"key_id": key, "participant_id": person, "wrapped": hexed(wrapped)})
        self.brought.append(person)
        since = self._at(told, "first_contact")
        state = told.one("state") or State.CONTACT.value
        alias = told.one("alias") or told.one("name") or f"{SUGGESTED_ALIAS} {told.one('number')}"
        started = since if state in (State.ACTIVE, State.PAUSED, State.CLOSED) else None
        case_manager = told.one("case_manager") or None
        of: dict[str, Any] = {"key_id": key, "participant_id": person}
        self._rows[Participant].append(
            Participant(
                id=person, key_id=key, alias=alias, state=state, state_since=self.now, case_manager_id=case_manager,
                first_contact_at=since, started_at=started, under_18=told.one("under_18"), added_by_id=self.by,
            )
        )  # fmt: skip
        change = StateChange(**of, state=state, words="", at=self.now, by_id=self.by)
        self._rows[StateChange].append(change)
        self._mark(person, self.now, "participants", "state", change.pk)
        self._tokens.append({"participant_id": person, "tokens": [each.hex() for each in tokens_of(alias)]})
        self._alike(person, Like.ALIAS, person, alike_by_alias(alias))
        said = {name: told.one(name) for name in DETAILS}
        if any(said.values()):
            self._rows[Details].append(Details(**of, **said, changed_at=self.now, changed_by_id=self.by))
        for part, staff in ((Part.CASE_MANAGER, case_manager), (Part.BACKUP, told.one("backup"))):
            if staff:
                span: Any = f"[{self.now.isoformat()},)"
                self._rows[Membership].append(
                    Membership(participant_id=person, staff_id=staff, part=part, during=span)
                )

    def _beside(self, told: Told, person: uuid.UUID, key: uuid.UUID, goals: int) -> int:
        of: dict[str, Any] = {"key_id": key, "participant_id": person}
        for words in told.said.get("need", []):
            at = self._at(told, "first_contact")
            self._rows[Need].append(Need(**of, words=words, at=at, by_id=self.by))
        for name, channel in (("phone", Channel.PHONE), ("email", Channel.EMAIL)):
            # Nothing is taken for safe: whoever walks with them asks before the first call.
            for address in told.said.get(name, []):
                way = ContactPoint(**of, channel=channel, address=address)
                self._rows[ContactPoint].append(way)
                self._alike(person, Like.WAY, way.pk, alike_by_way(channel, address))
        for words in told.said.get("goal", []):
            stamp = {"set_at": self.now, "by_id": self.by, "changed_at": self.now, "changed_by_id": self.by}
            self._rows[Goal].append(Goal(**of, words=words, place=goals, **stamp))
            goals += 1
        for words in told.said.get("note", []):
            self._note(of, self._at(told, "note_on"), words)
        if service := told.one("service"):
            at = self._at(told, "service_on" if "service_on" in told.days else "note_on")
            note = self._note(of, at, "")
            self._rows[ServiceGiven].append(ServiceGiven(participant_id=person, note=note, kind_id=service))
        return goals

    def _note(self, of: dict[str, Any], at: datetime, words: str) -> Note:
        # Where the file does not say what kind of contact it was, neither do we.
        note = Note(
            **of, kind=NoteKind.OTHER, at=at, by_id=self.by, happened=words, written_at=self.now,
            participant_can_see=True,
        )  # fmt: skip
        self._rows[Note].append(note)
        self._mark(of["participant_id"], at, "connection", "note", note.pk)
        return note

    def _alike(self, person: uuid.UUID, of: Like, ref: uuid.UUID, token: bytes | None) -> None:
        if token:
            stamp = {"at": self.now, "by_id": self.by}
            row = Likeness(participant_id=person, of=of.value, ref=ref, token=token, **stamp)
            self._rows[Likeness].append(row)

    def _mark(self, person: uuid.UUID, at: datetime, room: str, kind: str, ref: uuid.UUID) -> None:
        self._rows[Moment].append(
            Moment(participant_id=person, at=at, room=room, kind=kind, ref=ref, by_id=self.by)
        )

    def _write(self) -> None:
        if self._adding:
            self._keep(ImportedPerson._meta.db_table, self._adding)
        for model in ORDER:
            rows = [as_columns(row) for row in self._rows[model]]
            if rows:
                self._keep(model._meta.db_table, rows)
            if model is Participant and self._keys:
                self._keep("vault_key", self._keys)
                self._keep("participants_aliastoken", self._tokens)
        self._rows.clear()
        self._keys, self._tokens, self._adding = [], [], []
        ring.forget()

    def _keep(self, table: str, rows: list[dict[str, Any]]) -> None:
        with connection.cursor() as cursor:
            cursor.execute("select core.bring_over(%s, %s, %s::jsonb)", [self.move, table, as_json(rows)])


def as_json(rows: list[dict[str, Any]]) -> str:
    """Rows as the keeper's functions read them."""
    return json.dumps(rows, ensure_ascii=False, default=_plainly)


def _plainly(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime | date) else str(value)
