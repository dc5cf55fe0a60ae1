"""What can be read about people. Who is within reach is the wall's matter: no filter here decides it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import Combinable, RawSQL
from django.db.models.functions import ExtractYear, JSONObject

from alongside import clock
from alongside.access.actor import Actor
from alongside.participants.choices import Part, State
from alongside.participants.models import (
    AliasToken,
    ContactPoint,
    Details,
    GentleTopic,
    Membership,
    Moment,
    Need,
    Participant,
    StateChange,
)
from alongside.vault import ring, sealing
from alongside.vault.models import Key

# Pages name these rows by what is found here, not by their tables.
__all__ = ["ContactPoint", "Details", "Moment", "Need", "Participant"]

UNDO_FOR = timedelta(days=30)
MOST_OPENED = 500


def people(actor: Actor) -> QuerySet[Participant]:
    """Everybody within reach."""
    return Participant.objects.select_related("primary")


def participant_named(actor: Actor, participant: UUID) -> Participant | None:
    """One participant, if within reach."""
    return people(actor).filter(pk=participant).first()


def has_record_open(actor: Actor, participant: UUID) -> bool:
    """Whether the record is within reach, and not the alias alone (drop-in)."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("select %s = any(core.my_people())", [participant])
        return bool(cursor.fetchone()[0])


def _beside(actor: Actor) -> dict[str, Combinable]:
    """What comes in the same query as a person: their key, whether the record opens, who else is there."""
    parts = Membership.objects.filter(participant=OuterRef("pk"), during__contains=clock.now())
    key = Key.objects.filter(key_id=OuterRef("key_id"), door=settings.DOOR)
    return {
        "wrapped": Subquery(key.values("wrapped")[:1]),
        "opens": RawSQL(
            '"participants_participant"."id" = any((select core.my_people())::uuid[])',
            [],
            output_field=BooleanField(),
        ),
        "my_part": Subquery(parts.filter(staff_id=actor.id).order_by("-part").values("part")[:1]),
        "backup_id": Subquery(parts.filter(part=Part.BACKUP).values("staff_id")[:1]),
        "backup": Subquery(parts.filter(part=Part.BACKUP).values("staff__name")[:1]),
    }


def _held(rows: Iterable[Participant]) -> list[Participant]:
    """The rows, with the keys that came along put on the ring."""
    people_held = list(rows)
    for person in people_held:
        ring.hold(person.key_id, vars(person).pop("wrapped"))
    return people_held


def everybody(
    actor: Actor,
    *only: Q,
    marked: tuple[str, str] | None = None,
    most: int | None = None,
    along: Mapping[str, Combinable] | None = None,
) -> list[Participant]:
    """Everybody I may see by alias. Each has `opens`, `my_part`, `backup`, and their details beside them.

    `marked` is a room and kind of the timeline: then each also has `marked_at`, when that was last.
    `most` is how many rows are brought at the most. `along` is what a room above wants to know in the same
    query.
    """
    beside = _beside(actor) | dict(along or {})
    if marked:
        room, kind = marked
        seen = Moment.objects.filter(participant=OuterRef("pk"), room=room, kind=kind)
        beside["marked_at"] = Subquery(seen.order_by("-at").values("at")[:1])
    return _held(people(actor).select_related("primary", "details").annotate(**beside).filter(*only)[:most])


def record(actor: Actor, participant: UUID, **along: Combinable) -> Participant | None:
    """One participant whose record is open to me, with details, team, states, gentle topics and years; and
    with what a room above wants to know in the same query.

    Somebody who knows the alias alone, at the drop-in, finds nothing here.
    """
    changes = StateChange.objects.filter(participant=OuterRef("pk")).order_by("-at", "-id")
    topics = GentleTopic.objects.filter(participant=OuterRef("pk")).order_by("topic")
    moments_of = Moment.objects.filter(participant=OuterRef("pk"))
    rows = (
        people(actor)
        .select_related("primary", "details")
        .annotate(
            **_beside(actor),
            **along,
            years=ArraySubquery(
                moments_of.annotate(year=ExtractYear("at", tzinfo=clock.zone()))
                .values("year")
                .distinct()
                .order_by("-year")
            ),
            states=ArraySubquery(changes.values(json=JSONObject(state="state", again="again", at="at"))),
            gentle=ArraySubquery(topics.values(json=JSONObject(topic="topic", stance="stance"))),
        )
        .filter(Q(pk=participant) & Q(opens=True))
    )
    found = _held(rows)
    return found[0] if found else None


@dataclass(frozen=True)
class Team:
    """Who walks with a participant just now."""

    primary: Membership | None
    backup: Membership | None


def team(actor: Actor, participant: UUID) -> Team:
    """Primary and backup of today."""
    rows = {
        row.part: row
        for row in Membership.objects.filter(
            participant_id=participant, during__contains=clock.now()
        ).select_related("staff")
    }
    return Team(rows.get(Part.PRIMARY), rows.get(Part.BACKUP))


def my_parts(actor: Actor) -> dict[UUID, str]:
    """My part with each of my people: primary, backup or handing over."""
    rows = Membership.objects.filter(staff_id=actor.id, during__contains=clock.now())
    return dict(rows.values_list("participant_id", "part"))


def backups(actor: Actor, participants: Iterable[UUID]) -> dict[UUID, str]:
    """The backup's name for each participant."""
    rows = Membership.objects.filter(
        participant__in=list(participants), part=Part.BACKUP, during__contains=clock.now()
    )
    return dict(rows.values_list("participant_id", "staff__name"))


