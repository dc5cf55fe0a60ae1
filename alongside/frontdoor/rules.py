"""Judgements at the front door that need no database."""

import re
from datetime import timedelta
from uuid import UUID

LISTED_FOR = timedelta(days=90)
A_SHIFT = timedelta(hours=24)


class TurnedAway(ValueError):
    """Something cannot be done as asked."""


class NotWithinReach(TurnedAway):
    """The contact or the participant is not within reach any more."""


class JoinedElsewhere(TurnedAway):
    """The contact is joined to another participant already."""


class SentBefore(TurnedAway):
    """The reference of this sending is taken by something else."""


class AboutAnother(TurnedAway):
    """Somebody asked about another person; that person has not come to us themselves."""


class OneNeed(TurnedAway):
    """Case management starts from one need in their own words, and nothing else."""


def sign_of(contact: UUID) -> str:
    """Four signs that tell a contact from another of the same minute; they say nothing of anybody."""
    return contact.hex[:4].upper()


# Words by which somebody says that they, or whom they speak of, are under 18: an age, or a word for it. One pattern,
# read here and in the browser; it opens safeguards and closes nothing, so it is rather wide. A time, a date, a price or
# a number to ring is no age.
_NO_AGE = (
    r"[\d:/$-]|[.,]\d|\s*(?:[ap]\.?\s?m\b|h\b|hours?|days?|weeks?|months?|min|miles?|dollars?|%"
    r"|horas?|d[ií]as?|semanas?|meses|millas?|d[oó]lares)"
)
YOUNG = "|".join(
    (
        rf"(?:^|[^\d\w:./$-])1[0-7](?!{_NO_AGE})",
        r"under\s*-?\s*(?:18|eighteen)|underage|\bminors?\b|\bteen(?:s|ager|agers)?\b",
        r"\b(?:thir|four|fif|six|seven)teen\b|menos de (?:18|dieciocho)|menor(?:es)? de edad|adolescente",
        r"\b(?:trece|catorce|quince|diecis[eé]is|diecisiete) años",
    )
)


def says_under_18(words: str) -> bool:
    """Whether these words may be of somebody under 18."""
    return re.search(YOUNG, words, re.IGNORECASE) is not None
