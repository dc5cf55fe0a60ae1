"""With whom of a team nobody has spoken for a while, told in words: no count of days, no rank."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from alongside import clock
from alongside.access.actor import Actor
from alongside.caseload import queries
from alongside.connection.queries.apart import Apart, apart_beside, apart_of
from alongside.participants.models import Participant
from alongside.participants.queries import among
from alongside.ui import dates
from alongside.vault.folding import fold

_BY_NAME, _BY_SEASON = 3, 9  # months within which the month, or the time of the year, says which one is meant


@dataclass(frozen=True)
class Row:
    """One person: since when, in words, and what to know before anybody asks."""

    person: Participant
    since: str
    wish: str
    known: list[str]


def rows(actor: Actor) -> list[Row]:
    """Everybody of my team whose record I reach and with whom nobody spoke for the agency's weeks, by alias."""
    ids = {each.participant for of in queries.takes().values() for each in of}
    a_while = timedelta(weeks=float(queries.measures()["while"]))
    before = clock.now() - a_while
    found = []
    for person in among(actor, sorted(ids), apart_beside):
        apart = apart_of(person) if person.opens else None
        if apart and (apart.since or person.first_contact_at) < before:
            found.append(Row(person, _since(apart), _wish(apart), list(_known(apart))))
    return sorted(found, key=lambda each: fold(each.person.alias))


def _since(apart: Apart) -> str:
    if apart.since is None:
        return _("no contact is written down yet")
    return _("not spoken with since %(time)s") % {
        "time": in_words(timezone.localtime(apart.since).date(), clock.today())
    }


def in_words(day: date, today: date) -> str:
    """A day in the past as people speak of it: its month, a time of the year, or a month with its year."""
    months = (today.year - day.year) * 12 + today.month - day.month
    if months <= _BY_NAME:
        return dates.month_name(day)
    if months > _BY_SEASON:
        return dates.month(day)
    return (
        pgettext("not spoken with since", "winter"),
        pgettext("not spoken with since", "spring"),
        pgettext("not spoken with since", "summer"),
        pgettext("not spoken with since", "autumn"),
    )[day.month % 12 // 3]


def _wish(apart: Apart) -> str:
    if apart.paused:
        return _("Paused, as they chose")
    if apart.wished:
        return _("%(season)s, as they said") % {"season": apart.wished.label}
    return ""


def _known(apart: Apart) -> Iterator[str]:
    """What was tried since, and what is planned."""
    if apart.tried:
        yield dates.put(_("Last tried %(day)s."), day=dates.day(apart.tried))
    if apart.next_on and apart.next_on >= clock.today():
        yield dates.put(_("A gentle hello is planned for %(day)s."), day=dates.day(apart.next_on))
