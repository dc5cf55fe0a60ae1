"""What is said while setting up: short lines of progress, and one clear line when something is in the way."""

from __future__ import annotations

import sys


class Trouble(Exception):
    """Something stands in the way of starting; its text is one line that says what to do."""

    def __init__(self, text: str) -> None:
        super().__init__(" ".join(text.split()))


def say(text: str) -> None:
    """Tell the person at the terminal which step comes now."""
    print(f"  {text}", flush=True)


def stop_with(trouble: Trouble) -> int:
    """Say the one line on the error stream and give the exit code."""
    print(f"Alongside: {trouble}", file=sys.stderr, flush=True)
    return 1


def tail(text: str, lines: int = 1) -> str:
    """The last lines of a program's output that hold anything, for a one-line error."""
    kept = [line.strip() for line in text.splitlines() if line.strip()]
    return " | ".join(kept[-lines:]) if kept else "it said nothing"
