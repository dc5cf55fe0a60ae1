"""Cards act: from a person or a goal one goes smaller, elsewhere, aside or quiet, and nobody out of reach is met."""

import re
import uuid
from datetime import timedelta

import pytest
from django.test import Client

from alongside import clock
from alongside.clock.models import ClockSetting
from alongside.goals.models import Goal
from alongside.meetings.models import Meeting
from alongside.practice.actions import choose_revisit_day
from alongside.practice.models import Revisit
from tests import cast
from tests.desk.counting import counted
from tests.goals.make import with_goals
from tests.people import lantern

STRANGERS = [each for each in cast.CAST if each not in (cast.CM1, cast.CM2, cast.SUPERVISOR)]
ROOM, TOOTH = "a room with a lock", "fix my tooth"


def page(client: Client, address: str, **headers: str) -> str:
    answer = client.get(address, headers=headers or None)
    assert answer.status_code == 200, address
    return answer.content.decode()


def planned() -> tuple[uuid.UUID, list[Goal]]:
    person = lantern()
    with_goals(person, ROOM, TOOTH)
    return person, goals(person)


def goals(person: uuid.UUID) -> list[Goal]:
    with cast.acting(cast.CM1):
        return list(Goal.objects.filter(participant_id=person).order_by("place"))


def states(person: uuid.UUID) -> list[str]:
    return [goal.state for goal in goals(person)]


def undo_of(shown: str) -> str:
    """Where the first Undo on a page leads."""
    found = re.search(r'<form class="undo" method="post" action="([^"]+)"', shown)
    assert found
    return found[1].replace("&amp;", "&")


@pytest.mark.parametrize("member", STRANGERS)
def test_a_stranger_finds_no_goal_on_a_card_and_turns_none(member: cast.Member) -> None:
    person, (room, _tooth) = planned()
    client = cast.signed_in(member)
    for address in (f"/in-it-now/plan/?with={person}&goal={room.pk}", f"/what-next/?with={person}"):
        shown = page(client, address)
        assert ROOM not in shown
        assert "Lant" not in shown
    assert ROOM not in page(client, f"/in-it-now/?with={person}", **{"X-Overlay": "1"})
    expected = 404 if member is cast.CM3 else 403
    for place, told in (
        ("", {"do": "pause"}),
        (f"back/?were={room.pk}:done", {}),
        ("hold/", {"goals": str(room.pk)}),
        ("looked/", {}),
        ("check-ins/", {"first": "2027-01-07T10:00"}),
    ):
        assert client.post(f"/people/{person}/plan/{place}", told).status_code == expected
    assert states(person) == ["open", "open"]
    with cast.acting(cast.CM1):
        assert not Meeting.objects.exists()
        assert not Revisit.objects.exists()


def test_nobody_is_asked_to_sign_in() -> None:
    person = lantern()
    for address in ("/what-next/", f"/people/{person}/plan/"):
        assert cast.nobody().post(address).headers["Location"].startswith("/sign-in/")


def test_the_four_ways_on_stand_on_the_card_of_a_goal() -> None:
    person, (room, tooth) = planned()
    client = cast.signed_in(cast.CM1)
    assert f"/in-it-now/plan/?with={person}&amp;goal={room.pk}" in page(client, f"/people/{person}/goals/")
    shown = page(client, f"/in-it-now/plan/?with={person}&goal={tooth.pk}")
    for words in ("Make it smaller", "Swap it", "Set it aside", "Pause everything", TOOTH):
        assert words in shown
    assert ROOM not in shown
    both = page(client, f"/in-it-now/?with={person}", **{"X-Overlay": "1"})
    assert ROOM in both
    assert TOOTH in both


@pytest.mark.parametrize(("what", "state"), [("aside", "set_aside"), ("swap", "changed")])
def test_a_goal_is_set_aside_or_swapped_from_the_card_and_comes_back(what: str, state: str) -> None:
    person, (room, _tooth) = planned()
    client = cast.signed_in(cast.CM1)
    answer = client.post(f"/people/{person}/plan/", {"do": f"{what}:{room.pk}"}, follow=True)
    assert states(person) == [state, "open"]
    assert client.post(undo_of(answer.content.decode())).status_code == 302
    assert states(person) == ["open", "open"]


def test_smaller_leads_to_the_goal_on_its_sheet_and_changes_nothing() -> None:
    person, (room, _tooth) = planned()
    answer = cast.signed_in(cast.CM1).post(f"/people/{person}/plan/", {"do": f"smaller:{room.pk}"})
    assert answer.headers["Location"] == f"/people/{person}/goals/?edit={room.pk}#g-{room.pk}"
    assert states(person) == ["open", "open"]


def test_everything_pauses_in_one_click_and_comes_back_as_it_was() -> None:
    person, (room, _tooth) = planned()
    client = cast.signed_in(cast.CM1)
    client.post(f"/people/{person}/plan/", {"do": f"swap:{room.pk}"})
    answer = client.post(f"/people/{person}/plan/", {"do": "pause"}, follow=True)
    assert states(person) == ["holding", "holding"]
    undo = [each for each in re.findall(r'action="([^"]+/plan/back/[^"]+)"', answer.content.decode())][-1]
    client.post(undo.replace("&amp;", "&"))
    assert states(person) == ["changed", "open"]


