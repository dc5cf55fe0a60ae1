"""What holds, how close we walk, steps to need us less, the long view: strangers first, then what is never said."""

import re
import uuid
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.test import Client

from alongside import clock
from alongside.clock.models import ClockSetting
from alongside.goals import actions, queries, rules
from alongside.goals.choices import GoalState, StepState, Who
from alongside.goals.models import Goal, LearnedThing, LifeAreaDescription, Step, SupportChange, TaperChange
from alongside.journey.actions import save_gentle_topics
from alongside.participants.actions import change_state
from alongside.participants.choices import State
from alongside.participants.choosing import save_choice
from tests import cast
from tests.connection.test_strand_pages import STRANGERS
from tests.desk.counting import counted
from tests.goals.make import as_it_stands, lantern, with_goals

STEPS = {"pace-0": "week", "channels-0": "a walk, a text", "pace-1": "two_weeks", "pace-2": "month"}
BLAME = re.compile(r"overdue|\bdue\b|\blate\b|stalled|behind|days ago|expired|failed|missed")


@pytest.fixture
def client() -> Iterator[Client]:
    yield cast.signed_in(cast.CM1)


def person_with_all() -> uuid.UUID:
    person = lantern()
    with_goals(person, "a room with a lock", steps=("visit the guesthouse",))
    with cast.acting(cast.CM1) as by:
        given = {"by": by, "participant": person}
        actions.change_goal_state(**given, goal=Goal.objects.get().pk, state=GoalState.HOLDING)
        actions.set_support(**given, change=uuid.uuid4(), level="close", words="a hard month")
        steps = [("week", "a walk", None), ("month", "", None)]
        actions.agree_taper(**given, turn=uuid.uuid4(), steps=steps, words="when I sleep")
        actions.add_life_area_description(
            **given, description=uuid.uuid4(), area="home", words="scared of doors"
        )
        actions.add_learned(**given, thing=uuid.uuid4(), words="the bus to the clinic")
    return person


@pytest.mark.parametrize(("member", "status"), STRANGERS)
def test_a_stranger_finds_nothing(member: cast.Member, status: int) -> None:
    person = person_with_all()
    stranger = cast.signed_in(member)
    with cast.acting(cast.CM1):
        goal, view, thing = (model.objects.get().pk for model in (Goal, LifeAreaDescription, LearnedThing))
    for page in ("holding/", "support/", "support/steps/", "long-view/"):
        answer = stranger.get(f"/people/{person}/{page}")
        assert answer.status_code == status, page
        assert not re.search("scared of doors|a hard month|when I sleep|the bus", answer.content.decode())
    posts = ("support/", "support/steps/", "support/move/", "support/proposed/", "long-view/", "long-view/learned/",
             f"holding/goal/{goal}/", f"long-view/{view}/remove/", f"long-view/learned/{thing}/remove/")  # fmt: skip
    for page in posts:
        told = STEPS | {"level": "light", "move": "down", "area": "home", "words": "mine", "take_up": "1"}
        assert stranger.post(f"/people/{person}/{page}", told).status_code == status, page
    with cast.acting(cast.CM1):
        assert SupportChange.objects.get().level == "close"
        assert TaperChange.objects.count() == 1
        assert LifeAreaDescription.objects.get().removed_at is None
        assert Goal.objects.get().state == "holding"


# Holding -------------------------------------------------------------------------------------------------


def test_what_holds_is_open_after_180_days_without_a_word_of_blame(client: Client) -> None:
    person = lantern()
    with_goals(person, "a room with a lock", "my tooth", steps=("visit the guesthouse",))
    with cast.acting(cast.CM1) as by:
        actions.change_step_state(
            by=by, participant=person, step=Step.objects.get().pk, state=StepState.HOLDING
        )
        tooth = Goal.objects.get(place=2).pk
        actions.change_goal_state(by=by, participant=person, goal=tooth, state=GoalState.HOLDING)
        actions.set_revisit_day(
            by=by, participant=person, kind="goal", row=tooth, on=clock.today() + timedelta(days=3)
        )
    ClockSetting.set_to(cast.BEGINS + timedelta(days=180), running=False)
    for page in (f"/people/{person}/holding/", f"/people/{person}/", "/", f"/people/{person}/goals/"):
        shown = client.get(page).content.decode().split("<main")[1].lower()
        assert not BLAME.search(re.sub(r"<[^>]+>", " ", shown).replace("ahead or behind", "")), page
    page = client.get(f"/people/{person}/holding/").content.decode()
    assert "visit the guesthouse" in page and "my tooth" in page
    assert f"/people/{person}/holding/" in client.get(f"/people/{person}/").content.decode()
    with cast.acting(cast.CM1):
        assert Goal.objects.get(pk=tooth).state == "holding"
        assert Step.objects.get().state == "holding"


