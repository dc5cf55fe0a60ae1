"""Sealing of an account's own secrets directly under the door's master key."""

from alongside.vault import sealing
from alongside.vault.ring import master_key


def seal_text(purpose: str, text: str) -> bytes:
    """A secret of an account, sealed."""
    return sealing.seal(master_key(), f"account|{purpose}", text)


def open_text(purpose: str, sealed: bytes) -> str:
    """The secret again."""
    return sealing.unseal(master_key(), f"account|{purpose}", sealed)
