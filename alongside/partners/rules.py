"""What follows from the kind of a partner; needs no database."""

from dataclasses import dataclass

NOTHING, BY_PERMISSION = "nothing", "by_permission"


class ChangedMeanwhile(ValueError):
    """Somebody else has saved since these words were read; both are shown, nothing is overwritten."""


def is_stale(seen: int | None, stands: int) -> bool:
    """Whether what was read is older than what stands now."""
    return seen is not None and seen != stands


@dataclass(frozen=True)
class Defaults:
    """Where working with a kind of partner begins; `shares` is what leaves when nobody has said otherwise."""

    shares: str = BY_PERMISSION
    may_sign_in: bool = True
    privilege: bool = False  # what somebody tells their attorney stays theirs when we do not carry it


DEFAULTS = {
    "law_enforcement": Defaults(shares=NOTHING, may_sign_in=False),
    "prosecutor": Defaults(shares=NOTHING, may_sign_in=True),
    "attorney": Defaults(privilege=True),
}


def defaults_of(kind: str) -> Defaults:
    """The defaults of a kind of partner."""
    return DEFAULTS.get(kind, Defaults())
