"""A disk that is full ends no process, and loses no number that was counted in memory."""

import os
import re
import resource
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from django.conf import settings

from tests.attacks.served import served


@pytest.fixture
def desk(django_db_setup: None, tmp_path: Path) -> Iterator[tuple[int, int, Path]]:
    """The desk over the wire with two processes that write their numbers down."""
    folder = tmp_path / "numbers"
    folder.mkdir()
    told = {"ALONGSIDE_NUMBERS": str(folder), "PROMETHEUS_MULTIPROC_DIR": str(folder)}
    with served(tmp_path, **told) as (port, process):
        yield port, process, folder


def page(port: int) -> int:
    with urlopen(Request(f"http://127.0.0.1:{port}/sign-in/"), timeout=10) as answer:
        return int(answer.status)


def counted(port: int) -> float:
    asked = Request(f"http://127.0.0.1:{port}/metrics")
    asked.add_header("Authorization", f"Bearer {settings.KEYS.read('metrics.key')}")
    with urlopen(asked, timeout=10) as answer:
        text = answer.read().decode()
    found = re.search(
        r'alongside_answers_total\{method="GET",route="account_login",status="200"\} (\d+)', text
    )
    return float(found[1]) if found else 0.0


def processes(master: int) -> list[int]:
    """The web processes under the one that keeps them."""
    children = Path(f"/proc/{master}/task/{master}/children").read_text().split()
    return sorted(map(int, children))


def all_started(master: int) -> list[int]:
    """The web processes, when none is still coming up."""
    found: list[int] = []
    while found != (found := processes(master)) or len(found) < 2:
        time.sleep(0.5)
    return found


def test_numbers_of_all_processes_are_added_up(desk: tuple[int, int, Path]) -> None:
    port, _master, folder = desk
    for _each in range(30):
        assert page(port) == 200
    time.sleep(1.5)
    assert counted(port) == 30
    assert all(path.stat().st_mode & 0o077 in (0, 0o044) for path in folder.iterdir())


def test_no_process_is_ended_when_its_numbers_cannot_be_written(desk: tuple[int, int, Path]) -> None:
    port, master, folder = desk
    for _each in range(10):
        page(port)
    before = processes(master)
    # What a full disk does to a file that is mapped into memory: the next touch of it finds nothing behind it.
    for path in folder.iterdir():
        os.truncate(path, 0)
    folder.chmod(0o500)
    mapped = [
        line
        for process in before
        for line in Path(f"/proc/{process}/maps").read_text().splitlines()
        if str(folder) in line
    ]
    assert not mapped, "a full disk ends a process that writes into a mapped file"
    for _each in range(20):
        assert page(port) == 200
    time.sleep(1.5)
    assert counted(port) > 0
    assert processes(master) == before, "nobody was ended and brought back"


def test_it_serves_though_no_byte_can_be_written(desk: tuple[int, int, Path]) -> None:
    port, master, _folder = desk
    before = all_started(master)
    for process in before:
        resource.prlimit(process, resource.RLIMIT_FSIZE, (0, 0))
    for _each in range(20):
        assert page(port) == 200
    time.sleep(1.5)
    assert counted(port) > 0
    assert processes(master) == before
