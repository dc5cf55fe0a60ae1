"""Setting who is on call, and closing a colleague's account. Who may is checked in the database as well."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.keeper import call
from alongside.access.keys import shared_key
from alongside.access.refusals import refused_as
from alongside.access.roles import Can
from alongside.workforce import rules
from alongside.workforce.choices import Place
from alongside.workforce.models import OnCallShift, StaffPhone


@act(Can.SET_ON_CALL)
def put_on_call(
    *, by: Actor, shift: UUID, staff: UUID, place: Place, begins: datetime, ends: datetime
) -> OnCallShift:
    """Put somebody on call, first or second, from when until when. `shift` is the new id."""
    with refused_as(
        {
            "one_first_and_one_second_at_a_time": rules.PlaceTaken,
            "nobody_is_first_and_second_at_once": rules.TwoPlacesAtOnce,
            "does_not_work_here": rules.NotWorkingHere,
            "may_not_be_on_call": rules.MayNotBeOnCall,
        }
    ):
        call("core.put_on_call", shift, staff, place, begins, ends)
    return OnCallShift.objects.get(pk=shift)


@act(Can.SET_ON_CALL)
def take_off_call(*, by: Actor, shift: UUID) -> None:
    """Take somebody off call: what runs ends now, what is to come goes, what has been stays."""
    call("core.take_off_call", shift)


@act(Can.BE_ON_CALL, said=_("opened the on-call brief"))
def open_brief(*, by: Actor, participant: UUID, opening: UUID, brief: UUID) -> None:
    """Open a brief while on call; that it was opened is kept before anything is shown. Raises TurnedDown."""
    with refused_as({"no_such_brief": TurnedDown("no_such_brief")}):
        call("core.open_brief", opening, participant, brief)


@act(Can.WORK_HERE)
def give_phone(*, by: Actor, phone: UUID, number: str) -> None:
    """Give colleagues on call a number of one's own, or another; without one, take it back. `phone` is the new id."""
    stands = StaffPhone.objects.filter(staff=by.id).first()
    if not number:
        call("core.take_back_phone")
    elif stands is None:
        StaffPhone.objects.create(id=phone, key_id=shared_key(phone), staff_id=by.id, number=number)
    else:
        stands.number = number
        stands.save(update_fields=["number"])


@act(Can.MANAGE_STAFF)
def close_desk(*, by: Actor, staff: UUID) -> None:
    """Close a colleague's account from this second: signed out, no role, and their people get their backup."""
    with refused_as({"another_administrator_closes_yours": TurnedDown("another_administrator_closes_yours")}):
        call("core.close_desk", staff)


@act(Can.MANAGE_STAFF)
def open_desk(*, by: Actor, staff: UUID) -> None:
    """Let a colleague come back: their account opens without roles, and waits for a link."""
    call("access.set_open", staff, True)


@act(Can.ASSIGN)
def settle_stand_in(*, by: Actor, stand_in: UUID) -> None:
    """Say that somebody goes on with whoever stood in."""
    call("core.settle_stand_in", stand_in)
