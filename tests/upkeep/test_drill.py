"""The drill as it is typed: green where the copy comes back, red in plain words where it does not."""

import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, owner_connection
from tests.upkeep.conftest import Installation


def drill(installation: Installation) -> tuple[int, str]:
    """`./keep drill`: the exit code, and what it said."""
    told = os.environ | {
        "ALONGSIDE_KEYS": str(installation.keys),
        "ALONGSIDE_BACKUPS": str(installation.copies),
        "ALONGSIDE_KEY_BACKUPS": str(installation.key_copies),
        "ALONGSIDE_MODE": "demo",
    }
    words = [sys.executable, str(ROOT / "keep"), "drill"]
    done = subprocess.run(words, env=told, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout + done.stderr


def test_a_drill_goes_well_and_is_found_when_it_does_not(installation: Installation) -> None:
    code, said = drill(installation)
    assert code == 1 and "There is no copy of the data" in said
    installation.manage("backup", role="backup")
    code, said = drill(installation)
    assert code == 0, said
    assert "words open" in said and "The drill went well" in said
    with owner_connection() as owner:
        left = owner.execute("select count(*) from pg_database where datname = 'alongside_drill'").fetchone()
    assert left == (0,), "the database of the drill is gone again"
    (installation.keys / "master-desk.key").write_text(secrets.token_hex(32))
    code, said = drill(installation)
    assert code == 1 and "no word would open" in said and "did NOT go well" in said


@pytest.mark.no_database
def test_keep_knows_its_words(tmp_path: Path) -> None:
    keep = str(ROOT / "keep")
    shown = subprocess.run(
        [sys.executable, keep, "--help"], capture_output=True, text=True, check=True
    ).stdout
    from bootstrap.keep import COMMANDS

    for command in COMMANDS:
        assert f"./keep {command}" in shown
    done = subprocess.run([sys.executable, keep, "destroy"], capture_output=True, text=True, check=False)
    assert done.returncode == 1 and "./keep --help" in done.stderr
