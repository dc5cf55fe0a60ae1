"""The goal sheet as it is read, one part opened at a time, and how staff read who does a step."""

import json
import uuid
from datetime import timedelta

import pytest

from alongside.clock.models import ClockSetting
from alongside.goals import actions, queries
from alongside.goals.choices import StepState
from tests import cast
from tests.goals.make import as_it_stands, lantern, named, with_goals
from tests.goals.test_sheet import at, read, words


def test_the_sheet_is_read_and_one_goal_opens_at_its_own_address() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    with_goals(person, "a room with a lock", "my tooth", steps=("visit",), who="me")
    page = client.get(at(person))
    shown = page.content.decode()
    assert named(as_it_stands(page), "[gsc]-.*|fits.*|option") == []
    assert "<textarea" not in shown.split('id="sheet"')[1].split("</form>")[0]
    room, tooth = (each.goal.pk for each in read(person).standing)
    for goal in (room, tooth):
        assert f'href="?edit={goal}#g-{goal}"' in shown
    opened = as_it_stands(client.get(at(person, f"?edit={room}")))
    assert named(opened, "g-.*-words") == [f"g-{room}-words"]
    assert "fits_was" not in opened and "option" not in opened and not named(opened, "c-.*")
    opened[f"g-{room}-barriers"] = "they ask for papers"
    answer = client.post(at(person, f"?edit={room}"), opened)
    assert answer["Location"] == at(person)
    sheet = read(person)
    assert words(sheet.standing) == ["a room with a lock", "my tooth"]
    assert sheet.standing[0].goal.barriers == "they ask for papers"
    assert len(sheet.standing[0].steps) == 1


@pytest.mark.parametrize("part", ["new", "fits", "signs", "options"])
def test_each_part_beside_the_goals_opens_by_itself(part: str) -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    with_goals(person, "a room with a lock")
    with cast.acting(cast.CM1) as by:
        actions.offer_option(by=by, participant=person, option=uuid.uuid4(), words="English class")
    opened = as_it_stands(client.get(at(person, f"?edit={part}")))
    name = {"new": "g-.*-words", "fits": "fits_around", "signs": "c-.*-words", "options": "option"}[part]
    others = {"new": "[c]-.*|fits.*|option", "fits": "[gsc]-.*|option"}.get(part, "[gs]-.*|fits.*")
    assert len(named(opened, name)) == 1 and named(opened, others) == []
    told = opened | {named(opened, name)[0]: "what they said"}
    assert client.post(at(person, f"?edit={part}"), told)["Location"] == at(person)
    assert "what they said" in client.get(at(person)).content.decode()
    assert "a room with a lock" in words(read(person).standing)


def test_what_a_step_is_pressed_for_leaves_its_goal_open_and_what_turns_a_goal_does_not() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    with_goals(person, "a room", steps=("visit",))
    goal = read(person).standing[0].goal.pk
    step = read(person).standing[0].steps[0].step.pk
    here = at(person, f"?edit={goal}")
    fields = as_it_stands(client.get(here))
    assert client.post(here, fields | {"do": f"who:{step}:me"})["Location"] == f"{here}#s-{step}"
    assert client.post(here, fields | {"do": f"turn:{goal}:holding"})["Location"] == f"{at(person)}#g-{goal}"


def test_a_draft_opens_what_was_begun_and_nothing_else() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    with_goals(person, "a room", "my tooth", steps=("visit",))
    room, tooth = (each.goal.pk for each in read(person).standing)
    fields = as_it_stands(client.get(at(person, f"?edit={room}")))
    fields[named(fields, "s-.*-words")[-1]] = "ask who interprets"
    sent = {name: [value] for name, value in fields.items() if name not in ("once", "draft", "version")}
    key = f"goals.sheet:{person}"
    assert client.post("/drafts/", {"key": key, "fields": json.dumps(sent)}).status_code == 204
    page = client.get(at(person))
    begun = as_it_stands(page)
    assert "You had begun this" in page.content.decode()
    assert named(begun, "g-.*-words") == [f"g-{room}-words"] and "ask who interprets" in begun.values()
    both = as_it_stands(client.get(at(person, f"?edit={tooth}")))
    assert named(both, "g-.*-words") == [f"g-{room}-words", f"g-{tooth}-words"]
    assert client.post(at(person), begun).status_code == 302
    assert [each.step.words for each in read(person).standing[0].steps] == ["visit", "ask who interprets"]
    assert "You had begun this" not in client.get(at(person)).content.decode()


