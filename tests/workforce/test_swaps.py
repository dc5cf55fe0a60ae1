"""A swap is agreed by both: one asks, the other says yes, and the rota changes in that moment or not at all."""

import html
import uuid
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from alongside.clock.models import ClockSetting
from alongside.keeping.rules import NotHere
from alongside.workforce import rota_queries, rules
from alongside.workforce.actions import take_off_call
from alongside.workforce.choices import Place
from alongside.workforce.models import OnCallShift, ShiftSwap
from alongside.workforce.rota_actions import answer_swap, ask_swap, take_back_swap
from tests import cast
from tests.workforce.make import EIGHT, away, on_call

DAY = timedelta(days=1)


def shift_of(member: cast.Member, days: int = 1, place: Place = Place.FIRST) -> OnCallShift:
    return on_call(member, place, EIGHT + days * DAY, EIGHT + (days + 1) * DAY)


def asks(by: cast.Member, of: cast.Member, shift: OnCallShift, back: OnCallShift | None = None) -> uuid.UUID:
    swap = uuid.uuid4()
    cast.also_on_call(of)
    with cast.acting(by) as actor:
        ask_swap(by=actor, swap=swap, shift=shift.id, of=of.id, in_return=back.id if back else None)
    return swap


def answers(member: cast.Member, swap: uuid.UUID, *, yes: bool = True) -> None:
    with cast.acting(member) as by:
        answer_swap(by=by, swap=swap, yes=yes)


def whose(*shifts: OnCallShift) -> list[uuid.UUID]:
    with cast.acting(cast.SUPERVISOR):
        found = OnCallShift.objects.in_bulk([each.id for each in shifts])
        return [found[each.id].staff_id for each in shifts]


def page(member: cast.Member, address: str = "/on-call/") -> str:
    return html.unescape(cast.signed_in(member).get(address).content.decode())


def test_one_asks_and_the_other_says_yes_on_today() -> None:
    shift = shift_of(cast.ON_CALL)
    client = cast.signed_in(cast.ON_CALL)
    address = reverse("workforce:swap", args=[shift.id])
    assert address in page(cast.ON_CALL)
    cast.also_on_call(cast.CM2)
    assert client.post(address, {"of": str(cast.CM2.id), "in_return": ""}).status_code == 302
    assert "You asked Case manager 2 to take Thursday, January 7, 8 AM – " in page(cast.ON_CALL)
    told = page(cast.CM2, "/")
    assert "On-call advocate asks you to take Thursday, January 7, 8 AM – Friday, 8 AM · First" in told
    for stranger in (cast.CM1, cast.SUPERVISOR, cast.ADMIN, cast.ON_CALL):
        assert "asks you to take" not in page(stranger, "/") + page(stranger)
    assert whose(shift) == [cast.ON_CALL.id], "asking changes nothing"
    yes = told.split('/yes/"')[0].rpartition('"')[2] + "/yes/"
    assert cast.signed_in(cast.CM2).post(yes).status_code == 302
    assert whose(shift) == [cast.CM2.id]
    assert "asks you to take" not in page(cast.CM2, "/")
    assert "<b>Case manager 2</b>" in page(cast.CM1)


def test_two_exchange_even_at_the_same_hours() -> None:
    first, second = shift_of(cast.ON_CALL), shift_of(cast.CM2, place=Place.SECOND)
    swap = asks(cast.ON_CALL, cast.CM2, first, second)
    assert "In return they take yours: Thursday, January 7" in page(cast.CM2, "/")
    answers(cast.CM2, swap)
    assert whose(first, second) == [cast.CM2.id, cast.ON_CALL.id]
    answers(cast.CM2, swap)
    assert whose(first, second) == [cast.CM2.id, cast.ON_CALL.id], "a second press changes nothing"


def test_a_no_leaves_it_and_is_told_to_whoever_asked() -> None:
    shift = shift_of(cast.ON_CALL)
    swap = asks(cast.ON_CALL, cast.CM2, shift)
    assert cast.signed_in(cast.CM2).post(reverse("workforce:swap_no", args=[swap])).status_code == 302
    assert whose(shift) == [cast.ON_CALL.id]
    assert "Case manager 2 said no to Thursday, January 7" in page(cast.ON_CALL)
    with pytest.raises(rules.SwapIsOver):
        answers(cast.CM2, swap)


def test_of_two_who_say_yes_the_second_finds_it_settled() -> None:
    shift = shift_of(cast.ON_CALL)
    swaps = [asks(cast.ON_CALL, each, shift) for each in (cast.CM2, cast.CM3)]
    answers(cast.CM2, swaps[0])
    assert "asks you to take" not in page(cast.CM3, "/")
    answer = cast.signed_in(cast.CM3).post(reverse("workforce:swap_yes", args=[swaps[1]]), follow=True)
    assert "This was settled in the meantime" in answer.content.decode()
    assert whose(shift) == [cast.CM2.id]


