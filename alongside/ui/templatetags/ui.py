"""Tags for templates: their words in their face, times as people say them, and a message's way back."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django import template
from django.template.defaultfilters import linebreaks_filter
from django.utils.html import format_html, format_html_join, strip_tags
from django.utils.safestring import SafeString, mark_safe

from alongside.ui import dates
from alongside.ui import money as amounts
from alongside.ui.reading import only_read
from alongside.ui.undo import said_about, way_back

register = template.Library()
_LINK = re.compile(r"<(/?)a\b[^>]*>")


@register.filter
def theirs(text: object) -> SafeString:
    """Set a participant's words in their own face, in the direction of their script, line breaks kept."""
    if text is None or text == "":
        return mark_safe("")
    lines = str(text).replace("\r\n", "\n").split("\n")
    broken = format_html_join(mark_safe("<br>"), "{}", ((line,) for line in lines))
    return format_html('<span class="theirs" dir="auto">{}</span>', broken)


@register.filter
def ours(text: object) -> SafeString:
    """Set what a worker wrote as paragraphs in our face, in the direction of its script."""
    if text is None or text == "":
        return mark_safe("")
    return format_html('<div class="ours" dir="auto">{}</div>', linebreaks_filter(str(text)))


@register.filter
def when(moment: date | datetime | None) -> SafeString:
    """Say a moment as people do: today with its hour, this year without its year."""
    return dates.tagged(moment, dates.when(moment)) if moment else mark_safe("")


@register.filter
def day(moment: date | datetime | None) -> SafeString:
    """Say the day of a moment alone, as people do."""
    return dates.tagged(moment, dates.day(moment)) if moment else mark_safe("")


@register.filter
def short_day(moment: date | datetime | None) -> SafeString:
    """Say the day of a moment in a few letters."""
    return dates.short(moment) if moment else mark_safe("")


@register.filter
def dated(moment: date | datetime | None) -> SafeString:
    """Say the day of a moment with its year, for paper that is read on another day."""
    return dates.tagged(moment, dates.dated(moment)) if moment else mark_safe("")


@register.filter
def exactly(moment: datetime | None) -> SafeString:
    """Say a moment with its day, year and hour, for records and logs."""
    return dates.tagged(moment, dates.exactly(moment)) if moment else mark_safe("")


@register.filter
def hour(moment: datetime | time | None) -> SafeString:
    """Say the hour and minute of a moment."""
    if moment is None:
        return mark_safe("")
    said = dates.hour(moment)
    return said if isinstance(moment, time) else dates.tagged(moment, said)


@register.filter
def for_them(moment: datetime, zone: str) -> str:
    """The same moment by their own clock, in brackets, where it tells another time than ours."""
    said = dates.for_them(moment, zone)
    return f" ({said})" if said else ""


@register.filter
def at_theirs(moment: datetime, zone: str) -> str:
    """The same moment by the clock of an office, in brackets, where it tells another time than ours."""
    said = dates.at_theirs(moment, zone)
    return f" ({said})" if said else ""


@register.filter
def clock_of(zone: str) -> str:
    """How the clock of a place reads beside ours, where it tells another time."""
    return dates.clock_of(zone)


@register.filter
def low(said: SafeString) -> SafeString:
    """What is said of a day or a time, after other words of its line: without a capital."""
    return said.after if isinstance(said, dates.Said) else said


@register.filter
def money(amount: Decimal) -> SafeString:
    """An amount of money, in one direction on any page."""
    return format_html('<bdi dir="ltr">{}</bdi>', amounts.said(amount))


@register.filter
def month(day: date) -> str:
    """The month of a day with its year."""
    return dates.month(day)


@register.filter
def month_name(day: date) -> str:
    """The month of a day alone."""
    return dates.month_name(day)


@register.filter
def month_in_address(day: date) -> str:
    """The month of a day as an address names it."""
    return day.isoformat()[:7]


@register.filter
def seal(alias: object) -> str:
    """The first two letters of an alias, for the round mark beside it."""
    return str(alias or "").strip()[:2]


@register.filter
def unlinked(html: object) -> SafeString:
    """What a page of ours says, leading nowhere: for what was kept in a part that is left off."""
    return mark_safe(_LINK.sub(r"<\1span>", str(html)))  # noqa: S308 - escaped by the page that said it


@register.filter
def to_read(html: object, opens: Sequence[str]) -> SafeString:
    """A page to somebody who only reads it: without what changes anything, and leading nowhere but to what `opens`."""
    return only_read(str(html), opens) if opens else mark_safe(str(html))  # noqa: S308 - as the page said it


@register.filter
def headed(html: object, of: object) -> SafeString:
    """The heading of a page says whom it is about, whichever page it is; one that names them says it once."""
    before, end, after = str(html).partition("</h1>")
    named = strip_tags(str(of)).strip(" ·")
    heading = before[before.rfind("<h1") :] if end else named
    whom = "" if named in heading else of
    return mark_safe(f"{before}{whom}{end}{after}")  # noqa: S308 - rendered already, and `of` is the frame's own


@register.filter
def said(message: object, frame: Mapping[str, Any]) -> SafeString:
    """What a message says, and about whom: where its sentence has no place for the name, the name begins it."""
    whom, sentence = said_about(message), str(message)
    name = frame["called"](whom) if whom else ""
    if not name:
        return format_html("{}", sentence.replace(" {who}", ""))
    named = format_html("<bdi>{}</bdi>", name)
    before, here, after = sentence.partition("{who}")
    return format_html("{}{}{}", before, named, after) if here else format_html("{}: {}", named, sentence)


@register.simple_tag
def undo_of(message: object) -> str:
    """Where a message's Undo leads, or nothing."""
    return way_back(message)
