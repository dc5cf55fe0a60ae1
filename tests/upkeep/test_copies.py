"""A copy comes back whole, or it is found that it does not; keys and data lie apart."""

import gzip
import io
import json
import secrets
import stat
import tarfile
from pathlib import Path

import pytest

from alongside.project.upkeep import archive, backup
from alongside.project.upkeep.database import KEY_TABLE
from alongside.project.upkeep.drill import words_open
from alongside.project.upkeep.places import Folders, Trouble
from alongside.vault.stream import OpeningReader
from tests.upkeep.conftest import Installation

PEOPLE = "core.participants_participant"
TOKENS = "core.participants_aliastoken"


def copies(installation: Installation) -> Folders:
    return Folders(installation.copies, installation.key_copies)


def plain(file: Path, purpose: archive.Purpose) -> bytes:
    """What is under the seal."""
    with file.open("rb") as sealed:
        reader = io.BufferedReader(OpeningReader(sealed, backup.backup_key(), purpose))
        return gzip.decompress(reader.read())


def test_there_and_back(installation: Installation, empty: Installation) -> None:
    said = installation.manage("backup", role="backup")
    assert "read back and counted" in said
    said = empty.manage("restore")
    assert "rows are back" in said and "the trail is whole" in said
    for table in (PEOPLE, "core.connection_note", "trail.trail_trailentry", "access.access_account"):
        assert empty.count(table) == installation.count(table) > 0
    # The house opens: the desk finds an alias by its tokens, which no copy held, and reads the words.
    with empty.as_owner() as owner:
        owner.execute("set role alongside_keeper")
        found = owner.execute(f"select count(*) from {TOKENS}").fetchone()
    assert found and found[0] >= 4  # the whole name, and its beginnings from four letters on
    done = empty.run("-m", "tests.upkeep.find", role="desk")
    assert done.stdout.split() == ["Lantérn"], done.stderr
    assert "There are people in this database" in empty.refused("restore")
    # And goes on: new rows are numbered after those that came back.
    empty.manage("verify_trail", role="worker")


def test_no_key_and_no_word_is_in_the_copy_of_the_data(in_place: Installation) -> None:
    kept = backup.make_backup(copies(in_place))
    assert kept.file is not None
    data, keys = plain(kept.file, "data"), plain(copies(in_place).keys_file, "keys")
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        tables = {member.name.split("/")[1] for member in tar.getmembers() if "/" in member.name}
    assert PEOPLE in tables
    for left_out in (KEY_TABLE, TOKENS, "access.access_signingkey", "access.access_session"):
        assert left_out not in tables
    for word in ("Lantérn", "Heron", "\nwindow", "nwindow", "tooth"):
        for told in (data, keys):
            assert word.encode() not in told and word.encode().hex().encode() not in told
    with in_place.as_owner() as owner:
        owner.execute("set role alongside_keeper")
        for (wrapped,) in owner.execute("select wrapped from vault.vault_key").fetchall():
            assert bytes(wrapped).hex().encode() not in data
            assert bytes(wrapped).hex().encode() in keys
    for file in (kept.file, copies(in_place).keys_file):
        assert b"Lant" not in file.read_bytes() and b"manifest" not in file.read_bytes()
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_data_and_keys_never_lie_in_one_folder(in_place: Installation) -> None:
    with pytest.raises(Trouble, match="must not lie in one folder"):
        backup.make_backup(Folders(in_place.copies, in_place.copies))


def test_only_the_newest_keys_and_so_many_copies_are_kept(
    in_place: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = copies(in_place)
    for number in range(4):
        name = f"data-2027010{number + 1}T030000Z.sealed"
        monkeypatch.setattr(Folders, "new_file", lambda self, name=name: self.data / name)
        backup.make_backup(where, keep=2)
    assert [file.name for file in where.copies()] == [
        "data-20270104T030000Z.sealed",
        "data-20270103T030000Z.sealed",
    ]
    assert [file.name for file in where.keys.iterdir()] == ["keys.sealed"]


def test_an_erased_person_is_erased_in_every_copy(installation: Installation, empty: Installation) -> None:
    installation.manage("backup", role="backup")
    before = words_of(installation)
    with installation.as_owner() as owner:
        owner.execute("set role alongside_keeper")
        owner.execute("reset role")
        owner.execute("grant delete on vault.vault_key to alongside_keeper")
        owner.execute("set role alongside_keeper")
        gone = owner.execute(
            "delete from vault.vault_key where participant_id = (select id from core.participants_participant"
            " order by id limit 1)"
        )
        assert gone.rowcount == 1
    said = installation.manage("after_erasure")
    assert "written over" in said
    said = empty.manage("restore")  # the copy of the data is the one from before
    assert "their keys were destroyed" in said
    assert 0 < words_of(empty) < before


def words_of(installation: Installation) -> int:
    """How many notes have a key."""
    with installation.seen() as reader:
        row = reader.execute(
            "select count(*) from core.connection_note n join vault.keys_to_keep() k on k.key_id = n.key_id"
        ).fetchone()
    return int(row[0]) if row else 0


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("backup.key", "sealed with another backup key"),
        ("master-desk.key", "nothing was changed"),
    ],
)
def test_with_a_wrong_key_it_says_so_and_changes_nothing(
    installation: Installation, empty: Installation, name: str, sentence: str
) -> None:
    installation.manage("backup", role="backup")
    (empty.keys / name).write_text(secrets.token_hex(32))
    assert sentence in empty.refused("restore")
    with empty.as_owner() as owner:
        row = owner.execute("select count(*) from pg_tables where schemaname = 'core'").fetchone()
    assert row == (0,)


