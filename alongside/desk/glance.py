"""What People says of somebody in one line: what comes next, when we were last in contact, season, support level."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside import clock
from alongside.access.written import asked, several
from alongside.connection import queries as connection
from alongside.connection.choices import Season
from alongside.goals import queries as goals
from alongside.goals.choices import SupportLevel
from alongside.meetings import queries as meetings
from alongside.participants.along import held, keys_beside
from alongside.participants.models import Participant


@dataclass(frozen=True)
class Glance:
    """Somebody at a glance. What nobody has said yet is empty."""

    next: str = ""
    next_on: date | None = None
    last: datetime | None = None
    season: Season | None = None
    level: SupportLevel | None = None


def at_a_glance(wanted: Sequence[UUID]) -> dict[UUID, Glance]:
    """Of each of these whose record is open to me, in one query."""
    if not wanted:
        return {}
    found = held(asked(_glances, wanted=several(wanted), now=clock.now()))
    return {person.pk: _glance(person) for person in found}


def _glances(wanted: tuple[UUID, ...], now: datetime) -> QuerySet[Participant]:
    beside = keys_beside() | meetings.meetings_beside(now)
    beside |= connection.contact_beside() | connection.season_beside() | connection.hello_beside()
    beside |= goals.level_beside()
    return Participant.objects.only("id", "key_id").filter(pk__in=wanted).annotate(**beside)


def _glance(person: Participant) -> Glance:
    beside, hello = vars(person), connection.hello_of(person)
    meets: datetime | None = beside["meets_at"]
    says, on = _("Meeting") if meets else "", meets and timezone.localtime(meets).date()
    if hello.next_on and (on is None or hello.next_on < on):
        says, on = _("Check in"), hello.next_on
    last = max(filter(None, (beside["in_touch_at"], beside["met_at"])), default=None)
    return Glance(says, on, last, connection.season_of(person), goals.level_of(person))