def test_a_day_to_look_again_is_a_gentle_reason_on_that_day_alone(client: Client) -> None:
    person = lantern()
    with_goals(person, "my tooth")
    with cast.acting(cast.CM1) as by:
        goal = Goal.objects.get().pk
        actions.change_goal_state(by=by, participant=person, goal=goal, state=GoalState.HOLDING)
    day = clock.today() + timedelta(days=14)
    answer = client.post(f"/people/{person}/holding/goal/{goal}/", {"on": day.isoformat()})
    assert answer.status_code == 302
    seen = []
    for days in (13, 14, 15, 180):
        ClockSetting.set_to(cast.BEGINS + timedelta(days=days), running=False)
        seen.append("Revisit:" in client.get("/").content.decode())
    assert seen == [False, True, False, False]
    ClockSetting.set_to(cast.BEGINS + timedelta(days=14), running=False)
    with cast.acting(cast.CM1) as by:
        change_state(by=by, participant=person, state=State.PAUSED)
    assert "Revisit:" not in client.get("/").content.decode()
    with cast.acting(cast.CM1) as by:
        change_state(by=by, participant=person, state=State.ACTIVE)
    client.post(f"/people/{person}/holding/goal/{goal}/", {"take_up": "1"})
    assert "Revisit:" not in client.get("/").content.decode()
    with cast.acting(cast.CM1):
        found = Goal.objects.get()
        assert (found.state, found.revisit_on) == ("open", None)


def test_nonsense_as_a_day_changes_nothing(client: Client) -> None:
    person = person_with_all()
    with cast.acting(cast.CM1):
        goal = Goal.objects.get().pk
    for sent in ({"on": "soon"}, {"on": ""}, {}):
        status = 422 if sent.get("on") else 302
        assert client.post(f"/people/{person}/holding/goal/{goal}/", sent).status_code == status
    with cast.acting(cast.CM1):
        assert Goal.objects.get().revisit_on is None
    other = uuid.uuid4()
    assert client.post(f"/people/{person}/holding/step/{other}/", {"take_up": "1"}).status_code == 302


# How close we walk ------------------------------------------------------------------------------------------

PROPOSED = "walking close alongside often helps"


def test_close_alongside_is_proposed_once_and_declined_stays_declined(client: Client) -> None:
    person = lantern()
    page = f"/people/{person}/"
    assert PROPOSED in client.get(page).content.decode()
    client.post(f"{page}support/proposed/", {"no": "1"})
    assert PROPOSED not in client.get(page).content.decode()
    with cast.acting(cast.CM1) as by:
        save_choice(by=by, participant=person, choice=uuid.uuid4(), about="cert", answer="pre")
    for where in (page, f"{page}support/"):
        assert PROPOSED not in client.get(where).content.decode()


def test_it_is_proposed_before_certification_too_and_a_level_said_since_is_an_answer(client: Client) -> None:
    person = lantern()
    page = f"/people/{person}/"
    client.post(f"{page}support/", {"level": "regular", "words": "as we like it", "asked_by": "they"})
    assert PROPOSED not in client.get(page).content.decode()
    ClockSetting.set_to(cast.BEGINS + timedelta(days=200), running=False)
    with cast.acting(cast.CM1) as by:
        save_choice(by=by, participant=person, choice=uuid.uuid4(), about="cert", answer="pre")
    assert PROPOSED in client.get(page).content.decode()
    ClockSetting.set_to(cast.BEGINS + timedelta(days=201), running=False)
    client.post(f"{page}support/proposed/", {"yes": "1", "once": str(uuid.uuid4())})
    shown = client.get(page).content.decode()
    strand = shown.split('aria-labelledby="strand-connection"')[1].split("</section>")[0]
    assert PROPOSED not in shown and "A lot" in strand
    history = client.get(f"{page}support/").content.decode()
    assert "as we like it" in history and "They asked" in history


@pytest.mark.parametrize(
    ("days", "level", "declined", "certification", "proposed"),
    [(0, "", False, "", True), (90, "", False, "", True), (91, "", False, "", False), (500, "", False, "applied", True),
     (500, "", False, "certified", False), (0, "", True, "pre", False), (0, "close", False, "pre", False)],
)  # fmt: skip
def test_when_it_is_proposed(
    days: int, level: str, declined: bool, certification: str, proposed: bool
) -> None:
    today = date(2027, 6, 1)
    said = rules.suggests_close(
        level=level, level_at=cast.BEGINS if level else None, declined=declined,
        started_on=today - timedelta(days=days), certification=certification,
        certification_at=cast.BEGINS if certification else None, today=today,
    )  # fmt: skip
    assert said is proposed


