"""The list offers only those who may answer at night, and whoever may not is not counted on."""

import html
import uuid
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from alongside.access.roles import ABILITIES, Can
from alongside.workforce import may_be, queries, rota_queries, rules
from alongside.workforce.actions import put_on_call
from alongside.workforce.models import OnCallShift
from alongside.workforce.rota_actions import answer_swap, ask_swap
from tests import cast
from tests.workforce.make import EIGHT, on_call

DAY = timedelta(days=1)
NEEDS = "needs the role “Hotline and on call”"


def loses(member: cast.Member, *roles: str) -> None:
    """They do not hold these roles any more."""
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute(
            "delete from access.access_roleheld where account_id = %s and role = any(%s)",
            [member.id, list(roles)],
        )
        cursor.execute("set local role alongside_desk")


def page(member: cast.Member, address: str = "/on-call/") -> str:
    answer = cast.signed_in(member).get(address)
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def test_the_database_and_the_roles_say_the_same() -> None:
    assert set(may_be.ROLES) == {str(role) for role, can in ABILITIES.items() if Can.BE_ON_CALL in can}
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        for member in cast.CAST:
            cursor.execute("select core.may_be_on_call(%s)", [member.id])
            assert cursor.fetchone()[0] is bool({str(role) for role in member.roles} & set(may_be.ROLES))
        cursor.execute("set local role alongside_desk")


@pytest.mark.parametrize("address", ["/on-call/", "/on-call/rota/"])
@pytest.mark.parametrize("member", [cast.SUPERVISOR, cast.ADMIN])
def test_who_may_not_is_told_beside_the_list_and_not_offered(member: cast.Member, address: str) -> None:
    told = page(member, address)
    assert f'value="{cast.ON_CALL.id}"' in told and f'value="{cast.CM1.id}"' not in told
    beside = told.split("Who is not in this list")[1]
    assert (
        f"<b>{cast.CM1.name}</b>" in beside
        and NEEDS in beside
        and f"<b>{cast.ON_CALL.name}</b>" not in beside
    )
    leads = f'href="/program/staff/{cast.CM1.id}/"' in beside
    assert leads == (member is cast.ADMIN)
    assert ("An administrator can ask for the role." in beside) == (member is not cast.ADMIN)


@pytest.mark.parametrize("member", [cast.CM1, cast.DROP_IN, cast.DIRECTOR, cast.ADMIN, cast.ADVISER])
def test_the_database_puts_nobody_on_call_who_may_not_be(member: cast.Member) -> None:
    given = {"shift": uuid.uuid4(), "staff": member.id, "place": "first"}
    with cast.acting(cast.SUPERVISOR) as by, pytest.raises(rules.MayNotBeOnCall):
        put_on_call(by=by, begins=EIGHT, ends=EIGHT + DAY, **given)
    with cast.acting(cast.SUPERVISOR), connection.cursor() as cursor:
        with pytest.raises(DatabaseError, match="may not be on call"), transaction.atomic():
            cursor.execute(
                f"select core.put_on_call(gen_random_uuid(), '{member.id}', 'first', now(), now() + interval '1 h')"
            )
        assert not OnCallShift.objects.exists()


def test_a_shift_of_who_lost_the_role_is_a_gap_and_gives_way() -> None:
    on_call(cast.CM1, begins=EIGHT - DAY / 2, ends=EIGHT + DAY)
    on_call(cast.CM1, begins=EIGHT + DAY, ends=EIGHT + 2 * DAY)
    assert "On call now: <b>Case manager 1, until" in page(cast.ADMIN)
    loses(cast.CM1, "on_call")
    told = page(cast.ADMIN)
    assert "Nobody is on call just now." in told and "nobody is set" in told
    assert "Nobody is set as first" in told and told.count(NEEDS) > 2
    assert "Nobody is set as first" in page(cast.SUPERVISOR, "/")
    mine = page(cast.CM1)
    assert "nobody counts on your shifts" in mine and "Write a hand-over" not in mine
    with cast.acting(cast.CM1):
        assert not rota_queries.is_on_call() and queries.on_call_now().first is None
        assert rota_queries.to_come(EIGHT + 9 * DAY) == []
    taken = on_call(begins=EIGHT, ends=EIGHT + DAY * 3 / 2)
    with cast.acting(cast.SUPERVISOR):
        stands = OnCallShift.objects.order_by("during")
        now = EIGHT - DAY / 4 * 0
        assert [each.staff_id for each in stands] == [cast.CM1.id, taken.staff_id]
        assert stands[0].during.upper <= now, "what has been stays"


def test_whoever_gets_the_role_back_is_counted_on_again() -> None:
    on_call(cast.CM1)
    loses(cast.CM1, "on_call")
    assert "nobody is set" in page(cast.CM2)
    cast.also_on_call(cast.CM1)
    assert "On call now: <b>Case manager 1, until" in page(cast.CM2)


def test_who_lost_the_role_reads_no_plan_and_no_number_of_those_on_call() -> None:
    on_call(cast.CM1)
    with cast.acting(cast.CM1), connection.cursor() as cursor:
        cursor.execute("select core.is_on_call(), core.on_call_or_leads()")
        assert cursor.fetchone() == (True, True)
    loses(cast.CM1, "on_call")
    with cast.acting(cast.CM1), connection.cursor() as cursor:
        cursor.execute("select core.is_on_call(), core.on_call_or_leads()")
        assert cursor.fetchone() == (False, False)


def test_a_swap_is_between_those_who_may() -> None:
    shift = on_call(cast.CM1, begins=EIGHT + DAY, ends=EIGHT + 2 * DAY)
    back = on_call(begins=EIGHT + 3 * DAY, ends=EIGHT + 4 * DAY)
    told = page(cast.CM1, f"/on-call/{shift.pk}/swap/")
    assert f'value="{cast.CM2.id}"' not in told and f"<b>{cast.CM2.name}</b>" in told and NEEDS in told
    with cast.acting(cast.CM1) as by:
        with pytest.raises(rules.MayNotBeOnCall):
            ask_swap(by=by, swap=uuid.uuid4(), shift=shift.pk, of=cast.CM2.id)
        exchange = uuid.uuid4()
        ask_swap(by=by, swap=exchange, shift=shift.pk, of=cast.ON_CALL.id, in_return=back.pk)
    loses(cast.CM1, "on_call")
    with cast.acting(cast.CM1) as by, pytest.raises(rules.MayNotBeOnCall):
        ask_swap(by=by, swap=uuid.uuid4(), shift=shift.pk, of=cast.ON_CALL.id, in_return=back.pk)
    with cast.acting(cast.ON_CALL) as by, pytest.raises(rules.MayNotBeOnCall):
        answer_swap(by=by, swap=exchange, yes=True)
    answer = cast.signed_in(cast.ON_CALL).post(f"/on-call/swaps/{exchange}/yes/", follow=True)
    assert "so it stays as it is" in answer.content.decode()
    with cast.acting(cast.CM1) as by:
        gives = uuid.uuid4()
        ask_swap(by=by, swap=gives, shift=shift.pk, of=cast.ON_CALL.id)
    with cast.acting(cast.ON_CALL) as by:
        answer_swap(by=by, swap=gives, yes=True)
        assert OnCallShift.objects.get(pk=shift.pk).staff_id == cast.ON_CALL.id, "one may still give it away"
