"""What we do together on a referral's way is a meeting: with our words, moved there, called off with the referral."""

import uuid
from datetime import timedelta

import pytest
from django.test import Client

from alongside import clock
from alongside.clock.models import ClockSetting
from alongside.consent.actions import save_cover_words
from alongside.meetings import actions as meetings
from alongside.meetings.models import Meeting
from alongside.referrals import actions, queries
from alongside.referrals.choices import State
from alongside.referrals.models import Referral
from tests import cast
from tests.consent.make import clinic, released
from tests.people import lantern
from tests.referrals.make import drafted, sent

AT = timedelta(days=3)
PLANNED = " with you "  # how what we do for them says what is still to come


def sent_for_together(**told: object) -> Referral:
    person, agency = lantern(), clinic()
    released(person, agency)
    with cast.acting(cast.CM1) as by:
        save_cover_words(by=by, participant=person, cover=uuid.uuid4(), introduce="the office", never="Elm")
        save_cover_words(
            by=by,
            participant=person,
            cover=uuid.uuid4(),
            agency=agency,
            introduce="Riverbend",
            why="an appointment",
        )
    return sent(person, drafted(person, agency, together_at=clock.now() + AT, **told))


def planned(row: Referral) -> Meeting:
    return Meeting.objects.select_related("participant").get(pk=row.pk)


@pytest.mark.parametrize("ways", [("call",), ("write",), ()])
def test_it_is_a_meeting_with_our_words_for_them_and_the_interpreter(ways: tuple[str, ...]) -> None:
    row = sent_for_together(ways=ways)
    with cast.acting(cast.CM1):
        meeting = planned(row)
        assert (meeting.cover_words, meeting.interpreter) == (
            "Riverbend\nan appointment",
            "a woman, by phone",
        )
        assert (meeting.with_whom_id, meeting.at) == (cast.CM1.id, clock.now() + AT)


def moved(row: Referral, days: int) -> None:
    with cast.acting(cast.CM1) as by:
        meeting = planned(row)
        meetings.change_meeting(
            by=by, participant=row.participant_id, meeting=row.pk, seen=None, at=clock.now() + timedelta(days=days),
            with_whom=cast.CM1.id, minutes=None, place="", purpose=meeting.purpose, interpreter="", cover_words="",
        )  # fmt: skip


def page(row: Referral, client: Client) -> str:
    return client.get(f"/people/{row.participant_id}/referrals/{row.pk}/").content.decode()


def test_a_meeting_that_moves_moves_on_the_referral_and_on_what_we_do_for_them() -> None:
    row, client = sent_for_together(ways=("call",)), cast.signed_in(cast.CM1)
    assert f"/meetings/{row.pk}/" in page(row, client)
    moved(row, 9)
    with cast.acting(cast.CM1) as by:
        (doing,) = [each for each in queries.doing(row.participant_id) if PLANNED in each.sentence]
        meetings.cancel_meeting(by=by, participant=row.participant_id, meeting=row.pk)
        assert doing.on == clock.today() + timedelta(days=9)
        assert not [each for each in queries.doing(row.participant_id) if PLANNED in each.sentence]
    assert "Called off" in page(row, client)


@pytest.mark.parametrize(
    ("ways", "said"),
    [
        (("call",), "We call the clinic with you on Jan 9, 2027, 2 AM. Case manager 1 is with you."),
        (("accompany",), "We go with you to the clinic on Jan 9, 2027, 2 AM. Case manager 1 comes along."),
        ((), "We go with you to the clinic on Jan 9, 2027, 2 AM. Case manager 1 comes along."),
        (
            ("transport", "accompany", "interpret"),
            "We go with you to the clinic on Jan 9, 2027, 2 AM. Case manager 1 comes along."
            " We bring the interpreter. We arrange the ride.",
        ),
    ],
)
def test_what_is_planned_says_that_we_come_along_where_and_when(ways: tuple[str, ...], said: str) -> None:
    row = sent_for_together(ways=ways)
    with cast.acting(cast.CM1):
        (doing,) = [each for each in queries.doing(row.participant_id) if PLANNED in each.sentence]
    assert doing.sentence == said
    assert doing.at == clock.now() + AT


@pytest.mark.parametrize("state", [State.NOT_THEIRS, State.NOT_PROVIDER, State.ANOTHER_WAY])
def test_it_is_called_off_with_the_referral_and_comes_back_with_it(state: State) -> None:
    row, turn = sent_for_together(ways=("call",)), uuid.uuid4()
    ClockSetting.set_to(clock.now() + timedelta(hours=1), running=False)
    with cast.acting(cast.CM1) as by:
        actions.change_referral_state(
            by=by, participant=row.participant_id, referral=row.pk, turn=turn, state=state
        )
        assert planned(row).cancelled_at is not None
        actions.undo_referral_state(by=by, participant=row.participant_id, referral=row.pk, turn=turn)
        assert planned(row).cancelled_at is None
        actions.change_referral_state(
            by=by, participant=row.participant_id, referral=row.pk, turn=uuid.uuid4(), state=State.CONNECTED
        )
        assert planned(row).cancelled_at is None


def test_what_was_done_together_stays_when_the_referral_does_not_go_on() -> None:
    row = sent_for_together(ways=("call",))
    with cast.acting(cast.CM1) as by:
        meetings.mark_met(by=by, participant=row.participant_id, meeting=row.pk, outcome="met")
        actions.change_referral_state(
            by=by,
            participant=row.participant_id,
            referral=row.pk,
            turn=uuid.uuid4(),
            state=State.NOT_PROVIDER,
        )
        assert planned(row).cancelled_at is None
