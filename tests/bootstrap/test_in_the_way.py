"""What stands in the way of starting is said in one line, before anything is changed."""

import contextlib
import fcntl
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import pytest_socket

from bootstrap import environment, keys, places, room, serve
from bootstrap.database import RealServer
from bootstrap.postgres import Cluster
from bootstrap.trouble import Trouble, stop_with

pytestmark = pytest.mark.no_database
ROOT = Path(__file__).parents[2]


@pytest.fixture
def data() -> Iterator[Path]:
    """A data folder with a short path that the database server's user can reach."""
    folder = Path(tempfile.mkdtemp(prefix="alongside-", dir="/tmp"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def test_trouble_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert stop_with(Trouble("a disk\nis\n  full")) == 1
    said = capsys.readouterr().err
    assert said == "Alongside: a disk is full\n"


@pytest.mark.parametrize("program", ["run", "test"])
def test_an_old_python_is_told_so(program: str) -> None:
    pretend = (
        "import sys, runpy; sys.version_info = (3, 10, 2); sys.version = '3.10.2 (old)'; "
        f"runpy.run_path({str(ROOT / program)!r}, run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", pretend], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "Alongside: Python 3.11 or newer is needed; this is 3.10.2.\n"


@pytest.mark.parametrize("program", ["run", "test"])
def test_help_is_there_without_any_set_up(program: str) -> None:
    done = subprocess.run([str(ROOT / program), "--help"], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stdout.startswith(f"usage: ./{program}")


def test_a_taken_port(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest_socket.enable_socket()
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        monkeypatch.setenv("PORT", str(port))
        with pytest.raises(Trouble, match=f"Port {port} is taken"):
            serve.wanted_port()


@pytest.mark.parametrize("nonsense", ["eighty", "0", "70000", "-1", "80 80"])
def test_a_port_that_is_none(nonsense: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", nonsense)
    with pytest.raises(Trouble, match="must be a number"):
        serve.wanted_port()


def test_a_full_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=20 * 2**20)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(Trouble, match="nearly full: 20 MB are free, 500 MB are needed"):
        room.check(tmp_path / "not" / "there")


def test_a_socket_path_that_is_too_long() -> None:
    with pytest.raises(Trouble, match="too long for a socket"):
        Cluster(Path("/tmp") / ("x" * 90))


def test_data_of_another_version(data: Path) -> None:
    places.make_data_folder(data)
    keys.make_keys(data)
    cluster = Cluster(data)
    cluster.store.mkdir()
    (cluster.store / "PG_VERSION").write_text("9\n")
    with pytest.raises(Trouble, match="was written by PostgreSQL 9 and this is PostgreSQL"):
        cluster.start()
    assert [file.name for file in cluster.store.iterdir()] == ["PG_VERSION"]


def test_a_data_folder_in_use(data: Path) -> None:
    with serve.hold_folder(data), pytest.raises(Trouble, match="already runs"):
        serve.hold_folder(data)
    with contextlib.closing(serve.hold_folder(data)) as lock:
        fcntl.flock(lock, fcntl.LOCK_UN)


def test_a_database_url_of_another_kind(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="must begin with postgresql://"):
        RealServer("mysql://somebody@somewhere/house", tmp_path)


def test_the_address_of_a_real_server_names_no_role(tmp_path: Path) -> None:
    server = RealServer("postgres://who:secret%20word@db.example:5433/house?sslmode=require", tmp_path)
    assert server.address == "postgresql://db.example:5433/house?sslmode=require"
    assert server.name == "house"


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("error: failed to fetch\n Caused by: dns error\n", "no network"),
        ("npm error code EAI_AGAIN\nnpm error errno", "no network"),
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        ("first\nsecond\n  hash does not match\n", "uv said: first | second | hash does not match"),
    ],
)
def test_why_packages_did_not_come(said: str, line: str) -> None:
    assert line in environment.why_not_fetched("uv", said)
    assert "\n" not in environment.why_not_fetched("uv", said)


def test_a_folder_that_holds_other_things_is_left_alone(data: Path) -> None:
    data.chmod(0o755)
    (data / "letters.txt").write_text("mine")
    with pytest.raises(Trouble, match="holds other things"):
        places.make_data_folder(data)
    assert data.stat().st_mode & 0o777 == 0o755


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a folder away")
def test_a_folder_the_server_cannot_reach(data: Path) -> None:
    with pytest.raises(Trouble, match="cannot reach"):
        places.make_data_folder(data / "inside")


def free(monkeypatch: pytest.MonkeyPatch, folder: Path, amount: int) -> None:
    """Say how many bytes are free."""
    usage = shutil.disk_usage(folder)._replace(free=amount)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)


def test_what_is_there_starts_for_reading_on_a_nearly_full_disk(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    free(monkeypatch, data, 20 * 2**20)
    with pytest.raises(Trouble, match="500 MB are needed"):
        serve.look_at_room(data)
    (data / "prepared").write_text("once")
    serve.look_at_room(data)
    said = capsys.readouterr().out
    assert "nearly full: 20 MB are free. Pages can be read; nothing new is kept until 200 MB" in said


def test_a_new_version_is_not_begun_on_a_nearly_full_disk(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (data / "prepared").write_text("another version")
    free(monkeypatch, data, 20 * 2**20)
    with pytest.raises(Trouble, match="too full to bring the database to this version"):
        serve.House(1, "demo", data).prepare()


def test_a_part_of_the_disk_is_kept_back_and_given_up_when_it_is_needed(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reserve = data / "kept-free"
    free(monkeypatch, data, room.NEEDED)
    room.keep_back(data)
    assert reserve.stat().st_blocks * 512 >= room.KEPT_BACK, "not a file with holes"
    free(monkeypatch, data, room.FOR_KEEPING - 1)
    room.look(data)
    assert reserve.exists(), "there is room enough to start"
    free(monkeypatch, data, 0)
    room.look(data)
    assert not reserve.exists()


def test_the_program_and_its_starter_agree_on_what_is_nearly_full() -> None:
    from alongside.project import limits

    assert limits.ROOM == room.FOR_KEEPING
