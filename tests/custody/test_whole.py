"""The whole record: out, into an empty house, and out again; nothing lost on the way, and nothing by half."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connections

from alongside.access.wall import GOES, Wall, declared
from alongside.custody.walls_tables import BROUGHT_TABLES, TAKEN_TABLES
from tests.browser.stage import template
from tests.conftest import ROOT, clone, drop, owner_connection, prepared

pytestmark = pytest.mark.no_database


def manage(database: str, *words: str) -> subprocess.CompletedProcess[str]:
    """A command as the owner, as an operator would; may fail."""
    described = connections["default"].settings_dict
    place = f"postgresql:///{database}?host={described['HOST']}&port={described['PORT'] or 5432}"
    env = os.environ | {"ALONGSIDE_ROLE": "owner", "ALONGSIDE_DATABASE": place}
    return subprocess.run(
        [sys.executable, "manage.py", *words], cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def houses() -> Iterator[tuple[str, str]]:
    """One house with the demo's people in it, and one where nobody is yet."""
    full, fresh = f"alongside_full_{os.getpid()}", f"alongside_fresh_{os.getpid()}"
    clone(full, template(beginning=False))
    clone(fresh, prepared())
    yield full, fresh
    drop(full)
    drop(fresh)


def test_out_in_and_out_again_is_the_same(houses: tuple[str, str], tmp_path: Path) -> None:
    full, fresh = houses
    first, torn, second = (tmp_path / name for name in ("first", "torn", "second"))
    done = manage(full, "take_along", str(first), "--purpose", "Moving house")
    assert done.returncode == 0, done.stderr
    assert first.stat().st_mode & 0o077 == 0
    text = first.read_text()
    assert "Lantern" in text
    assert "reflection" not in text
    assert all(table in text for table in ("circle_matter", "referrals_referral", "consent_disclosure"))
    torn.write_text("".join(line + "\n" for line in text.splitlines()[:-3]))

    refused = manage(fresh, "bring_over", str(torn))
    assert refused.returncode != 0
    assert "Nothing was brought over" in refused.stderr
    with owner_connection(fresh) as owner:  # a torn file leaves the walls as they stood
        row = owner.execute(
            "select relforcerowsecurity from pg_class where relname = 'participants_participant'"
        )
        assert row.fetchone() == (True,)

    # The way goes over the workbook: it holds what the lines hold.
    book = tmp_path / "book.xlsx"
    assert manage(full, "take_along", str(book), "--purpose", "Moving house").returncode == 0
    assert book.stat().st_mode & 0o077 == 0
    cut = tmp_path / "cut.xlsx"
    cut.write_bytes(book.read_bytes()[:-200])
    assert "Nothing was brought over" in manage(fresh, "bring_over", str(cut)).stderr

    done = manage(fresh, "bring_over", str(book))
    assert done.returncode == 0, done.stderr
    assert manage(fresh, "take_along", str(second), "--purpose", "To compare").returncode == 0
    assert sorted(second.read_text().splitlines()) == sorted(text.splitlines())
    twice = manage(fresh, "bring_over", str(first))  # lines are read as well, and refused for another reason
    assert twice.returncode != 0
    assert "Somebody is here already" in twice.stderr
    with owner_connection(fresh) as owner:
        row = owner.execute(
            "select relforcerowsecurity from pg_class where relname = 'participants_participant'"
        )
        assert row.fetchone() == (True,)


def test_a_file_is_never_written_over(houses: tuple[str, str], tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.write_text("mine")
    assert manage(houses[1], "take_along", str(there), "--purpose", "x").returncode != 0
    assert there.read_text() == "mine"


def test_a_row_comes_after_those_it_names() -> None:
    order = list(TAKEN_TABLES)
    models = {model._meta.db_table: model for model in apps.get_models()}
    later = [
        f"{table} before {field.related_model._meta.db_table}"
        for table in order
        for field in models[table]._meta.concrete_fields
        if field.is_relation and field.related_model._meta.db_table in order[order.index(table) + 1 :]
    ]
    assert later == [] and "circle_matter" in order


def test_every_table_that_goes_is_among_those_that_are_taken() -> None:
    """Also one of a room that is above this one."""
    walls, _functions, _joined = declared()
    goes = {wall.table.removeprefix("core.") for wall in walls.values() if wall.leaves == GOES}
    assert goes - set(TAKEN_TABLES) == set()
    assert TAKEN_TABLES["connection_engagementshift"] == ("lens", "wondered")


def test_a_wall_that_does_not_say_whether_its_table_leaves_does_not_stand(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    planted = SimpleNamespace(WALLS=[Wall("core.planted")])
    monkeypatch.setattr("alongside.access.wall.rooms", lambda: [planted])
    with pytest.raises(ValueError, match="its wall says"):
        declared()


def test_reflections_and_drafts_are_in_no_move() -> None:
    for table in (*BROUGHT_TABLES, *TAKEN_TABLES):
        assert not table.startswith(("practice_", "drafts_", "trail_", "custody_"))
    assert settings.DATA
