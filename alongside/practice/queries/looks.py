"""Reading the days on which somebody chose to look again."""

from datetime import date
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.db.models.expressions import Combinable

from alongside import clock
from alongside.access.actor import Actor
from alongside.participants.queries import Participant
from alongside.practice.models import Revisit


def look_beside(me: UUID) -> dict[str, Combinable]:
    """What comes in the same query as people: the day I chose to look again."""
    rows = Revisit.objects.filter(participant=OuterRef("pk"), by_id=me)
    return {"look_on": Subquery(rows.values("on_day")[:1])}


def is_about_now(person: Participant) -> bool:
    """Whether the day I chose for this person has come. How long ago that was is nobody's matter."""
    day: date | None = vars(person)["look_on"]
    return day is not None and day <= clock.today()


def day_to_look(actor: Actor, participant: UUID) -> date | None:
    """The day I chose to look again at what holds with somebody."""
    rows = Revisit.objects.filter(participant_id=participant, by_id=actor.id)
    return rows.values_list("on_day", flat=True).first()
