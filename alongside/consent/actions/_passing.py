"""The moment something passes: the database decides once more, and writes the accounting itself."""

from contextlib import AbstractContextManager
from uuid import UUID

from django.db import connection

from alongside.access.refusals import refused_as
from alongside.consent import passages
from alongside.consent.actions._latch import held_person
from alongside.consent.models import Disclosure
from alongside.vault.fields import sealed_value


def let_pass(
    participant: UUID, disclosure: UUID, passage: passages.Passage, way: str, to: str, text: str
) -> Disclosure:
    """Let a text through as it is. The database holds the permission's row, looks anew, and writes what went."""
    person = held_person(participant)
    row = Disclosure(id=disclosure, key_id=person.key_id, to=to, text=text)
    asked = [
        row.pk,
        participant,
        passage.release,
        passage.exception,
        str(way),
        passage.method,
        passage.purpose,
        sorted(passage.information),
        passage.to.agency,
        sealed_value(row, "to"),
        sealed_value(row, "text"),
    ]
    with _why_not(), connection.cursor() as cursor:
        cursor.execute("select core.disclose(%s, %s, %s, %s, %s, %s, %s, %s::text[], %s, %s, %s)", asked)
    return Disclosure.objects.get(pk=disclosure, participant_id=participant)


def _why_not() -> AbstractContextManager[None]:
    no = passages.NoWayOut
    return refused_as(
        {
            "out_of_reach": no("nothing"),
            "consent_disclosure_pkey": no("nothing"),
            "no_way_out_nothing": no("nothing"),
            "no_way_out_not_stopped": no("not stopped"),
            "no_way_out_stopped": no("stopped"),
            "no_way_out_ended": no("ended"),
            "no_way_out_not_named": no("not named"),
            "no_way_out_not_signed": no("not signed"),
            "no_way_out_held": no("held"),
            "no_way_out_wish": no("wish"),
        }
    )
