"""What Today and a person's page say of days and reasons is true."""

import re
import uuid
from datetime import timedelta

from alongside import clock
from alongside.clock.models import ClockSetting
from alongside.connection.actions import log_contact
from alongside.meetings.actions import mark_met, schedule_meeting
from alongside.meetings.choices import Outcome
from alongside.meetings.models import Meeting
from alongside.participants.actions import change_state
from alongside.participants.choices import State
from tests import cast
from tests.desk.make import note, person
from tests.transfers.make import handed_over


def _days_on(days: float) -> None:
    ClockSetting.set_to(cast.BEGINS + timedelta(days=days), running=False)


def _today(member: cast.Member = cast.CM1) -> str:
    return cast.signed_in(member).get("/").content.decode().split("<main")[1]


def _page(about: uuid.UUID) -> str:
    return cast.signed_in(cast.CM1).get(f"/people/{about}/").content.decode()


def _last_met(about: uuid.UUID) -> str:
    """What the page says about the last time we met, without its markup."""
    return re.sub(r"<[^>]+>|\s+", " ", _page(about)).split("Last time we met:")[1].split(".")[0].strip()


def _meets(about: uuid.UUID, hours: int, purpose: str = "the letter") -> uuid.UUID:
    planned = uuid.uuid4()
    at = clock.now() + timedelta(hours=hours)
    with cast.acting(cast.CM1) as by:
        schedule_meeting(by=by, participant=about, meeting=planned, at=at, purpose=purpose)
    return planned


# The last time we met ------------------------------------------------------------------------------------


def test_the_last_time_we_met_is_the_later_of_a_meeting_and_a_note() -> None:
    about = person()
    assert "Last time we met" not in _page(about)
    planned = _meets(about, 1)
    with cast.acting(cast.CM1) as by:
        mark_met(by=by, participant=about, meeting=planned, outcome=Outcome.MET)
    _days_on(20)
    with cast.acting(cast.CM1) as by:
        given = {"by": by, "participant": about, "happened": "x", "responded": ""}
        log_contact(**given, note=uuid.uuid4(), kind="no_answer", at=clock.now() - timedelta(days=1))
        log_contact(**given, note=uuid.uuid4(), kind="call", at=clock.now() - timedelta(days=2))
    assert _last_met(about) == "Jan 6"
    note(about, at=clock.now() - timedelta(days=5))
    assert _last_met(about) == "Jan 21"


# Meetings of days before ---------------------------------------------------------------------------------


def test_a_meeting_of_before_stays_on_today_until_it_is_said() -> None:
    about = person()
    planned = _meets(about, 3)
    assert "not said yet" not in _today()
    _days_on(12)
    shown = _today().split("not said yet")[1]
    assert "the letter" in shown and "Jan 6" in shown and "We met" in shown
    assert "the letter" not in _today(cast.SUPERVISOR)
    cast.signed_in(cast.CM1).post(f"/meetings/{planned}/outcome/", {"outcome": "not_met"})
    assert "not said yet" not in _today()
    off = _meets(about, 1, "the bank")
    cast.signed_in(cast.CM1).post(f"/meetings/{off}/call-off/")
    _days_on(14)
    assert "the bank" not in _today()


# Handed over ---------------------------------------------------------------------------------------------


def _hand_over(about: uuid.UUID) -> None:
    handed_over(about, cast.CM3)


def test_a_person_handed_over_is_new_with_whoever_walks_with_them_now() -> None:
    about = person("Heron")
    with cast.acting(cast.CM1) as by:
        change_state(by=by, participant=about, state=State.ACTIVE)
    cast.signed_in(cast.CM1).post(f"/people/{about}/welcome/", {"said": "on"})
    _days_on(30)
    _hand_over(about)
    shown = _today(cast.CM3)
    assert "Heron" in shown and "new with you" in shown
    assert "Case manager before you: Case manager 1." in shown
    assert "Heron" not in _today(cast.CM1)
    _days_on(33)
    cast.signed_in(cast.CM3).get(f"/people/{about}/")
    assert "new with you" in _today(cast.CM3)
    with cast.acting(cast.CM3) as by:
        log_contact(
            by=by, participant=about, note=uuid.uuid4(), kind="call", at=clock.now(), happened="a first hello",
            responded="",
        )  # fmt: skip
    assert "new with you" not in _today(cast.CM3)


def test_a_meeting_that_was_planned_before_the_handover_stands_on_the_new_workers_today() -> None:
    about = person("Heron")
    _meets(about, 5 * 24)
    _days_on(3)
    _hand_over(about)
    _days_on(5)
    assert "the letter" in _today(cast.CM3) and "With Case manager 1" in " ".join(_today(cast.CM3).split())
    assert "the letter" not in _today(cast.CM1) + _today(cast.CM2)
    _days_on(8)
    assert "the letter" in _today(cast.CM3).split("not said yet")[1]


def test_somebody_handed_over_in_a_pause_is_new_and_the_pause_is_said() -> None:
    about = person("Heron")
    with cast.acting(cast.CM1) as by:
        change_state(by=by, participant=about, state=State.PAUSED)
    _days_on(3)
    _hand_over(about)
    shown = _today(cast.CM3)
    assert "new with you" in shown and "They asked for a pause." in shown and "A first hello" not in shown


# A pause -------------------------------------------------------------------------------------------------


def test_a_pause_reaches_meetings_that_were_planned() -> None:
    about = person("Heron")
    planned = _meets(about, 3)
    assert "meeting, " in _today() and "asked for a pause" not in _today() + _page(about)
    with cast.acting(cast.CM1) as by:
        change_state(by=by, participant=about, state=State.PAUSED)
    asks = "They asked for a pause. This meeting stands only if they still want it."
    client = cast.signed_in(cast.CM1)
    for page in ("/", f"/people/{about}/", f"/meetings/{planned}/"):
        assert asks in client.get(page).content.decode(), page
    assert "meeting, " not in _today().split('id="meetings"')[0]  # no reminder among the reasons
    off = client.post(f"/meetings/{planned}/call-off/", {"next": f"/people/{about}/"})
    assert off.url == f"/people/{about}/"
    with cast.acting(cast.CM1):
        assert Meeting.objects.get().cancelled_at is not None
    assert asks not in _page(about)


# A pause ---------------------------------------------------------------------------------------------------


def test_somebody_who_paused_with_a_meeting_is_not_among_those_who_may_need_me() -> None:
    about = person("Heron")
    planned = uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        given = {"by": by, "participant": about, "meeting": planned, "at": clock.now() + timedelta(hours=2)}
        schedule_meeting(**given, purpose="the letter", interpreter="a woman", cover_words="a friend")
        change_state(by=by, participant=about, state=State.PAUSED)
    needed, _heading, rest = _today().partition('id="meetings')
    assert "Heron" not in needed.split("People who may need me")[1]
    assert "Heron" in rest and "They asked for a pause." in rest
    assert "Introduce yourself as" not in rest and "a friend" not in rest
