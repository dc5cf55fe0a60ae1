"""Pages of the strand of connection: strangers first, then two clicks, seasons, presence, agreement."""

import re
import uuid
from datetime import date, timedelta

import pytest
from django.test import Client

from alongside import clock
from alongside.access.actor import Actor
from alongside.connection.actions import add_engagement_shift, agree_together, plan_presence, set_season
from alongside.connection.models import Agreement, EngagementShift, PresencePlan, ReachOut, SeasonChange
from alongside.meetings.actions import mark_met, schedule_meeting
from alongside.meetings.choices import Outcome
from alongside.participants.actions import change_state, write_details
from alongside.participants.choices import State
from alongside.ui.dates import in_figures
from tests import cast
from tests.connection import make
from tests.desk.counting import counted

PAGES = ["season/", "presence/", "agreement/", "agreement/write/", "agreement/print/"]
STRANGERS = [
    (cast.CM3, 404),
    (cast.ON_CALL, 403),
    (cast.DROP_IN, 403),
    (cast.DIRECTOR, 403),
    (cast.CUSTODIAN, 403),
    (cast.ADMIN, 403),
    (cast.ADVISER, 403),
    (cast.PRACTICE, 403),
]


def whole() -> tuple[uuid.UUID, uuid.UUID]:
    """Somebody with a shift, a season, a plan and an agreement; and the shift."""
    person, shift = make.person(), uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        write_details(by=by, participant=person, if_quiet="one text, then wait two weeks")
        add_engagement_shift(by=by, participant=person, shift=shift, kind="not_met")
        set_season(by=by, participant=person, change=uuid.uuid4(), season="quiet", words="since the move")
        plan_presence(by=by, participant=person, plan=uuid.uuid4(), how="a sun by text", every_days=21)
        agree(by, person, "nine to five", "never after six")
    return person, shift


def agree(by: Actor, person: uuid.UUID, ours: str, theirs: str) -> Agreement:
    return agree_together(
        by=by, participant=person, agreement=uuid.uuid4(), our_words=ours, their_words=theirs
    )


@pytest.mark.parametrize(("member", "status"), STRANGERS)
def test_a_stranger_finds_nothing(member: cast.Member, status: int) -> None:
    person, shift = whole()
    client = cast.signed_in(member)
    for page in [*PAGES, f"shifts/{shift}/"]:
        answer = client.get(f"/people/{person}/{page}")
        assert answer.status_code == status, page
        assert "a sun by text" not in answer.content.decode()
    for page in ["shifts/new/", "presence/hello/", f"shifts/{shift}/remove/", f"shifts/{shift}/restore/"]:
        assert client.post(f"/people/{person}/{page}", {"kind": "feels"}).status_code == status, page
    for page in ["season/", "presence/", "agreement/write/", f"shifts/{shift}/"]:
        told = {"season": "close", "how": "mine", "our_words": "mine", "wondered": "mine"}
        assert client.post(f"/people/{person}/{page}", told).status_code == status, page
    with cast.acting(cast.CM1):
        assert SeasonChange.objects.get().season == "quiet"
        assert PresencePlan.objects.get().how == "a sun by text"
        assert Agreement.objects.get().version == 1
        assert EngagementShift.objects.get().removed_at is None


def test_nobody_is_asked_to_sign_in() -> None:
    person, shift = whole()
    for page in [*PAGES, f"shifts/{shift}/"]:
        answer = cast.nobody().get(f"/people/{person}/{page}")
        assert answer.headers["Location"].startswith("/sign-in/")


def test_a_shift_of_one_person_is_not_found_under_another() -> None:
    person, shift = whole()
    other = make.person("Heron")
    client = cast.signed_in(cast.CM1)
    assert client.get(f"/people/{other}/shifts/{shift}/").status_code == 404
    assert client.post(f"/people/{other}/shifts/{shift}/remove/").status_code == 404
    assert person != other


# A shift in two clicks -----------------------------------------------------------------------------------


