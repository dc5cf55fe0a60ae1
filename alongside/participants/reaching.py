"""Ways to reach somebody, each with its safe-contact rule."""

import uuid
from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.keeper import call
from alongside.access.roles import Can
from alongside.keeping.rows import held
from alongside.keeping.rules import ChangedMeanwhile, is_stale
from alongside.participants.briefs import renew
from alongside.participants.choices import Like
from alongside.participants.models import ContactPoint, Participant
from alongside.participants.tasks import look_for_same
from alongside.participants.tokens import alike_by_call, alike_by_way

FIELDS = (
    "channel",
    "address",
    "may_call",
    "may_leave_message",
    "may_text",
    "may_say_who",
    "from_time",
    "until_time",
    "hours_words",
    "code_word",
    "say",
    "who_else_sees",
    "preferred",
)


@act(Can.CHANGE_RECORD, said=_("wrote down a way to reach them"))
def save_contact_point(
    *,
    by: Actor,
    participant: uuid.UUID,
    point: uuid.UUID,
    seen: int | None = None,
    confirmed: bool = False,
    **rule: Any,
) -> ContactPoint:
    """Keep a way to reach them and its rule. A new `point` id adds one; a known id changes it.
    Raises ChangedMeanwhile."""
    unknown = set(rule) - set(FIELDS)
    if unknown:
        raise TypeError(f"no such part of a rule: {sorted(unknown)}")
    person = Participant.objects.get(pk=participant)
    way = ContactPoint.objects.filter(pk=point, participant_id=participant).select_for_update().first()
    if way is None:
        way = ContactPoint(id=point, key_id=person.key_id, participant_id=participant, version=0)
    elif is_stale(seen, way.version):
        raise ChangedMeanwhile(way)
    for field, value in rule.items():
        setattr(way, field, value)
    if way.preferred:
        ContactPoint.objects.filter(participant_id=participant).exclude(pk=point).update(preferred=False)
    if confirmed or way.version == 0:
        way.confirmed_at, way.confirmed_by_id = clock.now(), by.id
    way.version += 1
    # A new way is never written over a row of that name, which would be another person's.
    way.save(force_insert=way.version == 1)
    call("core.keep_likeness", participant, Like.WAY, way.pk, alike_by_way(way.channel, way.address))
    call("core.keep_likeness", participant, Like.CALL, way.pk, alike_by_call(person.alias, way.code_word))
    look_for_same.ask(by=by, participant=participant)
    renew(by, participant)
    return way


@act(Can.CHANGE_RECORD, said=_("asked whether a way to reach them is still safe"))
def confirm_contact_point(*, by: Actor, participant: uuid.UUID, point: uuid.UUID) -> ContactPoint:
    """They said that this is still safe."""
    way = held(ContactPoint, point, participant_id=participant)
    way.confirmed_at, way.confirmed_by_id = clock.now(), by.id
    way.save(update_fields=["confirmed_at", "confirmed_by"])
    return way


@act(Can.CHANGE_RECORD, said=_("took a way to reach them away"))
def remove_contact_point(*, by: Actor, participant: uuid.UUID, point: uuid.UUID) -> ContactPoint:
    """Take a way to reach them away; it can come back for 30 days."""
    way = held(ContactPoint, point, participant_id=participant)
    way.take_away()
    renew(by, participant)
    return way


@act(Can.CHANGE_RECORD, said=_("brought a way to reach them back"))
def restore_contact_point(*, by: Actor, participant: uuid.UUID, point: uuid.UUID) -> ContactPoint:
    """Undo a removal."""
    way = held(ContactPoint, point, participant_id=participant)
    way.bring_back()
    look_for_same.ask(by=by, participant=participant)
    renew(by, participant)
    return way