def test_after_it_began_or_went_nobody_swaps() -> None:
    shift = shift_of(cast.ON_CALL)
    swap = asks(cast.ON_CALL, cast.CM2, shift)
    gone = shift_of(cast.ON_CALL, 3)
    of_gone = asks(cast.ON_CALL, cast.CM2, gone)
    with cast.acting(cast.SUPERVISOR) as by:
        take_off_call(by=by, shift=gone.id)
    with pytest.raises(rules.SwapIsOver):
        answers(cast.CM2, of_gone)
    ClockSetting.set_to(EIGHT + DAY, running=False)
    assert "asks you to take" not in page(cast.CM2, "/")
    with pytest.raises(rules.SwapIsOver):
        answers(cast.CM2, swap)
    with pytest.raises(rules.SwapIsOver):
        asks(cast.ON_CALL, cast.CM3, shift)
    assert cast.signed_in(cast.ON_CALL).get(reverse("workforce:swap", args=[shift.id])).status_code == 404


@pytest.mark.parametrize("left", [cast.ON_CALL, cast.CM2])
def test_with_a_closed_account_nobody_swaps(left: cast.Member) -> None:
    shift, swap = shift_of(cast.ON_CALL), None
    swap = asks(cast.ON_CALL, cast.CM2, shift)
    with cast.acting(cast.CM2) as by, connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute("update access.access_account set is_active = false where id = %s", [left.id])
        cursor.execute("set local role alongside_desk")
        with pytest.raises(rules.SwapIsOver):
            answer_swap(by=by, swap=swap, yes=True)
    with pytest.raises(rules.NotWorkingHere):
        asks(cast.CM3, left, shift_of(cast.CM3, 4))


def test_nobody_is_on_call_twice_by_a_swap() -> None:
    shift = shift_of(cast.ON_CALL)
    shift_of(cast.CM2, place=Place.SECOND)
    swap = asks(cast.ON_CALL, cast.CM2, shift)
    answer = cast.signed_in(cast.CM2).post(reverse("workforce:swap_yes", args=[swap]), follow=True)
    assert "One of you is on call at that time already" in answer.content.decode()
    assert whose(shift) == [cast.ON_CALL.id]


def test_whoever_is_away_then_takes_nothing() -> None:
    shift = shift_of(cast.ON_CALL)
    swap = asks(cast.ON_CALL, cast.CM2, shift)
    away(cast.CM2, EIGHT + DAY, EIGHT + 2 * DAY)
    answer = cast.signed_in(cast.CM2).post(reverse("workforce:swap_yes", args=[swap]), follow=True)
    assert "One of you is away then, so it stays as it is." in answer.content.decode()
    assert whose(shift) == [cast.ON_CALL.id]


def test_only_the_one_who_was_asked_answers_and_only_the_asker_takes_back() -> None:
    shift = shift_of(cast.ON_CALL)
    swap = asks(cast.ON_CALL, cast.CM2, shift)
    for member in (cast.CM1, cast.SUPERVISOR, cast.ADMIN, cast.ON_CALL):
        for place in ("swap_yes", "swap_no"):
            assert cast.signed_in(member).post(reverse(f"workforce:{place}", args=[swap])).status_code == 404
    with pytest.raises(NotHere), cast.acting(cast.CM2) as by:
        take_back_swap(by=by, swap=swap)
    with cast.acting(cast.CM1):
        assert ShiftSwap.objects.count() == 0
    with pytest.raises(rules.SwapIsOver):
        asks(cast.CM1, cast.CM3, shift)
    assert cast.signed_in(cast.CM1).get(reverse("workforce:swap", args=[shift.id])).status_code == 404
    with cast.acting(cast.CM2), connection.cursor() as cursor:
        for statement in (
            "update core.workforce_shiftswap set said_yes = true",
            "delete from core.workforce_shiftswap",
            "insert into core.workforce_shiftswap select * from core.workforce_shiftswap",
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(statement)
    assert cast.signed_in(cast.ON_CALL).post(reverse("workforce:swap_back", args=[swap])).status_code == 302
    assert "asks you to take" not in page(cast.CM2, "/")
    with pytest.raises(rules.SwapIsOver):
        answers(cast.CM2, swap)


def test_several_asks_are_one_row() -> None:
    for days in (1, 2):
        asks(cast.ON_CALL, cast.CM2, shift_of(cast.ON_CALL, days))
    told = page(cast.CM2, "/")
    assert "2 colleagues ask to swap" in told and "asks you to take" not in told
    assert page(cast.CM2).count("asks you to take") == 2
    with cast.acting(cast.CM2) as by:
        assert len(rota_queries.my_swaps(by.id).asked_of_me) == 2


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"of": ""}, "Choose somebody"),
        ({"of": str(cast.CM1.id), "in_return": "theirs"}, "a shift of somebody else"),
    ],
)
def test_what_does_not_fit_is_said(told: dict[str, str], sentence: str) -> None:
    cast.also_on_call(cast.CM1)
    shift, theirs = shift_of(cast.ON_CALL), shift_of(cast.CM2, 5)
    if "in_return" in told:
        told = told | {"in_return": str(theirs.id)}
    answer = cast.signed_in(cast.ON_CALL).post(reverse("workforce:swap", args=[shift.id]), told)
    assert answer.status_code == 422 and sentence in answer.content.decode()
