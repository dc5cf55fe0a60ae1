"""What follows from the kind of a partner; needs no database."""

from dataclasses import dataclass
from datetime import date

NOTHING, BY_PERMISSION = "nothing", "by_permission"


class NotTheLatest(ValueError):
    """A later import stands on this one; that one is taken back first."""


class InUse(ValueError):
    """Somebody has built on this meanwhile, so it cannot be taken back any more."""


class SameAlready(ValueError):
    """A service can be the same as one that stands for itself, and as no other."""


class NotSafeToKeep(ValueError):
    """A paper is a PDF or a picture of up to a few megabytes."""


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


MONTHS_OF_GAPS = 12
LARGEST_PAPER = 5 * 1024 * 1024
_SIGNS = {"pdf": b"%PDF-", "png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff"}


def paper_kind(content: bytes) -> str:
    """What a paper is, by how it begins and not by what it is called; nothing where it is not kept."""
    if not 0 < len(content) <= LARGEST_PAPER:
        return ""
    return next((kind for kind, sign in _SIGNS.items() if content.startswith(sign)), "")


def months_later(day: date, months: int) -> date:
    """The same day so many months on, or the last day of a shorter month."""
    month = day.year * 12 + day.month - 1 + months
    year, month = month // 12, month % 12 + 1
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


NOT_YET, VISITED, CHECK_AGAIN = "not_yet", "visited", "again"


def vetting(visited_on: date | None, today: date, months: int) -> str:
    """Whether one of us has been there, and whether that is so long ago that a visit would do good."""
    if visited_on is None:
        return NOT_YET
    return CHECK_AGAIN if months_later(visited_on, months) <= today else VISITED


def has_ended(ends_on: date | None, today: date) -> bool:
    """An agreement holds on its last day, and has ended the day after."""
    return ends_on is not None and ends_on < today


def wants_review(review_on: date | None, today: date) -> bool:
    """Whether the day to look at an agreement again has come."""
    return review_on is not None and review_on <= today


def time_to_check_in(state: str, by_when: date | None, today: date) -> bool:
    """A commitment whose day has gone by while it is open: a reason to talk, and nothing else."""
    return state in ("open", "renegotiated") and by_when is not None and by_when < today
