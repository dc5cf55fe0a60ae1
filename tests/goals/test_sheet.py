"""The goal sheet on its one screen."""

import json
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.agency.models import Wording
from alongside.clock.models import ClockSetting
from alongside.drafts.queries import my_drafts
from alongside.goals import actions, queries, rules
from alongside.goals.models import Goal, Step
from alongside.participants.actions import assign, save_alias
from alongside.participants.choices import Part
from alongside.participants.models import Moment
from tests import cast
from tests.goals.make import as_it_stands, lantern, named, with_goals

WHOLE = "?edit=all"
AMHARIC = "ክፍል ከቁልፍ ጋር እፈልጋለሁ።"


def at(person: uuid.UUID, page: str = "") -> str:
    """The address of the sheet."""
    return f"/people/{person}/goals/{page}"


def read(person: uuid.UUID) -> queries.SheetRead:
    """The sheet as case manager 1 reads it, opened."""
    with cast.acting(cast.CM1):
        sheet = queries.sheet(person)
        for each in (*sheet.standing, *sheet.later, *sheet.resting, *sheet.taken_away):
            _ = (each.goal.words, each.goal.barriers, each.goal.tried)
            _ = [step.step.words for step in (*each.steps, *each.resting, *each.taken_away)]
        _ = (sheet.fits_around, [sign.words for sign in sheet.signs])
        _ = [option.option.words for option in sheet.options]
        _ = [thing.words for thing in sheet.learned]
        return sheet


def words(goals: list[queries.GoalRead]) -> list[str]:
    """Goals as they read."""
    return [each.goal.words for each in goals]


@pytest.mark.parametrize("leaf", ["", "print/", "paper.pdf"])
def test_a_stranger_finds_nothing(leaf: str) -> None:
    person = lantern()
    with_goals(person, "a room with a lock")
    method = "post" if leaf == "paper.pdf" else "get"

    def asked(member: cast.Member) -> Any:
        return getattr(cast.signed_in(member), method)(at(person, leaf))

    assert asked(cast.CM3).status_code == 404
    for member in (cast.ON_CALL, cast.DROP_IN, cast.DIRECTOR, cast.ADMIN, cast.CUSTODIAN, cast.ADVISER):
        answer = asked(member)
        assert answer.status_code in (403, 404), member
        assert b"a room with" not in answer.content
    assert cast.nobody().get(at(person, leaf)).status_code == 302


def test_a_stranger_changes_nothing() -> None:
    person = lantern()
    with_goals(person, "a room with a lock")
    goal = read(person).standing[0].goal
    sent = {f"g-{goal.pk}-words": "x", f"g-{goal.pk}-was": goal.mark}
    back = at(person, f"bring-back/goal/{goal.pk}/")
    for address, fields in ((at(person), sent), (back, {})):
        assert cast.signed_in(cast.CM3).post(address, fields).status_code == 404
        assert cast.signed_in(cast.DIRECTOR).post(address, fields).status_code == 403
        assert cast.nobody().post(address, fields).status_code in (302, 401)
    assert words(read(person).standing) == ["a room with a lock"]


def test_five_blanks_and_only_words_are_needed() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    page = client.get(at(person))
    assert "<title>Plan - Riverbend Community Services</title>" in page.content.decode()
    fields = as_it_stands(page)
    blanks = named(fields, "g-.*-words")
    assert len(blanks) == 5
    fields |= {blanks[0]: "a room with a lock", blanks[1]: AMHARIC, blanks[2]: "it's 🔑 <b>\r\nand more"}
    answer = client.post(at(person), fields)
    assert answer.status_code == 302
    assert words(read(person).standing) == ["a room with a lock", AMHARIC, "it's 🔑 <b>\nand more"]
    with cast.acting(cast.CM1):
        assert Moment.objects.filter(participant_id=person, room="goals", kind="goal").count() == 3
    again = client.get(at(person)).content.decode()
    assert AMHARIC in again and "it&#39;s 🔑 &lt;b&gt;" in again


def test_a_double_click_keeps_a_goal_once() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    fields = as_it_stands(client.get(at(person, WHOLE)))
    fields[named(fields, "g-.*-words")[0]] = "fix my tooth"
    fields[named(fields, "s-.*-words")[0]] = "call the clinic"
    fields[named(fields, "c-.*-words")[0]] = "I sleep through"
    fields["fits_around"], fields["option"] = "no Sundays", "English class"
    for _click in range(2):
        assert client.post(at(person), fields).status_code == 302
    sheet = read(person)
    assert words(sheet.standing) == ["fix my tooth"]
    assert [step.step.words for step in sheet.standing[0].steps] == ["call the clinic"]
    assert [sign.words for sign in sheet.signs] == ["I sleep through"]
    assert [each.option.words for each in sheet.options] == ["English class"]
    assert sheet.fits_around == "no Sundays"


