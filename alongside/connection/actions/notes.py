"""What is done with notes: keeping, amending, taking away and bringing back, adding their statement."""

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.refusals import refused_as
from alongside.access.roles import Can
from alongside.connection import rules
from alongside.connection.choices import NoteKind
from alongside.connection.models import Note, NoteStatement, NoteVersion, ServiceGiven, ServiceKind
from alongside.keeping.removing import removable
from alongside.keeping.rows import authored, held, insert
from alongside.keeping.rules import ChangedMeanwhile, KeptAlready, NothingWritten, is_stale
from alongside.participants.models import Participant
from alongside.participants.timeline import mark, move


@dataclass(frozen=True)
class Said:
    """What a note says. `happened` and `responded` are equals; either is enough."""

    happened: str = ""
    responded: str = ""
    kind: str = NoteKind.MET
    minutes: int | None = None
    services: frozenset[uuid.UUID] = frozenset()
    at: datetime | None = None
    tags: frozenset[str] = frozenset()

    def same_as(self, note: Note, services: Collection[uuid.UUID]) -> bool:
        """Whether a note says this already. A time that was not given agrees with any."""
        return (
            (self.happened, self.responded, self.kind, self.minutes)
            == (note.happened, note.responded, note.kind, note.minutes)
            and self.services == frozenset(services)
            and self.tags == frozenset(note.tags)
            and self.at in (None, note.at)
        )

    def check(self) -> None:
        """Raises NothingWritten or StillToCome."""
        if not rules.says_something(self.happened, self.responded, len(self.services), self.minutes):
            raise NothingWritten
        if self.at is not None and rules.is_still_to_come(self.at, clock.now()):
            raise rules.StillToCome


@act(Can.LOG_CONTACT, said=_("wrote a note"))
def log_contact(
    *,
    by: Actor,
    participant: uuid.UUID,
    note: uuid.UUID,
    happened: str = "",
    responded: str = "",
    kind: str = NoteKind.MET,
    minutes: int | None = None,
    services: Collection[uuid.UUID] = (),
    at: datetime | None = None,
    participant_can_see: bool = True,
    tags: Collection[str] = (),
) -> Note:
    """Keep a note of a contact, an attempt or work without contact. `note` is the new id; the same id and
    words again give the note that stands, other words raise KeptAlready."""
    said = Said(happened, responded, kind, minutes, frozenset(services), at, frozenset(tags))
    said.check()
    # A double click waits here until its first half is done, and then finds the note.
    person = Participant.objects.select_for_update(no_key=True).get(pk=participant)
    stands = Note.objects.filter(pk=note).first()
    if stands is not None:
        if stands.participant_id == participant and said.same_as(stands, _services_of(stands)):
            return stands
        raise KeptAlready
    now = clock.now()
    kept = Note(
        id=note,
        **authored(by, person, at=at or now),
        kind=kind,
        minutes=minutes,
        tags=sorted(said.tags),
        happened=happened,
        responded=responded,
        participant_can_see=participant_can_see,
        written_at=now,
    )
    insert(kept)
    _give(kept, said.services)
    mark(by=by, participant=participant, at=kept.at, room="connection", kind="note", ref=kept.id)
    return kept


def _services_of(note: Note) -> list[uuid.UUID]:
    return sorted(ServiceGiven.objects.filter(note=note).values_list("kind_id", flat=True))


def _give(note: Note, services: frozenset[uuid.UUID]) -> None:
    minutes = rules.minutes_of_each(len(services), note.minutes)
    ServiceGiven.objects.bulk_create(
        ServiceGiven(participant_id=note.participant_id, note=note, kind_id=kind, minutes=minutes)
        for kind in sorted(services)
    )


