"""A referral is drafted freely, goes out through the gate alone, and counts what is stuck without identity."""

import uuid
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from alongside import clock
from alongside.access.acts import NotAllowed, TurnedDown
from alongside.clock.models import ClockSetting
from alongside.consent.gate import NotAsPreviewed, NoWayOut
from alongside.consent.models import Disclosure
from alongside.keeping.rules import ChangedMeanwhile, NotHere
from alongside.meetings.models import Meeting
from alongside.partners.actions import add_point_of_contact
from alongside.referrals import actions, queries, rules
from alongside.referrals.models import (
    PartnerAnswer,
    Referral,
    ReferralStateChange,
    SystemBarrier,
    WaitingPlace,
)
from tests import cast
from tests.consent.make import TEXT, clinic, released
from tests.people import lantern
from tests.referrals.make import NEED, drafted, on_today, sent, service, speaks
from tests.reports.make import cells, made


def test_a_draft_says_that_a_permission_is_needed_and_does_not_go_out() -> None:
    person, agency = lantern(), clinic()
    draft = drafted(person, agency)
    assert draft.state == "permission"
    with pytest.raises(NoWayOut):
        sent(person, draft)
    with cast.acting(cast.CM1):
        assert not Disclosure.objects.exists()
        assert Referral.objects.get().state == "permission"


def test_what_goes_out_is_what_was_shown_and_how_we_go_stands_in_it() -> None:
    person, agency = lantern(), clinic()
    released(person, agency)
    draft = drafted(person, agency, ways=("call", "interpret"))
    assert draft.state == "draft"
    with cast.acting(cast.CM1) as by, pytest.raises(NotAsPreviewed):
        actions.send_referral(by=by, participant=person, referral=draft.pk, previewed="another")
    kept = sent(person, draft)
    with cast.acting(cast.CM1):
        went = Disclosure.objects.get()
        assert went.text.startswith(TEXT)
        assert "We bring the interpreter." in went.text
        assert (went.way, kept.disclosure_id) == ("referral", went.pk)
        assert Referral.objects.get().state == "sent"
    sent(person, draft)  # a second press sends nothing more
    with cast.acting(cast.CM1):
        assert Disclosure.objects.count() == 1


def test_an_interpreter_we_bring_counts_as_a_barrier_and_stands_in_the_calendar() -> None:
    person, agency = lantern(), clinic()
    released(person, agency)
    at = clock.now() + timedelta(days=3)
    told = {"ways": ("call", "interpret"), "together_at": at}
    sent(person, drafted(person, None, **told, service=service(agency)))
    with cast.acting(cast.CM1):
        barrier = SystemBarrier.objects.get()
        assert (barrier.system, barrier.stuck) == ("legal", "language")
        meeting = Meeting.objects.get()
        assert (meeting.at, meeting.interpreter) == (at, "a woman, by phone")


def test_a_referral_follows_the_contact_of_today() -> None:
    person, agency = lantern(), clinic()
    released(person, agency)
    kept = sent(person, drafted(person, agency))
    with cast.acting(cast.CM1) as by:
        add_point_of_contact(by=by, contact=uuid.uuid4(), agency=agency, name="Mr. Beech")
    page = cast.signed_in(cast.CM1).get(f"/people/{person}/referrals/{kept.pk}/").content.decode()
    assert "Contact: Mr. Beech" in page
    assert "Legal clinic (Ms. Alder)" in page  # as it was sent


def test_words_are_sealed() -> None:
    person, agency = lantern(), clinic()
    drafted(person, agency)
    with cast.acting(cast.CM1), connection.cursor() as cursor:
        cursor.execute("select row_to_json(r)::text from core.referrals_referral r")
        row = cursor.fetchone()[0]
        assert NEED not in row
        assert NEED.encode().hex() not in row


