"""Sealing of an account's own secrets directly under the door's master key."""

import hashlib
import hmac
from contextlib import suppress

from django.conf import settings

from alongside.vault import sealing
from alongside.vault.ring import MASTER, master_key


def seal_text(purpose: str, text: str) -> bytes:
    """A secret of an account, sealed."""
    return sealing.seal(master_key(), f"account|{purpose}", text)


def open_text(purpose: str, sealed: bytes) -> str:
    """The secret again."""
    try:
        return sealing.unseal(master_key(), f"account|{purpose}", sealed)
    except sealing.DoesNotOpen:
        for master in settings.KEYS.beside(MASTER.format(settings.DOOR)):
            with suppress(sealing.DoesNotOpen):
                return sealing.unseal(master, f"account|{purpose}", sealed)
        raise


def seal_for_a_while(purpose: str, text: str) -> bytes:
    """Something that ends by itself within a day, as a session does: under a key that outlives a new master key."""
    return sealing.seal(_for_a_while(), f"a while|{purpose}", text)


def open_for_a_while(purpose: str, sealed: bytes) -> str:
    """It again."""
    return sealing.unseal(_for_a_while(), f"a while|{purpose}", sealed)


def _for_a_while() -> bytes:
    return hmac.new(settings.SECRET_KEY.encode(), b"sealed for a while", hashlib.sha256).digest()


def seal_anew(purpose: str, sealed: bytes, old: bytes, new: bytes) -> bytes:
    """A secret of an account, sealed under another master key."""
    return sealing.seal(new, f"account|{purpose}", sealing.unseal(old, f"account|{purpose}", sealed))
