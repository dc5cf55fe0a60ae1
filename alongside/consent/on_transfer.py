"""What is handed on of this room: permissions that are live, and the words to say."""

from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import gettext as _

from alongside.access.given import Handed
from alongside.consent import rules
from alongside.consent.choices import Standing
from alongside.consent.queries import cover_words, hold_of, kinds, releases
from alongside.ui.dates import day


def handed(participant: UUID) -> Iterator[Handed]:
    """What may be shared with whom and until when; while everything is paused, that it is."""
    if hold_of(participant):
        yield Handed("around", _("Permissions"), (_("All sharing is paused"),))
    called = {each.key: each.name for each in kinds(hidden=True)}
    live = [each for each in releases(participant) if each.standing in (Standing.LIVE, Standing.ENDS_SOON)]
    lines = [
        f"{row.agency.name if row.agency else row.person}:"
        f" {', '.join(called.get(key, key) for key in row.information)} ({day(row.last_day)})"
        for row in live
    ]
    yield Handed("around", _("Permissions"), tuple(lines))
    usual = [each for each in cover_words(participant) if each.is_usual]
    said = [each.introduce for each in usual]
    label = _("Never say")
    never = [f"{label}: {', '.join(told)}" for each in usual if (told := rules.lines(each.never))]
    yield Handed("around", _("How we introduce ourselves"), (*said, *never))