def test_the_second_click_keeps_it_and_asks_no_reason() -> None:
    person = make.person()
    client = cast.signed_in(cast.CM1)
    page = client.get(f"/people/{person}/").content.decode()
    for label in ("We didn&#39;t meet", "Communication changed", "Feels different"):
        assert label in page
    once = uuid.uuid4()
    for _click in range(2):
        answer = client.post(f"/people/{person}/shifts/new/", {"kind": "feels", "once": once})
        assert answer.status_code == 302
    with cast.acting(cast.CM1):
        kept = EngagementShift.objects.get()
        assert (kept.pk, kept.kind, kept.wondered, kept.lens) == (once, "feels", "", [])
    assert answer.headers["Location"] == f"/people/{person}/shifts/{once}/"


def test_their_wish_and_the_agreement_stand_first_and_the_wish_proposes_the_day() -> None:
    person, shift = whole()
    page = cast.signed_in(cast.CM1).get(f"/people/{person}/shifts/{shift}/").content.decode()
    order = [page.index("wait two weeks"), page.index("never after six"), page.index("What we wondered")]
    assert order == sorted(order)
    assert f'value="{in_figures(clock.today() + timedelta(days=14))}"' in page
    assert page.index("As they wished") < page.index("Keep the boundary, keep the door open")


def test_everything_about_a_shift_is_optional_and_what_is_kept_reads_as_wondering() -> None:
    person, shift = whole()
    client = cast.signed_in(cast.CM1)
    day = clock.today() + timedelta(days=14)
    told = {
        "lens": ["protection", "our_side"],
        "wondered": "whether the letter frightened her",
        "response": "wish",
        "reach_on": day.isoformat(),
        "version": "1",
    }
    assert client.post(f"/people/{person}/shifts/{shift}/", {"version": "1"}).status_code == 302
    assert client.post(f"/people/{person}/shifts/{shift}/", told | {"version": "2"}).status_code == 302
    with cast.acting(cast.CM1):
        assert ReachOut.objects.get().on_day == day
    page = client.get(f"/people/{person}/").content.decode()
    assert "We wondered whether" in page
    assert "Protection, Something on our side" in page
    emptied = {"version": "3", "wondered": "changed"}
    assert client.post(f"/people/{person}/shifts/{shift}/", emptied).status_code == 302
    with cast.acting(cast.CM1):
        assert not ReachOut.objects.exists()


def test_two_who_write_about_a_shift_lose_no_word() -> None:
    person, shift = whole()
    address = f"/people/{person}/shifts/{shift}/"
    cast.signed_in(cast.CM1).post(address, {"version": "1", "wondered": "first words"})
    client = cast.signed_in(cast.CM1)
    answer = client.post(address, {"version": "1", "wondered": "second words"})
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "first words" in page
    assert "second words" in page
    assert client.post(address, {"version": "2", "wondered": "second words"}).status_code == 302


def test_a_shift_can_be_taken_back_and_comes_back() -> None:
    person, shift = whole()
    client = cast.signed_in(cast.CM1)
    client.post(f"/people/{person}/shifts/{shift}/remove/")
    timeline = client.get(f"/people/{person}/").content.decode()
    assert f"/shifts/{shift}/" not in timeline.split('id="timeline"')[1]
    assert "taken back" in client.get(f"/people/{person}/shifts/{shift}/").content.decode()
    client.post(f"/people/{person}/shifts/{shift}/restore/")
    timeline = client.get(f"/people/{person}/").content.decode()
    assert f"/shifts/{shift}/" in timeline.split('id="timeline"')[1]


def test_a_meeting_that_was_not_is_noticed_once_in_two_clicks() -> None:
    person, meeting = make.person(), uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        schedule_meeting(by=by, participant=person, meeting=meeting, at=clock.now() - timedelta(minutes=30))
    client = cast.signed_in(cast.CM1)
    client.post(f"/meetings/{meeting}/outcome/", {"outcome": "not_met", "next": "/"})
    for page in ("/", f"/meetings/{meeting}/"):
        assert f'action="/people/{person}/shifts/new/"' in client.get(page).content.decode()
    told = {"kind": "not_met", "meeting": str(meeting)}
    first = client.post(f"/people/{person}/shifts/new/", told).headers["Location"]
    assert client.post(f"/people/{person}/shifts/new/", told).headers["Location"] == first
    with cast.acting(cast.CM1) as by:
        kept = EngagementShift.objects.get()
        assert kept.meeting_id == meeting
        mark_met(by=by, participant=person, meeting=meeting, outcome=Outcome.OPEN)


