"""What can be read of notes and services. Who is within reach is the wall's matter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    BooleanField,
    Count,
    F,
    Func,
    IntegerField,
    Max,
    OuterRef,
    QuerySet,
    Subquery,
    Sum,
    Window,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import RowNumber

from alongside import clock
from alongside.access.actor import Actor
from alongside.connection.choices import EFFORT_OF, Effort, NoteKind, service_name
from alongside.connection.models import Note, NoteStatement, NoteVersion, ServiceGiven, ServiceKind
from alongside.keeping.rules import may_come_back
from alongside.participants.choices import Part
from alongside.participants.models import Membership, Participant
from alongside.vault.folding import fold

LONGEST_LIST = 200


def _with_services(rows: QuerySet[Note]) -> QuerySet[Note]:
    given = ServiceGiven.objects.filter(note=OuterRef("pk")).order_by("kind__place")
    return rows.annotate(**{"service_ids": ArraySubquery(given.values("kind_id"))})


def note_named(note: UUID) -> Note | None:
    """One note with its author, if within reach and not gone for good."""
    found = (
        _with_services(Note.objects.filter(pk=note)).select_related("by", "amended_by", "participant").first()
    )
    if found and found.removed_at and not may_come_back(found.removed_at, clock.now()):
        return None
    return found


def notes_at(these: Iterable[UUID]) -> dict[UUID, datetime]:
    """Of these notes those within reach, and when each was."""
    wanted = list(these)
    rows = Note.objects.filter(pk__in=wanted, removed_at=None) if wanted else Note.objects.none()
    return dict(rows.values_list("pk", "at"))


def versions(note: UUID) -> list[NoteVersion]:
    """The words a note had before it was amended, newest first."""
    return list(NoteVersion.objects.filter(note_id=note).select_related("by").order_by("-version"))


def statements(note: UUID) -> list[NoteStatement]:
    """What the participant said beside a note, in the order it was said."""
    return list(NoteStatement.objects.filter(note_id=note).select_related("by").order_by("at", "id"))


def latest_notes(participant: UUID, count: int = 3) -> list[Note]:
    """The newest notes about somebody."""
    rows = _with_services(Note.objects.filter(participant_id=participant, removed_at=None))
    return list(rows.select_related("by").order_by("-at", "id")[:count])


def last_in_touch(participants: Iterable[UUID]) -> dict[UUID, datetime]:
    """When we were last in contact with each of them; attempts and work without contact do not tell."""
    rows = _contacts().filter(participant__in=list(participants))
    return dict(rows.values_list("participant_id").annotate(Max("at")))


def _contacts() -> QuerySet[Note]:
    contact = [kind for kind, effort in EFFORT_OF.items() if effort == Effort.CONTACT]
    return Note.objects.filter(removed_at=None, kind__in=contact)


def contact_beside() -> dict[str, Combinable]:
    """What comes in the same query as people: when we were last in contact, as a note has it."""
    rows = _contacts().filter(participant=OuterRef("pk"))
    return {"in_touch_at": Subquery(rows.order_by("-at").values("at")[:1])}


def times_without_answer(participant: UUID, since: datetime | None) -> int:
    """How often a note says that we reached out and no answer came, since a time."""
    rows = Note.objects.filter(participant_id=participant, removed_at=None, kind=NoteKind.NO_ANSWER)
    return rows.filter(at__gt=since).count() if since else rows.count()


def met_beside() -> dict[str, Combinable]:
    """What comes in the same query as a person: when we last met, as a note has it."""
    met = Note.objects.filter(participant=OuterRef("pk"), removed_at=None, kind=NoteKind.MET)
    return {"noted_met_at": Subquery(met.order_by("-at").values("at")[:1])}


def service_kinds(*, hidden: bool = False) -> list[ServiceKind]:
    """The agency's list of services; the hidden ones too, where asked."""
    rows = ServiceKind.objects.order_by("place", "id")
    return list(rows if hidden else rows.filter(hidden=False))


@dataclass(frozen=True)
class Choosable:
    """Somebody a note can be about."""

    id: UUID
    alias: str
    mine: bool


def _record_open(rows: QuerySet[Participant]) -> QuerySet[Participant]:
    """Those whose record is open, and not the alias alone: only about them a note can be kept."""
    return rows.filter(
        Func(
            F("id"),
            template="%(expressions)s = any((select core.my_people())::uuid[])",
            output_field=BooleanField(),
        )
    )


def person_with_record_open(participant: UUID) -> Participant | None:
    """A participant whose record is within reach, and not the alias alone."""
    return _record_open(Participant.objects.filter(pk=participant)).first()


def people_to_choose(actor: Actor, *, also: UUID | None = None, only: bool = False) -> list[Choosable]:
    """The people a note can be about: mine first, then everybody else within reach, by alias.

    A long list holds the newest `LONGEST_LIST` and always the one asked for. With `only` it is that one alone,
    for a form that comes back with somebody chosen.
    """
    mine = Membership.objects.filter(
        participant=OuterRef("pk"), staff_id=actor.id, during__contains=clock.now()
    ).values("part")[:1]
    rows = _record_open(Participant.objects.annotate(walks_as=Subquery(mine)))
    found: list[Participant] = []
    if not only:
        found += rows.order_by(F("walks_as").desc(nulls_last=True), "-state_since")[:LONGEST_LIST]
    if also and also not in {person.pk for person in found}:
        found += rows.filter(pk=also)
    people = [
        Choosable(person.pk, person.alias, getattr(person, "walks_as", None) == Part.CASE_MANAGER)
        for person in found
    ]
    return sorted(people, key=lambda person: (not person.mine, fold(person.alias)))


