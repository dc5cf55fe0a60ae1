"""The trail: who looked and who did what, append-only, chained, without a word."""

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from alongside import trail
from alongside.access.acts import NotAllowed
from alongside.participants.actions import change_state, rename
from alongside.participants.choices import State
from alongside.trail.models import TrailEntry
from tests import cast
from tests.people import lantern


def test_an_act_leaves_who_what_and_when() -> None:
    person = lantern()
    with cast.acting(cast.CM1) as by:
        trail.flush()
        change_state(by=by, participant=person, state=State.PAUSED, words="she wants to rest")
        trail.flush()
        row = TrailEntry.objects.filter(chain=person).order_by("-place")[0]
        assert (row.actor, row.act, row.outcome, row.door) == (cast.CM1.id, "change_state", "done", "desk")
        assert row.worked_at == cast.BEGINS
        assert row.at.year < 2100 and row.at != row.worked_at


def test_a_refused_act_is_kept_and_changes_nothing() -> None:
    person = lantern()
    with cast.acting(cast.CM1):
        trail.flush()
    with cast.acting(cast.DIRECTOR) as by:
        with pytest.raises(NotAllowed):
            rename(by=by, participant=person, alias="x")
        assert [(each.act, each.outcome) for each in trail.gathered()] == [("rename", "turned_away")]
        trail.flush()
    with cast.acting(cast.CM1):
        assert TrailEntry.objects.filter(chain=person, outcome="turned_away").count() == 1


def test_a_failed_act_undoes_its_writes_and_keeps_the_attempt() -> None:
    person = lantern()
    with cast.acting(cast.CM1) as by:
        trail.flush()
        with pytest.raises(DatabaseError):
            change_state(by=by, participant=person, state="elsewhere", words="x")  # type: ignore[arg-type]
        assert [(each.act, each.outcome) for each in trail.gathered()] == [("change_state", "failed")]


@pytest.mark.parametrize(
    "statement", ["update trail.trail_trailentry set actor = null", "delete from trail.trail_trailentry"]
)
@pytest.mark.parametrize("role", ["desk", "worker", "owner"])
def test_nobody_rewrites_the_trail(statement: str, role: str) -> None:
    lantern()
    with cast.acting(cast.CM1):
        trail.flush()
    with connection.cursor() as cursor:
        cursor.execute(f"set local role alongside_{role}")
        if role == "owner":  # the owner may open the wall, and still meets the trigger
            cursor.execute("alter table trail.trail_trailentry no force row level security")
        with pytest.raises(DatabaseError), transaction.atomic():
            cursor.execute(statement)


def test_a_changed_entry_is_found() -> None:
    lantern()
    with cast.acting(cast.CM1):
        trail.flush()
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_worker")
        cursor.execute("select count(*) from trail.broken_chains()")
        assert cursor.fetchone() == (0,)
        cursor.execute("set local role alongside_owner")
        cursor.execute("alter table trail.trail_trailentry disable trigger user")
        cursor.execute("alter table trail.trail_trailentry no force row level security")
        cursor.execute("update trail.trail_trailentry set act = 'open_record' where place = 1")
        cursor.execute("set local role alongside_worker")
        cursor.execute("select count(*) from trail.broken_chains()")
        assert cursor.fetchone()[0] > 0


def test_a_sentence_does_not_fit_into_the_trail() -> None:
    with cast.acting(cast.CM1) as by:
        trail.note(trail.Entry("she said her name is Sara", by.id))
        with pytest.raises(DatabaseError), transaction.atomic():
            trail.flush()


def test_a_page_that_cannot_be_logged_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    client = cast.signed_in(cast.CM1)
    client.raise_request_exception = False
    assert client.get("/me/sessions/").status_code == 200

    def cannot() -> None:
        raise DatabaseError

    monkeypatch.setattr(trail, "flush", cannot)
    assert client.get("/me/sessions/").status_code == 500
