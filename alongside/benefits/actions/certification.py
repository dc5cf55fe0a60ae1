"""Dated documents on the way to certification. Where it stands is the person's choice, and nothing depends on it."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.roles import Can
from alongside.benefits.models import CertificationDate
from alongside.keeping.removing import removable
from alongside.keeping.rows import authored, held_or_new, insert
from alongside.keeping.rules import NotHere, NothingWritten
from alongside.participants import queries as people


@act(Can.CHANGE_RECORD, said=_("wrote down a date about certification"))
def add_certification_date(
    *, by: Actor, participant: UUID, dated: UUID, document: str, on: date | None, words: str = ""
) -> CertificationDate:
    """Write down a dated document about certification; sent twice, it is one.

    Raises NothingWritten without a day, or NotHere.
    """
    found = held_or_new(CertificationDate, dated, participant_id=participant)
    if found is not None:
        return found
    person = people.participant_named(participant)
    if person is None:
        raise NotHere
    if on is None:
        raise NothingWritten
    row = CertificationDate(id=dated, **authored(by, person), document=document, on=on, words=words)
    insert(row)
    return row


remove_certification_date, restore_certification_date = removable(
    CertificationDate,
    Can.CHANGE_RECORD,
    "certification_date",
    said=(_("took away a date about certification"), _("brought back a date about certification")),
)
