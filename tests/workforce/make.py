"""Putting somebody on call."""

import uuid
from datetime import datetime, timedelta

from django.db import connection

from alongside.workforce.actions import put_on_call
from alongside.workforce.choices import Place
from alongside.workforce.models import OnCallShift
from alongside.workforce.rota_actions import ask_swap, write_hand_over
from tests import cast

EIGHT = datetime(2027, 1, 6, 8, 0, tzinfo=cast.ZONE)


def on_call(
    member: cast.Member = cast.ON_CALL,
    place: Place = Place.FIRST,
    begins: datetime = EIGHT - timedelta(hours=12),
    ends: datetime = EIGHT,
) -> OnCallShift:
    """A shift, set by the supervisor; without more said, the night in which the tests stand."""
    cast.also_on_call(member)
    with cast.acting(cast.SUPERVISOR) as by:
        return put_on_call(by=by, shift=uuid.uuid4(), staff=member.id, place=place, begins=begins, ends=ends)


def between_shifts() -> tuple[uuid.UUID, uuid.UUID]:
    """A shift that whoever is on call asks the supervisor to take, and a hand-over that they leave: both ids."""
    swap, sheet = uuid.uuid4(), uuid.uuid4()
    later = on_call(begins=EIGHT + timedelta(days=2), ends=EIGHT + timedelta(days=2, hours=8))
    with cast.acting(cast.ON_CALL) as by:
        ask_swap(by=by, swap=swap, shift=later.pk, of=cast.SUPERVISOR.id)
        write_hand_over(by=by, sheet=sheet, words="The second phone is on the shelf.")
    return swap, sheet


def away(member: cast.Member, begins: datetime, ends: datetime) -> None:
    """Time off that a supervisor confirmed."""
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute(
            "insert into core.agency_timeoff (id, staff_id, during, at, by_id, confirmed_at, confirmed_by_id)"
            " values (gen_random_uuid(), %(who)s, tstzrange(%(begins)s, %(ends)s), now(), %(who)s, now(), %(by)s)",
            {"who": member.id, "begins": begins, "ends": ends, "by": cast.SUPERVISOR.id},
        )
        cursor.execute("set local role alongside_desk")