@pytest.mark.parametrize("told", ["", "aside", "aside:nonsense", "burn:{goal}", "pause:x:y"])
def test_nonsense_turns_nothing_it_was_not_asked_to(told: str) -> None:
    person, (room, _tooth) = planned()
    answer = cast.signed_in(cast.CM1).post(f"/people/{person}/plan/", {"do": told.format(goal=room.pk)})
    assert answer.status_code == 302
    assert states(person) in (["open", "open"], ["holding", "holding"])


def test_a_goal_of_somebody_else_is_not_turned_with_this_person() -> None:
    person, _own = planned()
    other, (room, _tooth) = planned()
    client = cast.signed_in(cast.CM1)
    client.post(f"/people/{person}/plan/", {"do": f"aside:{room.pk}"})
    client.post(f"/people/{person}/plan/back/?were={room.pk}:done")
    assert states(other) == ["open", "open"]


def test_without_a_next_step_it_holds_and_comes_to_today_on_the_day_that_was_chosen() -> None:
    person, (room, _tooth) = planned()
    client = cast.signed_in(cast.CM1)
    shown = page(client, f"/in-it-now/no-next-step/?with={person}")
    for words in ("Hold for now", "Look again on", "Let it rest", "Ask colleagues"):
        assert words in shown
    day = clock.today() + timedelta(days=9)
    told = {"goals": str(room.pk), "on_day": day.isoformat()}
    answer = client.post(f"/people/{person}/plan/hold/", told, follow=True)
    assert "It comes to your Today on the day you chose." in answer.content.decode()
    assert states(person) == ["holding", "open"]
    assert "What comes next" not in page(client, "/")
    ClockSetting.set_to(cast.BEGINS + timedelta(days=10), running=False)
    shown = page(client, "/")
    assert "What comes next" in shown
    assert "What comes next" not in page(cast.signed_in(cast.CM2), "/")
    client.post(f"/people/{person}/plan/looked/")
    assert "What comes next" not in page(client, "/")


def test_a_rest_without_a_day_takes_the_day_away_and_a_day_gone_by_is_not_kept() -> None:
    person, _goals = planned()
    client = cast.signed_in(cast.CM1)
    with cast.acting(cast.CM1) as by:
        choose_revisit_day(by=by, participant=person, on_day=clock.today() + timedelta(days=3))
        choose_revisit_day(by=by, participant=person, on_day=clock.today() + timedelta(days=5))
        assert Revisit.objects.get().on_day == clock.today() + timedelta(days=5)
    past = client.post(f"/people/{person}/plan/hold/", {"on_day": "2001-01-01"}, follow=True)
    assert "Please choose a day still to come" in past.content.decode()
    with cast.acting(cast.CM1):
        assert Revisit.objects.exists()
    client.post(f"/people/{person}/plan/hold/", {})
    with cast.acting(cast.CM1):
        assert not Revisit.objects.exists()


def test_after_court_two_check_ins_are_proposed_and_planned_once() -> None:
    person = lantern()
    client = cast.signed_in(cast.CM1)
    shown = page(client, f"/in-it-now/after-court/?with={person}")
    tomorrow, third = (clock.today() + timedelta(days=days) for days in (1, 3))
    assert f'value="{tomorrow:%m/%d/%Y}, 10 AM"' in shown
    assert f'value="{third:%m/%d/%Y}, 10 AM"' in shown
    assert "Ask for a debrief" in shown
    told = {
        "once": str(uuid.uuid4()),
        "first": f"{tomorrow.isoformat()}T10:00",
        "second": f"{third.isoformat()}T10:00",
    }
    for _click in range(2):
        assert client.post(f"/people/{person}/plan/check-ins/", told).status_code == 302
    with cast.acting(cast.CM1):
        assert [each.at.date() for each in Meeting.objects.order_by("at")] == [tomorrow, third]
    assert client.post(f"/people/{person}/plan/check-ins/", {}).status_code == 302
    with cast.acting(cast.CM1):
        assert Meeting.objects.count() == 2


def test_a_fragile_connection_leads_to_a_gentle_hello() -> None:
    person = lantern()
    assert f"/people/{person}/presence/" in page(
        cast.signed_in(cast.CM1), f"/in-it-now/fragile/?with={person}"
    )


def test_not_knowing_is_one_click_away_and_offers_three_ways_on() -> None:
    person = lantern()
    client = cast.signed_in(cast.CM1)
    assert f'href="/what-next/?with={person}"' in page(client, f"/people/{person}/")
    assert "/what-next/" in page(client, "/in-it-now/", **{"X-Overlay": "1"})
    shown = page(client, f"/what-next/?with={person}")
    for words in ("Read the card", "Ask colleagues", "Bring it to supervision", "it needs no next step"):
        assert words in shown
    assert f"/in-it-now/no-next-step/?with={person}" in shown
    assert f"/consults/new/?with={person}" not in shown
    note = client.post("/note/", {"participant": str(person), "happened": "I do not know yet."})
    assert note.status_code == 302


def test_an_adviser_reads_the_card_and_asks_nobody() -> None:
    shown = page(cast.signed_in(cast.ADVISER), "/what-next/")
    assert "Read the card" in shown
    assert "/consults/" not in shown


def test_the_pages_stay_within_their_budget() -> None:
    person, (room, _tooth) = planned()
    client = cast.signed_in(cast.CM1)
    for address in (
        f"/in-it-now/plan/?with={person}&goal={room.pk}",
        f"/in-it-now/no-next-step/?with={person}",
        f"/what-next/?with={person}",
    ):
        with counted() as found:
            page(client, address)
        assert len(found) <= 10, (address, len(found), found)
