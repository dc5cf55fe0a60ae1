"""Staying with somebody: who has no check-in planned comes round, what builds trust, since when they are with us."""

import uuid
from datetime import date, timedelta

import pytest

from alongside.clock.models import ClockSetting
from alongside.connection.actions import leave_check_in, log_contact, plan_presence, set_season
from alongside.connection.models import CheckInLater, CheckInReminder, Trust
from alongside.meetings.actions import schedule_meeting
from alongside.participants.actions import change_state
from alongside.participants.choices import State
from alongside.participants.models import Participant
from tests import cast
from tests.desk.make import note, person
from tests.transfers.make import handed_over

COMES = "No check-in planned,"
STRANGERS = [
    (cast.CM3, 404), (cast.ON_CALL, 403), (cast.DROP_IN, 403), (cast.DIRECTOR, 403), (cast.ADMIN, 403),
    (cast.CUSTODIAN, 403), (cast.ADVISER, 403), (cast.PRACTICE, 403), (None, 401),
]  # fmt: skip


def _days_on(days: float) -> None:
    ClockSetting.set_to(cast.BEGINS + timedelta(days=days), running=False)


def _today(member: cast.Member = cast.CM1) -> str:
    return cast.signed_in(member).get("/").content.decode().split("<main")[1]


def _page(about: uuid.UUID, leaf: str = "") -> str:
    return cast.signed_in(cast.CM1).get(f"/people/{about}/{leaf}").content.decode()


# Who has no check-in planned ---------------------------------------------------------------------------


def test_somebody_with_no_check_in_comes_round_after_the_agency_s_days_with_the_thing_the_day_and_one_verb() -> (
    None
):
    about = person("Heron")
    _days_on(0.2)
    note(about)
    cast.signed_in(cast.CM1).post(f"/people/{about}/welcome/", {"said": "on"})
    _days_on(29)
    assert COMES not in _today()
    _days_on(30)
    row = _today().split("Heron", 1)[1].split("</li>")[0]
    assert COMES in row and "last contact" in row and "Jan 6" in row
    assert row.count('<a class="btn') == 1 and f"/people/{about}/presence/" in row
    assert COMES not in _today(cast.CM2) + _today(cast.SUPERVISOR)
    note(about, "We spoke.", at=cast.BEGINS + timedelta(days=29))
    assert COMES not in _today()


@pytest.mark.parametrize("why", ["plan", "meeting", "pause"])
def test_what_is_planned_and_a_pause_keep_them_off_today(why: str) -> None:
    about = person("Heron")
    _days_on(31)
    assert COMES in _today()
    with cast.acting(cast.CM1) as by:
        given = {"by": by, "participant": about}
        if why == "plan":
            plan_presence(**given, plan=uuid.uuid4(), how="a sun", every_days=28)
        elif why == "meeting":
            schedule_meeting(**given, meeting=uuid.uuid4(), at=cast.BEGINS + timedelta(days=33))
        else:
            change_state(**given, state=State.PAUSED)
    assert COMES not in _today()


def test_it_is_left_for_as_long_as_one_likes_and_comes_back_when_one_says_so() -> None:
    about, client = person("Heron"), cast.signed_in(cast.CM1)
    _days_on(31)
    later, once = f"/people/{about}/presence/later/", str(uuid.uuid4())
    assert "Leave off Today" in _page(about, "presence/")
    for _click in range(2):
        answer = client.post(later, {"until": "2027-02-20", "once": once})
        assert answer.status_code == 302
    with cast.acting(cast.CM1):
        assert CheckInLater.objects.get().until == date(2027, 2, 20)
    assert COMES not in _today() and "Left off Today until" in _page(about, "presence/")
    _days_on(45)
    assert COMES in _today()
    client.post(later, {"until": ""})
    _days_on(800)
    assert COMES not in _today() and "until somebody says otherwise" in _page(about, "presence/")
    client.post(later, {"again": "yes"})
    assert COMES in _today()
    refused = client.post(later, {"until": "the day after"})
    said = refused.content.decode()
    assert (
        refused.status_code == 422
        and "We could not read this as a date" in said
        and 'value="the day after"' in said
    )


def test_what_one_worker_left_for_later_comes_round_with_the_next() -> None:
    about = person("Heron")
    with cast.acting(cast.CM1) as by:
        leave_check_in(by=by, participant=about, later=uuid.uuid4())
    _days_on(10)
    handed_over(about, cast.CM3)
    _days_on(41)
    assert COMES in _today(cast.CM3) and "with you since" in _today(cast.CM3)


