"""Judgements about referrals that need no database."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from alongside.partners.folding import fold
from alongside.partners.languages import plainly


class NoProvider(ValueError):
    """A referral goes to somebody: a partner, a service, or somebody by name."""


class WentOut(ValueError):
    """What went out stands as it was; the next words are a new letter or a call."""


@dataclass(frozen=True)
class Drafted:
    """What a referral says before it goes out."""

    service: UUID | None = None
    agency: UUID | None = None
    provider: str = ""
    called: str = ""
    need: str = ""
    fit: str = ""
    ways: tuple[str, ...] = ()
    together_at: datetime | None = None
    information: tuple[str, ...] = ()
    purpose: str = "service"
    method: str = "letter"
    text: str = ""
    cost: str = ""
    who_pays: str = ""
    goal: UUID | None = None
    instead_of: UUID | None = None
    can_see: bool = True


@dataclass(frozen=True)
class Waited:
    """What is said of a waiting list at one moment."""

    joined_on: date | None = None
    said_wait: str = ""
    every_days: int | None = None
    next_on: date | None = None
    offer: str = ""
    interim: str = ""
    words: str = ""


@dataclass(frozen=True)
class Warm:
    """The steps of a warm connection."""

    introduced_on: date | None = None
    first_contact_on: date | None = None
    went: str = ""
    follow_up_on: date | None = None


@dataclass(frozen=True)
class Spoken:
    """Whether the provider speaks what the participant speaks, as far as is known."""

    theirs: str = ""
    offered: list[str] = field(default_factory=list)
    meets: bool = True
    interprets: bool = False


@dataclass(frozen=True)
class Culture:
    """What would make it fit that nobody has said is there, and what we know of culture and faith there."""

    lacks: tuple[str, ...] = ()
    told: str = ""


_BETWEEN = re.compile(r"[,;/·\n]|\band\b|\by\b", re.IGNORECASE)


def spoken(theirs: str, offered: Iterable[str], *, interprets: bool = False) -> Spoken:
    """Compare the language named first with what is spoken there; nothing said means nothing to compare."""
    there = [each.strip() for each in offered if each.strip()]
    named = [each for each in _BETWEEN.split(theirs) if each.strip()]
    meets = not named or any(fold(each) in plainly(named[0]) for each in there)
    return Spoken(theirs.strip(), there, meets, interprets)


_AN_AMOUNT = re.compile(r"\d[\d.,]*")


def priced(cost: str) -> str:
    """What something costs, with the sign of dollars before a bare amount; words stay as they are."""
    said = cost.strip()
    return f"${said}" if _AN_AMOUNT.fullmatch(said) else said


def amount_in(cost: str) -> str:
    """What something costs as a bare amount; nothing where it is said in words."""
    said = cost.strip().removeprefix("$").strip()
    return said.replace(",", "") if _AN_AMOUNT.fullmatch(said) else ""


def next_check(today: date, every_days: int | None, chosen: date | None) -> date | None:
    """When to ask again: the day that was chosen, else after the agreed rhythm."""
    if chosen is not None and chosen > today:
        return chosen
    return today + timedelta(days=every_days) if every_days else None


MONTHS_COUNTED = 12  # those that ended last, of which is told what is stuck


def month_begins(day: date, back: int = 0) -> date:
    """The first day of the month, or of one so many months before."""
    month = day.year * 12 + day.month - 1 - back
    return date(month // 12, month % 12 + 1, 1)
