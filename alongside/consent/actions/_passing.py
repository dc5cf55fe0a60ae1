"""The moment something passes: the database decides once more, and writes the accounting itself."""

from uuid import UUID

from django.db import DatabaseError, IntegrityError, connection

from alongside.consent import passages
from alongside.consent.actions._latch import held_person
from alongside.consent.models import Disclosure
from alongside.vault.fields import sealed_value

_WHY = ("stopped", "ended", "not named", "not signed", "held", "wish", "nothing", "not stopped")


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
    try:
        with connection.cursor() as cursor:
            cursor.execute("select core.disclose(%s, %s, %s, %s, %s, %s, %s, %s::text[], %s, %s, %s)", asked)
    except IntegrityError as error:
        why = next((each for each in _WHY if f"no way out: {each}" in str(error)), "nothing")
        raise passages.NoWayOut(why) from None
    except DatabaseError as error:
        if "out of reach" in str(error):
            raise passages.NoWayOut("nothing") from None
        raise
    return Disclosure.objects.get(pk=disclosure, participant_id=participant)