# Steps to need us less ---------------------------------------------------------------------------------------


def test_steps_down_a_pause_and_back_up_stand_with_who_asked(client: Client) -> None:
    person = lantern()
    page = f"/people/{person}/"
    told = STEPS | {"words": "when I sleep through", "asked_by": "together", "once": str(uuid.uuid4())}
    for _click in range(2):
        assert client.post(f"{page}support/steps/", told).status_code == 302
    for move, by in (("down", "they"), ("down", "together"), ("paused", "they"), ("up", "they")):
        place = read(person).plan.place
        sent = {"move": move, "asked_by": by, "place": str(place), "once": str(uuid.uuid4())}
        for _click in range(2):
            assert client.post(f"{page}support/move/", sent).status_code == 302
    now = read(person)
    with cast.acting(cast.CM1):
        assert now.now is not None and (now.now.pace, now.plan.paused) == ("two_weeks", False)
    shown = client.get(f"{page}support/").content.decode().split('id="history"')[1]
    for words in (
        "Stepped back up",
        "Paused the plan",
        "Stepped down",
        "Agreed on these steps",
        "They asked",
    ):
        assert words in shown
    with cast.acting(cast.CM1):
        assert TaperChange.objects.count() == 5
    assert "behind" not in shown


def read(person: uuid.UUID) -> queries.TaperRead:
    with cast.acting(cast.CM1):
        found = queries.taper(person)
    assert found is not None
    return found


def test_one_tap_on_their_page_pauses_or_steps_back_up(client: Client) -> None:
    person = lantern()
    page = f"/people/{person}/"
    client.post(f"{page}support/steps/", STEPS)
    client.post(f"{page}support/move/", {"move": "down"})
    shown = client.get(page).content.decode()
    assert 'name="move" value="up"' in shown and 'name="move" value="paused"' in shown
    answer = client.post(f"{page}support/move/", {"move": "up", "back": "person", "asked_by": "they"})
    assert answer.headers["Location"] == page
    assert read(person).plan.place == 0


def test_two_who_step_down_at_once_go_one_step(client: Client) -> None:
    person = lantern()
    client.post(f"/people/{person}/support/steps/", STEPS)
    for member in (cast.CM1, cast.CM2):
        sent = {"move": "down", "place": "0", "once": str(uuid.uuid4())}
        cast.signed_in(member).post(f"/people/{person}/support/move/", sent)
    assert read(person).plan.place == 1
    for _more in range(5):
        client.post(f"/people/{person}/support/move/", {"move": "down", "once": str(uuid.uuid4())})
    assert read(person).plan.place == 2
    assert client.post(f"/people/{person}/support/move/", {"move": "agreed"}).status_code == 302


def test_other_steps_begin_from_where_we_are_and_a_stale_page_shows_both(client: Client) -> None:
    person = lantern()
    page = f"/people/{person}/support/steps/"
    assert client.post(page, {"pace-1": ""}).status_code == 422
    client.post(page, STEPS | {"version": "0"})
    answer = client.post(page, STEPS | {"version": "0", "words": "mine, kept"})
    assert answer.status_code == 409
    assert "mine, kept" in answer.content.decode() and "meanwhile" in answer.content.decode()
    assert client.post(page, STEPS | {"version": "1"}).status_code == 302


# Learned, and the long view -----------------------------------------------------------------------------------


def test_a_step_that_moves_to_me_offers_what_was_learned_and_the_history_stays(client: Client) -> None:
    person = lantern()
    with_goals(person, "the city", steps=("bus pass",), who="cm")
    with cast.acting(cast.CM1) as by:
        step = Step.objects.get().pk
        actions.change_who(by=by, participant=person, step=step, who=Who.TOGETHER)
        actions.change_who(by=by, participant=person, step=step, who=Who.ME)
    sheet = f"/people/{person}/goals/"
    page = client.get(sheet)
    assert "This step is now theirs alone" in page.content.decode()
    client.post(sheet, as_it_stands(page) | {"do": f"learned:{step}"})
    assert "bus pass" in client.get(f"/people/{person}/long-view/").content.decode().split('id="learned"')[1]