def test_a_meeting_of_somebody_else_is_left_alone() -> None:
    person, other, meeting = make.person(), make.person("Heron"), uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        schedule_meeting(by=by, participant=other, meeting=meeting, at=clock.now() - timedelta(minutes=30))
    told = {"kind": "not_met", "meeting": str(meeting)}
    cast.signed_in(cast.CM1).post(f"/people/{person}/shifts/new/", told)
    with cast.acting(cast.CM1):
        assert EngagementShift.objects.get().meeting_id is None


# Seasons ---------------------------------------------------------------------------------------------------


def test_seasons_make_a_ribbon_with_its_table_in_neutral_hues() -> None:
    person = make.person()
    client = cast.signed_in(cast.CM1)
    for season, day in (("steady", "2026-01-05"), ("quiet", "2026-11-02"), ("returning", "")):
        answer = client.post(f"/people/{person}/season/", {"season": season, "at": day, "words": ""})
        assert answer.status_code == 302
    words = client.get(f"/people/{person}/").content.decode()
    assert re.findall(r'<li class="s-(\w+) of-\d+">(\w+)<', words) == [
        ("steady", "Steady"), ("quiet", "Quiet"), ("returning", "Returning")
    ]  # fmt: skip
    for address in (f"/people/{person}/season/",):
        page = client.get(address).content.decode()
        ribbon = page[page.index('<svg class="seasons"') :]
        assert ribbon.count("<rect") == 3
        assert [
            ribbon.index(f'<rect class="s-{name}"') for name in ("steady", "quiet", "returning")
        ] == sorted(ribbon.index(f'<rect class="s-{name}"') for name in ("steady", "quiet", "returning"))
        assert ">2027</text>" in ribbon
        assert '<th scope="row"><span class="chip s-quiet">Quiet</span></th>' in ribbon
        assert "style=" not in page


def test_a_season_needs_naming_and_a_day_that_has_been() -> None:
    person = make.person()
    client = cast.signed_in(cast.CM1)
    answer = client.post(f"/people/{person}/season/", {"words": "kept words"})
    assert answer.status_code == 422
    assert "kept words" in answer.content.decode()
    later = (clock.today() + timedelta(days=2)).isoformat()
    assert client.post(f"/people/{person}/season/", {"season": "close", "at": later}).status_code == 422
    with cast.acting(cast.CM1):
        assert not SeasonChange.objects.exists()


# Presence --------------------------------------------------------------------------------------------------


def on_today(client: Client) -> str:
    return client.get("/").content.decode()


def begin_on(person: uuid.UUID, day: date) -> None:
    with cast.acting(cast.CM1) as by:
        change_state(by=by, participant=person, state=State.ACTIVE)
        plan_presence(
            by=by, participant=person, plan=uuid.uuid4(), how="a sun by text", every_days=21, next_on=day
        )


def test_a_gentle_hello_comes_up_on_today_in_the_agreed_words_and_goes_on_through_silence() -> None:
    person = make.person()
    begin_on(person, clock.today() - timedelta(days=40))
    client = cast.signed_in(cast.CM1)
    page = on_today(client)
    assert "Gentle hello:" in page
    assert "a sun by text" in page
    assert "40" not in page.split("Gentle hello:")[1][:80]
    assert client.post(f"/people/{person}/presence/hello/").status_code == 302
    assert "Gentle hello:" not in on_today(client)
    with cast.acting(cast.CM1) as by:
        assert PresencePlan.objects.get().next_on == clock.today() + timedelta(days=21)
        set_season(by=by, participant=person, change=uuid.uuid4(), season="quiet")
        plan = PresencePlan.objects.get()
        plan.next_on = clock.today()
        plan.save(update_fields=["next_on"])
    assert "Gentle hello:" in on_today(client)