def longest_without_primary(actor: Actor, count: int) -> Q:
    """Which people nobody walks with yet, those who came first; a condition for other queries."""
    alone = people(actor).filter(primary=None).exclude(state=State.CLOSED)
    return Q(pk__in=alone.order_by("first_contact_at", "pk").values("pk")[:count])


def details(actor: Actor, participant: UUID) -> Details | None:
    """What they told us about themselves, if they did."""
    return Details.objects.filter(participant_id=participant).first()


def contact_points(actor: Actor, participant: UUID) -> list[ContactPoint]:
    """Ways to reach them, the preferred one first."""
    ways = ContactPoint.objects.filter(participant_id=participant, removed_at=None)
    return list(ways.order_by("-preferred", F("confirmed_at").desc(nulls_last=True)))


def ways_to_reach(actor: Actor) -> dict[UUID, list[ContactPoint]]:
    """Ways to reach everybody within reach, by participant, the preferred one first."""
    rows = ContactPoint.objects.filter(removed_at=None)
    found: dict[UUID, list[ContactPoint]] = {}
    for way in rows.order_by("-preferred", F("confirmed_at").desc(nulls_last=True)):
        found.setdefault(way.participant_id, []).append(way)
    return found


def with_record_open(actor: Actor) -> list[Participant]:
    """Everybody whose record is open to me and who is not closed, by alias, with who walks with them."""
    rows = everybody(actor, ~Q(state=State.CLOSED), Q(opens=True))
    return sorted(rows, key=lambda person: sealing.fold(person.alias))


def removed_contact_points(actor: Actor, participant: UUID) -> list[ContactPoint]:
    """Ways that were taken away in the last 30 days and can come back."""
    since = clock.now() - UNDO_FOR
    return list(ContactPoint.objects.filter(participant_id=participant, removed_at__gte=since))


def contact_point(actor: Actor, participant: UUID, point: UUID) -> ContactPoint | None:
    """One way to reach them."""
    return ContactPoint.objects.filter(pk=point, participant_id=participant).first()


def needs(actor: Actor, participants: Iterable[UUID]) -> dict[UUID, list[Need]]:
    """Needs in their own words, oldest first, for each participant."""
    found: dict[UUID, list[Need]] = {}
    for need in Need.objects.filter(participant__in=list(participants)).order_by("at", "id"):
        found.setdefault(need.participant_id, []).append(need)
    return found


def gentle_topics(actor: Actor, participant: UUID) -> dict[str, GentleTopic]:
    """Topics to go gently with."""
    return {row.topic: row for row in GentleTopic.objects.filter(participant_id=participant)}


def state_changes(actor: Actor, participant: UUID) -> list[StateChange]:
    """Every change of state, newest first."""
    rows = StateChange.objects.filter(participant_id=participant).select_related("by")
    return list(rows.order_by("-at", "-id"))


def state_changes_named(actor: Actor, refs: Iterable[UUID]) -> dict[UUID, StateChange]:
    """Changes of state by reference, for the timeline."""
    return {row.pk: row for row in StateChange.objects.filter(pk__in=list(refs)).select_related("by")}


def moments(
    actor: Actor,
    participant: UUID,
    *,
    before: datetime | None = None,
    after: UUID | None = None,
    count: int = 20,
) -> list[Moment]:
    """The timeline's index, newest first, ending before a time or going on after the moment `after`."""
    rows = Moment.objects.filter(participant_id=participant).select_related("by")
    if before is not None:
        rows = rows.filter(at__lt=before)
    if after is not None:
        last = Subquery(Moment.objects.filter(pk=after, participant_id=participant).values("at")[:1])
        rows = rows.filter(Q(at__lt=last) | Q(at=last, id__gt=after))
    return list(rows.order_by("-at", "id")[:count])


def reach_of(actor: Actor, participants: Iterable[UUID]) -> dict[UUID, ContactPoint]:
    """The way to reach each of them that stands first."""
    ways = ContactPoint.objects.filter(participant__in=list(participants), removed_at=None)
    found: dict[UUID, ContactPoint] = {}
    for way in ways.order_by("-preferred", F("confirmed_at").desc(nulls_last=True)):
        found.setdefault(way.participant_id, way)
    return found


def years(actor: Actor, participant: UUID) -> list[int]:
    """The years in which something happened, newest first."""
    zone = clock.zone()
    return sorted(
        {
            moment.year
            for moment in Moment.objects.filter(participant_id=participant).datetimes(
                "at", "year", tzinfo=zone
            )
        },
        reverse=True,
    )


def found_by_alias(actor: Actor, asked: str, count: int = 25) -> list[Participant]:
    """People within reach whose alias has `asked` as a part, accents and case folded.

    At most MOST_OPENED aliases are opened, so a longer part finds more surely than a single letter.
    """
    tokens = sealing.asked_tokens(ring.search_key(), asked)
    if not tokens:
        return []
    hits = (
        AliasToken.objects.filter(token__in=tokens)
        .values("participant_id")
        .annotate(found=Count("token", distinct=True))
        .filter(found=len(tokens))
        .values("participant_id")
    )
    wanted = sealing.fold(asked)
    # A single letter may be a part of thousands of names: a page's worth is opened, not all of them.
    rows = everybody(actor, Q(pk__in=hits), most=MOST_OPENED)
    matching = [person for person in rows if wanted in sealing.fold(person.alias)]
    return sorted(matching, key=lambda person: sealing.fold(person.alias))[:count]
