"""Who walks with somebody changes by a transfer; their part ends by itself at the person's wish, on the day it was
chosen, or once the record is closed."""

import uuid
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from alongside.clock.models import ClockSetting
from alongside.participants.actions import change_state
from alongside.participants.choices import State
from alongside.participants.choosing import request_case_manager
from alongside.participants.models import Participant
from tests import cast
from tests.people import lantern

ENDS = "This part ends today"


def _on_the_third_day() -> None:
    ClockSetting.set_to(cast.BEGINS + timedelta(days=2), running=False)


def _ended(person: uuid.UUID) -> str:
    """What a supervisor is led to who ends the case manager's part."""
    answer = cast.signed_in(cast.SUPERVISOR).post(f"/people/{person}/team/end/", {"part": "case_manager"})
    assert answer.status_code == 302
    return str(answer.headers["Location"])


def _walks(person: uuid.UUID) -> uuid.UUID | None:
    with cast.acting(cast.SUPERVISOR):
        return Participant.objects.get(pk=person).case_manager_id


def _team(person: uuid.UUID) -> str:
    page = cast.signed_in(cast.SUPERVISOR).get(f"/people/{person}/team/").content.decode()
    return page.split('id="case_manager"')[1].split("</section>")[0]


def test_a_part_that_has_lasted_leads_to_a_transfer_and_the_database_holds_it() -> None:
    person = lantern()
    _on_the_third_day()
    assert ENDS not in _team(person) and "Start a transfer" in _team(person)
    assert _ended(person) == f"/people/{person}/transfer/new/"
    with cast.acting(cast.SUPERVISOR), connection.cursor() as cursor:
        with pytest.raises(DatabaseError, match="a transfer"), transaction.atomic():
            cursor.execute("select core.release_part(%s, 'case_manager')", [person])
        cursor.execute("select core.ends_without_transfer(%s)", [person])
        assert cursor.fetchone() == (False,)
    assert _walks(person) == cast.CM1.id
    cast.signed_in(cast.SUPERVISOR).post(f"/people/{person}/team/end/", {"part": "backup"})
    page = cast.signed_in(cast.SUPERVISOR).get(f"/people/{person}/team/").content.decode()
    assert "Nobody yet." in page.split('id="backup"')[1]


@pytest.mark.parametrize("because", ["chosen today", "their wish", "closed"])
def test_it_ends_on_the_day_it_was_chosen_at_their_wish_and_once_closed(because: str) -> None:
    person = lantern()
    if because != "chosen today":
        with cast.acting(cast.CM1) as by:
            if because == "their wish":
                request_case_manager(by=by, whom=person, ask=uuid.uuid4(), words="somebody else")
            else:
                change_state(by=by, participant=person, state=State.CLOSED, chosen=True)
        _on_the_third_day()
    assert ENDS in _team(person)
    assert _ended(person) == f"/people/{person}/team/"
    assert _walks(person) is None


def test_whether_it_does_is_said_of_nobody_out_of_reach() -> None:
    person = lantern()
    with cast.acting(cast.CM3), connection.cursor() as cursor:
        cursor.execute("select core.ends_without_transfer(%s)", [person])
        assert cursor.fetchone() == (False,)