@pytest.mark.parametrize("member", [cast.CM3, cast.ON_CALL, cast.DROP_IN, cast.DIRECTOR])
def test_the_wall_shows_a_stranger_no_row_and_takes_none(member: cast.Member) -> None:
    person, agency = lantern(), clinic()
    draft = drafted(person, agency)
    with cast.acting(cast.CM1) as by:
        actions.save_waiting(
            by=by, participant=person, referral=draft.pk, check=uuid.uuid4(), told=rules.Waited()
        )
        actions.partner_answered(
            by=by, participant=person, referral=draft.pk, said=uuid.uuid4(), answer="update"
        )
        actions.add_barrier(by=by, participant=person, barrier=uuid.uuid4(), system="court", stuck="silent")
        for model in (Referral, ReferralStateChange, WaitingPlace, PartnerAnswer, SystemBarrier):
            assert model.objects.exists()
    with cast.acting(member) as by:
        for model in (Referral, ReferralStateChange, WaitingPlace, PartnerAnswer, SystemBarrier):
            assert not model.objects.exists()
        with pytest.raises((NotAllowed, NotHere)):
            actions.change_referral_state(
                by=by, participant=person, referral=draft.pk, turn=uuid.uuid4(), state="connected"
            )


def test_the_day_a_place_was_joined_never_moves() -> None:
    person, agency = lantern(), clinic()
    draft = drafted(person, agency)
    given = {"participant": person, "referral": draft.pk}
    joined = clock.today()
    with cast.acting(cast.CM1) as by:
        told = rules.Waited(said_wait="10 weeks", every_days=14, interim="the nurse on Thursdays")
        place = actions.save_waiting(by=by, **given, check=uuid.uuid4(), told=told)
        assert place.next_on == joined + timedelta(days=14)
        assert on_today(by) == []
    ClockSetting.set_to(clock.now() + timedelta(days=60), running=False)
    with cast.acting(cast.CM1) as by:
        assert [each.place for each in on_today(by)] == [place]
        again = rules.Waited(joined_on=clock.today(), every_days=14, words="still full")
        kept = actions.save_waiting(by=by, **given, check=uuid.uuid4(), told=again, seen=1)
        assert (kept.joined_on, kept.checked_on) == (joined, clock.today())
        assert on_today(by) == []
        with pytest.raises(ChangedMeanwhile):
            actions.save_waiting(by=by, **given, check=uuid.uuid4(), told=again, seen=1)
        with pytest.raises(DatabaseError), transaction.atomic():
            WaitingPlace.objects.update(joined_on=clock.today())
    with cast.acting(cast.CM2) as by:
        assert on_today(by) == []  # the backup reads it, and is not reminded


def test_an_answer_reaches_today_until_it_was_read() -> None:
    person, agency = lantern(), clinic()
    draft = drafted(person, agency)
    with cast.acting(cast.CM1) as by:
        said = actions.partner_answered(
            by=by,
            participant=person,
            referral=draft.pk,
            said=uuid.uuid4(),
            answer="unclear",
            words="which papers?",
        )
        assert [each.answer for each in on_today(by)] == [said]
    assert "It is unclear to them" in cast.signed_in(cast.CM1).get("/").content.decode()
    with cast.acting(cast.CM1) as by:
        actions.saw_answer(by=by, participant=person, answer=said.pk)
        assert on_today(by) == []
        assert Referral.objects.get().state == "permission"
        actions.partner_answered(
            by=by, participant=person, referral=draft.pk, said=uuid.uuid4(), answer="accepted"
        )
        assert Referral.objects.get().state == "accepted"


def test_a_turn_can_be_taken_back_and_any_may_follow_any() -> None:
    person, agency = lantern(), clinic()
    draft = drafted(person, agency)
    given = {"participant": person, "referral": draft.pk}
    with cast.acting(cast.CM1) as by:
        for state in ("connected", "not_theirs", "waitlisted", "another_way"):
            last = actions.change_referral_state(by=by, **given, turn=uuid.uuid4(), state=state)
            clock_on()
        actions.undo_referral_state(by=by, **given, turn=last.pk)
        assert Referral.objects.get().state == "waitlisted"
        with pytest.raises(TurnedDown):
            actions.change_referral_state(by=by, **given, turn=uuid.uuid4(), state="sent")


