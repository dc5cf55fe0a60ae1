"""What is brought to supervision opens to the two who meet, and the sheet carries connection and plan alike."""

import re
import uuid
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from alongside import clock, trail
from alongside.agency.actions import change_staff
from alongside.connection.actions import add_engagement_shift, log_contact, set_season
from alongside.connection.choices import Season, ShiftKind
from alongside.goals.actions import save_goal_sheet
from alongside.goals.rules import WrittenGoal, WrittenSheet
from alongside.meetings.actions import reserve_time
from alongside.practice import queries, rules
from alongside.practice.actions import bring, plan_supervision, talk_over, write_reflection
from alongside.practice.models import Reflection, Supervision, SupervisionItem, SupervisionPair
from alongside.practice.rules import Reflected
from alongside.trail.models import TrailEntry
from alongside.vault import ring
from alongside.vault.models import Key
from alongside.vault.ring import NoKey
from tests import cast
from tests.desk.counting import counted
from tests.people import lantern
from tests.practice import make

WORDS = "I carry her silence home"
ON_THE_SHEET = (
    "How are you, really?",
    "People who stay with you",
    "Lantérn",
    "Quiet",
    "my own door",
    "papers",
    "Load, nights, leave",
    "One thing to celebrate",
    "One thing to let go",
)
STRANGERS = [each for each in cast.CAST if each not in (cast.CM1, cast.SUPERVISOR)]


def lead_of(worker: cast.Member, lead: cast.Member | None) -> None:
    """The administrator names another supervisor."""
    with cast.acting(cast.ADMIN) as by:
        change_staff(
            by=by, staff=worker.id, name=worker.name, roles=[*worker.roles],
            supervisor=lead.id if lead else None, site=None, languages=(), credentials="", hours="",
            trafficking_training_on=None,
        )  # fmt: skip


def make_supervisor(member: cast.Member) -> None:
    """The administrator gives somebody the supervisor's role as well."""
    with cast.acting(cast.ADMIN) as by:
        change_staff(
            by=by, staff=member.id, name=member.name, roles=[*member.roles, "supervisor"],  # type: ignore[list-item]
            supervisor=None, site=None, languages=(), credentials="", hours="", trafficking_training_on=None,
        )  # fmt: skip


@pytest.mark.parametrize("member", STRANGERS)
def test_nobody_but_the_two_reads_what_is_brought(member: cast.Member) -> None:
    row = make.brought(WORDS)
    client = cast.signed_in(member)
    expected = 403 if member is cast.ADVISER else 404
    for address in (f"/supervision/brought/{row}/", f"/supervision/brought/{row}/take-back/"):
        assert client.get(address).status_code == expected
        assert client.post(address, {"words": "mine"}).status_code == expected
    assert client.post(f"/supervision/brought/{row}/talked/").status_code == expected
    for address in (
        "/supervision/",
        f"/supervision/of/{cast.CM1.id}/",
        f"/supervision/of/{cast.CM1.id}/sheet/",
    ):
        assert WORDS not in client.get(address).content.decode()
    with cast.acting(cast.CM1):
        key_id = SupervisionItem.objects.get(pk=row).key_id
    with cast.acting(member), connection.cursor() as cursor:
        assert not SupervisionItem.objects.exists()
        assert not SupervisionPair.objects.exists()
        assert not Key.objects.filter(key_id=key_id).exists()
        with pytest.raises(NoKey):
            ring.key(key_id)
        for statement in (
            "update core.practice_supervisionitem set version = 9",
            "delete from core.practice_supervisionitem",
            "update core.practice_supervision set held = true",
        ):
            cursor.execute(statement)
            assert cursor.rowcount == 0


def test_nobody_is_asked_to_sign_in() -> None:
    row = make.brought()
    for address in ("/supervision/", "/supervision/bring/", f"/supervision/brought/{row}/"):
        assert cast.nobody().get(address).headers["Location"].startswith("/sign-in/")


