"""The keys that the one who acts may use just now, unwrapped as they are needed and forgotten with the request.

Which wrapped keys can be read at all is decided by the wall around `vault_key`, not here.
"""

from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.apps import apps
from django.conf import settings

from alongside.vault import sealing

MASTER = "master-{}.key"


class NoKey(LookupError):
    """The key is destroyed, or it is not for the one who asks."""


@dataclass
class _Ring:
    open: dict[UUID, bytes] = field(default_factory=dict)
    wanted: set[UUID] = field(default_factory=set)
    ciphers: dict[bytes, AESGCM] = field(default_factory=dict)


_ring: ContextVar[_Ring | None] = ContextVar("key_ring", default=None)


def _here() -> _Ring:
    ring = _ring.get()
    if ring is None:
        ring = _Ring()
        _ring.set(ring)
    return ring


def forget() -> None:
    """Drop every open key: at the end of a request, and whenever somebody else acts."""
    _ring.set(None)


def want(key_id: UUID) -> None:
    """Say that this key will be needed, so that it comes with the next query for keys."""
    ring = _here()
    if key_id not in ring.open:
        ring.wanted.add(key_id)


def hold(key_id: UUID, wrapped: bytes | None) -> None:
    """Put a wrapped key that came with another query on the ring."""
    if wrapped:
        ring = _here()
        ring.open[key_id] = unwrapped(key_id, bytes(wrapped))
        ring.wanted.discard(key_id)


def key(key_id: UUID) -> bytes:
    """The data key; raises NoKey."""
    ring = _here()
    if key_id not in ring.open:
        ring.wanted.add(key_id)
        _bring(ring)
    try:
        return ring.open[key_id]
    except KeyError:
        raise NoKey(str(key_id)) from None


def cipher(key_id: UUID) -> AESGCM:
    """What opens under the data key, made once and forgotten with it; raises NoKey."""
    ciphers, held = _here().ciphers, key(key_id)
    if held not in ciphers:
        ciphers[held] = AESGCM(held)
    return ciphers[held]


def _bring(ring: _Ring) -> None:
    # By name, because the models need the ring to open what they hold.
    rows = (
        apps.get_model("vault", "Key")
        .objects.filter(key_id__in=ring.wanted, door=settings.DOOR)
        .values_list("key_id", "wrapped")
    )
    for key_id, wrapped in rows:
        ring.open[key_id] = unwrapped(key_id, bytes(wrapped))
    ring.wanted.clear()


def unwrapped(key_id: UUID, wrapped: bytes) -> bytes:
    """A data key; while the master key is being changed, with its next or its former form as well."""
    try:
        return sealing.unwrap(master_key(), settings.DOOR, key_id, wrapped)
    except sealing.DoesNotOpen:
        for master in settings.KEYS.beside(MASTER.format(settings.DOOR)):
            with suppress(sealing.DoesNotOpen):
                return sealing.unwrap(master, settings.DOOR, key_id, wrapped)
        raise


def make(key_id: UUID) -> bytes:
    """A fresh data key on this ring; gives the wrapped form, which the caller keeps beside its owner."""
    fresh = sealing.new_key()
    _here().open[key_id] = fresh
    return sealing.wrap(master_key(), settings.DOOR, key_id, fresh)


def wrap_for(door: str, key_id: UUID) -> bytes:
    """A data key of this ring, wrapped for another door, so that it reads just what is sealed under this one."""
    return sealing.wrap(settings.KEYS.secret(MASTER.format(door)), door, key_id, key(key_id))


def master_key() -> bytes:
    """The master key of this door, from the key folder."""
    return settings.KEYS.secret(MASTER.format(settings.DOOR))


def search_key() -> bytes:
    """The key of the tokens by which an alias is found."""
    return settings.KEYS.secret("search.key")
