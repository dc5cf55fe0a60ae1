"""Asking donors for something, and saying how far it has come."""

from uuid import UUID, uuid4

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.keeper import call, one_at_a_time
from alongside.access.roles import Can
from alongside.consent import gate
from alongside.keeping.rows import held
from alongside.keeping.rules import ChangedMeanwhile, is_stale, may_come_back
from alongside.participants import queries as people
from alongside.participants.timeline import mark
from alongside.provisions import rules
from alongside.provisions.choices import OVER, STILL_OPEN, State
from alongside.provisions.models import DonationAsk, Wanted
from alongside.vault import ring
from alongside.vault.fields import sealed_value

_TOLD = ("item", "size", "helps_until", "handing", "need", "removed_at")


@act(Can.ASK_DONORS, said=_("asked donors for something, without saying for whom"))
def save_ask(
    *, by: Actor, participant: UUID, ask: UUID, told: rules.Asked, seen: int | None = None
) -> DonationAsk:
    """Ask donors for something, or put an ask right. `ask` is its id; with the version that was `seen`, change it.

    What donors read is looked at first: whatever points at this person, at us or at what we are is turned down.
    Raises ChangedMeanwhile or TurnedDown.
    """
    person = people.participant_named(participant)
    if person is None:
        raise TurnedDown("not_here")
    one_at_a_time(f"ask|{ask}")
    row = DonationAsk.objects.filter(pk=ask, participant_id=participant).first()
    if row is not None and seen is None:
        return row
    if row is not None and is_stale(seen, row.version):
        raise ChangedMeanwhile(row)
    _look_at(participant, told)
    now, is_new = clock.now(), row is None
    if row is None:
        row = DonationAsk(id=ask, key_id=person.key_id, participant_id=participant, version=0)
        row.at, row.by_id, row.state_at = now, by.id, now
    row.item, row.size, row.helps_until, row.handing = told.item, told.size, told.helps_until, told.handing
    row.need_id = _need(participant, told.need)
    row.removed_at = (
        None  # in other words it is asked for again; whoever did not know it was taken back was told
    )
    row.version += 1
    row.changed_at, row.changed_by_id = now, by.id
    row.save(
        force_insert=is_new,
        update_fields=None if is_new else [*_TOLD, "version", "changed_at", "changed_by"],
    )
    _list(row)
    if is_new:
        mark(by=by, participant=participant, at=now, room="provisions", kind="ask", ref=row.pk)
    return row


def _look_at(participant: UUID, told: rules.Asked) -> None:
    if not told.item.strip():
        raise rules.NoItem
    for field, words in (("item", told.item), ("size", told.size)):
        if words.strip() and (found := gate.points_at(participant, words)):
            raise rules.PointsAtSomebody(field, found)


def _need(participant: UUID, need: UUID | None) -> UUID | None:
    told = people.needs([participant]).get(participant, [])
    return next((each.pk for each in told if each.pk == need), None)


def _list(row: DonationAsk) -> None:
    """Bring the line that donors read in step with its ask; it has an id and a key that tell of nobody."""
    line = Wanted.objects.filter(pk=row.wanted).first()
    if line is None:
        key = uuid4()
        wrapped = ring.make(key)
        line = Wanted(id=row.wanted, key_id=key, item=row.item, size=row.size)
        call("core.list_ask", row.pk, key, wrapped, sealed_value(line, "item"), sealed_value(line, "size"))
        return
    line.item, line.size = row.item, row.size
    line.state = row.state if row.removed_at is None else State.NOT_NEEDED
    line.save(update_fields=["item", "size", "state"])


def _held(participant: UUID, ask: UUID) -> DonationAsk:
    one_at_a_time(f"ask|{ask}")
    return held(DonationAsk, ask, participant_id=participant)


@act(Can.ASK_DONORS, said=_("kept how far something asked for has come"))
def change_ask_state(*, by: Actor, participant: UUID, ask: UUID, state: str) -> DonationAsk:
    """Say how far an ask has come. Any state may follow any other; what donors read again is looked at again.
    Raises TurnedDown."""
    row = _held(participant, ask)
    if state not in State.values:
        raise TurnedDown("not_offered")
    if state in STILL_OPEN and row.state in OVER:
        _look_at(participant, rules.Asked(row.item, row.size))
    if row.state != state:
        row.state, row.state_at = state, clock.now()
        _put(by, row, "state", "state_at")
    return row


@act(Can.ASK_DONORS, said=_("took back something asked for"))
def remove_ask(*, by: Actor, participant: UUID, ask: UUID) -> DonationAsk:
    """Take an ask back; it can come back for 30 days, and donors do not read it meanwhile."""
    row = _held(participant, ask)
    row.removed_at = row.removed_at or clock.now()
    _put(by, row, "removed_at")
    return row


@act(Can.ASK_DONORS, said=_("brought back something asked for"))
def restore_ask(*, by: Actor, participant: UUID, ask: UUID) -> DonationAsk:
    """Bring an ask back that was taken back in the last 30 days."""
    row = _held(participant, ask)
    if row.removed_at and may_come_back(row.removed_at, clock.now()):
        if row.state in STILL_OPEN:
            _look_at(participant, rules.Asked(row.item, row.size))
        row.removed_at = None
        _put(by, row, "removed_at")
    return row


def _put(by: Actor, row: DonationAsk, *fields: str) -> None:
    row.version += 1
    row.changed_at, row.changed_by_id = clock.now(), by.id
    row.save(update_fields=[*fields, "version", "changed_at", "changed_by"])
    _list(row)
