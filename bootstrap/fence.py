"""A fence around a process that serves: the kernel shows it the folders it needs and no other (Landlock, ADR 0031).

It holds for whatever the process starts, cannot be taken off, and needs no root. What is inside can neither look
into nor send signals to what is outside. Where a kernel knows no Landlock there is no fence, and `./run` says so.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bootstrap.places import BUILD, PYTHON, ROOT, VENV

_CREATE, _ADD, _RESTRICT = 444, 445, 446  # the same numbers on every machine that Linux runs on
_VERSION, _BENEATH = 1, 1
_KEEP_NO_NEW_RIGHTS, _DROP_FROM_BOUNDS, _STEP_OVER_MODES = 38, 24, 1

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_FOLDER = 1, 2, 4, 8
_FIRST = (1 << 13) - 1  # every right over files that the first version knows
_MOVE, _CUT, _CONTROL = 1 << 13, 1 << 14, 1 << 15
_OF_A_FILE = _EXECUTE | _WRITE_FILE | _READ_FILE | _CUT | _CONTROL
_READING = _EXECUTE | _READ_FILE | _READ_FOLDER
_OUTSIDE = 1 | 2  # abstract sockets and signals

# What a Python program reads of the machine: its libraries, names of hosts, certificates, fonts, time zones.
SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/nix/store", "/run/systemd/resolve")
OF_ETC = (
    *("ca-certificates", "ca-certificates.conf", "fonts", "gai.conf", "group", "host.conf", "hosts"),
    *("ld.so.cache", "ld.so.conf", "ld.so.conf.d", "localtime", "mime.types", "nsswitch.conf", "passwd"),
    *("pki", "protocols", "resolv.conf", "services", "ssl"),
)
DEVICES = ("null", "zero", "full", "random", "urandom")
PROGRAM = (ROOT / "alongside", ROOT / "manage.py", ROOT / "pyproject.toml", ROOT / "locale", BUILD, VENV)


class _Ruleset(ctypes.Structure):
    _fields_ = [("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scoped", ctypes.c_uint64)]


class _Rule(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32)]


@dataclass(frozen=True)
class Fence:
    """What a process may read besides the machine and the program, and what it may write."""

    reads: tuple[Path, ...] = ()
    writes: tuple[Path, ...] = ()
    closed: tuple[Path, ...] = field(default=())  # never, though a folder above it is open

    def enter(self) -> None:
        """Close the fence around this process and all it will start. Called between fork and exec."""
        _give_up_roots_rights()
        version = known()
        if not version:
            return
        handled = _FIRST | (_MOVE if version >= 2 else 0) | (_CUT if version >= 3 else 0)
        handled |= _CONTROL if version >= 5 else 0
        ruleset = _Ruleset(handled, 0, _OUTSIDE if version >= 6 else 0)
        size = 24 if version >= 6 else 16 if version >= 4 else 8
        libc = ctypes.CDLL(None, use_errno=True)
        made = libc.syscall(_CREATE, ctypes.byref(ruleset), ctypes.c_size_t(size), 0)
        if made < 0:
            raise OSError(ctypes.get_errno(), "the fence could not be made")
        for path in self.readable():
            _open(libc, made, path, handled & _READING)
        _open(libc, made, ROOT, handled & _READ_FOLDER)  # Python looks for the program's name among its names
        for path in self.writes:
            _open(libc, made, path, handled & ~_EXECUTE)
        for name in DEVICES:
            _open(libc, made, Path("/dev") / name, handled & (_READ_FILE | _WRITE_FILE))
        libc.prctl(_KEEP_NO_NEW_RIGHTS, 1, 0, 0, 0)
        if libc.syscall(_RESTRICT, made, 0):
            raise OSError(ctypes.get_errno(), "the fence could not be closed")
        os.close(made)

    def readable(self) -> Iterator[Path]:
        """Every file and folder that may be read."""
        python = PYTHON.resolve().parent.parent
        machine = [*map(Path, SYSTEM), *(Path("/etc") / name for name in OF_ETC), python]
        for path in (*machine, *PROGRAM, *self.reads):
            yield from _around(path.resolve(), [each.resolve() for each in self.closed])


def _around(path: Path, closed: Iterable[Path]) -> Iterator[Path]:
    """The path, or where something closed lies in it, whatever lies beside that."""
    inside = [each for each in closed if each == path or path in each.parents]
    if not inside:
        yield path
    elif path not in inside:
        with contextlib.suppress(OSError):
            for step in path.iterdir():
                yield from _around(step, inside)


def _open(libc: ctypes.CDLL, ruleset: int, path: Path, rights: int) -> None:
    try:
        there = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return  # what is not there need not be opened
    try:
        rule = _Rule(rights if path.is_dir() else rights & _OF_A_FILE, there)
        if libc.syscall(_ADD, ruleset, _BENEATH, ctypes.byref(rule), 0):
            raise OSError(ctypes.get_errno(), f"{path} could not be opened in the fence")
    finally:
        os.close(there)


def _give_up_roots_rights() -> None:
    """Root keeps one of its rights in here: to pass by the modes of files, to the database's socket."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None)
        for right in range(64):
            if right != _STEP_OVER_MODES:
                libc.prctl(_DROP_FROM_BOUNDS, right, 0, 0, 0)


def known() -> int:
    """The version of Landlock that this kernel knows; 0 where it knows none or keeps it off."""
    if sys.platform != "linux":
        return 0
    found: int = ctypes.CDLL(None).syscall(_CREATE, None, ctypes.c_size_t(0), _VERSION)
    return max(found, 0)
