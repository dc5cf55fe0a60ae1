"""Judgements about help with money that need no database, and what may speak against a step of it."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

FROM_75, FROM_90, AT_100, PAST_100 = 75, 90, 100, 101


class NotEnough(ValueError):
    """There is less money in the fund than this would take."""


class FundClosed(ValueError):
    """The fund gives nothing on this day."""


class NoFund(ValueError):
    """No fund is chosen that this would come from."""


class NotOnesOwn(ValueError):
    """Nobody decides about what they asked for or changed themselves."""


class AboveTheLimit(ValueError):
    """The director decides about this amount."""


class PastTheCap(ValueError):
    """It would be more than one person may have in a year, and nobody has said why."""


class SaysWhyNot(ValueError):
    """Not this time is said with words."""


class NotSoManyVouchers(ValueError):
    """Fewer vouchers are left in this range, or the amount is no multiple of what each is worth."""


class StillPromised(ValueError):
    """Vouchers of this range are agreed to and not handed over yet."""


class InAnotherRange(ValueError):
    """Some of these numbers stand in another range of this name."""


class NotARange(ValueError):
    """The last number is before the first, or there are too many between."""


class NameTaken(ValueError):
    """Another kind of help is called so."""


@dataclass(frozen=True)
class Asked:
    """What is asked for: the purpose stays with the person, `words` are read by whoever decides and name nobody."""

    kind: UUID
    amount: Decimal
    purpose: str = ""
    fund: UUID | None = None
    words: str = ""
    unsafe: bool = False
    vouchers: UUID | None = None


@dataclass(frozen=True)
class Vouchers:
    """What is said of a range of vouchers or gift cards: numbers from one through another, and what each is worth."""

    name: str
    first: int
    last: int
    worth: Decimal
    prefix: str = ""
    width: int = 0
    fund: UUID | None = None


def numbers_in(text: str) -> list[int]:
    """Numbers as they stand in a row, with spaces between."""
    return [int(each) for each in text.split()]


@dataclass(frozen=True)
class Origin:
    """What an asking came from: a need, a goal or a referral, or nothing."""

    what: str = ""
    ref: UUID | None = None

    def kept(self) -> str:
        """As it stands in the row."""
        return f"{self.what}:{self.ref}" if self.what and self.ref else ""

    @classmethod
    def read(cls, text: str) -> "Origin":
        """What stands in a row."""
        what, _sign, ref = text.partition(":")
        return cls(what, UUID(ref)) if ref else cls()


@dataclass(frozen=True)
class Kind:
    """What is said of a kind of help."""

    name: str = ""
    words: str = ""
    place: int = 0
    hidden: bool = False


@dataclass(frozen=True)
class Limits:
    """Up to which amount a supervisor decides, a year's cap for one person, and the month in which that year begins."""

    limit: Decimal | None = None
    cap: Decimal | None = None
    year_from: int = 1