def test_both_of_the_two_read_it_and_only_its_author_changes_it() -> None:
    row = make.brought(WORDS)
    page = cast.signed_in(cast.SUPERVISOR).get(f"/supervision/of/{cast.CM1.id}/").content.decode()
    assert WORDS in page
    assert WORDS in cast.signed_in(cast.CM1).get("/supervision/").content.decode()
    lead = cast.signed_in(cast.SUPERVISOR)
    assert lead.get(f"/supervision/brought/{row}/").status_code == 404
    with cast.acting(cast.SUPERVISOR), connection.cursor() as cursor:
        with pytest.raises(DatabaseError), transaction.atomic():
            cursor.execute("update core.practice_supervisionitem set words = 'x'")
        cursor.execute("delete from core.practice_supervisionitem")
        assert cursor.rowcount == 0
    client = cast.signed_in(cast.CM1)
    told = {"words": "her silence, and mine", "version": "1"}
    assert client.post(f"/supervision/brought/{row}/", told).status_code == 302
    stale = client.post(f"/supervision/brought/{row}/", {"words": "another tab", "version": "1"})
    assert stale.status_code == 409
    assert "her silence, and mine" in stale.content.decode()
    assert "another tab" in stale.content.decode()


def test_a_supervisor_who_is_theirs_no_more_opens_nothing_and_the_next_one_begins_anew() -> None:
    row = make.brought(WORDS)
    make_supervisor(cast.CM2)
    lead_of(cast.CM1, cast.CM2)
    for member in (cast.SUPERVISOR, cast.CM2):
        with cast.acting(member):
            assert not SupervisionItem.objects.exists()
            assert not SupervisionPair.objects.exists()
        assert WORDS not in cast.signed_in(member).get("/supervision/").content.decode()
    assert cast.signed_in(cast.SUPERVISOR).get(f"/supervision/of/{cast.CM1.id}/").status_code == 404
    assert WORDS not in cast.signed_in(cast.CM2).get(f"/supervision/of/{cast.CM1.id}/").content.decode()
    with cast.acting(cast.CM1):
        assert SupervisionItem.objects.get(pk=row).words == WORDS


def test_nobody_pairs_up_with_somebody_elses_worker() -> None:
    for member in (cast.DIRECTOR, cast.ADMIN, cast.CM2):
        with (
            cast.acting(member),
            connection.cursor() as cursor,
            pytest.raises(DatabaseError),
            transaction.atomic(),
        ):
            cursor.execute(
                "select core.pair_up(gen_random_uuid(), gen_random_uuid(), %s, %s)", [cast.CM1.id, member.id]
            )
    with cast.acting(cast.CM2) as by, pytest.raises(DatabaseError), transaction.atomic():
        bring(by=by, brought=uuid.uuid4(), worker=cast.CM1.id, words="not mine to bring")


def test_a_reflection_is_brought_in_other_words_and_stays_private() -> None:
    reflection = uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        write_reflection(
            by=by, reflection=reflection, words=Reflected(unsure="I was afraid", bring="how long to wait")
        )
    client = cast.signed_in(cast.CM1)
    assert f"/supervision/bring/?from={reflection}" in client.get("/reflections/").content.decode()
    asked = client.get(f"/supervision/bring/?from={reflection}").content.decode()
    assert "how long to wait" in asked
    assert "I was afraid" not in asked
    assert "Your reflection stays with you" in asked
    told = {"words": "How long do we wait?", "once": str(uuid.uuid4())}
    for _click in range(2):
        assert client.post(f"/supervision/bring/?from={reflection}", told).status_code == 302
    with cast.acting(cast.SUPERVISOR):
        assert [each.words for each in SupervisionItem.objects.all()] == ["How long do we wait?"]
        assert not Reflection.objects.exists()
    with cast.acting(cast.CM1):
        assert Reflection.objects.get().unsure == "I was afraid"
    # Somebody else's reflection is no source: nothing of it is shown.
    assert (
        "how long to wait"
        not in cast.signed_in(cast.CM2).get(f"/supervision/bring/?from={reflection}").content.decode()
    )


def test_the_key_of_what_is_brought_opens_no_reflection() -> None:
    make.brought()
    with cast.acting(cast.CM1) as by:
        write_reflection(by=by, reflection=uuid.uuid4(), words=Reflected(unsure="mine"))
        assert Reflection.objects.get().key_id != SupervisionItem.objects.get().key_id


def test_nobody_named_is_said_kindly_and_keeps_nothing() -> None:
    page = cast.signed_in(cast.DIRECTOR).get("/supervision/bring/").content.decode()
    assert "Nobody is named as your supervisor yet" in page
    with cast.acting(cast.DIRECTOR) as by, pytest.raises(rules.NobodySupervises):
        bring(by=by, brought=uuid.uuid4(), worker=by.id, words="x")
    assert cast.signed_in(cast.CM1).post("/supervision/bring/", {"words": " "}).status_code == 422


