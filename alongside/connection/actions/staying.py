"""What is kept of staying with somebody: what builds and strains trust, and until when no check-in is left so."""

import uuid
from datetime import date

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.roles import Can
from alongside.connection.models import CheckInLater, CheckInReminder, Trust
from alongside.keeping.rows import authored, held_or_new, insert
from alongside.keeping.rules import ChangedMeanwhile, is_stale
from alongside.participants.models import Participant


@act(Can.CHANGE_RECORD, said=_("kept what builds and strains trust"))
def save_trust(
    *,
    by: Actor,
    participant: uuid.UUID,
    trust: uuid.UUID,
    seen: int | None = None,
    builds: str = "",
    strains: str = "",
) -> Trust:
    """Keep what builds trust with them and what strains it, as a new version. Raises ChangedMeanwhile."""
    person = Participant.objects.select_for_update(no_key=True).get(pk=participant)
    same = Trust.objects.filter(pk=trust, participant_id=participant).first()
    if same is not None and (same.builds, same.strains) == (builds, strains):
        return same
    newest = Trust.objects.filter(participant_id=participant).order_by("-version").first()
    stands = newest.version if newest else 0
    if is_stale(seen, stands):
        raise ChangedMeanwhile(newest)
    row = Trust(id=trust, **authored(by, person), builds=builds, strains=strains, version=stands + 1)
    insert(row)
    return row


@act(Can.LOG_CONTACT, said=_("left a check-in for later"))
def leave_check_in(
    *, by: Actor, participant: uuid.UUID, later: uuid.UUID, until: date | None = None
) -> CheckInLater:
    """Leave somebody with no check-in plan off Today until a day, or until somebody says otherwise. Sent twice, it is
    one."""
    there = held_or_new(CheckInLater, later, participant_id=participant)
    if there is not None:
        return there
    person = Participant.objects.get(pk=participant)
    row = CheckInLater(id=later, **authored(by, person), until=until)
    insert(row)
    return row


@act(Can.SET_UP_AGENCY)
def set_check_in_reminder(
    *, by: Actor, reminder: uuid.UUID, from_on: date, every_days: int | None
) -> CheckInReminder:
    """Set from a day on after how many days without contact somebody with no check-in plan comes round on Today."""
    there = CheckInReminder.objects.filter(pk=reminder).first()
    if there is not None:
        return there
    return CheckInReminder.objects.create(
        id=reminder, from_on=from_on, every_days=every_days, at=clock.now(), by_id=by.id
    )
