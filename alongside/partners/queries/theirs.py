"""What a partner's point of contact may read of ours at their own door: names, agreements and commitments with them.

The keeper's functions give it, for the agency of whoever is signed in there; that door has no right to a table.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from alongside.partners.choices import AgreementKind, Side


@dataclass(frozen=True)
class Names:
    """Our outward name, whole and in short, our time zone and form of dates, and the partner's name once somebody is
    signed in."""

    umbrella: str
    zone: str
    order: str
    hours: str
    partner: str
    short: str


@dataclass(frozen=True)
class Agreed:
    """An agreement with them."""

    kind: str
    parties: str
    scope: str
    may_share: str
    starts_on: date | None
    ends_on: date | None


@dataclass(frozen=True)
class Promised:
    """What one of both said they would do, about nobody."""

    is_theirs: bool
    words: str
    by_when: date | None


def _rows(function: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"select * from {function}()")
        return list(cursor.fetchall())


def names() -> Names:
    """What stands at the head of every page."""
    told = (_rows("shared.names") or [("",) * 6])[0]
    return Names(*(each or "" for each in told))


def agreements() -> list[Agreed]:
    """Agreements with my agency."""
    return [Agreed(str(AgreementKind(row[0]).label), *row[1:]) for row in _rows("shared.my_agreements")]


def commitments() -> list[Promised]:
    """What is open between us."""
    return [Promised(row[0] == Side.THEY, *row[1:]) for row in _rows("shared.my_commitments")]