@act(Can.LOG_CONTACT, said=_("amended a note"))
def amend_note(
    *,
    by: Actor,
    participant: uuid.UUID,
    note: uuid.UUID,
    seen: int | None,
    happened: str,
    responded: str,
    kind: str,
    minutes: int | None,
    services: Collection[uuid.UUID],
    at: datetime | None = None,
    tags: Collection[str] = (),
) -> Note:
    """Put a note right; the words it had are kept beside it. `seen` is the version that was read.
    Raises ChangedMeanwhile."""
    said = Said(happened, responded, kind, minutes, frozenset(services), at, frozenset(tags))
    said.check()
    stands = held(Note, note, participant_id=participant)
    before = _services_of(stands)
    if said.same_as(stands, before):
        return stands
    if is_stale(seen, stands.version):
        raise ChangedMeanwhile(stands)
    _keep_version(stands, before)
    moved = at is not None and at != stands.at
    stands.happened, stands.responded, stands.kind, stands.minutes = happened, responded, kind, minutes
    stands.at, stands.tags = at or stands.at, sorted(said.tags)
    stands.version += 1
    stands.amended_at, stands.amended_by_id = clock.now(), by.id
    stands.save(
        update_fields=[
            "happened",
            "responded",
            "kind",
            "minutes",
            "at",
            "tags",
            "version",
            "amended_at",
            "amended_by",
        ]
    )
    ServiceGiven.objects.filter(note=stands).delete()
    _give(stands, said.services)
    if moved:
        move(ref=stands.id, room="connection", at=stands.at)
    return stands


def _keep_version(stands: Note, services: list[uuid.UUID]) -> None:
    NoteVersion.objects.create(
        key_id=stands.key_id,
        participant_id=stands.participant_id,
        note=stands,
        version=stands.version,
        kind=stands.kind,
        at=stands.at,
        minutes=stands.minutes,
        services=services,
        tags=stands.tags,
        happened=stands.happened,
        responded=stands.responded,
        written_at=stands.amended_at or stands.written_at,
        by_id=stands.amended_by_id or stands.by_id,
    )


remove_note, restore_note = removable(
    Note, Can.LOG_CONTACT, "note", said=(_("took a note away"), _("brought a note back"))
)


@act(Can.LOG_CONTACT, said=_("marked whether they can see a note"))
def mark_for_participant(
    *, by: Actor, participant: uuid.UUID, note: uuid.UUID, participant_can_see: bool
) -> Note:
    """Say whether the participant can see a note."""
    stands = held(Note, note, participant_id=participant)
    stands.participant_can_see = participant_can_see
    stands.save(update_fields=["participant_can_see"])
    return stands


@act(Can.LOG_CONTACT, said=_("put their own words beside a note"))
def add_statement(
    *,
    by: Actor,
    participant: uuid.UUID,
    note: uuid.UUID,
    statement: uuid.UUID,
    words: str,
    at: datetime | None = None,
) -> NoteStatement:
    """Put the participant's own statement beside a note, as they said it. `statement` is the new id.
    Raises KeptAlready, NothingWritten or StillToCome."""
    if not words.strip():
        raise NothingWritten
    if at is not None and rules.is_still_to_come(at, clock.now()):
        raise rules.StillToCome
    beside = held(Note, note, participant_id=participant)
    stands = NoteStatement.objects.filter(pk=statement).first()
    if stands is not None:
        if stands.note_id == note and stands.words == words:
            return stands
        raise KeptAlready
    said = NoteStatement(id=statement, **authored(by, beside, at=at or clock.now()), note=beside, words=words)
    insert(said)
    return said


@act(Can.SET_UP_AGENCY)
def save_service_kind(*, by: Actor, kind: uuid.UUID, name: str, hidden: bool = False) -> ServiceKind:
    """Put a service on the agency's list, rename it, hide it or show it again. A new `kind` id adds one; an
    empty name gives a service of ours its first name back. Raises NothingWritten."""
    stands = ServiceKind.objects.filter(pk=kind).first()
    if stands is None:
        last = ServiceKind.objects.order_by("-place").values_list("place", flat=True).first()
        stands = ServiceKind(id=kind, place=(last or 0) + 10)
    if not name.strip() and not stands.key:
        raise NothingWritten
    stands.name, stands.hidden = name.strip(), hidden
    with refused_as({"a_service_has_a_name_of_its_own": rules.NameTaken}):
        stands.save()
    return stands


@act(Can.SET_UP_AGENCY)
def import_service_kinds(*, by: Actor, services: Sequence[Mapping[str, Any]]) -> None:
    """Take the kinds of service out of another agency's set-up file; those it does not name stay."""
    for each in services:
        found = Q(key=each["key"]) if each["key"] else Q(key="", name__iexact=each["name"].strip())
        stands = ServiceKind.objects.filter(found).first() or ServiceKind(key=each["key"])
        stands.name, stands.place, stands.hidden = each["name"].strip(), each["place"], each["hidden"]
        with refused_as({"a_service_has_a_name_of_its_own": rules.NameTaken}):
            stands.save()
