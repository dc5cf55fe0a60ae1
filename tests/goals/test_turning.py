"""Steps and who does them, options we offered, signs of change; and that time alone makes nothing due."""

import uuid
from datetime import timedelta

import pytest

from alongside.access.moment_kinds import MomentRow
from alongside.clock.models import ClockSetting
from alongside.goals import actions, queries, rules
from alongside.goals.choices import Answer, GoalState, StepState, Who
from alongside.goals.models import GoalStateChange, SignOfChange, StepWho
from alongside.goals.moments import MOMENTS
from tests import cast
from tests.goals.make import as_it_stands, lantern, with_goals
from tests.goals.test_sheet import WHOLE, at, read, words


def test_a_step_moves_from_us_to_them_and_learning_is_offered() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    with_goals(person, "get around", steps=("bus pass",), who="cm")
    step = read(person).standing[0].steps[0].step.pk
    for who in ("together", "me", "me"):
        client.post(at(person), as_it_stands(client.get(at(person, WHOLE))) | {"do": f"who:{step}:{who}"})
    with cast.acting(cast.CM1):
        history = list(
            StepWho.objects.filter(step_id=step).order_by("at", "id").values_list("who", flat=True)
        )
    assert sorted(history) == ["cm", "me", "together"]
    assert "This step is now theirs alone" in client.get(at(person)).content.decode()
    for _click in range(2):
        client.post(at(person), {"do": f"learned:{step}"})
    sheet = read(person)
    assert [thing.words for thing in sheet.learned] == ["bus pass"]
    page = client.get(at(person)).content.decode()
    assert "This step is now theirs alone" not in page and "Things I have learned to do" in page


def test_learning_may_be_declined() -> None:
    person = lantern()
    with_goals(person, "get around", steps=("bus pass",), who="cm")
    step = read(person).standing[0].steps[0].step.pk
    with cast.acting(cast.CM1) as by:
        actions.change_who(by=by, participant=person, step=step, who=Who.ME)
        actions.decline_learned(by=by, participant=person, step=step)
        actions.change_who(by=by, participant=person, step=step, who=Who.CASE_MANAGER)
        actions.change_who(by=by, participant=person, step=step, who=Who.ME)
    sheet = read(person)
    assert sheet.learned == [] and sheet.standing[0].steps[0].step.learned == "declined"


def test_done_then_back_again_is_no_failure() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    with_goals(person, "a room", steps=("visit",))
    step = read(person).standing[0].steps[0].step.pk
    for state in ("done", "back_again"):
        client.post(at(person), {"do": f"step:{step}:{state}"})
    sheet = read(person)
    assert sheet.standing[0].goal.state == "open" and sheet.standing[0].steps[0].step.state == "back_again"
    with cast.acting(cast.CM1):
        assert GoalStateChange.objects.filter(step_id=step).count() == 2
    goal = sheet.standing[0].goal.pk
    client.post(at(person), {"do": f"turn:{goal}:set_aside"})
    assert words(read(person).resting) == ["a room"]
    client.post(at(person), {"do": f"turn:{goal}:back_again"})
    assert words(read(person).standing) == ["a room"]
    assert "%" not in client.get(at(person)).content.decode().split("<main")[1]


def test_an_option_stays_apart_until_they_say_yes() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    with cast.acting(cast.CM1) as by:
        option = actions.offer_option(
            by=by, participant=person, option=uuid.uuid4(), words="English class"
        ).pk
        with pytest.raises(rules.NoYes):
            actions.take_up_option(by=by, participant=person, option=option)
    for answer in ("not_now", "no"):
        client.post(
            at(person), as_it_stands(client.get(at(person, WHOLE))) | {"do": f"answer:{option}:{answer}"}
        )
    page = client.post(at(person), {"do": f"takeup:{option}"}, follow=True).content.decode()
    assert "stays an option until they say yes" in page and "English class" in page
    sheet = read(person)
    assert sheet.standing == [] and {each.answer for each in sheet.options[0].answers} == {"not_now", "no"}
    client.post(at(person), as_it_stands(client.get(at(person, WHOLE))) | {"do": f"answer:{option}:yes"})
    assert read(person).standing == []
    for _click in range(2):
        client.post(at(person), {"do": f"takeup:{option}"})
    assert words(read(person).standing) == ["English class"]
    # A goal that came of a yes, and a later no: another goal needs a yes of its own.
    with cast.acting(cast.CM1) as by:
        actions.answer_option(by=by, participant=person, option=option, answer=Answer.NO, once=uuid.uuid4())
        with pytest.raises(rules.NoYes):
            actions.take_up_option(by=by, participant=person, option=option)


