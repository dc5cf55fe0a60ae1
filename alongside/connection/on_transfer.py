"""What is handed on of this room: how we stay present, what was agreed, trust, and the latest notes."""

from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import gettext as _

from alongside.access.given import Handed
from alongside.connection import queries
from alongside.connection.choices import Rhythm
from alongside.ui.dates import day

NOTES = 5


def handed(participant: UUID) -> Iterator[Handed]:
    """All of it is of the connection; a note says what happened and how we responded, both alike."""
    if plans := queries.presence_plans(participant):
        rhythm = str(Rhythm(plans[0].every_days).label) if plans[0].every_days else ""
        yield Handed("connection", _("Check-in plan"), (plans[0].how, rhythm))
    if agreed := queries.agreements(participant):
        words = ((_("In our words"), agreed[0].our_words), (_("In their words"), agreed[0].their_words))
        lines = tuple(f"{label}: {said}" for label, said in words if said.strip())
        yield Handed("connection", _("Our agreement"), lines)
    if trust := queries.trust_versions(participant)[:1]:
        yield Handed("connection", _("What builds trust"), (trust[0].builds,))
        yield Handed("connection", _("What strains it"), (trust[0].strains,))
    for note in queries.latest_notes(participant, NOTES):
        told = ((_("What happened"), note.happened), (_("How we responded"), note.responded))
        lines = tuple(f"{label}: {words}" for label, words in told if words.strip())
        yield Handed("connection", f"{note.get_kind_display()}, {day(note.at)}", lines)