@pytest.mark.parametrize("which", ["data", "keys"])
def test_a_file_cut_short_is_found_before_anything_changes(
    installation: Installation, empty: Installation, which: str
) -> None:
    installation.manage("backup", role="backup")
    where = copies(installation)
    file = where.newest() if which == "data" else where.keys_file
    file.write_bytes(file.read_bytes()[:-20])
    assert "does not open" in empty.refused("restore")


def changed(file: Path, purpose: archive.Purpose, table: str, *, say_so: bool) -> None:
    """The copy without one row of a table; `say_so` changes the number it states as well."""
    with tarfile.open(fileobj=io.BytesIO(plain(file, purpose))) as tar:
        members = [(member.name, tar.extractfile(member).read()) for member in tar.getmembers()]  # type: ignore[union-attr]
    manifest = archive.Manifest(**json.loads(members[0][1]))
    if say_so:
        manifest.rows[table] -= 1
    done = False
    with archive.written(file, backup.backup_key(), purpose, manifest) as writer:
        for name, data in members[1:]:
            if name.startswith(f"rows/{table}/") and not done:
                writer.add(name, data[data.index(b"\n") + 1 :])
                done = True
            else:
                writer.add(name, data)
    assert done


def test_a_row_that_is_missing_is_found(in_place: Installation) -> None:
    kept = backup.make_backup(copies(in_place))
    assert kept.file is not None
    changed(kept.file, "data", "core.connection_note", say_so=False)
    with pytest.raises(Trouble, match="missing rows: it says"):
        archive.verified(kept.file, backup.backup_key(), "data")


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ("trail.trail_trailentry", "The trail is not whole"),
        (PEOPLE, "some point to others that are not in it"),
    ],
)
def test_even_a_copy_that_lies_about_its_rows_is_found(
    in_place: Installation, empty: Installation, table: str, sentence: str
) -> None:
    kept = backup.make_backup(copies(in_place))
    assert kept.file is not None
    changed(kept.file, "data", table, say_so=True)
    assert sentence in empty.refused("restore")


def test_a_wall_that_hides_rows_from_the_copy_is_found(in_place: Installation) -> None:
    with in_place.as_owner() as owner:
        owner.execute('alter policy "backup" on core.connection_note using (false)')
    with pytest.raises(Trouble, match=r"core\.connection_note"):
        backup.make_backup(copies(in_place))
    assert copies(in_place).copies() == []


def test_a_copy_by_a_newer_version_is_refused(in_place: Installation, empty: Installation) -> None:
    with in_place.as_owner() as owner:
        owner.execute(
            "insert into core.django_migrations (app, name, applied) values ('goals', '9999_later', now())"
        )
    backup.make_backup(copies(in_place))
    assert "newer version" in empty.refused("restore")


def test_every_word_opens_and_a_spoiled_one_is_found(in_place: Installation) -> None:
    proof = words_open()
    assert proof.opened > 50 and proof.keyless == 0
    with in_place.as_owner() as owner:
        owner.execute("alter table core.connection_note no force row level security")
        owner.execute(
            "update core.connection_note set happened = set_byte(happened, 20, get_byte(happened, 20) # 1)"
            " where id = (select id from core.connection_note limit 1)"
        )
    with pytest.raises(Trouble, match="connection_note does not open"):
        words_open()


def test_a_copy_of_the_keys_is_no_copy_of_the_data(in_place: Installation) -> None:
    backup.make_backup(copies(in_place))
    with pytest.raises(Trouble, match="does not open"):
        archive.verified(copies(in_place).keys_file, backup.backup_key(), "data")


def test_what_is_no_copy_at_all_is_said_to_be_none(in_place: Installation, tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("Dear all, " * 100)
    with pytest.raises(Trouble, match="is not a copy made here"):
        archive.verified(tmp_path / "letter", backup.backup_key(), "data")