def test_the_agency_sets_the_days_from_a_day_on_and_nobody_else_does() -> None:
    about, page = person("Heron"), "/program/check-ins/"
    admin = cast.signed_in(cast.ADMIN)
    assert admin.post(page, {"every_days": "0"}).status_code == 422
    assert admin.post(page, {"every_days": "10", "from_on": "2027-01-10"}).status_code == 302
    assert cast.signed_in(cast.CM1).post(page, {"every_days": "1"}).status_code == 403
    _days_on(11)
    assert COMES in _today()
    assert admin.post(page, {"every_days": "", "from_on": "2027-01-17"}).status_code == 302
    shown = admin.get(page).content.decode()
    assert "10" in shown and "never" in shown
    assert COMES not in _today()
    with cast.acting(cast.ADMIN):
        assert CheckInReminder.objects.count() == 2
    assert about


# What builds and strains trust -------------------------------------------------------------------------


@pytest.mark.parametrize(("member", "status"), STRANGERS)
def test_a_stranger_reads_and_writes_none_of_it(member: cast.Member | None, status: int) -> None:
    about = person()
    client = cast.signed_in(member) if member else cast.nobody()
    for page, sent in (
        ("trust/", {"builds": "mine"}), ("since/", {"on": "2020-01-01"}), ("presence/later/", {"until": ""}),
    ):  # fmt: skip
        assert client.post(f"/people/{about}/{page}", sent).status_code == status, page
    with cast.acting(cast.CM1):
        assert not Trust.objects.exists() and not CheckInLater.objects.exists()
        assert Participant.objects.get(pk=about).first_contact_at == cast.BEGINS


def test_what_builds_and_strains_trust_is_read_before_a_call_and_the_words_before_stay() -> None:
    about, client = person(), cast.signed_in(cast.CM1)
    first = {"builds": "you say when you come", "strains": "calling twice", "version": "0"}
    assert client.post(f"/people/{about}/trust/", first).status_code == 302
    for page in (f"/people/{about}/", f"/note/?with={about}", f"/people/{about}/reaching/"):
        shown = client.get(page).content.decode()
        assert "you say when you come" in shown and "calling twice" in shown, page
    assert client.post(f"/people/{about}/trust/", first | {"builds": "another"}).status_code == 409
    second = {"builds": "tea first", "strains": "", "version": "1"}
    assert client.post(f"/people/{about}/trust/", second).status_code == 302
    shown = _page(about, "trust/")
    assert "tea first" in shown and "you say when you come" in shown
    assert "calling twice" not in _page(about)
    with cast.acting(cast.CM3):
        assert not Trust.objects.exists()


# Seasons and the first contact -------------------------------------------------------------------------


def test_a_season_says_who_said_so() -> None:
    about = person()
    client = cast.signed_in(cast.CM1)
    client.post(f"/people/{about}/season/", {"season": "close", "set_by": "they", "words": "we talk a lot"})
    assert "They said so" in _page(about, "season/")
    with cast.acting(cast.CM1) as by:
        set_season(by=by, participant=about, change=uuid.uuid4(), season="quiet")
    assert _page(about, "season/").count("They said so") == 2  # the choice, and the one that was said


def test_since_when_they_are_with_us_is_set_and_never_after_a_contact_that_stands_there() -> None:
    about, client = person(), cast.signed_in(cast.CM1)
    assert "with us since today" in _page(about)
    since = f"/people/{about}/since/"
    with cast.acting(cast.CM1) as by:
        log_contact(
            by=by, participant=about, note=uuid.uuid4(), happened="before", responded="",
            at=cast.BEGINS - timedelta(days=800),
        )  # fmt: skip
    assert "with us for 2 years" in _page(about)
    answer = client.post(since, {"on": "2026-01-01"})
    assert answer.status_code == 422 and "stands in the record already" in answer.content.decode()
    assert client.post(since, {"on": "2027-02-01"}).status_code == 422
    assert client.post(since, {"on": ""}).status_code == 422
    assert client.post(since, {"on": "2021-01-05"}).status_code == 302
    assert "with us for 6 years" in _page(about)
    assert "2021" in _page(about, "about/")


def test_any_year_and_month_of_many_is_a_click_away() -> None:
    about = person()
    for year in (2021, 2023, 2025):
        note(about, f"spring {year}", at=cast.BEGINS.replace(year=year, month=4))
    shown = _page(about, "timeline/")
    for year in (2021, 2023, 2025):
        assert f"?year={year}" in shown
        there = _page(about, f"timeline/?year={year}")
        assert f"spring {year}" in there and f"?month={year}-4" in there
        assert f"spring {year}" in _page(about, f"timeline/?month={year}-4")
