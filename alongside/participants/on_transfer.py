"""What is handed on of this room: what helps, how to reach them, what to go gently with, needs, critical periods."""

from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import gettext as _

from alongside.access.given import Handed
from alongside.clock import today
from alongside.participants import queries, safely
from alongside.participants.choices import CriticalKind, Stance, Topic
from alongside.participants.models import CriticalPeriod
from alongside.ui.dates import day


def handed(participant: UUID) -> Iterator[Handed]:
    """What they told us about themselves first. No number and no address is among it."""
    if told := queries.details(participant):
        yield Handed("connection", _("What helps"), (told.helps,))
        yield Handed("connection", _("What does not help"), (told.does_not_help,))
        yield Handed("connection", _("If I go quiet"), (told.if_quiet,))
        yield Handed("around", _("Languages"), (told.languages, told.interpreter))
    needs = queries.needs([participant]).get(participant, [])
    yield Handed("plan", _("What they came with, in their words:"), tuple(need.words for need in needs))
    ways = [" ".join([f"{safely.in_a_line(way)}.", *safely.more_of(way)]) for way in _ways(participant)]
    yield Handed("around", _("Reaching them safely"), tuple(ways))
    topics = queries.gentle_topics(participant).values()
    gently = [f"{Topic(each.topic).label}: {Stance(each.stance).label}. {each.words}" for each in topics]
    yield Handed("around", _("Gentle topics"), tuple(gently))
    rows = CriticalPeriod.objects.filter(participant_id=participant, is_open=True, ends_on__gte=today())
    periods = [f"{CriticalKind(row.kind).label}, {day(row.begins_on)} – {day(row.ends_on)}" for row in rows]
    yield Handed("around", _("Critical periods"), tuple(periods))


def _ways(participant: UUID) -> list[queries.ContactPoint]:
    return [way for way in queries.contact_points(participant) if way.removed_at is None]
