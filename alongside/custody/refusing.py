"""Why a file as a whole is not taken in."""

from typing import Any


class NotReadable(ValueError):
    """The file as a whole cannot be read; the reason is one of `WHOLE` in the room's words, with what it names."""

    def __init__(self, why: str, **named: Any) -> None:
        super().__init__(why)
        self.why, self.named = why, named
