"""Time out of the country, as far as it is known."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.roles import Can
from alongside.benefits.absences import BackBefore, in_order
from alongside.benefits.models import FamilyMember, Trip
from alongside.keeping.removing import removable
from alongside.keeping.rows import authored, held_or_new, insert
from alongside.keeping.rules import NotHere, NothingWritten
from alongside.participants import queries as people

_TOLD = ("left_on", "back_on", "excused", "words")


@dataclass(frozen=True)
class Trips:
    """What is written of one absence: days or months, why it may be left out, and whose it is."""

    left_on: str = ""
    back_on: str = ""
    excused: str = ""
    words: str = ""
    member: UUID | None = None


@act(Can.CHANGE_RECORD, said=_("wrote down time out of the country"))
def save_trip(*, by: Actor, participant: UUID, trip: UUID, told: Trips, seen: int | None = None) -> Trip:
    """Write down time out of the country, or change it; sent twice, it is one. Whose it is stays.

    Raises NothingWritten without a day or month, BackBefore, NotHere or ChangedMeanwhile.
    """
    if not (told.left_on or told.back_on):
        raise NothingWritten
    if not in_order(told.left_on, told.back_on):
        raise BackBefore
    row = held_or_new(Trip, trip, seen, participant_id=participant)
    is_new = row is None
    if row is None:
        row = _new(by, participant, trip, told.member)
    elif seen is None:
        return row
    for name in _TOLD:
        setattr(row, name, getattr(told, name))
    row.version += 1
    row.changed_at, row.changed_by_id = clock.now(), by.id
    if is_new:
        insert(row)
    else:
        row.save(update_fields=[*_TOLD, "version", "changed_at", "changed_by"])
    return row


def _new(by: Actor, participant: UUID, trip: UUID, member: UUID | None) -> Trip:
    person = people.participant_named(participant)
    family = FamilyMember.objects.filter(participant_id=participant, removed_at=None)
    if person is None or (member is not None and not family.filter(pk=member).exists()):
        raise NotHere
    return Trip(id=trip, version=0, **authored(by, person), member_id=member)


remove_trip, restore_trip = removable(
    Trip,
    Can.CHANGE_RECORD,
    "trip",
    said=(_("took away time out of the country"), _("brought back time out of the country")),
)
