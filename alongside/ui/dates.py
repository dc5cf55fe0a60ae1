"""How a day and a time are said to people: in the agency's own form, and in the language of what they stand in.

Nothing else in the house makes a date for people (`tests/house/test_dates.py`); files and addresses keep ISO.
What is said knows three ways to stand: alone ("Tomorrow"), after a comma ("tomorrow"), and within a sentence, where
some languages need an article ("el 22 de febrero", "las 6 p. m."). `put` chooses by where the sentence has it.
"""

import re
from contextlib import suppress
from contextvars import ContextVar
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Any

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, npgettext, pgettext
from django.utils.translation import gettext_lazy as _

from alongside import clock


class Order(TextChoices):
    """Which comes first, the month or the day."""

    MONTH_FIRST = "month", _("The month first: Feb 22, 02/22/2027")
    DAY_FIRST = "day", _("The day first: 22 February, 22/02/2027")


class Hours(TextChoices):
    """How the hours of a day are counted."""

    TWELVE = "12", _("12 hours: 6 PM")
    TWENTY_FOUR = "24", _("24 hours: 18:00")


# Time zones of the United States, its territories among them, whose form is the default there.
_UNITED_STATES = re.compile(
    r"US/.+|America/(Adak|Anchorage|Boise|Chicago|Denver|Detroit|Indiana/.+|Juneau|Kentucky/.+|Los_Angeles|"
    r"Menominee|Metlakatla|New_York|Nome|North_Dakota/.+|Phoenix|Puerto_Rico|Sitka|St_Thomas|Yakutat)|"
    r"Pacific/(Guam|Honolulu|Pago_Pago|Saipan)"
)
_chosen: ContextVar[tuple[str, str]] = ContextVar("form_of_dates", default=("", ""))


def follow(order: str | None, hours: str | None) -> None:
    """From now on in this request days and times have the agency's own form; what it did not choose, by its zone."""
    _chosen.set((order or "", hours or ""))


def order() -> Order:
    """The order of day and month just now."""
    return Order(_chosen.get()[0] or (Order.MONTH_FIRST if _in_the_states() else Order.DAY_FIRST))


def hours() -> Hours:
    """How hours are counted just now."""
    return Hours(_chosen.get()[1] or (Hours.TWELVE if _in_the_states() else Hours.TWENTY_FOUR))


def _in_the_states() -> bool:
    return bool(_UNITED_STATES.fullmatch(clock.zone().key))


class Said(SafeString):
    """What is said of a day or a time as it stands alone; `after` a comma, and `within` a sentence."""

    after: SafeString
    within: SafeString

    @classmethod
    def of(cls, alone: str, after: str = "", within: str = "") -> "Said":
        """The three ways; where one is not given, it is the one before."""
        made = cls(alone)
        made.after = SafeString(after or alone)
        made.within = SafeString(within or after or alone)
        return made


def put(sentence: str | Promise, **values: Any) -> str:
    """A sentence with its values, each day and time in the way that fits where it stands."""
    words = str(sentence)
    return words % fitted(words, values)


def fitted(words: str, values: dict[str, Any]) -> dict[str, Any]:
    """The values, each day and time as it stands in these words."""
    return {
        name: _as_it_stands(words.partition(f"%({name})s"), value) if isinstance(value, Said) else value
        for name, value in values.items()
    }


def _as_it_stands(around: tuple[str, str, str], value: Said) -> str:
    before, here, after = around
    before = before.rstrip()
    put_in: SafeString = value
    if here and before and before[-1] not in ".?!·–-":
        put_in = value.within if before[-1].isalnum() else value.after
    # "6 p. m." at the end of a sentence has one full stop.
    return SafeString(re.sub(r"\.((?:</time>)?)$", r"\1", put_in)) if after.startswith(".") else put_in


