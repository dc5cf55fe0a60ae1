"""What is done with the lanes of movement: writing down how something moved, and taking it back."""

import uuid
from datetime import date, datetime, time

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.roles import Can
from alongside.connection import rules
from alongside.connection.models import ChangeOverTime
from alongside.keeping.removing import removable
from alongside.keeping.rules import NothingWritten
from alongside.participants.models import Need, Participant
from alongside.participants.timeline import mark


@act(Can.LOG_CONTACT, said=_("added a change over time"))
def add_change_over_time(
    *,
    by: Actor,
    participant: uuid.UUID,
    movement: uuid.UUID,
    lane: str,
    words: str,
    on: date | None = None,
    instead_of: tuple[str, uuid.UUID] | None = None,
) -> ChangeOverTime:
    """Write down how something moved, from a day on. A need may take the place of an earlier one, which stays.
    Raises NothingWritten or StillToCome."""
    today = clock.today()
    if not words.strip():
        raise NothingWritten
    if on is not None and on > today:
        raise rules.StillToCome
    person = Participant.objects.select_for_update(no_key=True).get(pk=participant)
    stands = ChangeOverTime.objects.filter(pk=movement).first()
    if stands is not None and (stands.participant_id, stands.lane, stands.words) == (
        participant,
        lane,
        words,
    ):
        return stands
    what, which = instead_of or ("", None)
    earlier = Need.objects if what == "told" else ChangeOverTime.objects
    if which is not None and not earlier.filter(pk=which, participant_id=participant).exists():
        which = None
    moved = ChangeOverTime.objects.create(
        id=uuid.uuid4() if stands else movement,
        key_id=person.key_id,
        participant_id=participant,
        lane=lane,
        on=on or today,
        words=words,
        follows_id=which if what == "moved" else None,
        need_id=which if what == "told" else None,
        written_at=clock.now(),
        by_id=by.id,
    )
    at = clock.now() if moved.on == today else datetime.combine(moved.on, time(12), tzinfo=clock.zone())
    mark(by=by, participant=participant, at=at, room="connection", kind="moved", ref=moved.id)
    return moved


remove_change_over_time, restore_change_over_time = removable(
    ChangeOverTime,
    Can.LOG_CONTACT,
    "movement",
    said=(_("took back a change over time"), _("brought back a change over time")),
)
