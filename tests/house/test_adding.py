"""docs/ADDING.md is true: the room of its example, made from its own blocks in a copy of the repository, stands."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import polib
import pytest
from django.db import connections

from tests.conftest import drop, owner_connection, template
from tests.house.checks import ROOT

pytestmark = pytest.mark.no_database
BLOCK = re.compile(r"(?:^`([^`\n]+)`\n\n)?^```(\w+)\n(.*?)^```$", re.M | re.S)
OUTSIDE_AT_MOST = 9
HASH = "import django; django.setup(); from tests import conftest; print(conftest._schema_hash())"


class Block(NamedTuple):
    """A block of the page: which file it is about, in which language, and what it says."""

    file: str
    kind: str
    text: str


def blocks() -> list[Block]:
    """The page's blocks in their order; one that names no file goes on with the file before."""
    found: list[Block] = []
    for file, kind, text in BLOCK.findall((ROOT / "docs" / "ADDING.md").read_text()):
        found.append(Block(file or (found[-1].file if kind != "sh" else ""), kind, text))
    return found


def changed(text: str, diff: str) -> str:
    """A text in which one place is as a diff says; the lines that are there already name the place."""
    lines = diff.splitlines(keepends=True)
    before = "".join(line[1:] for line in lines if line[0] in " -")
    after = "".join(line[1:] for line in lines if line[0] in " +")
    assert text.count(before) == 1, f"this is there {text.count(before)} times:\n{before}"
    return text.replace(before, after)


def copy_of_the_house(place: Path) -> None:
    """What is in the repository, and beside it what was built of it."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in listed.stdout.splitlines():
        if (ROOT / name).is_file():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, place / name)
    shutil.copytree(ROOT / "build", place / "build")
    (place / ".venv").symlink_to(ROOT / ".venv")


def run(place: Path, *words: str, **env: str) -> str:
    """A command in the copy, which has to succeed."""
    done = subprocess.run(
        [sys.executable, *words], cwd=place, env=os.environ | env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-3000:]
    return done.stdout


def written(place: Path) -> None:
    """Everything the page says, done to the copy."""
    for block in blocks():
        file = place / block.file
        if block.kind == "sh":
            for line in block.text.splitlines():
                words = ("-m", *line.split()) if line.startswith("ruff") else line.split()
                run(place, *words, ALONGSIDE_ROLE="owner")
        elif block.kind == "diff":
            file.write_text(changed(file.read_text(), block.text))
        elif block.kind == "po":
            kept = polib.pofile(str(file), wrapwidth=0)
            for each in polib.pofile(block.text):
                entry = kept.find(each.msgid)
                assert entry is not None and not entry.msgstr, f"nobody says {each.msgid}"
                entry.msgstr = each.msgstr
            kept.save()
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.text)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the repository with the room of the page in it, and a database that its tests are cloned from."""
    place = tmp_path_factory.mktemp("house")
    copy_of_the_house(place)
    run(place, "-c", "import subprocess as s; s.run(['git', 'init', '-q']); s.run(['git', 'add', '.'])")
    written(place)
    run(place, "-c", "from bootstrap.messages import compile_messages; compile_messages()")
    name = f"alongside_t_{run(place, '-c', HASH).strip()}"
    described = connections["default"].settings_dict
    ready = template()
    with owner_connection() as owner:
        owner.execute(f"drop database if exists {name} with (force)")
        owner.execute(f"create database {name} template {ready}")
    at = f"postgresql:///{name}?host={described['HOST']}&port={described['PORT'] or 5432}"
    run(place, "manage.py", "prepare", "--quiet", ALONGSIDE_ROLE="owner", ALONGSIDE_DATABASE=at)
    yield place
    drop(name)


def test_the_room_of_the_page_stands_in_every_test_of_the_house(house: Path) -> None:
    said = run(
        house,
        "-m",
        "pytest",
        "-p",
        "no:randomly",
        "-k",
        "not planted",
        "tests/lending",
        "tests/house/test_rooms.py",
        "tests/house/test_house.py",
        "tests/house/test_tables.py",
        "tests/house/test_clear.py",
        "tests/house/test_words.py::test_every_sentence_stands_translated",
        "tests/house/test_roles.py::test_the_role_map_names_every_address_once",
        "tests/desk/test_record.py::test_every_look_and_every_act_about_somebody_has_words_in_both_languages",
        "tests/attacks/test_rows.py::test_those_who_walk_with_her_see_every_table_of_hers",
    )
    assert "passed" in said
    run(house, "-m", "ruff", "check", "alongside/lending", "tests/lending")
    run(house, "-m", "ruff", "format", "--check", "alongside/lending", "tests/lending")


def test_a_room_touches_few_files_outside_itself(house: Path) -> None:
    told = subprocess.run(
        ["git", "status", "--porcelain", "-uall"], cwd=house, capture_output=True, text=True, check=True
    )
    files = {line[3:] for line in told.stdout.splitlines() if not line.startswith("A ")}
    outside = {each for each in files if "lending" not in each and each not in (".venv", "build")}
    assert 1 < len(outside) <= OUTSIDE_AT_MOST, sorted(outside)
    assert "docs/ROLES.md" in outside


def test_a_place_that_is_not_there_is_found() -> None:
    with pytest.raises(AssertionError, match="0 times"):
        changed("one\n", "-two\n+three\n")
    assert changed("one\ntwo\n", "+zero\n one\n") == "zero\none\ntwo\n"
