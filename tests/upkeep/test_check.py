"""What is wrong with an installation is said, each thing by itself, and ends in an exit code."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings

from alongside import clock
from alongside.project.upkeep import backup, check, key_folder
from alongside.project.upkeep.places import folders
from tests.upkeep.conftest import Installation


def said(weight: str = "wrong") -> str:
    """Everything of one weight."""
    return "\n".join(each.says for each in check.look_over() if each.weight == weight)


@pytest.fixture
def kept(in_place: Installation, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Installation:
    """An installation with copies of its data and keys."""
    monkeypatch.setattr(settings, "BACKUPS", in_place.copies)
    monkeypatch.setattr(settings, "KEY_BACKUPS", in_place.key_copies)
    backup.make_backup(folders())
    key_folder.copy_keys_to(tmp_path / "safe")
    return in_place


def test_one_that_is_looked_after(kept: Installation) -> None:
    assert said() == "No worker runs: nothing is done at night, and nothing that was asked for."
    fine = said("right")
    for sentence in (
        "Every key is there",
        "The newest copy of the data was made 0 hours ago",
        "No role of the database stands above the walls",
        "PostgreSQL quotes nobody",
        "The clock agrees",
        "Every wall stands as it is declared",
        "The trail is whole",
        "The tables are those of this version",
    ):
        assert sentence in fine
    assert "Keep no real people in it" in said("mind")


def sql(statement: str) -> Callable[[Installation], None]:
    """Something done to the database by its owner."""

    def do(installation: Installation) -> None:
        with installation.as_owner() as owner:
            owner.execute(statement)

    return do


@pytest.mark.parametrize(
    ("do", "sentence"),
    [
        (sql("drop policy \"people within reach\" on core.connection_note"), "somebody changed them"),
        (sql("grant update on core.connection_note to alongside_desk"), "somebody changed them"),
        (sql("alter table core.connection_note no force row level security"), "somebody changed them"),
        (sql("alter table trail.trail_trailentry disable trigger append_only"), "somebody changed them"),
        (sql("comment on schema trail is 'older'"), "another version raised them"),
        (sql("alter policy backup on core.goals_goal using (false)"), "A copy would miss rows of core.goals_goal"),
        (
            sql(
                "alter table trail.trail_trailentry no force row level security;"
                "alter table trail.trail_trailentry disable trigger append_only;"
                "delete from trail.trail_trailentry where place = 2"
            ),
            "The trail is not whole",
        ),
        (sql("delete from core.django_migrations where app = 'goals'"), "steps of this version are not made yet"),
        (lambda house: (house.keys / "search.key").chmod(0o640), "chmod 600"),
        (lambda house: house.keys.chmod(0o755), "chmod 700"),
        (lambda house: (house.keys / "jobs.key").write_text("short"), "not 32 bytes"),
        (lambda house: (house.keys / "backup.key").unlink(), "The key backup.key cannot be read"),
        (lambda house: (house.key_copies / "keys.sealed").unlink(), "no copy of the wrapped keys"),
        (lambda house: [file.unlink() for file in house.copies.iterdir()], "There is no copy of the data"),
    ],
)  # fmt: skip
def test_each_fault_is_named(kept: Installation, do: Callable[[Installation], None], sentence: str) -> None:
    assert sentence not in said()
    do(kept)
    assert sentence in said()


def test_an_old_copy_a_full_disk_a_wrong_clock(kept: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "ROOM", 1 << 60)
    assert "Only" in said()
    now = clock.wall()
    monkeypatch.setattr(clock, "wall", lambda: now + timedelta(days=3))
    assert "made 72 hours ago" in said()
    assert "seconds apart" in said()


def test_keys_that_were_never_copied(in_place: Installation) -> None:
    (Path(settings.DATA) / key_folder.NOTE).unlink(missing_ok=True)
    assert "nobody can ever read a word again" in said()


def test_without_encryption_on_the_way(in_place: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "MODE", "production")
    assert "travels in clear" in said()
    assert "walls are not what this version declares" in said(), "walls of a test clock are not production's"


def test_a_database_that_does_not_answer(in_place: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db import connections

    monkeypatch.setitem(connections["default"].settings_dict, "NAME", "alongside_nowhere")
    assert "The database does not answer" in said()


def test_the_command_ends_with_one(installation: Installation) -> None:
    done = installation.run("manage.py", "check_installation", "--quiet", role="worker")
    assert done.returncode == 1
    assert "WRONG There is no copy of the data" in done.stdout
    assert "ok " not in done.stdout and "Traceback" not in done.stderr
