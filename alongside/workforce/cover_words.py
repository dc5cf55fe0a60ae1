"""What is said about time off: its days, and to each person who is there meanwhile. Nothing of it is sent or kept."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from alongside.agency.models import TimeOff
from alongside.participants.in_their_language import language_begun_with
from alongside.participants.queries import Participant, way_of
from alongside.participants.safely import in_a_line, more_of
from alongside.ui import dates
from alongside.ui.dates import Said, put

A_MOMENT = timedelta(microseconds=1)


def span(off: TimeOff) -> str:
    """The days, or the hours where it is not whole days."""
    begins, ends = timezone.localtime(off.during.lower), timezone.localtime(off.during.upper)
    last = timezone.localtime(off.during.upper - A_MOMENT)
    if begins.time() == ends.time() == begins.time().min:
        if begins.date() == last.date():
            return put(_("on %(day)s"), day=dates.dated(begins))
        return put(_("from %(first)s to %(last)s"), first=dates.dated(begins), last=dates.dated(last))
    first, end = _exactly(begins), _exactly(ends)
    return put(_("from %(first)s to %(last)s"), first=first, last=end)


def _exactly(moment: object) -> Said:
    return dates.exactly(moment)  # type: ignore[arg-type]


def until(ends: datetime) -> str:
    """The last day of cover that ends then."""
    return put(_("until %(day)s"), day=dates.day(ends - A_MOMENT))


@dataclass(frozen=True)
class Notice:
    """What may be told to one person, how, and in which language; a worker tells it themselves."""

    how: str
    mind: list[str]
    language: str
    words: str


def notice(person: Participant, off: TimeOff, cover: str) -> Notice:
    """The draft for one person, in a language of theirs where we have it. `cover` is who is there, or nobody yet."""
    way = way_of(person)
    told = person.told
    language = language_begun_with(told.languages) if told and told.languages else ""
    with translation.override(language or translation.get_language() or "en"):
        opening = way.say.strip() if way and way.say else _("Hello.")
        away = put(_("%(name)s is away %(span)s."), name=off.staff.name, span=span(off))
        there = (
            put(_("%(name)s is there for you meanwhile."), name=cover)
            if cover
            else _("Our colleagues on call are there for you meanwhile.")
        )
        words = " ".join((opening, away, there, _("What we agreed stays as it is.")))
    return Notice(in_a_line(way), more_of(way), language, words)
