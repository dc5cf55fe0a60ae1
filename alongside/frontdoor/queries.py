"""What can be read about contacts. Whose words open is the wall's matter: no filter here decides it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.roles import Role
from alongside.access.written import Read, later
from alongside.agency.models import Staff
from alongside.agency.queries import staff_with_role
from alongside.frontdoor import rules
from alongside.frontdoor.choices import Door
from alongside.frontdoor.models import Contact, EarlierWords, ReadAtTheDoor
from alongside.frontdoor.rules import sign_of
from alongside.participants.models import Details, Participant
from alongside.vault.opening import open_bytes

# Pages name these kinds of row without touching the tables.
__all__ = ["Contact", "Participant"]


@dataclass(frozen=True)
class Unlinked:
    """That there was a contact, and when: all that others at the door may know of it."""

    id: UUID
    at: datetime
    door: str
    about_another: bool = False

    @property
    def sign(self) -> str:
        """What tells it from another of the same minute."""
        return sign_of(self.id)

    @property
    def door_name(self) -> str:
        """Call or visit."""
        return str(Door(self.door).label)


def _contacts() -> QuerySet[Contact]:
    return Contact.objects.select_related("by", "joined_by", "site")


def any_contact() -> bool:
    """Whether there is a call or a visit that whoever acts may read."""
    return Contact.objects.exists()


def contact_named(contact: UUID) -> Contact | None:
    """One contact, if its words are open to me."""
    return _contacts().filter(pk=contact).first()


def not_joined() -> QuerySet[Contact]:
    """Contacts that are joined to nobody and open to me, newest first."""
    return _contacts().filter(participant=None).order_by("-at", "id")


def unlinked_of_others(actor: Actor) -> list[Unlinked]:
    """Others' contacts of the last 90 days that are joined to nobody: door and time, no words."""
    if not actor.roles & {Role.ON_CALL, Role.DROP_IN}:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "select u.id, u.at, u.door, u.about_another from core.unlinked_contacts() u order by u.at desc, u.id"
        )
        return [Unlinked(*row) for row in cursor.fetchall()]


def can_be_joined(actor: Actor, *, but: UUID | None = None) -> list[Unlinked]:
    """Everything of the last 90 days that somebody could wish to have joined, newest first.

    What somebody asked about another person is nobody's to join.
    """
    since = clock.now() - rules.LISTED_FOR
    mine = Contact.objects.filter(participant=None, at__gt=since, asked_by_other=False)
    rows = {row[0]: Unlinked(*row) for row in mine.values_list("id", "at", "door")}
    rows |= {other.id: other for other in unlinked_of_others(actor) if not other.about_another}
    if but is not None:
        rows.pop(but, None)
    return sorted(rows.values(), key=lambda row: row.at, reverse=True)


def earlier_words(contact: UUID) -> list[EarlierWords]:
    """What a contact said before it was put right, newest first."""
    return list(EarlierWords.objects.filter(contact_id=contact).order_by("-version"))


def contacts_of(participant: UUID) -> list[Contact]:
    """Calls and visits that were joined to a participant at their wish, newest first."""
    return list(_contacts().filter(participant_id=participant).order_by("-at", "id"))


def of_this_shift(actor: Actor, *doors: Door) -> Read[list[Contact]]:
    """My calls or visits of this shift, door after door, the newest first."""
    read = later(_since, doors, me=actor.id, since=clock.now() - rules.A_SHIFT)
    return read.into(lambda rows: sorted(rows, key=lambda row: doors.index(Door(row.door))))


def _since(doors: tuple[Door, ...], me: UUID, since: datetime) -> QuerySet[Contact]:
    return _contacts().filter(by_id=me, door__in=doors, at__gt=since).order_by("-at", "id")


def person_of(contact: Contact) -> Participant | None:
    """The participant a contact is joined to, as far as they are within reach."""
    if contact.participant_id is None:
        return None
    return Participant.objects.select_related("case_manager").filter(pk=contact.participant_id).first()


def case_managers() -> list[Staff]:
    """Who may walk with somebody, by name."""
    return staff_with_role(Role.CASE_MANAGER)


@dataclass(frozen=True)
class WhatHelps:
    """What helps somebody and what does not: all that the drop-in reads of what they told us."""

    helps: str
    does_not_help: str


def what_helps_here(participant: UUID) -> WhatHelps | None:
    """Those lines of somebody of one's site who agreed to it, by a keeper's function; else nothing."""
    with connection.cursor() as cursor:
        cursor.execute("select * from core.what_helps_here(%s)", [participant])
        row = cursor.fetchone()
    if row is None:
        return None
    ref, key, *sealed = row
    table = Details._meta.db_table
    helps, does_not = (
        open_bytes(key, table, column, ref, each)
        for column, each in zip(("helps", "does_not_help"), sealed, strict=True)
    )
    return WhatHelps(helps, does_not) if helps or does_not else None


def agreed_to_be_read(participant: UUID) -> ReadAtTheDoor | None:
    """What they said last about being read at the drop-in."""
    rows = ReadAtTheDoor.objects.filter(participant_id=participant)
    return rows.select_related("by").order_by("-at", "id").first()


def times_of_workers(staff: Sequence[UUID], begins: date, ends: date) -> dict[UUID, list[datetime]]:
    """When these took calls and visits, from a day through another, as far as they are within reach."""
    first = datetime.combine(begins, time(), tzinfo=clock.zone())
    after = datetime.combine(ends + timedelta(days=1), time(), tzinfo=clock.zone())
    rows = Contact.objects.filter(by_id__in=staff, at__gte=first, at__lt=after)
    found: dict[UUID, list[datetime]] = {}
    for worker, at in rows.values_list("by_id", "at"):
        found.setdefault(worker, []).append(at)
    return found
