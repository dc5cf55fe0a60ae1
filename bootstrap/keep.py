"""`./keep`: the commands of whoever keeps an installation, with the right role and the right surroundings each."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from types import FrameType

from bootstrap import environment, fence, places
from bootstrap.database import drop_database, make_database_aside
from bootstrap.places import PYTHON, ROOT
from bootstrap.serve import House, hold_folder
from bootstrap.trouble import Trouble, say, stop_with

# What is said on the command line, the command it stands for, and the database role it asks for.
COMMANDS = {
    "check": ("check_installation", "backup"),
    "backup": ("backup", "backup"),
    "restore": ("restore", "owner"),
    "drill": ("restore", "owner"),
    "keys": ("keys", "owner"),
    "after-erasure": ("after_erasure", "owner"),
    "verify-trail": ("verify_trail", "worker"),
    "prepare": ("prepare", "owner"),
    "first-administrator": ("first_administrator", "desk"),
}
SCRATCH = "alongside_drill"
HELP = """Looks after an installation of Alongside.

  ./keep check                 what is wrong with it, in plain words
  ./keep backup                copies of data and keys, sealed and read back
  ./keep restore [FILE]        bring a copy back into an empty database
  ./keep drill                 prove that the newest copy can be brought back; changes nothing
  ./keep keys check            are all keys there and closed to others? (also: generate, copy FOLDER,
                               compare FOLDER, rotate-master, rotate-search, forget-former)
  ./keep after-erasure         take a destroyed key out of the copies too
  ./keep verify-trail          was anything in the trail changed?
  ./keep prepare               tables and walls of this version
  ./keep first-administrator   the first account: USERNAME NAME

It reads the same settings as ./run: ALONGSIDE_DATA, DATABASE_URL, ALONGSIDE_MODE, ALONGSIDE_BACKUPS,
ALONGSIDE_KEY_BACKUPS, ALONGSIDE_KEYS. `./keep COMMAND --help` says more. docs/OPERATIONS.md tells the rest.
"""


class Stopped(BaseException):
    """Somebody asked us to stop."""


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise Stopped


def main() -> int:
    """What ./keep does."""
    words = sys.argv[1:]
    if not words or words[0] in ("-h", "--help", "help"):
        print(HELP)
        return 0
    if words[0] not in COMMANDS:
        return stop_with(Trouble(f"./keep knows no {words[0]!r}: ./keep --help names what it knows."))
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stop)
    try:
        return run(words[0], words[1:])
    except Trouble as trouble:
        return stop_with(trouble)
    except Stopped:
        print("\n  Stopped.", flush=True)
        return 130


def run(command: str, rest: list[str]) -> int:
    """Run one command, with the database server up for as long as it takes."""
    with environment.one_at_a_time():
        environment.make_environment("run")
    house = House(0, os.environ.get("ALONGSIDE_MODE") or "demo", places.data_folder())
    lock = None
    started = not house.database.runs()
    try:
        if started:
            lock = hold_folder(house.data)
        if started or os.environ.get("DATABASE_URL"):
            house.database.start()  # a server of one's own runs by itself; its keys are made
        if command in ("restore", "prepare"):
            house.database.make_roles()
        if command == "check" and not fence.known():
            say("This system knows no Landlock: every process can read what its user can (docs/THREATS.md).")
        return drill(house, rest) if command == "drill" else manage(house, command, rest)
    finally:
        if started:
            house.database.stop()
        if lock is not None:
            lock.close()


def manage(house: House, command: str, rest: list[str], **told: str) -> int:
    """Run the command that stands behind the word; what it says goes straight to the person."""
    name, role = COMMANDS[command]
    done = subprocess.run(
        [str(PYTHON), "manage.py", name, *rest],
        cwd=ROOT,
        env={**house.surroundings(role), **told},
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return done.returncode


def drill(house: House, rest: list[str]) -> int:
    """Bring the newest copy back into a database made for it, and drop that again."""
    begun = time.monotonic()
    admin, address = house.database.aside(SCRATCH)
    drop_database(admin, SCRATCH)
    make_database_aside(admin, SCRATCH)
    try:
        code = manage(house, "restore", rest, ALONGSIDE_DATABASE=address)
    finally:
        drop_database(admin, SCRATCH)
    if code == 0:
        say(f"The drill went well: the copy can be brought back ({time.monotonic() - begun:.0f} s).")
    else:
        say("The drill did NOT go well: as things stand, this copy cannot be brought back.")
    return code
