"""Judgements about permissions, wording and moments of contact that need no database."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from alongside.consent import outing


class NotNamed(ValueError):
    """A permission names one recipient, what is shared and what for; something of that is not there."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class TooWide(ValueError):
    """Words such as "any and all" are no named information."""


class TooLong(ValueError):
    """A permission ends, and not later than the agency's longest time."""


class NotTold(ValueError):
    """What has to be told before somebody signs has not been told."""


class NotSigned(ValueError):
    """A signature is not there, or is one that cannot count; `why` names which."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class SecondPerson(ValueError):
    """Whoever asked for an exception cannot approve it."""


class DecidedAlready(ValueError):
    """Somebody has decided about this exception before."""


class NotAsPreviewed(ValueError):
    """The text that would go out is not the one that was looked at."""


class SaysTooMuch(ValueError):
    """The text holds words that would tell more than they wish; `found` lists them."""

    def __init__(self, found: Sequence[str]) -> None:
        super().__init__("; ".join(found))
        self.found = list(found)


# A permission for everything is a permission for nothing: it names no information, and may waive privilege.
_EVERYTHING = re.compile(
    r"\b(any\s+and\s+all|any\s+information|all\s+information|everything|full\s+(record|file)"
    r"|entire\s+(record|file)|complete\s+(record|file)|whole\s+(record|file)|cualquier\s+informaci[oó]n"
    r"|toda\s+(la\s+)?informaci[oó]n|todo\s+lo\s+que|todo\s+el\s+expediente|expediente\s+completo)\b",
    re.IGNORECASE,
)


def is_too_wide(words: str) -> bool:
    """Whether words name everything instead of something."""
    return bool(_EVERYTHING.search(words))


def standing(
    starts_at: datetime, ends_at: datetime, withdrawn_at: datetime | None, now: datetime, soon_days: int
) -> str:
    """Where a permission is in its life. Its last moment does not count any more."""
    if withdrawn_at is not None:
        return "stopped"
    if now >= ends_at:
        return "ended"
    if now < starts_at:
        return "begins"
    return "ends_soon" if ends_at - now <= timedelta(days=soon_days) else "live"


def last_day(ends_here: datetime) -> date:
    """The last day that still counts, of an end in local time: a permission ends with the end of a day, and is said by
    that day everywhere."""
    return (ends_here - timedelta(microseconds=1)).date()


def days_left(last_day: date, today: date) -> int:
    """Days until the last day of a permission; none on that day itself."""
    return max(0, (last_day - today).days)


@dataclass(frozen=True)
class Signature:
    """One signature as it was given."""

    part: str
    how: str
    mark: str = ""
    name: str = ""
    kept_at: str = ""
    may_have_harmed: str = ""

    @property
    def is_given(self) -> bool:
        """Whether there is a mark, or a paper and where it is kept."""
        return bool(self.mark.strip() if self.how == "screen" else self.kept_at.strip())


def why_not_signed(signatures: Iterable[Signature], *, minor: bool, alone_because: str) -> str:
    """Which signature is still wanting; empty where all that is needed is there.

    Of a minor: theirs and a parent's or guardian's, or a recorded reason why theirs alone counts; 34 USC
    12291(b)(2)(B)(ii). Somebody said to have harmed them, or the other parent, never signs.
    """
    given = [each for each in signatures if each.is_given]
    theirs = [each for each in given if each.part == "participant"]
    others = [each for each in given if each.part != "participant"]
    if any(each.may_have_harmed == "yes" for each in others):
        return "harmed"
    if any(each.may_have_harmed != "no" for each in others):
        return "not_answered"
    # A guardian a court has named signs for somebody who cannot; a parent signs beside them.
    if not theirs and not any(each.part == "court" for each in others):
        return "participant"
    if minor and not others and not alone_because.strip():
        return "guardian"
    return ""


def passes(
    *,
    named: Iterable[str],
    asked: Iterable[str],
    purposes: tuple[str, str],
    methods: Iterable[str],
    method: str,
) -> bool:
    """Whether what is asked is named: every kind of information, the purpose, the method."""
    wanted = set(asked)
    return bool(wanted) and wanted <= set(named) and purposes[0] == purposes[1] and method in set(methods)


def digest(text: str) -> str:
    """What marks a text as the one that was looked at. It travels in a form and is kept nowhere."""
    return hashlib.sha256(text.replace("\r\n", "\n").encode()).hexdigest()


def folded(text: str) -> str:
    """Text as it is compared: without case, accents and more than one space."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(sign for sign in spread if not unicodedata.combining(sign)).split())


