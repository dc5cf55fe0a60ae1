"""What is handed on of this room: goals with their steps, and how close we walk."""

from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import gettext as _

from alongside.access.given import Handed
from alongside.goals import queries
from alongside.goals.models import Step


def handed(participant: UUID) -> Iterator[Handed]:
    """Their goals in their order."""
    for place, read in enumerate(queries.standing_goals(participant), start=1):
        steps = (_step(each.step) for each in read.steps)
        named = _("Goal %(place)s: %(words)s") % {"place": place, "words": read.goal.words}
        yield Handed("plan", _("Goals"), (named, *steps))
    if levels := queries.support_changes(participant)[:1]:
        yield Handed("plan", _("Support level"), (levels[0].get_level_display(), levels[0].words))
    learned = [each.words for each in queries.learned_things(participant)]
    yield Handed("plan", _("What they have learned"), tuple(learned))


def _step(step: Step) -> str:
    return f"{step.words} ({step.get_who_display()})" if step.who else step.words
