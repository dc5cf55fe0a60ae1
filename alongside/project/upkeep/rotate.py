"""Changing keys: what is under the old one is put under the new one in one transaction, counted on both sides.

The new key stands beside the old one while this lasts, so that web processes read what is under either. Cut off
at any moment, the next run finishes or undoes what was begun.
"""

import base64
import os
import secrets
from binascii import Error as NotBase64
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import QuerySet

from alongside.access import factors
from alongside.consent.models import SharedKey
from alongside.participants.tokens import make_all_anew
from alongside.project.upkeep.key_folder import hand_on
from alongside.project.upkeep.places import Trouble, settle, write_beside
from alongside.vault import ring, sealing
from alongside.vault.models import Key
from alongside.vault.secrets import seal_anew

SEARCH = "search.key"
DESK = "desk"
DOORS = (DESK, "workspace")  # each has a master key of its own


_LOCK = """lock table vault.vault_key, shared.consent_sharedkey, access.mfa_authenticator
    in share row exclusive mode"""


@dataclass(frozen=True)
class Changed:
    """How many data keys and how many second factors are under the new master key."""

    keys: int
    factors: int


def rotate_master_key(door: str = DESK) -> Changed:
    """Make a new master key of a door and wrap every data key of it anew (as the owner); the old one stays beside."""
    name = ring.MASTER.format(door)
    _refuse_from_environment(name)
    finish_interrupted()
    old, new = settings.KEYS.secret(name), secrets.token_bytes(32)
    _write(f"{name}.next", new)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute(_LOCK)
        keys = _wrap_anew(door, old, new)
        factors = _seal_factors_anew(old, new)
        cursor.execute("reset role")
    _take_next(name)
    return Changed(keys, factors)


def rotate_search_key() -> int:
    """Make a new search key and every token anew under it (as the owner); gives the number of tokens."""
    _refuse_from_environment(SEARCH)
    finish_interrupted()
    new = secrets.token_bytes(32)
    _write(f"{SEARCH}.next", new)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute(
            "lock table core.participants_aliastoken, core.participants_likeness in share row exclusive mode"
        )
        made = make_all_anew(new)
        cursor.execute("reset role")
    _take_next(SEARCH)
    # Whoever held the old search key could ask an old copy "was this alias here?", so it is not kept.
    (settings.KEYS.path / f"{SEARCH}.former").unlink()
    hand_on()
    return made


def finish_interrupted() -> None:
    """Finish or undo a change of keys that was cut off: what is in the database says which."""
    for door in DOORS:
        name = ring.MASTER.format(door)
        following = settings.KEYS.path / f"{name}.next"
        if following.exists() and _is_under(door, settings.KEYS.secret(name)):
            following.unlink()
            hand_on()
        elif following.exists():
            _take_next(name)
    if (settings.KEYS.path / f"{SEARCH}.next").exists():
        _take_next(SEARCH)
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("set local role alongside_keeper")
            make_all_anew()
            cursor.execute("reset role")


def forget_former() -> bool:
    """Let go of the former master keys (as the owner), once nothing is under them; says whether there was one."""
    there = [door for door in DOORS if (settings.KEYS.path / f"{ring.MASTER.format(door)}.former").exists()]
    if there:
        finish_interrupted()
    for door in there:
        name = ring.MASTER.format(door)
        former, now = settings.KEYS.secret(f"{name}.former"), settings.KEYS.secret(name)
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("set local role alongside_keeper")
            cursor.execute(_LOCK)
            _bring_latecomers(door, former, now)
            _seal_factors_anew(former, now)
            cursor.execute("reset role")
        (settings.KEYS.path / f"{name}.former").unlink()
    settle(settings.KEYS.path)
    hand_on()
    return bool(there)


def _wrapped(door: str) -> "QuerySet[Any]":
    """The data keys that are wrapped for a door. Those of the partner's door stand apart."""
    return Key.objects.filter(door=DESK) if door == DESK else SharedKey.objects.all()


def _bring_latecomers(door: str, old: bytes, new: bytes) -> None:
    """A page that was under way while the key changed may have wrapped a new data key with the former one."""
    for row in _wrapped(door).iterator(2000):
        with suppress(sealing.DoesNotOpen):
            plain = sealing.unwrap(old, door, row.key_id, bytes(row.wrapped))
            wrapped = sealing.wrap(new, door, row.key_id, plain)
            _wrapped(door).filter(pk=row.pk).update(wrapped=wrapped)


def _wrap_anew(door: str, old: bytes, new: bytes) -> int:
    total, done = _wrapped(door).count(), 0
    for row in _wrapped(door).iterator(2000):
        plain = sealing.unwrap(old, door, row.key_id, bytes(row.wrapped))
        wrapped = sealing.wrap(new, door, row.key_id, plain)
        done += _wrapped(door).filter(pk=row.pk).update(wrapped=wrapped)
    opened = sum(
        sealing.unwrap(new, door, row.key_id, bytes(row.wrapped)) != b""
        for row in _wrapped(door).iterator(2000)
    )
    if not total == done == opened:
        raise Trouble(f"{total} keys were there, {done} were changed, {opened} open: nothing was kept.")
    return done


def _seal_factors_anew(old: bytes, new: bytes) -> int:
    from allauth.mfa.models import Authenticator

    done = 0
    rows = Authenticator.objects.values_list("pk", "user_id", "type", "data")
    for row, account, kind, data in rows:
        anew = _anew(factors.purpose(account, kind, row), data, old, new)
        done += Authenticator.objects.filter(pk=row).update(data=anew)
    if done != len(rows):
        raise Trouble("Not every second factor could be sealed anew: nothing was kept.")
    return done


def _anew(purpose: str, data: dict[str, str], old: bytes, new: bytes) -> dict[str, str]:
    """The same, sealed anew; what is under another master key, as the other door's is, stays."""
    with suppress(NotBase64, ValueError, sealing.DoesNotOpen):
        kept = base64.b64decode(data[factors.SEALED], validate=True)
        return {factors.SEALED: base64.b64encode(seal_anew(purpose, kept, old, new)).decode()}
    return data


def _is_under(door: str, master: bytes) -> bool:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        row = _wrapped(door).first()
        cursor.execute("reset role")
    if row is None:
        return True
    try:
        sealing.unwrap(master, door, row.key_id, bytes(row.wrapped))
    except sealing.DoesNotOpen:
        return False
    return True


def _write(name: str, key: bytes) -> None:
    write_beside(settings.KEYS.path / name, key.hex().encode() + b"\n")
    hand_on()


def _take_next(name: str) -> None:
    folder = settings.KEYS.path
    # A copy first, so that there is a key under the usual name at every moment.
    write_beside(folder / f"{name}.former", (folder / name).read_bytes())
    os.replace(folder / f"{name}.next", folder / name)
    settle(folder)
    hand_on()


def _refuse_from_environment(name: str) -> None:
    if settings.KEYS.is_in_environment(name):
        raise Trouble(f"{name} comes from the environment; only a key in the key folder can be changed here.")