def lines(words: str) -> list[str]:
    """What stands on each line, without empty ones."""
    return [line.strip() for line in words.splitlines() if line.strip()]


def says_too_much(
    text: str,
    *,
    never: Iterable[str],
    names: Iterable[str],
    umbrella: bool,
    says_what_we_are: Iterable[str] = outing.ALL_OURS,
) -> list[str]:
    """What in a text they asked us never to say; under the umbrella also our programs' names and what we are."""
    plain = f" {folded(text)} "
    asked = [each for each in never if folded(each) and folded(each) in plain]
    if not umbrella:
        return asked
    ours = [name for name in names if folded(name) and folded(name) in plain]
    return list(dict.fromkeys([*asked, *ours, *outing.found_in(text, says_what_we_are)]))


# Words that stand before many a name, and tell nobody apart.
_BESIDE_A_NAME = frozenset({
    "the", "and", "her", "his", "their", "my", "our", "mr", "mrs", "ms", "mx", "dr", "del", "las", "los", "una", "sra",
})  # fmt: skip


def _name_words(name: str) -> set[str]:
    return {word for word in re.findall(r"\w+", folded(name)) if len(word) > 1 and word not in _BESIDE_A_NAME}


def may_be_same(kept: str, recipient: Iterable[str]) -> bool:
    """Whether cover words kept for somebody may be meant for this recipient, who goes by one or more names.

    A word in common is enough: "the landlord" is meant for "Mr. Ray (landlord)". Looking once too often is better
    than letting out what was never to be said.
    """
    words = _name_words(kept)
    return bool(words) and any(words & _name_words(name) for name in recipient)


@dataclass(frozen=True)
class SafeRule:
    """A safe-contact rule as the moment of contact needs it."""

    may_call: str = ""
    may_text: str = ""
    may_leave_message: str = ""
    from_time: str = ""
    until_time: str = ""
    has_code_word: bool = False
    confirmed_at: datetime | None = None


def is_within(from_time: str, until_time: str, hour: str) -> bool:
    """Whether a time of day lies in the safe hours; those that end before they begin go over midnight."""
    if not from_time and not until_time:
        return True
    begins, ends = from_time or "00:00", until_time or "24:00"
    return begins <= hour < ends if begins <= ends else hour >= begins or hour < ends


def warnings_now(rule: SafeRule, *, hour: str, now: datetime, stale_days: int) -> list[str]:
    """What to know before a number is shown, by name; the first ones are reasons to wait."""
    found = []
    if not is_within(rule.from_time, rule.until_time, hour):
        found.append("hours")
    if rule.may_call == "no" and rule.may_text == "no":
        found.append("never")
    elif rule.may_call == "no":
        found.append("no_call")
    elif rule.may_text == "no":
        found.append("no_text")
    if "ask" in (rule.may_call, rule.may_text):
        found.append("ask")
    if rule.confirmed_at is None or now - rule.confirmed_at > timedelta(days=stale_days):
        found.append("stale")
    if rule.may_leave_message != "yes":
        found.append("no_message")
    if rule.has_code_word:
        found.append("code_word")
    return found


# With these the number waits for a second, knowing tap.
WAIT_FOR = frozenset({"hours", "never", "stale"})