@dataclass(frozen=True)
class Line:
    """A line of a month: how often, how many minutes; None where nobody counted them."""

    name: str
    times: int
    minutes: int | None
    participant: UUID | None = None


@dataclass(frozen=True)
class Activity:
    """A month of work, counted by what it was and never by who did it."""

    services: list[Line] = field(default_factory=list)
    entries: list[Line] = field(default_factory=list)
    people: list[Line] = field(default_factory=list)
    total: Line | None = None

    @property
    def is_empty(self) -> bool:
        return not any(line.times != 0 for line in (*self.services, *self.entries))


def _month_of(year: int, month: int) -> tuple[datetime, datetime]:
    """Where a month begins and ends at the agency's place."""
    zone = clock.zone()
    begins = datetime(year, month, 1, tzinfo=zone)
    return begins, datetime(year + month // 12, month % 12 + 1, 1, tzinfo=zone)


def activity(year: int, month: int, participant: UUID | None = None) -> Activity:
    """Services and entries of a month for everybody within reach, or for one participant."""
    begins, ends = _month_of(year, month)
    notes = Note.objects.filter(removed_at=None, at__gte=begins, at__lt=ends)
    given = ServiceGiven.objects.filter(
        note__removed_at=None, note__at__gte=begins, note__at__lt=ends, kind=OuterRef("pk")
    )
    if participant:
        notes, given = notes.filter(participant_id=participant), given.filter(participant_id=participant)
    counted = list(
        notes.values_list("participant_id", "kind").annotate(times=Count("pk"), spent=Sum("minutes"))
    )
    entries: dict[str, list[int]] = {effort: [0, 0] for effort in Effort.values}
    people: dict[UUID, list[int]] = {}
    for person, kind, times, spent in counted:
        for sums in (entries[EFFORT_OF[kind]], people.setdefault(person, [0, 0])):
            sums[0] += times
            sums[1] += spent or 0
    return Activity(
        services=_services_counted(given),
        entries=[Line(str(Effort(key).label), sums[0], sums[1]) for key, sums in entries.items()],
        people=[] if participant else _people_counted(people),
        total=Line("", sum(s[0] for s in people.values()), sum(s[1] for s in people.values())),
    )


def _services_counted(given: QuerySet[ServiceGiven]) -> list[Line]:
    each = given.order_by().values("kind")
    rows = ServiceKind.objects.order_by("place", "id").annotate(
        times=Subquery(each.annotate(n=Count("pk")).values("n"), output_field=IntegerField()),
        spent=Subquery(each.annotate(n=Sum("minutes")).values("n"), output_field=IntegerField()),
    )
    lines = rows.values_list("key", "name", "hidden", "times", "spent")
    return [
        Line(service_name(key, name), times or 0, spent if times else 0)
        for key, name, hidden, times, spent in lines
        if times or not hidden
    ]


def _people_counted(people: dict[UUID, list[int]]) -> list[Line]:
    found = Participant.objects.filter(pk__in=people)
    lines = [Line(person.alias, people[person.pk][0], people[person.pk][1], person.pk) for person in found]
    return sorted(lines, key=lambda line: fold(line.name))


def told_to_them(participant: UUID) -> list[tuple[str, datetime]]:
    """Of which kind our contacts, attempts and work with somebody were, and when, newest first, where it is safe to
    show; no words come along."""
    found = Note.objects.filter(participant_id=participant, participant_can_see=True, removed_at=None)
    return list(found.order_by("-at", "id").values_list("kind", "at")[:100])


def lately_with(participants: Sequence[UUID], worker: UUID, most: int = 3) -> dict[UUID, list[Note]]:
    """The latest notes that a worker wrote of each of these, newest first, in one query: kind and time, no words."""
    place = Window(RowNumber(), partition_by="participant_id", order_by=[F("at").desc(), F("id").asc()])
    rows = Note.objects.filter(participant__in=participants, by_id=worker, removed_at=None)
    found: dict[UUID, list[Note]] = {}
    for note in (
        rows.annotate(place=place).filter(place__lte=most).only("id", "key_id", "participant", "kind", "at")
    ):
        found.setdefault(note.participant_id, []).append(note)
    return {who: sorted(notes, key=lambda note: note.at, reverse=True) for who, notes in found.items()}


def notes_of_workers(staff: Sequence[UUID], begins: date, ends: date) -> dict[UUID, list[Note]]:
    """What these wrote of days through another, as far as it is within reach: their times and tags, no words."""
    rows = Note.objects.filter(by_id__in=staff, removed_at=None, at__gte=_morning(begins))
    found: dict[UUID, list[Note]] = {}
    for note in rows.filter(at__lt=_morning(ends + timedelta(days=1))).only(
        "id", "key_id", "by_id", "at", "tags"
    ):
        found.setdefault(note.by_id, []).append(note)
    return found


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=clock.zone())