def test_a_day_set_after_a_shift_comes_before_the_rhythm() -> None:
    person, shift = make.person(), uuid.uuid4()
    begin_on(person, clock.today())
    client = cast.signed_in(cast.CM1)
    with cast.acting(cast.CM1) as by:
        add_engagement_shift(by=by, participant=person, shift=shift, kind="communication")
    later = (clock.today() + timedelta(days=14)).isoformat()
    client.post(f"/people/{person}/shifts/{shift}/", {"version": "1", "reach_on": later})
    assert "Gentle hello:" not in on_today(client)
    client.post(f"/people/{person}/shifts/{shift}/", {"version": "2", "reach_on": clock.today().isoformat()})
    assert "Gentle hello:" in on_today(client)


def test_no_hello_comes_up_while_they_paused() -> None:
    person = make.person()
    begin_on(person, clock.today())
    with cast.acting(cast.CM1) as by:
        change_state(by=by, participant=person, state=State.PAUSED)
    assert "Gentle hello:" not in on_today(cast.signed_in(cast.CM1))


def test_a_plan_written_anew_keeps_the_one_before() -> None:
    person, _shift = whole()
    client = cast.signed_in(cast.CM1)
    address = f"/people/{person}/presence/"
    assert client.post(address, {"version": "1", "how": "a moon by text"}).status_code == 302
    page = client.get(address).content.decode()
    assert "a moon by text" in page
    assert "a sun by text" in page
    assert client.post(address, {"version": "1", "how": "a third way"}).status_code == 409


# The agreement ---------------------------------------------------------------------------------------------


def test_both_versions_are_readable_and_the_copy_is_plain() -> None:
    person, _shift = whole()
    client = cast.signed_in(cast.CM1)
    write = f"/people/{person}/agreement/write/"
    told = {"version": "1", "our_words": "nine to four", "their_words": "never after seven"}
    assert client.post(write, told).status_code == 302
    page = client.get(f"/people/{person}/agreement/").content.decode()
    for words in ("nine to four", "never after seven", "nine to five", "never after six"):
        assert words in page
    assert "Version 2, in both our words" in client.get(f"/people/{person}/").content.decode()
    paper = client.get(f"/people/{person}/agreement/print/").content.decode()
    assert "never after seven" in paper
    assert "never after six" not in paper
    assert "Lantern" not in paper
    assert "Riverbend" in paper


def test_an_agreement_says_something_and_overwrites_nothing() -> None:
    person, _shift = whole()
    client = cast.signed_in(cast.CM1)
    write = f"/people/{person}/agreement/write/"
    assert client.post(write, {"version": "1"}).status_code == 422
    told = {"version": "1", "our_words": "second"}
    assert client.post(write, told).status_code == 302
    answer = client.post(write, {"version": "1", "our_words": "third"})
    assert answer.status_code == 409
    assert "second" in answer.content.decode()
    assert "third" in answer.content.decode()
    assert client.post(write, {"version": "2", "our_words": "third"}).status_code == 302


def test_a_name_that_is_taken_elsewhere_costs_no_word() -> None:
    person, shift = whole()
    other = make.person("Heron")
    client = cast.signed_in(cast.CM1)
    with cast.acting(cast.CM1):
        taken = {"once": str(Agreement.objects.get().pk)}
    client.post(f"/people/{other}/agreement/write/", taken | {"our_words": "theirs too"})
    client.post(f"/people/{other}/shifts/new/", {"once": str(shift), "kind": "feels"})
    with cast.acting(cast.CM1):
        assert Agreement.objects.get(participant_id=other).our_words == "theirs too"
        assert EngagementShift.objects.get(participant_id=other).kind == "feels"
        assert EngagementShift.objects.get(participant_id=person).kind == "not_met"


# Budgets ---------------------------------------------------------------------------------------------------


def test_pages_take_few_queries() -> None:
    person, shift = whole()
    client = cast.signed_in(cast.CM1)
    client.get(f"/people/{person}/")
    for page, most in (
        ("", 12),
        ("season/", 10),
        ("presence/", 10),
        ("agreement/", 10),
        (f"shifts/{shift}/", 12),
    ):
        with counted() as queries:
            assert client.get(f"/people/{person}/{page}").status_code == 200
        assert len(queries) <= most, "\n\n".join(queries)
