"""Judgements at the front door that need no database, and the kind sentences for what cannot be."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from alongside import clock

LISTED_FOR = timedelta(days=90)
A_SHIFT = timedelta(hours=24)


class TurnedAway(ValueError):  # noqa: N818
    """Something cannot be done as asked; `said` is the sentence for the one who asked."""

    said: str | Promise = ""


class NotWithinReach(TurnedAway):
    """The contact or the participant is not within reach any more."""

    said = _("This contact or this person is not within your reach any more. Nothing was changed.")


class JoinedElsewhere(TurnedAway):
    """The contact is joined to another participant already."""

    said = _("This contact is joined to somebody already. It can be parted first, at their wish.")


class SentBefore(TurnedAway):
    """The reference of this sending is taken by something else."""

    said = _("This page was used before. Your words are here: please send them once more.")


class AboutAnother(TurnedAway):
    """Somebody asked about another person; that person has not come to us themselves."""

    said = _(
        "Somebody asked about another person here. When that person comes to us themselves, "
        "an alias can be kept from their own call or visit."
    )


class OneNeed(TurnedAway):
    """Case management starts from one need in their own words, and nothing else."""

    said = _("One sentence in their own words is all it takes to begin. What would they like help with?")


def _said_day(moment: datetime) -> str:
    local = timezone.localtime(moment)
    if local.year == clock.today().year:
        return format_date(local, pgettext("short day", "j M"))
    return format_date(local, pgettext("short day with year", "j M Y"))


def short_day(moment: datetime) -> str:
    """A day in a few letters: "6 Jan", with its year once that is past."""
    return _said_day(moment)


def short_time(moment: datetime) -> str:
    """A day and its hour in a few letters: "6 Jan 02:07"."""
    return f"{_said_day(moment)} {timezone.localtime(moment):%H:%M}"


def contact_name(at: datetime) -> str:
    """What an anonymous contact is called: by its time, there being nothing else to call it by."""
    return gettext("Anonymous contact, %(time)s") % {"time": short_time(at)}


def neutral_alias(at: datetime) -> str:
    """A name to stand in until they choose one."""
    return gettext("No name yet, %(day)s") % {"day": short_day(at)}