def clock_on() -> None:
    ClockSetting.set_to(clock.now() + timedelta(minutes=1), running=False)


def many(person: uuid.UUID, times: int) -> None:
    with cast.acting(cast.CM1) as by:
        for _each in range(times):
            actions.add_barrier(
                by=by,
                participant=person,
                barrier=uuid.uuid4(),
                system="housing",
                stuck="full",
                what="no room",
            )


def test_what_is_stuck_is_named_without_numbers_and_counted_by_a_report() -> None:
    person = lantern()
    many(person, 4)
    with cast.acting(cast.CM1) as by:
        kept = actions.add_barrier(
            by=by, participant=person, barrier=uuid.uuid4(), system="court", stuck="silent"
        )
    named = [("Courts", "Nobody answers"), ("Housing", "No place, or a long wait")]
    for member in (cast.DIRECTOR, cast.SUPERVISOR):
        with cast.acting(member):
            assert queries.barriers_told() == named
    page = cast.signed_in(cast.DIRECTOR).get("/program/barriers/").content.decode()
    assert (
        "Nobody answers" in page
        and ">4<" not in page
        and "Lant" not in page
        and "/reports/?kind=barriers" in page
    )
    team = cells(cast.SUPERVISOR, made(cast.SUPERVISOR, "barriers", "team"))
    assert (
        team["times", "housing|full", 0] == 4
        and team["times", "court|*", 0] == 1
        and team["people", "*|*", 0] == 1
    )
    agency = cells(cast.DIRECTOR, made(cast.DIRECTOR, "barriers"))
    assert not [number for number in agency.values() if isinstance(number, int) and number]
    with cast.acting(cast.CM1) as by:
        actions.remove_barrier(by=by, participant=person, barrier=kept.pk)
    with cast.acting(cast.DIRECTOR):
        assert queries.barriers_told() == named[1:]
    for member in (cast.CM1, cast.ADMIN, cast.ON_CALL):
        with cast.acting(member), pytest.raises(DatabaseError), transaction.atomic():
            queries.barriers_told()


def test_how_often_a_way_led_there_is_told_of_four_settled_before_this_month() -> None:
    person, agency = lantern(), clinic()
    released(person, agency)
    for state in ("connected", "connected", "connected", "not_provider"):
        kept = sent(person, drafted(person, agency))
        with cast.acting(cast.CM1) as by:
            actions.change_referral_state(
                by=by,
                participant=person,
                referral=kept.pk,
                turn=uuid.uuid4(),
                state=state,
                words="no interpreter",
            )
    page = f"/partners/agencies/{agency}/"
    assert "of the last 4" not in cast.signed_in(cast.DIRECTOR).get(page).content.decode()
    month = rules.month_begins(clock.today(), -1)
    ClockSetting.set_to(clock.now() + (month - clock.today()) + timedelta(days=1), running=False)
    told = cast.signed_in(cast.ON_CALL).get(page).content.decode()
    assert "3 of the last 4 referrals connected" in told
    assert "no interpreter" not in told


@pytest.mark.no_database
def test_languages_are_compared_by_the_first_that_is_named() -> None:
    assert not rules.spoken("Amharic, some English", ["English", "Spanish"]).meets
    assert rules.spoken("English, Amharic", ["English"]).meets
    assert rules.spoken("", ["English"]).meets
    assert not rules.spoken("አማርኛ", ["English"]).meets
    assert rules.month_begins(date(2027, 1, 31), 1) == date(2026, 12, 1)
    assert rules.month_begins(date(2026, 12, 5), -1) == date(2027, 1, 1)


def test_a_mismatch_is_shown_before_it_goes() -> None:
    person, agency = lantern(), clinic()
    speaks(person, "አማርኛ, some English")
    draft = drafted(person, None, service=service(agency))
    page = cast.signed_in(cast.CM1).get(f"/people/{person}/referrals/{draft.pk}/look/").content.decode()
    assert "Their language may not be spoken there" in page
    assert "አማርኛ" in page
