"""Putting several people on call at once, swaps between two, and what is handed over from shift to shift."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid5

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.keeper import call, one_at_a_time
from alongside.access.keys import shared_key
from alongside.access.refusals import refused_as
from alongside.access.roles import Can
from alongside.keeping.rules import NotHere, NothingWritten
from alongside.workforce import rota_queries, rules
from alongside.workforce.models import HandOver, OnCallShift
from alongside.workforce.rota_rules import Planned


@act(Can.SET_ON_CALL)
def put_rota(*, by: Actor, once: UUID, shifts: Sequence[Planned]) -> datetime:
    """Put all of these shifts, or none; sent twice under one id it is done once. Gives the moment they are kept under.

    Raises PlaceTaken, TwoPlacesAtOnce or NotWorkingHere where one of them does not fit any more.
    """
    with refused_as(
        {
            "one_first_and_one_second_at_a_time": rules.PlaceTaken,
            "nobody_is_first_and_second_at_once": rules.TwoPlacesAtOnce,
            "does_not_work_here": rules.NotWorkingHere,
            "may_not_be_on_call": rules.MayNotBeOnCall,
        }
    ):
        for each in shifts:
            given = (each.staff, each.place, each.begins, each.ends)
            call("core.put_on_call", uuid5(once, each.key), *given)
    return OnCallShift.objects.get(pk=uuid5(once, shifts[0].key)).set_at


@act(Can.SET_ON_CALL)
def take_back_rota(*, by: Actor, at: datetime) -> None:
    """Take back the shifts that one has put in one go: what runs ends now, what has been stays."""
    for each in rota_queries.set_together(by.id, at):
        call("core.take_off_call", each.pk)


def _refusals() -> dict[str, type[Exception] | Exception]:
    return {
        "no_shift_to_swap": rules.SwapIsOver,
        "a_swap_is_over": rules.SwapIsOver,
        "nobody_asked": NotHere,
        "is_away_then": rules.AwayThemselves,
        "does_not_work_here": rules.NotWorkingHere,
        "may_not_be_on_call": rules.MayNotBeOnCall,
        "nobody_is_first_and_second_at_once": rules.TwoPlacesAtOnce,
    }


@act(Can.WORK_HERE)
def ask_swap(*, by: Actor, swap: UUID, shift: UUID, of: UUID, in_return: UUID | None = None) -> None:
    """Ask a colleague to take a shift of one's own, or to exchange it for one of theirs. `swap` is the new id.

    Raises SwapIsOver where a shift has begun or is of another by now, NotWorkingHere.
    """
    with refused_as(_refusals()):
        call("core.ask_swap", swap, shift, of, in_return)


@act(Can.WORK_HERE)
def answer_swap(*, by: Actor, swap: UUID, yes: bool) -> None:
    """Say yes, which changes the rota, or no. Raises SwapIsOver, TwoPlacesAtOnce, NotHere where one was not asked,
    AwayThemselves where one of the two is away then."""
    with refused_as(_refusals()):
        call("core.answer_swap", swap, yes)


@act(Can.WORK_HERE)
def take_back_swap(*, by: Actor, swap: UUID) -> None:
    """Ask no more. Raises NotHere where one did not ask, or it was answered."""
    with refused_as({"nobody_asked": NotHere}):
        call("core.take_back_swap", swap)


@act(Can.WORK_HERE)
def write_hand_over(*, by: Actor, sheet: UUID, words: str, about: UUID | None = None) -> HandOver:
    """Leave for the next on call what only they need; sent twice, it is one.

    Raises NothingWritten, and NotHere where one is not on call.
    """
    if not words.strip():
        raise NothingWritten
    if not rota_queries.is_on_call():
        raise NotHere
    one_at_a_time(sheet)
    found = HandOver.objects.filter(pk=sheet, by=by.id).first()
    if found is not None:
        return found
    row = HandOver(id=sheet, key_id=shared_key(sheet), at=clock.now(), by_id=by.id, words=words)
    row.about = str(about or "")
    row.save(force_insert=True)
    return row


@act(Can.WORK_HERE)
def take_back_hand_over(*, by: Actor, sheet: UUID) -> None:
    """Take back a hand-over of one's own: it goes, and its key with it. Raises NotHere where it is none."""
    with refused_as({"no_sheet_of_yours": NotHere}):
        call("core.take_back_hand_over", sheet)
