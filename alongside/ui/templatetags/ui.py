"""Tags for templates: their words in their face, times as people say them, and a message's way back."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django import template
from django.template.defaultfilters import linebreaks_filter
from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.dateformat import time_format
from django.utils.html import format_html, format_html_join, strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from alongside import clock
from alongside.ui.undo import said_about, way_back

register = template.Library()


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


def _day(day: date, today: date) -> str:
    if day == today:
        return _("Today")
    if day == today - timedelta(days=1):
        return _("Yesterday")
    if day == today + timedelta(days=1):
        return _("Tomorrow")
    if day.year == today.year:
        return format_date(day, pgettext("day and month", "j F"))
    return format_date(day, pgettext("day, month and year", "j F Y"))


def say_when(moment: date | datetime, *, hour: bool = True) -> str:
    """Say a day or a time as people do: "Today, 10:40", "19 February"; the hour only near today."""
    today = timezone.localtime(clock.now()).date()
    if not isinstance(moment, datetime):
        return _day(moment, today)
    local = timezone.localtime(moment if timezone.is_aware(moment) else moment.replace(tzinfo=UTC))
    said = _day(local.date(), today)
    if hour and abs((local.date() - today).days) <= 1:
        return f"{said}, {time_format(local.time(), 'H:i')}"
    return said


def _time_tag(moment: Any, said: str) -> SafeString:
    if isinstance(moment, datetime) and timezone.is_aware(moment):
        moment = timezone.localtime(moment)
    return format_html('<time datetime="{}">{}</time>', moment.isoformat(), said)


@register.filter
def when(moment: date | datetime | None) -> SafeString:
    """Say a moment as people do: today with its hour, this year without its year."""
    return _time_tag(moment, say_when(moment)) if moment else mark_safe("")


@register.filter
def day(moment: date | datetime | None) -> SafeString:
    """Say the day of a moment alone, as people do."""
    return _time_tag(moment, say_when(moment, hour=False)) if moment else mark_safe("")


@register.filter
def dated(moment: date | datetime | None) -> SafeString:
    """Say the day of a moment with its year, for paper that is read on another day."""
    if not moment:
        return mark_safe("")
    local = timezone.localtime(moment).date() if isinstance(moment, datetime) else moment
    return _time_tag(moment, format_date(local, pgettext("day, month and year", "j F Y")))


@register.filter
def exactly(moment: datetime | None) -> SafeString:
    """Say a moment with its day, year and hour, for records and logs."""
    if not moment:
        return mark_safe("")
    local = timezone.localtime(moment)
    said = format_date(local, pgettext("day, month and year", "j F Y"))
    return _time_tag(moment, f"{said}, {time_format(local.time(), 'H:i')}")


@register.filter
def hour(moment: datetime | None) -> SafeString:
    """Say the hour and minute of a moment."""
    if not moment:
        return mark_safe("")
    return _time_tag(moment, time_format(timezone.localtime(moment).time(), "H:i"))


@register.filter
def seal(alias: object) -> str:
    """The first two letters of an alias, for the round mark beside it."""
    return str(alias or "").strip()[:2]


@register.filter
def headed(html: object, of: object) -> SafeString:
    """The heading of a page says whom it is about, whichever page it is; one that names them says it once."""
    before, end, after = str(html).partition("</h1>")
    named = strip_tags(str(of)).strip(" ·")
    heading = before[before.rfind("<h1") :] if end else named
    whom = "" if named in heading else of
    return mark_safe(f"{before}{whom}{end}{after}")  # noqa: S308 - rendered already, and `of` is the frame's own


@register.filter
def month_name(day: date) -> str:
    """The month of a day alone."""
    return format_date(day, "F")


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
