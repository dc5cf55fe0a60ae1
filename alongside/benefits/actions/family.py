"""Somebody of a person's family, as the person calls them."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.roles import Can
from alongside.benefits.models import FamilyMember
from alongside.keeping.removing import removable
from alongside.keeping.rows import authored, held_or_new, insert
from alongside.keeping.rules import NotHere, NothingWritten
from alongside.participants import queries as people


@act(Can.CHANGE_RECORD, said=_("wrote down somebody of their family"))
def save_family_member(
    *,
    by: Actor,
    participant: UUID,
    member: UUID,
    called: str,
    relation: str = "",
    birthday: date | None = None,
    where: str = "",
    seen: int | None = None,
) -> FamilyMember:
    """Write down somebody of a person's family, or change it: what the person calls them, and what was told.

    Raises NothingWritten without a word for them, NotHere or ChangedMeanwhile.
    """
    if not called.strip():
        raise NothingWritten
    row = held_or_new(FamilyMember, member, seen, participant_id=participant)
    is_new = row is None
    if row is None:
        person = people.participant_named(participant)
        if person is None:
            raise NotHere
        row = FamilyMember(id=member, version=0, **authored(by, person))
    elif seen is None:
        return row
    row.called, row.relation, row.birthday, row.where = called, relation, birthday, where
    row.version += 1
    row.changed_at, row.changed_by_id = clock.now(), by.id
    if is_new:
        insert(row)
    else:
        fields = ["called", "relation", "birthday", "where", "version", "changed_at", "changed_by"]
        row.save(update_fields=fields)
    return row


remove_family_member, restore_family_member = removable(
    FamilyMember,
    Can.CHANGE_RECORD,
    "family_member",
    said=(_("took away somebody of their family"), _("brought back somebody of their family")),
)
