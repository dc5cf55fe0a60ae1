"""What holds stands on one page, from every part of the plan, with the day since when it does."""

import uuid
from datetime import timedelta

from alongside.circle.actions import save_matter
from alongside.clock.models import ClockSetting
from alongside.goals.actions import change_goal_state, save_goal_sheet
from alongside.goals.choices import GoalState
from alongside.goals.models import Goal
from alongside.goals.rules import WrittenGoal, WrittenSheet
from alongside.referrals.actions import hold_referral
from tests import cast
from tests.desk.make import person
from tests.referrals import make as referrals

DAY = timedelta(days=1)


def _later(days: int) -> None:
    ClockSetting.set_to(cast.BEGINS + days * DAY, running=False)


def _page(about: uuid.UUID) -> str:
    return cast.signed_in(cast.CM1).get(f"/people/{about}/holding/").content.decode().split("<main")[1]


def test_a_goal_holds_since_it_was_held_and_not_since_its_words_were_put_right() -> None:
    about, goal = person(), uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        save_goal_sheet(
            by=by, participant=about, written=WrittenSheet(goals=(WrittenGoal(goal, words="a room"),))
        )
        stands = Goal.objects.get()
        change_goal_state(by=by, participant=about, goal=stands.pk, state=GoalState.HOLDING)
    _later(20)
    with cast.acting(cast.CM1) as by:
        again = WrittenGoal(stands.pk, was=stands.mark, words="a room of mine")
        save_goal_sheet(by=by, participant=about, written=WrittenSheet(goals=(again,)))
        assert Goal.objects.get().words == "a room of mine"
    page = _page(about)
    assert "a room of mine" in page
    assert "Jan 6" in page and "Jan 26" not in page


def test_open_items_and_referrals_that_hold_are_on_the_page_and_lead_there() -> None:
    about, matter = person(), uuid.uuid4()
    assert "/holding/" not in cast.signed_in(cast.CM1).get(f"/people/{about}/").content.decode()
    with cast.acting(cast.CM1) as by:
        save_matter(by=by, participant=about, matter=matter, words="the school letter", state="holding")
    _later(9)
    with cast.acting(cast.CM1) as by:
        save_matter(
            by=by, participant=about, matter=matter, words="the school letter", holder="they",
            state="holding", version=1,
        )  # fmt: skip
    page = _page(about)
    assert f"/people/{about}/circle/matters/{matter}/" in page and "the school letter" in page
    assert "Jan 6" in page and "Jan 15" not in page  # another holder is no new beginning
    assert f"/people/{about}/holding/" in cast.signed_in(cast.CM1).get(f"/people/{about}/").content.decode()
    with cast.acting(cast.CM1) as by:
        save_matter(by=by, participant=about, matter=matter, words="the school letter", version=2)
    assert "the school letter" not in _page(about)


def test_a_referral_holds_since_it_was_left_to_rest() -> None:
    about = person()
    row = referrals.drafted(about, None, provider="The clinic").pk
    _later(4)
    with cast.acting(cast.CM1) as by:
        hold_referral(by=by, participant=about, referral=row, holds=True)
    _later(30)
    with cast.acting(cast.CM1) as by:
        hold_referral(by=by, participant=about, referral=row, holds=True)  # a second click changes nothing
    page = _page(about)
    assert f"/people/{about}/referrals/{row}/" in page and "Jan 10" in page
    with cast.acting(cast.CM1) as by:
        hold_referral(by=by, participant=about, referral=row, holds=False)
    assert str(row) not in _page(about)


def test_what_holds_is_folded_on_today_for_whoever_walks_with_them_alone() -> None:
    about, goal, matter = person(), uuid.uuid4(), uuid.uuid4()
    today = cast.signed_in(cast.CM1).get("/").content.decode()
    assert 'id="holding"' not in today
    with cast.acting(cast.CM1) as by:
        save_goal_sheet(
            by=by, participant=about, written=WrittenSheet(goals=(WrittenGoal(goal, words="a room"),))
        )
        change_goal_state(by=by, participant=about, goal=Goal.objects.get().pk, state=GoalState.HOLDING)
        save_matter(by=by, participant=about, matter=matter, words="the school letter", state="holding")
    row = referrals.drafted(about, None, provider="the night clinic")
    _later(9)
    with cast.acting(cast.CM1) as by:
        hold_referral(by=by, participant=about, referral=row.pk, holds=True)
        save_matter(
            by=by, participant=about, matter=matter, words="the school letter", holder="they",
            state="holding", version=1,
        )  # fmt: skip
    for days in (11, 180):
        _later(days)
        card = (
            cast.signed_in(cast.CM1)
            .get("/")
            .content.decode()
            .split('<details class="fold"><summary><h2 id="holding"')[1]
        )
        card = card.split("</details>")[0]
        for words in (
            "a room",
            "the school letter",
            "the night clinic",
            f"/people/{about}/holding/",
            "Jan 6",
            "Jan 15",
        ):
            assert words in card, words
    for member in (cast.CM2, cast.CM3, cast.SUPERVISOR, cast.ON_CALL, cast.DIRECTOR):
        page = cast.signed_in(member).get("/").content.decode()
        assert 'id="holding"' not in page and "the school letter" not in page, member