def test_the_sixth_goal_is_kept_for_later_and_comes_forward() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    with_goals(person, "1", "2", "3", "4", "5")
    fields = as_it_stands(client.get(at(person, WHOLE)))
    fields[named(fields, "g-.*-words")[-1]] = "a sixth"
    page = client.post(at(person), fields, follow=True).content.decode()
    assert "Five at a time is plenty" in page and "Kept for later" in page
    sheet = read(person)
    assert words(sheet.standing) == ["1", "2", "3", "4", "5"] and words(sheet.later) == ["a sixth"]
    fields = as_it_stands(client.get(at(person, WHOLE)))
    client.post(at(person), fields | {"do": f"forward:{sheet.later[0].goal.pk}"})
    assert words(read(person).standing)[-1] == "a sixth"


def test_words_are_kept_before_a_button_does_its_act() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    with_goals(person, "one", "two", "three")
    goals = read(person).standing
    fields = as_it_stands(client.get(at(person, WHOLE)))
    fields[f"g-{goals[0].goal.pk}-barriers"] = "they ask for papers"
    answer = client.post(at(person), fields | {"do": f"place:{goals[2].goal.pk}:1"})
    assert answer["Location"] == f"{at(person)}#g-{goals[2].goal.pk}"
    client.post(at(person), fields | {"do": f"place:{goals[2].goal.pk}:1"})
    after = read(person).standing
    assert words(after) == ["three", "one", "two"]
    assert after[1].goal.barriers == "they ask for papers"


@pytest.mark.parametrize(
    "pressed",
    ["nonsense", "turn:x:done", "turn:5656d8b7-a724-49c3-b58e-1b3a1deeeb8c:done", "who::me", "away:"],
)
def test_a_button_of_nonsense_keeps_every_word(pressed: str) -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    fields = as_it_stands(client.get(at(person, WHOLE)))
    fields[named(fields, "g-.*-words")[0]] = "fix my tooth"
    page = client.post(at(person), fields | {"do": pressed}, follow=True)
    assert page.status_code == 200 and "What you wrote is kept" in page.content.decode()
    assert words(read(person).standing) == ["fix my tooth"]


def test_nonsense_in_a_field_keeps_every_word() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    fields = as_it_stands(client.get(at(person, WHOLE)))
    first = named(fields, "g-.*-words")[0]
    for bad in (
        {named(fields, "s-.*-on")[0]: "soon", first: "fix my tooth"},
        {first.replace("words", "barriers"): "fix my tooth"},
        {first: "fix my tooth" + "x" * 70_000},
        {first: "fix my tooth", first.replace("words", "horizon"): "never"},
    ):
        page = client.post(at(person), fields | bad)
        assert page.status_code == 422 and "fix my tooth" in page.content.decode()
    assert read(person).standing == []


def test_anothers_reference_reaches_nobody() -> None:
    hers, other = lantern(), uuid.uuid4()
    with_goals(hers, "a room with a lock", steps=("visit",))
    with cast.acting(cast.SUPERVISOR) as by:
        save_alias(by=by, participant=other, alias="Sparrow")
        assign(by=by, participant=other, staff=cast.CM3.id, part=Part.CASE_MANAGER, why="new here")
    goal = read(hers).standing[0].goal
    step = read(hers).standing[0].steps[0].step
    client = cast.signed_in(cast.CM3)
    fields = as_it_stands(client.get(at(other, WHOLE)))
    fields |= {
        f"g-{goal.pk}-words": "mine",
        f"s-{step.pk}-words": "also mine",
        f"s-{step.pk}-goal": str(goal.pk),
    }
    assert client.post(at(other), fields).status_code == 302
    assert words(read(hers).standing) == ["a room with a lock"]
    with cast.acting(cast.CM3):
        sheet = queries.sheet(other)
        assert words(sheet.standing) == ["mine"]
        assert [each.step.words for each in sheet.standing[0].steps] == ["also mine"]


def test_two_people_never_overwrite_each_other() -> None:
    person = lantern()
    with_goals(person, "a room", "my tooth")
    one, two = cast.signed_in(cast.CM1), cast.signed_in(cast.CM2)
    mine, theirs = as_it_stands(one.get(at(person, WHOLE))), as_it_stands(two.get(at(person, WHOLE)))
    first, second = named(mine, "g-.*-words")[:2]
    assert two.post(at(person), theirs | {first: "a room with a lock"}).status_code == 302
    # What I did not touch is left as my colleague wrote it.
    assert one.post(at(person), mine | {second: "fix my tooth"}).status_code == 302
    assert words(read(person).standing) == ["a room with a lock", "fix my tooth"]
    # Where both wrote, both are shown, and the second Save is a knowing one.
    page = one.post(at(person), mine | {first: "a room of my own", "fits_around": "no Sundays"})
    shown = page.content.decode()
    assert page.status_code == 409 and "a room of my own" in shown and "a room with a lock" in shown
    assert "Case manager 2" in shown and "no Sundays" in shown
    assert words(read(person).standing)[0] == "a room with a lock"
    assert one.post(at(person), as_it_stands(page)).status_code == 302
    sheet = read(person)
    assert words(sheet.standing)[0] == "a room of my own" and sheet.fits_around == "no Sundays"