def test_talked_about_goes_aside_and_comes_back_and_is_taken_back_for_good() -> None:
    row = make.brought(WORDS)
    lead = cast.signed_in(cast.SUPERVISOR)
    for waiting in (False, True):
        lead.post(f"/supervision/brought/{row}/talked/")
        with cast.acting(cast.CM1):
            assert (SupervisionItem.objects.get().talked_at is None) == waiting
    client = cast.signed_in(cast.CM1)
    assert "cannot come back" in client.get(f"/supervision/brought/{row}/take-back/").content.decode()
    assert client.post(f"/supervision/brought/{row}/take-back/").status_code == 302
    with cast.acting(cast.SUPERVISOR):
        assert not SupervisionItem.objects.exists()


def test_that_they_met_is_kept_and_both_see_since_when() -> None:
    lead = cast.signed_in(cast.SUPERVISOR)
    assert "no time is written down yet" in lead.get("/supervision/").content.decode()
    with cast.acting(cast.SUPERVISOR) as by:
        plan_supervision(
            by=by, supervision=uuid.uuid4(), worker=cast.CM1.id, at=clock.now() - timedelta(weeks=5),
            minutes=50, held=True,
        )  # fmt: skip
    assert "5 weeks ago" in lead.get("/supervision/").content.decode()
    page = cast.signed_in(cast.CM1).get("/supervision/").content.decode()
    assert "5 weeks ago" in page
    assert "50 minutes" in page
    fields = {field.name for field in Supervision._meta.fields}
    assert fields == {
        "id", "pair", "at", "minutes", "held", "by", "version", "changed_at", "removed_at",
    }  # fmt: skip


def test_a_time_is_planned_put_right_and_taken_off_with_a_way_back() -> None:
    client = cast.signed_in(cast.CM1)
    told = {"at": "2027-01-08T10:00", "minutes": "60"}
    assert client.post(f"/supervision/of/{cast.CM1.id}/time/", told).status_code == 302
    with cast.acting(cast.SUPERVISOR):
        row = Supervision.objects.get()
    assert "supervision with" in client.get("/").content.decode()
    assert "supervision with" in cast.signed_in(cast.SUPERVISOR).get("/").content.decode()
    lead = cast.signed_in(cast.SUPERVISOR)
    assert (
        lead.post(f"/supervision/times/{row.pk}/", {**told, "held": "on", "version": "1"}).status_code == 302
    )
    assert client.post(f"/supervision/times/{row.pk}/", {**told, "version": "1"}).status_code == 409
    for away in (True, False):
        assert client.post(f"/supervision/times/{row.pk}/away/").status_code == 302
        with cast.acting(cast.CM1):
            assert (Supervision.objects.get().removed_at is not None) == away
    for member in (cast.CM2, cast.DIRECTOR, cast.ADMIN):
        assert cast.signed_in(member).get(f"/supervision/times/{row.pk}/").status_code == 404
        assert "supervision with" not in cast.signed_in(member).get("/").content.decode()


def _told(person: uuid.UUID) -> None:
    with cast.acting(cast.CM1) as by:
        set_season(by=by, participant=person, change=uuid.uuid4(), season=Season.QUIET, words="")
        add_engagement_shift(by=by, participant=person, shift=uuid.uuid4(), kind=ShiftKind.DID_NOT_MEET)
        sheet = WrittenSheet(goals=(WrittenGoal(uuid.uuid4(), words="my own door", barriers="papers"),))
        save_goal_sheet(by=by, participant=person, written=sheet)


def test_the_sheet_carries_connection_and_plan_of_each_person_and_no_statistics() -> None:
    _told(lantern())
    for member in (cast.CM1, cast.SUPERVISOR):
        for end in ("", "print/"):
            page = cast.signed_in(member).get(f"/supervision/of/{cast.CM1.id}/sheet/{end}").content.decode()
            body = page.split("<main")[1].split("</main>")[0]
            for words in ON_THE_SHEET:
                assert words in body, words
            assert body.count("<h4>Connection</h4>") == body.count("<h4>Plan</h4>") == 1
            assert "%" not in body
            assert "notes" not in body.lower()
    with cast.acting(cast.CM1):
        printed = TrailEntry.objects.filter(act="print_supervision_sheet")
        assert printed.exclude(chain__in=[cast.CM1.id, cast.SUPERVISOR.id]).count() == 2


