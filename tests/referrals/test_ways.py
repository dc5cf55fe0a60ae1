"""Another way from a goal: first what it is about, what has not what stands in the way, and what fits."""

import uuid
from typing import Any

import pytest

from alongside.goals.actions import save_goal_sheet
from alongside.goals.models import Goal
from alongside.goals.rules import WrittenGoal, WrittenSheet
from alongside.participants.actions import write_details
from alongside.partners.actions import save_openings
from alongside.partners.needs import Wanted, barriers_of, fits_of, kinds_of
from alongside.referrals import actions
from alongside.referrals.rules import spoken
from tests import cast
from tests.consent.make import clinic
from tests.people import lantern
from tests.referrals.make import drafted, service, speaks


def goal_of(person: uuid.UUID, words: str, **more: str) -> uuid.UUID:
    """The one goal on somebody's sheet."""
    with cast.acting(cast.CM1) as by:
        written = WrittenSheet(goals=(WrittenGoal(uuid.uuid4(), words=words, **more),))
        save_goal_sheet(by=by, participant=person, written=written)
        return Goal.objects.get(participant_id=person).pk


def page(person: uuid.UUID, goal: uuid.UUID, asked: str = "") -> str:
    shown = cast.signed_in(cast.CM1).get(f"/people/{person}/another-way/?goal={goal}{asked}")
    assert shown.status_code == 200
    return shown.content.decode()


def test_a_goal_puts_first_what_it_is_about_and_keeps_everything_else() -> None:
    person = lantern()
    for name, kind in (("Guest rooms", "housing"), ("Advice", "legal"), ("Tooth room", "dental")):
        service(clinic(f"The {kind} house"), name=name, kind=kind)
    shown = page(person, goal_of(person, "fix my tooth"))
    first, others = shown.split("Everything else, by name")
    assert "Tooth room" in first.split('id="fresh-title"')[1] and "Dental care" in first
    assert "Guest rooms" not in first and "Advice" not in first
    assert (
        "Guest rooms" in others and "Advice" in others and "Tooth room" not in others.split("</details>")[0]
    )


@pytest.mark.parametrize(
    ("barrier", "better", "worse", "said"),
    [
        ("they ask for papers", {"eligibility": "No ID."}, {"eligibility": "Bring a photo ID."}, "asks for papers"),
        ("no interpreter", {"fits": ("interpreter",)}, {"languages": ("English",)}, "language may not be spoken"),
        ("I cannot pay.", {"cost": "free"}, {"cost": "paid"}, "costs something"),
        ("always full", {"openings": 2}, {"openings": 0}, "no place free"),
    ],
)  # fmt: skip
def test_what_does_not_have_what_stands_in_the_way_comes_first(
    barrier: str, better: dict[str, Any], worse: dict[str, Any], said: str
) -> None:
    person = lantern()
    speaks(person, "አማርኛ, some English")
    for name, told in (("A worse", worse), ("B unknown", {"languages": ()}), ("C better", better)):
        openings = told.get("openings")
        says = {key: value for key, value in told.items() if key != "openings"}
        row = service(clinic(f"House of {name}"), name=name, kind="dental", **says)
        if openings is not None:
            with cast.acting(cast.CM1) as by:
                save_openings(by=by, service=row, openings=openings)
    goal = goal_of(person, "fix my tooth", barriers=barrier)
    for asked in ("", "&kind=dental"):
        shown = page(person, goal, asked)
        places = [shown.index(name) for name in ("C better", "B unknown", "A worse")]
        assert places == sorted(places) and said in shown


def test_a_reason_it_did_not_work_counts_for_the_next_one_too() -> None:
    person = lantern()
    speaks(person, "Amharic")
    tried = service(clinic("First house"), name="Tried room", kind="dental")
    service(clinic("Second house"), name="Another room", kind="dental", languages=("English",))
    service(clinic("Third house"), name="Wished room", kind="dental", languages=("Amharic",))
    row = drafted(person, None, service=tried)
    with cast.acting(cast.CM1) as by:
        actions.change_referral_state(
            by=by, participant=person, referral=row.pk, turn=uuid.uuid4(), state="not_provider", words="no interpreter"
        )  # fmt: skip
    shown = page(person, goal_of(person, "fix my tooth"))
    assert shown.index("Wished room") < shown.index("Another room") < shown.index("Tried already")
    assert "tried</b> - <bdi>no interpreter" in shown


def test_what_makes_a_place_fit_is_said_before_anything_goes() -> None:
    person = lantern()
    with cast.acting(cast.CM1) as by:
        write_details(by=by, participant=person, languages="English", helps="halal food, and time to pray")
    goal = goal_of(person, "a bed")
    house = service(
        clinic("The house"), name="Night beds", kind="shelter", fits=("prayer",), culture="A shared kitchen."
    )
    service(clinic("Other house"), name="Open beds", kind="shelter", fits=("prayer", "halal"))
    shown = page(person, goal)
    assert shown.index("Open beds") < shown.index("Night beds")
    assert "Not known there, ask first: Halal food" in shown
    row = drafted(person, None, service=house)
    for leaf in ("", "look/"):
        draft = cast.signed_in(cast.CM1).get(f"/people/{person}/referrals/{row.pk}/{leaf}").content.decode()
        assert "What makes it fit for them is not known there" in draft and "Halal food" in draft
        assert (
            "A shared kitchen." in draft
            and "A place to pray" not in draft.split("not known there")[1].split("</div>")[0]
        )


@pytest.mark.no_database
@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("fix my tooth", ("dental",)),
        ("know if I am allowed to stay", ("legal",)),
        ("a room with a lock", ("shelter", "housing")),
        ("arreglar mi muela", ("dental",)),
        ("ክፍል ከቁልፍ ጋር", ()),
        ("be at peace with my mother", ()),
        ("start a business", ()),
    ],
)
def test_what_a_goal_is_about_as_its_words_say_it(words: str, kinds: tuple[str, ...]) -> None:
    assert kinds_of(words) == kinds


@pytest.mark.no_database
def test_words_that_say_nothing_order_nothing() -> None:
    assert barriers_of("it is far, and I am tired") == () and fits_of("tea, and sitting near a door") == ()
    assert barriers_of("piden papeles y es caro") == ("papers", "cost")
    assert Wanted().kinds == () and spoken("አማርኛ, some English", ["Amharic"]).meets
    assert not spoken("አማርኛ, some English", ["English"]).meets
