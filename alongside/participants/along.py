"""What comes in the same query as people: their keys, and who walks with them."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import BooleanField, Case, IntegerField, OuterRef, Subquery, Value, When
from django.db.models.expressions import Combinable, RawSQL

from alongside.participants.choices import Part
from alongside.participants.models import Membership, Participant
from alongside.vault import ring
from alongside.vault.models import Key


def along_with(me: UUID, now: datetime) -> dict[str, Combinable]:
    """What comes in the same query as a person: their key, whether the record opens, who else is there."""
    parts = Membership.objects.filter(participant=OuterRef("pk"), during__contains=now)
    backups = parts.filter(part=Part.BACKUP, staff__id__is_active=True)
    return keys_beside() | {
        "opens": RawSQL(
            '"participants_participant"."id" = any((select core.my_people())::uuid[])',
            [],
            output_field=BooleanField(),
        ),
        "my_part": Subquery(parts.filter(staff_id=me).order_by(first_part()).values("part")[:1]),
        "backup_id": Subquery(backups.values("staff_id")[:1]),
        "backup": Subquery(backups.values("staff__name")[:1]),
    }


def first_part() -> Combinable:
    """In which order the parts of one colleague are told: no older tie stands before a newer, closer one."""
    places = [When(part=part, then=Value(place)) for place, part in enumerate(Part)]
    return Case(*places, output_field=IntegerField())


def open_tonight() -> Combinable:
    """Whether somebody is open to whoever is on call, for a stated reason."""
    return RawSQL(
        '"participants_participant"."id" = any((select core.read_tonight())::uuid[])',
        [],
        output_field=BooleanField(),
    )


def keys_beside() -> dict[str, Combinable]:
    """What comes in the same query as people: their keys; `held` puts them on the ring."""
    key = Key.objects.filter(key_id=OuterRef("key_id"), door=settings.DOOR)
    return {"wrapped": Subquery(key.values("wrapped")[:1])}


def held(rows: Iterable[Participant]) -> list[Participant]:
    """The rows, with the keys that came along put on the ring."""
    people_held = list(rows)
    for person in people_held:
        ring.hold(person.key_id, vars(person).pop("wrapped"))
    return people_held
