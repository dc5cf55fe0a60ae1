"""What this room brings to Today: my meetings, and those of before of which nobody said how they went."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.actor import Actor
from alongside.access.given import Waits
from alongside.access.roles import Can
from alongside.meetings import queries
from alongside.participants.choices import State
from alongside.ui.cards import Card, Place, Reason, Verb
from alongside.ui.dates import hour, put

if TYPE_CHECKING:
    from alongside.meetings.models import Meeting


def waits(actor: Actor) -> Iterator[Waits]:
    """My meetings."""
    if actor.may(Can.OPEN_RECORD):
        yield Waits(_meetings, queries.today(actor))


def _meetings(people: Sequence[Any], found: queries.MyMeetings) -> Iterator[Card | Reason]:
    """The meetings of the day; the first with somebody is a reason, but a pause stops every reminder."""
    first: dict[UUID, Meeting] = {}
    for meeting in found.today:
        if meeting.participant.state != State.PAUSED:
            first.setdefault(meeting.participant_id, meeting)
    yield from (_meets(person, first[person.pk]) for person in people if person.pk in first)
    yield Card("meetings", Place.DAY, _("Meetings"), lambda: [found], body="meetings/parts/today.html")


def _meets(person: Any, meeting: "Meeting") -> Reason:
    welcomed = vars(person)["welcomed_at"] is not None
    chip = _("meeting, %(hour)s") if welcomed else _("first meeting, %(hour)s")
    verb = Verb(_("Welcome"), reverse("journey:welcome", args=[person.pk]))
    if welcomed:
        verb = Verb(_("Open"), reverse("desk:participant", args=[person.pk]))
    wish = (person.told.interpreter if person.told else "").strip().rstrip(".")
    return Reason(
        person.pk,
        10,
        put(chip, hour=hour(meeting.at)),
        verb,
        _("Interpreter:") if wish else "",
        words=wish,
        at=meeting.at,
        reach=True,
        by_itself=not welcomed,
    )
