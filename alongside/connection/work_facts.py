"""What this room tells of a worker's weeks: notes after hours and heavy ones, as amounts; none of their words."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.access.given import WorkFact
from alongside.agency.nights import after_hours
from alongside.connection.queries import notes_of_workers


def of(staff: Sequence[UUID], begins: date, ends: date) -> Iterator[WorkFact]:
    """Of each, the notes of these days that are within reach."""
    for worker, notes in notes_of_workers(staff, begins, ends).items():
        number, nights = after_hours(note.at for note in notes)
        if number:
            said = ngettext("%(number)d contact", "%(number)d contacts", number) % {"number": number}
            on = ngettext("in %(nights)d night", "in %(nights)d nights", nights) % {"nights": nights}
            yield WorkFact(worker, _("Contacts in the evening or at night"), f"{said} {on}", on_board=False)
        if heavy := sum(1 for note in notes if note.tags):
            told = ngettext("%(number)d note", "%(number)d notes", heavy) % {"number": heavy}
            yield WorkFact(worker, _("Heavy notes"), told, on_board=False)