def test_what_was_taken_away_meanwhile_is_shown_too() -> None:
    person = lantern()
    with_goals(person, "a room", "my tooth")
    client = cast.signed_in(cast.CM1)
    fields = as_it_stands(client.get(at(person, WHOLE)))
    first = named(fields, "g-.*-words")[0]
    with cast.acting(cast.CM2) as by:
        actions.take_away(by=by, participant=person, kind="goal", row=uuid.UUID(first[2:38]))
    page = client.post(at(person), fields | {first: "a room with a lock"})
    assert page.status_code == 409 and "taken off the sheet meanwhile" in page.content.decode()
    assert client.post(at(person), as_it_stands(page)).status_code == 302
    assert "a room with a lock" in words(read(person).standing)


def test_emptied_words_take_a_goal_away_and_undo_brings_it_back() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    with_goals(person, "a room", "my tooth")
    fields = as_it_stands(client.get(at(person, WHOLE)))
    first = named(fields, "g-.*-words")[0]
    page = client.post(at(person), fields | {first: " "}, follow=True).content.decode()
    back = at(person, f"bring-back/goal/{first[2:38]}/")
    assert back in page and words(read(person).standing) == ["my tooth"]
    assert client.post(back).status_code == 302
    assert words(read(person).standing) == ["a room", "my tooth"]


def test_a_goal_comes_back_for_thirty_days() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    with_goals(person, "a room")
    goal = read(person).standing[0].goal
    client.post(at(person), {"do": f"away:{goal.pk}:goal"})
    assert read(person).standing == []
    back = at(person, f"bring-back/goal/{goal.pk}/")
    ClockSetting.set_to(cast.BEGINS + timedelta(days=31), running=False)
    assert client.post(back).status_code == 404
    ClockSetting.set_to(cast.BEGINS + timedelta(days=29), running=False)
    assert client.post(back).status_code == 302
    assert words(read(person).standing) == ["a room"]


def test_a_draft_comes_back_and_old_words_in_it_do_not() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    with_goals(person, "a room", "my tooth")
    fields = as_it_stands(client.get(at(person, WHOLE)))
    first, second, third = named(fields, "g-.*-words")[:3]
    begun = fields | {second: "fix my tooth", third: "know if I am allowed to stay"}
    kept = {name: [value] for name, value in begun.items() if name not in ("once", "draft", "version")}
    key = f"goals.sheet:{person}"
    sent = {"key": key, "fields": json.dumps(kept)}
    assert client.post("/drafts/", sent).status_code == 204
    two = cast.signed_in(cast.CM2)
    two.post(at(person), as_it_stands(two.get(at(person, WHOLE))) | {first: "a room with a lock"})
    page = client.get(at(person, WHOLE))
    assert "You had begun this" in page.content.decode()
    shown = as_it_stands(page)
    assert [shown[first], shown[second]] == ["a room with a lock", "fix my tooth"]
    assert "know if I am allowed to stay" in shown.values()
    assert client.post(at(person), shown).status_code == 302
    assert len(words(read(person).standing)) == 3
    with cast.acting(cast.CM1) as actor:
        assert my_drafts(actor) == []


def test_an_agency_may_reword_and_hide_a_question() -> None:
    person = lantern()
    with cast.acting(cast.ADMIN):
        Wording.objects.create(key="goals.barriers", language="en", text="What stands between")
        Wording.objects.create(key="goals.tried", language="en", hidden=True)
    page = cast.signed_in(cast.CM1).get(at(person)).content.decode()
    assert "What stands between" in page and "What I already tried" not in page


def test_queries_do_not_grow_with_the_sheet() -> None:
    counts = []
    for size in (1, 5):
        person, client = lantern(), cast.signed_in(cast.CM1)
        with_goals(
            person,
            *[f"goal {n}" for n in range(size)],
            steps=tuple(f"step {n}" for n in range(size)),
            who="cm",
        )
        with cast.acting(cast.CM1) as by:
            for n in range(size):
                option = actions.offer_option(
                    by=by, participant=person, option=uuid.uuid4(), words=f"idea {n}"
                )
                actions.answer_option(
                    by=by, participant=person, option=option.pk, answer="no", once=uuid.uuid4()
                )
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert client.get(at(person)).status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_an_empty_press_from_elsewhere_changes_nothing_else() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    with_goals(person, "a room", steps=("visit",))
    with cast.acting(cast.CM1) as by:
        actions.save_goal_sheet(
            by=by,
            participant=person,
            written=rules.WrittenSheet(fits_around="no Sundays", fits_was=rules.fingerprint([""])),
        )
    goal = read(person).standing[0].goal
    assert client.post(at(person), {"do": f"turn:{goal.pk}:holding"}).status_code == 302
    sheet = read(person)
    assert sheet.fits_around == "no Sundays" and sheet.standing[0].goal.state == "holding"
    with cast.acting(cast.CM1):
        assert Goal.objects.count() == 1 and Step.objects.count() == 1
