"""What is done about critical periods: agreeing to one, declining it, other days, and the agency's windows."""

import uuid
from datetime import date

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.given import HardDate
from alongside.access.roles import Can
from alongside.keeping.rows import authored, held
from alongside.keeping.rules import ChangedMeanwhile, is_stale
from alongside.participants import rules
from alongside.participants.choices import Intensity
from alongside.participants.models import CriticalPeriod, CriticalWindow, Participant
from alongside.participants.timeline import mark_once

_CHANGES = (
    "begins_on",
    "ends_on",
    "is_open",
    "kind",
    "intensity",
    "words",
    "day",
    "source",
    "version",
)


@act(Can.CHANGE_RECORD, said=_("agreed on a critical period"))
def agree_period(
    *,
    by: Actor,
    participant: uuid.UUID,
    period: uuid.UUID,
    begins_on: date,
    ends_on: date,
    kind: str,
    seen: int | None = None,
    intensity: str = "",
    words: str = "",
    of: HardDate | None = None,
) -> CriticalPeriod:
    """Keep the days of a critical period; a known `period`, or one of the same hard date, is changed.
    Raises TurnedDown, ChangedMeanwhile."""
    if ends_on < begins_on or (ends_on - begins_on).days > 2 * rules.LONGEST_WINDOW:
        raise TurnedDown("days_in_their_order")
    kept = _held_or_new(by, participant, period, of)
    if kept.version and is_stale(seen, kept.version):
        raise ChangedMeanwhile(kept)
    kept.begins_on, kept.ends_on, kept.is_open = begins_on, ends_on, True
    kept.kind, kept.intensity, kept.words = kind, intensity or Intensity.MORE, words
    _save(kept, of)
    mark_once(by=by, participant=participant, at=clock.now(), room="participants", kind="period", ref=kept.pk)
    return kept


@act(Can.CHANGE_RECORD, said=_("declined a critical period"))
def decline_period(
    *, by: Actor, participant: uuid.UUID, period: uuid.UUID, begins_on: date, ends_on: date, of: HardDate
) -> CriticalPeriod:
    """They do not want more support around this day; it is not proposed again."""
    kept = _held_or_new(by, participant, period, of)
    if kept.version == 0:
        kept.begins_on, kept.ends_on, kept.kind = begins_on, ends_on, of.kind
    kept.is_open = False
    _save(kept, of)
    return kept


@act(Can.CHANGE_RECORD, said=_("ended a critical period"))
def end_period(*, by: Actor, participant: uuid.UUID, period: uuid.UUID) -> CriticalPeriod:
    """Nothing of it shows any more from now on."""
    kept = held(CriticalPeriod, period, participant_id=participant)
    kept.is_open = False
    kept.version += 1
    kept.save(update_fields=["is_open", "version"])
    return kept


def _held_or_new(by: Actor, participant: uuid.UUID, period: uuid.UUID, of: HardDate | None) -> CriticalPeriod:
    """The period, held until the act ends: the one of this id, or of this hard date, or a new one."""
    person = Participant.objects.select_for_update(no_key=True).get(pk=participant)
    rows = list(CriticalPeriod.objects.filter(participant_id=participant).select_for_update())
    for row in rows:
        if row.pk == period or (of is not None and row.source == str(of.ref)):
            return row
    return CriticalPeriod(id=period, **authored(by, person), version=0)


def _save(kept: CriticalPeriod, of: HardDate | None) -> None:
    if of is not None:
        kept.source, kept.day = str(of.ref), of.on.isoformat()
    kept.version += 1
    if kept.version == 1:
        kept.save(force_insert=True)
    else:
        kept.save(update_fields=_CHANGES)


@act(Can.SET_UP_AGENCY, said=_("set the days of critical periods"))
def set_windows(*, by: Actor, days: dict[str, tuple[int, int]]) -> None:
    """Set how many days before and after are proposed for each kind; what was agreed before stays as it is."""
    at = clock.now()
    CriticalWindow.objects.bulk_create(
        CriticalWindow(kind=kind, before=before, after=after, at=at, by_id=by.id)
        for kind, (before, after) in days.items()
    )
