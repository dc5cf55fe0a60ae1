"""What is handed on of this room: what they asked, and the day an update was promised for."""

from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import gettext as _

from alongside.access.given import Handed
from alongside.agency.modules import is_off
from alongside.questions.queries import AskedQuestion, questions
from alongside.ui.dates import day, put


def handed(participant: UUID) -> Iterator[Handed]:
    """Open questions alone."""
    asked = [] if is_off("questions:questions") else questions(participant)
    lines = [_line(row) for row in asked if row.is_open]
    yield Handed("plan", _("Their questions"), tuple(lines))


def _line(row: AskedQuestion) -> str:
    if row.next_on is None:
        return str(row.words)
    return put(_("%(thing)s, update promised by %(day)s"), thing=row.words, day=day(row.next_on))