def test_two_descriptions_a_year_apart_stand_side_by_side_without_a_number(client: Client) -> None:
    person = lantern()
    page = f"/people/{person}/long-view/"
    sent = {"area": "home", "words": "scared of doors", "once": str(uuid.uuid4())}
    for _click in range(2):
        assert client.post(page, sent).status_code == 302
    ClockSetting.set_to(cast.BEGINS + timedelta(days=520), running=False)
    client.post(page, {"area": "home", "words": "my own keys", "once": str(uuid.uuid4())})
    shown = client.get(page).content.decode()
    card = shown.split('aria-labelledby="area-home"')[1].split("</section>")[0]
    assert card.index("scared of doors") < card.index("my own keys")
    words = re.sub(r"<[^>]+>", " ", card)
    dates = r"(January|June) \d{1,2}, \d{4}"
    assert not re.search(r"\d|%", re.sub(dates, "", words))
    assert 'aria-labelledby="area-money"' not in shown
    year = client.get(f"/people/{person}/timeline/?year=2027").content.decode()
    assert "scared of doors" in year and "my own keys" not in year.split('id="timeline"')[1]


def test_a_part_of_life_they_asked_us_to_leave_alone_is_not_offered_plainly(client: Client) -> None:
    person = lantern()
    with cast.acting(cast.CM1) as by:
        topics = {"health": ("not_now", ""), "money": ("gently", ""), "body": ("gently", "")}
        save_gentle_topics(by=by, participant=person, topics=topics, seen=None)
    page = f"/people/{person}/long-view/"
    offered = client.get(page).content.decode().split('name="area"')[1].split("</select>")[0]
    plain, aside = offered.split('<optgroup label="If they bring it up themselves">')
    assert "My body and health (Not now)" in aside and "My body and health" not in plain
    assert "Money (Ask with care)" in plain and "Where I live<" in plain
    assert client.post(page, {"area": "body", "words": "I sleep again"}).status_code == 302
    card = client.get(page).content.decode().split('aria-labelledby="area-body"')[1].split("</h2>")[0]
    assert "Not now" in card


def test_a_day_that_was_not_read_is_asked_again_as_it_was_typed(client: Client) -> None:
    person = person_with_all()
    with cast.acting(cast.CM1):
        goal = queries.holding_list(person)[0].row
    address = f"/people/{person}/holding/goal/{goal}/"
    answer = client.post(address, {"on": "the day after"})
    page = answer.content.decode()
    assert answer.status_code == 422 and 'value="the day after"' in page and f'action="{address}"' in page
    assert "We could not read this as a date" in page
    assert client.post(address, {"on": "Mar 3, 2027"}, follow=True).status_code == 200


def test_a_review_asks_every_part_once_and_folds_what_is_left_alone(client: Client) -> None:
    person = lantern()
    with cast.acting(cast.CM1) as by:
        topics = {"health": ("not_now", ""), "money": ("gently", "")}
        save_gentle_topics(by=by, participant=person, topics=topics, seen=None)
    page = f"/people/{person}/long-view/review/"
    assert page in client.get(f"/people/{person}/long-view/").content.decode()
    plain, aside = client.get(page).content.decode().split("If they bring it up themselves")
    assert "My body and health (Not now)" in aside and 'name="words_body"' not in plain
    assert "Money (Ask with care)" in plain and 'name="words_home"' in plain
    assert client.post(page, {"words_home": " "}).status_code == 422
    told = {
        "words_home": "my own keys",
        "words_money": "",
        "words_body": "I sleep",
        "once": str(uuid.uuid4()),
    }
    for _click in range(2):
        assert client.post(page, told).status_code == 302
    shown = client.get(f"/people/{person}/long-view/").content.decode()
    assert shown.count("my own keys") == 1 and shown.count("I sleep") == 1
    assert 'aria-labelledby="area-money"' not in shown
    assert cast.signed_in(cast.CM3).get(page).status_code == 404


def test_a_description_is_theirs_to_take_away(client: Client) -> None:
    person = person_with_all()
    with cast.acting(cast.CM1):
        row, thing = LifeAreaDescription.objects.get().pk, LearnedThing.objects.get().pk
    client.post(f"/people/{person}/long-view/{row}/remove/")
    client.post(f"/people/{person}/long-view/learned/{thing}/remove/")
    for page in ("long-view/", ""):
        shown = client.get(f"/people/{person}/{page}").content.decode()
        assert "scared of doors" not in shown and "the bus to the clinic" not in shown
    client.post(f"/people/{person}/long-view/{row}/restore/")
    assert "scared of doors" in client.get(f"/people/{person}/long-view/").content.decode()
    answer = client.post(f"/people/{person}/long-view/", {"area": "home", "words": " "})
    assert answer.status_code == 422


def test_these_pages_take_few_queries(client: Client) -> None:
    person = person_with_all()
    for page in ("holding/", "support/", "long-view/"):
        client.get(f"/people/{person}/{page}")
        with counted() as found:
            client.get(f"/people/{person}/{page}")
        assert len(found) <= 12, page
