"""What an on-call brief copies of this room: how we introduce ourselves to anybody, and what we never say."""

from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import gettext as _

from alongside.consent import rules
from alongside.consent.queries import cover_words
from alongside.participants.choices import LineKind


def copies(participant: UUID) -> Iterator[tuple[str, str]]:
    """The usual words; those agreed for one recipient are not for the night."""
    for each in cover_words(participant):
        if each.is_usual:
            never = ", ".join(rules.lines(each.never))
            told = ((_("Say"), each.introduce), (_("If asked why"), each.why), (_("Never say"), never))
            yield from ((LineKind.COVER, f"{label}: {words.strip()}") for label, words in told if words)