# The forms of the catalogue ----------------------------------------------------------------------------------
@lru_cache(maxsize=32)
def _forms(_language: str, first: Order) -> dict[str, str]:
    """How days are written in this language, month or day first."""
    if first == Order.MONTH_FIRST:
        return {
            "day": pgettext("month and day", "M j"),
            "year": pgettext("month, day and year", "M j, Y"),
            "long": pgettext("month in full, day and year", "F j, Y"),
            "short": pgettext("short month and day", "M j"),
            "short year": pgettext("short month, day and year", "M j, Y"),
            "weekday": pgettext("weekday, month and day", "l, F j"),
            "weekday year": pgettext("weekday, month, day and year", "l, F j, Y"),
        }
    return {
        "day": pgettext("day and month", "j F"),
        "year": pgettext("day, month and year", "j F Y"),
        "long": pgettext("day, month and year", "j F Y"),
        "short": pgettext("short day", "j M"),
        "short year": pgettext("short day with year", "j M Y"),
        "weekday": pgettext("weekday and date", "l, j F"),
        "weekday year": pgettext("weekday, day, month and year", "l j F Y"),
    }


def _written(moment: date, form: str) -> Said:
    return _once_written(moment, form, get_language() or "", order())


@lru_cache(maxsize=4096)
def _once_written(moment: date, form: str, language: str, first: Order) -> Said:
    """A day in the language that is spoken just now: a page of many says the same few days again and again."""
    return _dated(format_date(moment, _forms(language, first)[form]))


def _dated(words: str) -> Said:
    return Said.of(words, words, pgettext("a day within a sentence", "%(day)s") % {"day": words})


def _local(moment: date | datetime) -> date:
    if not isinstance(moment, datetime):
        return moment
    return timezone.localtime(moment if timezone.is_aware(moment) else moment.replace(tzinfo=UTC)).date()


# What is said ------------------------------------------------------------------------------------------------
def hour(at: time | datetime, *, in_figures: bool = False) -> Said:
    """An hour and its minutes: "6 PM", "6:30 PM", "noon"; or "18:00". `in_figures` has no word for twelve."""
    if isinstance(at, datetime):
        at = (timezone.localtime(at) if timezone.is_aware(at) else at).time()
    if hours() == Hours.TWENTY_FOUR:
        return _an_hour(f"{at:%H:%M}", at.hour)
    if at.minute == 0 and at.hour in (0, 12) and not in_figures:
        words = gettext("Noon") if at.hour else gettext("Midnight")
        low = words[:1].lower() + words[1:]
        return Said.of(words, low, _an_hour(low, 12).within)
    figures = f"{at.hour % 12 or 12}" + (f":{at:%M}" if at.minute else "")
    half = pgettext("before noon", "%(hour)s AM") if at.hour < 12 else pgettext("after noon", "%(hour)s PM")
    return _an_hour(half % {"hour": figures}, at.hour % 12 or 12)


def _an_hour(words: str, number: int) -> Said:
    within = npgettext("an hour within a sentence", "%(hour)s", "%(hour)s", number) % {"hour": words}
    return Said.of(words, words, within)


def hour_kept(text: str) -> Said:
    """An hour that is kept as text ("18:00"), as it is said; what is no hour stays as it is."""
    with suppress(ValueError):
        return hour(time.fromisoformat(text))
    return Said.of(str(format_html("{}", text)))


def for_them(moment: datetime, named: str) -> str:
    """The same moment by their own clock, where it tells another time than ours: "7 AM for them"."""
    said = _elsewhere(moment, named)
    return put(gettext("%(hour)s for them"), hour=said) if said else ""


def at_theirs(moment: datetime, named: str) -> str:
    """The same moment by the clock of an office, where it tells another time than ours: "7 AM there"."""
    said = _elsewhere(moment, named)
    return put(gettext("%(hour)s there"), hour=said) if said else ""


def clock_of(named: str, at: time = time(9)) -> str:
    """How the clock of a place reads beside ours just now, by one hour there; nothing where they agree."""
    ours = clock.here(at, named)
    if ours is None:
        return ""
    place = named.rpartition("/")[2].replace("_", " ")
    told = gettext("By the clock in %(place)s: %(there)s there is %(here)s here.")
    return put(told, place=place, there=hour(at), here=hour(ours))