def test_the_sheet_says_of_their_own_notes_kind_and_day_and_no_word() -> None:
    person = lantern()
    mine = zip(("met", "call", "message", "without"), (cast.CM1,) * 4, (1, 2, 3, 4), strict=True)
    for kind, member, ago in (*mine, ("call_for", cast.CM2, 0)):
        with cast.acting(member) as by:
            at = clock.now() - timedelta(days=ago)
            log_contact(
                by=by, participant=person, note=uuid.uuid4(), kind=kind, happened="at the river", at=at
            )
    client = cast.signed_in(cast.SUPERVISOR)
    for end in ("", "print/"):
        page = client.get(f"/supervision/of/{cast.CM1.id}/sheet/{end}").content.decode()
        lately = re.sub(r"<[^>]*>", "", page.split("Lately:")[1].split("</p>")[0])
        assert (
            " ".join(lately.split()) == "We met, Yesterday · Call with them, Jan 4 · Text or message, Jan 3"
        )
        assert "at the river" not in page


def test_a_stranger_opens_no_sheet_even_of_people_they_back_up() -> None:
    lantern()
    for member in (cast.CM2, cast.CM3, cast.DIRECTOR, cast.ADMIN, cast.ON_CALL):
        client = cast.signed_in(member)
        for end in ("", "print/"):
            answer = client.get(f"/supervision/of/{cast.CM1.id}/sheet/{end}")
            assert answer.status_code == 404
            assert "Lantérn" not in answer.content.decode()


@pytest.mark.parametrize("people", [1, 12])
def test_the_sheet_asks_as_often_for_many_as_for_one(people: int) -> None:
    for number in range(people):
        _told(lantern(f"Person {number}"))
    client = cast.signed_in(cast.SUPERVISOR)
    client.get("/supervision/")
    with counted() as found:
        assert client.get(f"/supervision/of/{cast.CM1.id}/sheet/").status_code == 200
    assert len(found) <= 16, "\n\n".join(found)


def test_acts_of_the_other_one_find_only_their_own_pair() -> None:
    row = make.brought(WORDS)
    with cast.acting(cast.CM2) as by:
        talk_over(by=by, brought=row, talked=True)
        trail.flush()
        assert queries.brought_named(row) is None
    with cast.acting(cast.CM1):
        assert SupervisionItem.objects.get().talked_at is None


def test_a_time_the_other_one_keeps_free_is_asked_for_before_it_is_booked() -> None:
    begins = cast.BEGINS.replace(day=8, hour=15)
    with cast.acting(cast.CM1) as by:
        reserve_time(by=by, kept=uuid.uuid4(), begins=begins, minutes=30)
    supervisor = cast.signed_in(cast.SUPERVISOR)
    address = f"/supervision/of/{cast.CM1.id}/time/"
    assert "I have asked" not in supervisor.get(address).content.decode()
    told = {"at": "2027-01-08T15:05", "minutes": "40"}
    answer = supervisor.post(address, told)
    assert answer.status_code == 422
    for words in ("Please ask them first", "I have asked", "2027-01-08T15:05", 'value="40"'):
        assert words in answer.content.decode(), words
    with cast.acting(cast.CM1):
        assert not Supervision.objects.exists()
    assert supervisor.post(address, told | {"held": "on"}).status_code == 302  # what has been asks nobody
    assert supervisor.post(address, told | {"asked": "on"}).status_code == 302
    # One's own time is one's own to use; and what is planned is not moved onto theirs unasked.
    worker = cast.signed_in(cast.CM1)
    assert worker.post(address, told).status_code == 302
    assert supervisor.post(address, {"at": "2027-01-08T09:00"}).status_code == 302
    with cast.acting(cast.SUPERVISOR):
        planned = Supervision.objects.get(at=begins.replace(hour=9))
    moved = supervisor.post(f"/supervision/times/{planned.pk}/", told | {"version": "1"})
    assert moved.status_code == 422 and "Please ask them first" in moved.content.decode()
    asked = told | {"version": "1", "asked": "on"}
    assert supervisor.post(f"/supervision/times/{planned.pk}/", asked).status_code == 302
