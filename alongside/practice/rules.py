"""What a card and a reflection are made of; needs no database."""

import re
from calendar import monthrange
from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta, tzinfo

LONGEST_CARD = 150
LONGEST_LEAD = 40


class NotMine(LookupError):
    """Only whoever put a question, or answered it, may do this with it."""


class TooLongToReadNow(ValueError):
    """A card is read in a hard moment: 150 words and no more."""


@dataclass(frozen=True)
class Reflected:
    """What somebody wrote for themselves, prompt by prompt; each may stay blank."""

    expected: str = ""
    urgency: str = ""
    unsure: str = ""
    body: str = ""
    well: str = ""
    bring: str = ""
    footing: str = ""

    def whole(self) -> str:
        """Every word of it, one part after the other."""
        return "\n".join(getattr(self, name) for name in PROMPTS)


# The footing is picked and not written, so it alone keeps no reflection.
PROMPTS = tuple(each.name for each in fields(Reflected) if each.name != "footing")


@dataclass(frozen=True)
class Guarded:
    """What an entry of the language guard says: the words, where they are fine, why, and other words."""

    phrases: str
    why: str
    options: str
    fine: str = ""
    names: bool = False
    plans: bool = False


GUARDED = tuple(each.name for each in fields(Guarded))
# Shown where an entry is written. They are words of the list itself, so they are no sentence of the interface.
EXAMPLES = {
    "several": "refuses, refused, refusing",
    "either": "refuse/refuses to leave",
    "maybe": "(is/was) resistant",
    "hyphen": "no-show",
    "fine": "heat-resistant, resistance band/bands",
}
LEAVE_OUT = "-"


def several(text: str) -> list[str]:
    """Phrases or other words written one after the other, apart by commas or lines."""
    return [each for part in text.splitlines() for one in part.split(",") if (each := one.strip())]


def plainly(phrase: str) -> str:
    """A phrase as it is mostly written: without what may be left out, and with the first of several words."""
    bare = re.sub(r"\([^)]*\)", " ", phrase)
    return " ".join(word.split("/")[0] for word in bare.split())


def one_a_line(text: str) -> list[str]:
    """Other words, one a line."""
    return [each for line in text.splitlines() if (each := line.strip())]


def words_in(text: str) -> int:
    """How many words a text has, as a reader counts them; a blank to fill in is none."""
    return sum(1 for word in text.split() if any(letter.isalnum() for letter in word))


def lines_of(text: str) -> list[tuple[str, str]]:
    """The lines of a card, each with what stands in bold before its first colon."""
    found = []
    for line in filter(None, (each.strip() for each in text.splitlines())):
        lead, colon, rest = line.partition(":")
        fits = bool(colon) and len(lead) <= LONGEST_LEAD and (not rest or rest[0] == " ")
        found.append((f"{lead}:", rest.strip()) if fits else ("", line))
    return found


class NobodySupervises(LookupError):
    """No supervisor is named for this worker, so nothing can be brought to one."""


class SecondPerson(PermissionError):
    """Words are approved by somebody else than whoever wrote them last."""


class NotThere(LookupError):
    """Who did not come to a session has nothing recorded from it."""


def months_back(day: date, months: int) -> date:
    """The first day of the month that lies so many months before a day's."""
    month = day.year * 12 + day.month - 1 - months
    return date(month // 12, month % 12 + 1, 1)


def months_after(day: date, months: int) -> date:
    """The same day so many months on, or the last day of a shorter month."""
    month = day.year * 12 + day.month - 1 + months
    year, number = month // 12, month % 12 + 1
    return date(year, number, min(day.day, monthrange(year, number)[1]))


# An address of mail, or six digits and more, however they are spaced: a telephone, a file, a house with its post code.
_POINTERS = re.compile(r"[^\s@<>()]+@[^\s@<>()]+\.\w+|\+?\d(?:[\s().\-/]{0,2}\d){5,}")


def numbers_in(text: str) -> list[str]:
    """What in a text reads like a number or an address by which somebody could be found, as it stands there."""
    return list(dict.fromkeys(match[0].strip() for match in _POINTERS.finditer(text)))


def days_after_court(today: date, zone: tzinfo) -> tuple[datetime, datetime]:
    """When a short check-in helps after court or a deposition: the next day, and day three."""
    first, second = (datetime.combine(today + timedelta(days=days), time(10), tzinfo=zone) for days in (1, 3))
    return first, second