def _elsewhere(moment: datetime, named: str) -> Said | None:
    there = clock.there(moment, named)
    if there is None:
        return None
    said = hour(there.time())
    return said if there.date() == _local(moment) else at_hour(Said.of(weekday(there.date())), said)


def hours_in(text: str) -> str:
    """Words of others, with every hour that is written as a file writes it ("21:00-07:00") as we say it."""
    return re.sub(
        r"\b(?:[01]\d|2[0-4]):[0-5]\d\b", lambda at: hour_kept(at[0].replace("24:", "00:")).after, text
    )


def day(moment: date | datetime) -> Said:
    """A day as people say it: "Today", "Feb 19", and with its year where that is another."""
    that, today = _local(moment), clock.today()
    if abs((that - today).days) > 1:
        return _written(that, "day" if that.year == today.year else "year")
    near = (gettext("Today"), gettext("Tomorrow"), gettext("Yesterday"))[(that - today).days]
    return Said.of(near, near[:1].lower() + near[1:])


def when(moment: date | datetime) -> Said:
    """A day, and its hour where that is near: "Today, 10:40 AM"."""
    said = day(moment)
    if not isinstance(moment, datetime) or abs((_local(moment) - clock.today()).days) > 1:
        return said
    return at_hour(said, hour(moment if timezone.is_aware(moment) else moment.replace(tzinfo=UTC)))


def at_hour(said: Said, at: Said) -> Said:
    """A day with its hour."""
    return Said.of(*(f"{way}, {at.after}" for way in (said, said.after, said.within)))


def dated(moment: date | datetime) -> Said:
    """A day with its year, for paper that is read on other days: "February 22, 2027"."""
    return _written(_local(moment), "long")


def exactly(moment: datetime) -> Said:
    """A moment with its day, year and hour, for records and logs: "Feb 22, 2027, 6 PM"."""
    return at_hour(_written(_local(moment), "year"), hour(moment))


def short(moment: date | datetime) -> Said:
    """A day in a few letters, never by a word such as "today": "Jan 6"."""
    that = _local(moment)
    return _written(that, "short" if that.year == clock.today().year else "short year")


def form_of_days() -> str:
    """How a day is typed."""
    if order() == Order.MONTH_FIRST:
        return pgettext("a day in figures", "MM/DD/YYYY")
    return pgettext("a day in figures", "DD/MM/YYYY")


def in_figures(day: date) -> str:
    """A day as it is typed: "02/22/2027"."""
    first, second = (day.month, day.day) if order() == Order.MONTH_FIRST else (day.day, day.month)
    return f"{first:02}/{second:02}/{day.year:04}"


def moment_in_figures(moment: datetime) -> str:
    """A day and its time as they are typed."""
    return f"{in_figures(moment.date())}, {hour(moment.time(), in_figures=True)}"


def weekday(moment: date | datetime, *, year: bool = False) -> str:
    """A day with the name of the weekday: "Monday, February 22"."""
    said = _written(_local(moment), "weekday year" if year else "weekday")
    return said[:1].upper() + said[1:]


def weekday_name(moment: date | datetime) -> Said:
    """The day of the week alone."""
    return _dated(format_date(_local(moment), "l"))


def month(moment: date) -> str:
    """A month with its year."""
    return format_date(moment, pgettext("month and year", "F Y"))


def month_name(moment: date, *, short: bool = False) -> str:
    """A month alone."""
    return format_date(moment, pgettext("a month's short name", "M") if short else "F")


def tagged(moment: date | datetime, said: Said) -> Said:
    """The same for a page, with the exact moment beside it for machines."""
    if isinstance(moment, datetime) and timezone.is_aware(moment):
        moment = timezone.localtime(moment)
    exact = moment.isoformat()
    before, end = f'<time datetime="{exact}">', "</time>"
    return Said.of(*(f"{before}{way}{end}" for way in (said, said.after, said.within)))