def test_what_does_not_fit_keeps_the_goal_open_with_every_word() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    with_goals(person, "a room", "my tooth", steps=("visit",))
    room = read(person).standing[0].goal.pk
    here = at(person, f"?edit={room}")
    fields = as_it_stands(client.get(here))
    bad = {named(fields, "s-.*-on")[0]: "soon", f"g-{room}-barriers": "they ask for papers"}
    page = client.post(here, fields | bad)
    assert page.status_code == 422 and "they ask for papers" in page.content.decode()
    assert named(as_it_stands(page), "g-.*-words") == [f"g-{room}-words"]
    assert "my tooth" in page.content.decode()


def test_a_goal_that_two_people_opened_shows_both() -> None:
    person = lantern()
    with_goals(person, "a room", "my tooth")
    one, two = cast.signed_in(cast.CM1), cast.signed_in(cast.CM2)
    room, tooth = (each.goal.pk for each in read(person).standing)
    here = at(person, f"?edit={room}")
    mine, theirs = as_it_stands(one.get(here)), as_it_stands(two.get(here))
    assert two.post(here, theirs | {f"g-{room}-words": "a room with a lock"}).status_code == 302
    page = one.post(here, mine | {f"g-{room}-words": "a room of my own"})
    shown = page.content.decode()
    assert page.status_code == 409 and "a room of my own" in shown and "a room with a lock" in shown
    assert one.post(here, as_it_stands(page)).status_code == 302
    assert words(read(person).standing) == ["a room of my own", "my tooth"]
    with cast.acting(cast.CM2) as by:
        actions.take_away(by=by, participant=person, kind="goal", row=tooth)
    gone = one.post(at(person, f"?edit={tooth}"), {f"g-{tooth}-words": "my teeth", f"g-{tooth}-was": "x"})
    assert gone.status_code == 409 and "taken off the sheet meanwhile" in gone.content.decode()


def test_staff_read_by_name_who_does_a_step_and_the_paper_says_me() -> None:
    person = lantern()
    for who in ("me", "cm"):
        with_goals(person, f"goal of {who}", steps=(f"step of {who}",), who=who)
    mine = cast.signed_in(cast.CM1).get(at(person)).content.decode().split('id="sheet"')[1]
    assert ">Lantern</span>" in mine and ">Case manager (you)</span>" in mine
    assert ">Me</span>" not in mine and "My case manager for now" not in mine
    theirs = cast.signed_in(cast.CM2).get(at(person)).content.decode().split('id="sheet"')[1]
    assert ">Case manager 1</span>" in theirs and "(you)" not in theirs
    for client in (cast.signed_in(cast.CM1), cast.signed_in(cast.CM2)):
        paper = client.get(at(person, "print/")).content.decode()
        assert ">Me</span>" in paper and ">My case manager for now</span>" in paper and "Lantern" not in paper


def test_a_step_may_change_and_the_persons_page_says_where_it_is() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    with_goals(person, "a room", steps=("visit",))
    step = read(person).standing[0].steps[0].step.pk
    for state, said in (("changed", "Changed"), ("back_again", "Back again")):
        assert client.post(at(person), {"do": f"step:{step}:{state}"}).status_code == 302
        assert read(person).standing[0].steps[0].step.state == state
        for page in (at(person), f"/people/{person}/"):
            plan = client.get(page).content.decode().split("visit", 1)[1].split("</li>")[0]
            assert said in plan, page
        assert read(person).standing[0].goal.state == "open"


def test_a_step_that_stands_leads_from_the_persons_page_to_the_question_about_the_plan() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    with_goals(person, "a room", steps=("visit",))
    asked = f'href="{at(person)}#fits-still"'
    assert asked not in client.get(f"/people/{person}/").content.decode()
    ClockSetting.set_to(cast.BEGINS + timedelta(days=30), running=False)
    assert asked in client.get(f"/people/{person}/").content.decode()
    assert 'id="fits-still"' in client.get(at(person)).content.decode()
    with cast.acting(cast.CM1) as by:
        step = queries.standing_goals(person)[0].steps[0].step.pk
        actions.change_step_state(by=by, participant=person, step=step, state=StepState.HOLDING)
    assert asked not in client.get(f"/people/{person}/").content.decode()
