"""How to reach somebody safely, said in one line for the head of their page and every list."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, time

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside import clock
from alongside.participants.choices import Channel, Safe
from alongside.participants.queries import ContactPoint
from alongside.ui.dates import hour, hour_kept, put

_LEFT_OPEN = re.compile(r"\{(\d\d:\d\d) ([A-Za-z0-9_+/-]+)\}")


def in_a_line(point: ContactPoint | None, *, is_copied: bool = False) -> str:
    """The rule in a few words: "Text only, before 6 PM". Where it is copied, to be read on another day, the hours of
    another time zone are left open as "{18:00 Pacific/Honolulu}", for `hours_filled` to say on that day."""
    if point is None:
        return _("Nobody has told us how to reach them safely yet")
    how, hours = _how(point), _hours(point, _left_open if is_copied else _hour)
    return _("%(how)s, %(hours)s") % {"how": how, "hours": hours} if hours else how


def _how(point: ContactPoint) -> str:
    call, text = point.may_call, point.may_text
    said = {
        (Safe.YES, Safe.YES): _("Call or text"),
        (Safe.NO, Safe.NO): _("No calls and no texts"),
        (Safe.NO, Safe.NOT_SAID): _("Never call"),
        (Safe.NOT_SAID, Safe.NO): _("Never text"),
    }.get((Safe(call), Safe(text)), "")
    if said:
        return said
    if text == Safe.YES:
        return _("Text only")
    if call == Safe.YES:
        return _("Call only")
    return _("Ask first, each time") if Safe.ASK in (call, text) else str(Channel(point.channel).label)


def hours_filled(words: str) -> str:
    """Words that were copied, with the hours of another time zone as they are today."""
    return _LEFT_OPEN.sub(lambda found: _hour(found[1], found[2]), words)


def _left_open(kept: str, zone: str) -> str:
    open_still = f"{{{kept} {zone}}}"
    return open_still if zone and _LEFT_OPEN.fullmatch(open_still) else _hour(kept, zone)


def _hours(point: ContactPoint, said: Callable[[str, str], str]) -> str:
    zone = point.their_zone
    start, end = said(point.from_time, zone), said(point.until_time, zone)
    if start and end:
        return put(_("from %(start)s to %(end)s"), start=start, end=end)
    if end:
        return put(_("before %(end)s"), end=end)
    return put(_("after %(start)s"), start=start) if start else ""


def _hour(kept: str, zone: str) -> str:
    """An hour of theirs, and ours where it is another then."""
    said = hour_kept(kept) if kept else ""
    with suppress(ValueError):
        if kept and (ours := clock.here(time.fromisoformat(kept), zone)):
            return put(_("%(there)s there (%(here)s here)"), there=said, here=hour(ours))
    return said


def more_of(point: ContactPoint | None) -> list[str]:
    """The rest of the rule, sentence by sentence. The code word itself is not among them."""
    if point is None:
        return []
    said = []
    if point.code_word:
        said.append(_("Code word first."))
    if point.say:
        said.append(_("Say “%(words)s”.") % {"words": point.say.strip()})
    if point.may_leave_message == Safe.NO:
        said.append(_("Leave no message."))
    elif point.may_leave_message == Safe.ASK:
        said.append(_("Ask before leaving a message."))
    if point.may_say_who == Safe.NO:
        said.append(_("Do not say who we are."))
    elif point.may_say_who == Safe.ASK:
        said.append(_("Ask before saying who we are."))
    if point.who_else_sees:
        said.append(_("Others may see it: %(who)s.") % {"who": point.who_else_sees.strip().rstrip(".")})
    return said


def checked(confirmed_at: datetime | None, today: date, local: date | None) -> str:
    """When they last said that this is safe: "Checked 12 days ago". `local` is that day at our place."""
    if confirmed_at is None or local is None:
        return _("Not checked with them yet")
    days = (today - local).days
    if days <= 0:
        return _("Checked today")
    if days < 60:
        return ngettext("Checked %(days)s day ago", "Checked %(days)s days ago", days) % {"days": days}
    months = days // 30
    return ngettext("Checked %(n)s month ago", "Checked %(n)s months ago", months) % {"n": months}


def how_long(since: date, today: date) -> str:
    """How long we have known each other: "with us for 14 months", "with us since today"."""
    days = (today - since).days
    if days <= 0:
        return _("with us since today")
    if days < 60:
        return ngettext("with us for %(n)s day", "with us for %(n)s days", days) % {"n": days}
    months = (today.year - since.year) * 12 + today.month - since.month - (today.day < since.day)
    if months < 24:
        return ngettext("with us for %(n)s month", "with us for %(n)s months", months) % {"n": months}
    years = months // 12
    return ngettext("with us for %(n)s year", "with us for %(n)s years", years) % {"n": years}
