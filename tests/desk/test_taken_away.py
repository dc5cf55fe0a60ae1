"""What was taken away has a place on screen for 30 days: one for each person, for every kind of thing."""

import re
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from alongside import clock
from alongside.clock.models import ClockSetting
from alongside.desk.taken_away import kinds
from alongside.goals.actions import bring_back, save_goal_sheet
from alongside.goals.rules import WrittenSheet, WrittenSign, WrittenStep
from tests import cast
from tests.agency.test_modules import leave_off
from tests.house.places import Places

# What can be taken back otherwise, each with where.
ELSEWHERE = {
    "referrals.ReferralStateChange": "a state that was turned back is said anew on the referral",
    "care.CareOffer": "on the page of support for staff, by whoever keeps it",
    "practice.ConsultReply": "beside the question, by whoever wrote it",
    "practice.TeamAnswer": "beside the question, by whoever wrote it",
    "provisions.StockGiven": "it is in stock again, and is given anew from there",
    "funding.WorkTime": "on the page of one's own hours",
    "practice.Supervision": "on the page of that time, by either of the two",
}


@pytest.mark.no_database
def test_every_kind_of_thing_that_can_be_taken_away_has_a_place() -> None:
    removable = {
        model._meta.label
        for model in apps.get_models()
        if any(field.name == "removed_at" for field in model._meta.get_fields())
    }
    shown = {kind.model._meta.label for kind in kinds()}
    assert removable - shown - set(ELSEWHERE) == set()
    assert shown | set(ELSEWHERE) <= removable


def take_everything_away(client: Client, places: Places) -> None:
    """Remove one of each kind, as a worker does it."""
    person, now = places.participant, clock.now()
    with cast.acting(cast.CM1) as by:
        step = WrittenStep(uuid.uuid4(), goal=places.goal, words="look at rooms")
        sheet = WrittenSheet(steps=(step,), signs=(WrittenSign(uuid.uuid4(), words="sleeping"),))
        bring_back(by=by, participant=person, kind="goal", row=places.row)
        save_goal_sheet(by=by, participant=person, written=sheet)
        for kind in kinds():
            rows: Any = kind.model.objects.filter(participant_id=person)
            assert rows.exists(), kind.model
            rows.update(removed_at=now)


def page_of(client: Client, places: Places) -> str:
    answer = client.get(f"/people/{places.participant}/taken-away/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_each_comes_back_by_its_button_and_only_for_thirty_days() -> None:
    places, client = Places(), cast.signed_in(cast.CM1)
    take_everything_away(client, places)
    page = page_of(client, places)
    assert (
        f"/people/{places.participant}/taken-away/"
        in client.get(f"/people/{places.participant}/record/").content.decode()
    )
    assert "555-0199" not in page  # a number is shown after a tap alone
    for kind in kinds():
        assert str(kind.called) in page, kind.called
    ClockSetting.set_to(clock.now() + timedelta(days=29), running=False)
    buttons = re.findall(
        r'<form method="post" action="(/[^"]*(?:restore|bring-back)[^"]*)"', page_of(client, places)
    )
    assert len(buttons) >= len(kinds())
    for address in buttons:
        assert client.post(address).status_code == 302, address
    assert re.findall(r'action="(/[^"]*(?:restore|bring-back)[^"]*)"', page_of(client, places)) == []
    with cast.acting(cast.CM1):
        for kind in kinds():
            assert not kind.model.objects.exclude(removed_at=None).exists(), kind.model


def test_after_thirty_days_it_is_not_offered_any_more() -> None:
    places, client = Places(), cast.signed_in(cast.CM1)
    take_everything_away(client, places)
    ClockSetting.set_to(clock.now() + timedelta(days=30, minutes=1), running=False)
    assert "Nothing was taken away in the last 30 days." in page_of(client, places)


def test_a_stranger_sees_nothing_and_a_part_left_off_is_not_offered() -> None:
    places = Places()
    take_everything_away(cast.signed_in(cast.CM1), places)
    address = f"/people/{places.participant}/taken-away/"
    assert cast.signed_in(cast.CM3).get(address).status_code == 404
    for member in (cast.ON_CALL, cast.DROP_IN, cast.DIRECTOR, cast.ADMIN, cast.CUSTODIAN):
        assert cast.signed_in(member).get(address).status_code == 403
    leave_off("provisions")
    assert "winter coat" not in page_of(cast.signed_in(cast.CM1), places)
