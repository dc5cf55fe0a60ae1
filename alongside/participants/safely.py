"""How to reach somebody safely, said in one line for the head of their page and every list."""

from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.participants.choices import Channel, Safe
from alongside.participants.queries import ContactPoint
from alongside.ui.dates import hour_kept, put


def in_a_line(point: ContactPoint | None) -> str:
    """The rule in a few words: "Text only, before 6 PM"."""
    if point is None:
        return _("Nobody has told us how to reach them safely yet")
    how, hours = _how(point), _hours(point)
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


def _hours(point: ContactPoint) -> str:
    if point.from_time and point.until_time:
        return put(
            _("from %(start)s to %(end)s"), start=hour_kept(point.from_time), end=hour_kept(point.until_time)
        )
    if point.until_time:
        return put(_("before %(end)s"), end=hour_kept(point.until_time))
    if point.from_time:
        return put(_("after %(start)s"), start=hour_kept(point.from_time))
    return ""


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
