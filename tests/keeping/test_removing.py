"""Taking away and bringing back, once for every table: for 30 days, within reach, and twice is as once."""

import uuid
from datetime import timedelta

import pytest

from alongside import clock
from alongside.access.acts import REGISTRY
from alongside.access.roles import Can
from alongside.keeping.columns import Removable
from alongside.keeping.removing import removable
from alongside.keeping.rules import NotHere, is_stale, may_come_back, reference
from alongside.practice.models import Supervision
from alongside.referrals.models import SystemBarrier


def test_it_comes_back_for_thirty_days_to_the_minute() -> None:
    now = clock.now()
    assert may_come_back(now - timedelta(days=30), now)
    assert not may_come_back(now - timedelta(days=30, minutes=1), now)


def test_what_was_never_read_is_not_stale_and_what_was_read_is_compared() -> None:
    assert not is_stale(None, 3)
    assert not is_stale(3, 3)
    assert is_stale(2, 3)


@pytest.mark.parametrize("text", [None, "", "x", "'; drop table", "1234", "\x00"])
def test_what_is_no_reference_is_none(text: str | None) -> None:
    assert reference(text) is None


def test_a_reference_is_read() -> None:
    key = uuid.uuid4()
    assert reference(str(key)) == key


def test_a_row_that_is_away_stays_as_it_is_when_taken_away_again(monkeypatch: pytest.MonkeyPatch) -> None:
    saved: list[list[str]] = []
    monkeypatch.setattr(Supervision, "save", lambda _row, update_fields: saved.append(update_fields))
    row = Supervision()
    assert isinstance(row, Removable) and not row.bring_back()
    row.take_away()
    first = row.removed_at
    row.take_away()
    assert row.removed_at == first and saved == [["removed_at"]]
    assert row.bring_back() and row.removed_at is None
    row.removed_at = clock.now() - timedelta(days=31)
    assert not row.bring_back() and row.removed_at is not None


def test_one_table_has_one_pair_of_acts_by_name() -> None:
    assert {"remove_barrier", "restore_barrier"} <= set(REGISTRY)
    with pytest.raises(TypeError, match="two acts are called remove_barrier"):
        removable(SystemBarrier, Can.REFER, "barrier", said=("took it away", "brought it back"))
    assert issubclass(NotHere, LookupError)
