"""What is handed on of this room: strands that are open, and events to come."""

from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import gettext as _

from alongside import clock
from alongside.access.given import Handed
from alongside.agency.modules import is_off
from alongside.legal import queries
from alongside.ui.dates import exactly


def handed(participant: UUID) -> Iterator[Handed]:
    """Where each strand is."""
    if is_off("legal:strands"):
        return
    rows = [row for row in queries.strands(participant) if row.is_open]
    yield Handed("plan", _("Open strands"), tuple(f"{row.words}: {row.get_state_display()}" for row in rows))
    coming = [each for each in queries.events(participant) if each.meeting.at >= clock.now()]
    lines = [f"{each.meeting.purpose}, {exactly(each.meeting.at)}" for each in coming]
    yield Handed("plan", _("Events"), tuple(lines))