def test_an_answer_counts_once_per_click() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    with cast.acting(cast.CM1) as by:
        option = actions.offer_option(
            by=by, participant=person, option=uuid.uuid4(), words="English class"
        ).pk
    fields = as_it_stands(client.get(at(person, WHOLE))) | {"do": f"answer:{option}:not_now"}
    for _click in range(2):
        client.post(at(person), fields)
    assert len(read(person).options[0].answers) == 1


def test_time_alone_makes_nothing_due() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    with_goals(person, "a room", "my tooth")
    with cast.acting(cast.CM1) as by:
        actions.save_goal_sheet(
            by=by,
            participant=person,
            written=rules.WrittenSheet(
                signs=tuple(rules.WrittenSign(uuid.uuid4(), words=said) for said in ("I sleep", "I laugh"))
            ),
        )
        goal = queries.standing_goals(person)[0].goal.pk
        actions.change_goal_state(by=by, participant=person, goal=goal, state=GoalState.HOLDING)
    ClockSetting.set_to(cast.BEGINS + timedelta(days=120), running=False)
    with cast.acting(cast.CM1):
        assert [each.state for each in SignOfChange.objects.all()] == ["watching", "watching"]
        assert [each.row for each in queries.holding_list(person)] == [goal]
    page = client.get(at(person)).content.decode().lower()
    for word in ("due", "overdue", "late,", "review"):
        assert f" {word}" not in page.split("<main")[1]
    assert "holding: no next step yet" in page


def test_an_unmoved_step_asks_whether_the_plan_fits() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    with_goals(person, "a room", steps=("visit the guesthouse", "keep the letter"))
    fields = as_it_stands(client.get(at(person, WHOLE))) | {"fits_around": "no Sundays; I send money home"}
    client.post(at(person), fields)
    asked = "Does this plan still fit?"
    assert asked not in client.get(at(person)).content.decode()
    held = read(person).standing[0].steps[1].step.pk
    with cast.acting(cast.CM1) as by:
        actions.change_step_state(by=by, participant=person, step=held, state=StepState.HOLDING)
    ClockSetting.set_to(cast.BEGINS + timedelta(days=30), running=False)
    page = client.get(at(person)).content.decode()
    assert asked in page and "no Sundays; I send money home" in page.split(asked)[1].split("<form")[0]
    assert [each.step.words for each in read(person).unmoved] == ["visit the guesthouse"]
    step = read(person).unmoved[0].step.pk
    client.post(at(person), {"do": f"who:{step}:together"})
    assert asked not in client.get(at(person)).content.decode()


def test_moments_come_in_one_query_and_open_their_words() -> None:
    person = lantern()
    with_goals(person, "a room", steps=("visit",))
    with cast.acting(cast.CM1) as by:
        goal = queries.standing_goals(person)[0]
        actions.change_goal_state(by=by, participant=person, goal=goal.goal.pk, state=GoalState.DONE)
        actions.offer_option(by=by, participant=person, option=uuid.uuid4(), words="English class")
        found = [MomentRow(*row) for rows in MOMENTS.rows(person) for row in rows]
        shown = {row.kind: MOMENTS.shown(row) for row in found}
    assert (shown["goal"]["words"], shown["goal"]["later"]) == ("a room", False)
    assert (shown["turn"]["words"], shown["turn"]["state"]) == ("a room", "Done")
    assert not shown["turn"]["is_step"]
    assert (shown["option"]["words"], shown["option"]["answer"]) == ("English class", "No answer yet")


def test_the_participants_page_needs_two_queries(django_assert_num_queries: object) -> None:
    person = lantern()
    with_goals(person, "a room", "my tooth", steps=("visit", "call"))
    with cast.acting(cast.CM1), django_assert_num_queries(2):  # type: ignore[operator]
        assert len(queries.goals_with_steps(person)) == 2
