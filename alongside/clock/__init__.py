"""The only place that says what time it is.

`now()` is work time: what people see, when things happen. In the demo and in tests it can be set; in
production it is the wall's time and nothing can change that. `wall()` is real time, for sign-in, sessions,
locks, rate limits and the trail.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC as UTC
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.utils import timezone

_offset: ContextVar[timedelta | None] = ContextVar("work_time_offset", default=None)
_frozen: ContextVar[datetime | None] = ContextVar("work_time_frozen", default=None)
_refusal: ContextVar[Exception | None] = ContextVar("not_asked", default=None)


class ClockIsReal(RuntimeError):
    """Somebody tried to set the clock of an installation that serves people."""


def wall() -> datetime:
    """Real time, aware, in UTC."""
    return datetime.now(UTC)


def now() -> datetime:
    """Work time, aware, in UTC."""
    refusal = _refusal.get()
    if refusal is not None:
        raise refusal
    frozen = _frozen.get()
    if frozen is not None:
        return frozen
    offset = _offset.get()
    return wall() + offset if offset else wall()


def today() -> date:
    """The work day at the agency's place."""
    return timezone.localtime(now()).date()


def may_be_set() -> bool:
    """Whether this installation has a test clock at all."""
    return settings.MODE in ("demo", "test")


def follow(offset: timedelta | None, stopped: datetime | None) -> None:
    """Let work time run beside real time, apart by `offset`, or stand still at `stopped` (demo and tests)."""
    if (offset or stopped) and not may_be_set():
        raise ClockIsReal
    _offset.set(offset)
    _frozen.set(stopped)


def is_set() -> bool:
    """Whether work time differs from real time just now."""
    return _frozen.get() is not None or bool(_offset.get())


@contextmanager
def stopped_at(moment: datetime) -> Iterator[None]:
    """Hold work time still at `moment` (demo data and tests)."""
    if not may_be_set():
        raise ClockIsReal
    token = _frozen.set(moment)
    try:
        yield
    finally:
        _frozen.reset(token)


@contextmanager
def not_asked(refusal: Exception) -> Iterator[None]:
    """Raise `refusal` to whoever asks for work time inside: what is made here is to hold at any time."""
    token = _refusal.set(refusal)
    try:
        yield
    finally:
        _refusal.reset(token)


def zone() -> ZoneInfo:
    """The agency's time zone: its own choice where a request has learned it, else the setting."""
    here = timezone.get_current_timezone()
    return here if isinstance(here, ZoneInfo) else ZoneInfo(settings.TIME_ZONE)


def there(moment: datetime, named: str) -> datetime | None:
    """A moment by the clock of another place, where that tells another time than ours; of an unknown place, nothing."""
    try:
        their = moment.astimezone(ZoneInfo(named)) if named else None
    except (ZoneInfoNotFoundError, ValueError):
        return None
    same = their is None or their.utcoffset() == moment.astimezone(zone()).utcoffset()
    return None if same else their


def here(hour: time, named: str) -> time | None:
    """Our hour when the clock of another place tells this one today; nothing where it is the same, or unknown."""
    their = there(now(), named)
    if their is None:
        return None
    return datetime.combine(their.date(), hour, their.tzinfo).astimezone(zone()).time()
