"""What contacts are called, and the kind sentences for what cannot be done."""

from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from alongside.frontdoor import rules
from alongside.ui import dates

SAID: dict[type[Exception], str | Promise] = {
    rules.NotWithinReach: _(
        "This contact or this person is not within your reach any more. Nothing was changed."
    ),
    rules.JoinedElsewhere: _(
        "This contact is joined to somebody already. It can be parted first, at their wish."
    ),
    rules.SentBefore: _("This page was used before. Your words are here: please send them once more."),
    rules.AboutAnother: _(
        "Somebody asked about another person here. When that person comes to us themselves, "
        "an alias can be kept from their own call or visit."
    ),
    rules.OneNeed: _(
        "One sentence in their own words is all it takes to begin. What would they like help with?"
    ),
}


def said(error: Exception) -> str:
    """The sentence for the one who asked."""
    return str(SAID[type(error)])


def short_time(moment: datetime) -> dates.Said:
    """A day and its hour in a few letters: "Jan 6, 2:07 AM"."""
    return dates.at_hour(dates.short(moment), dates.hour(moment))


def contact_name(at: datetime) -> str:
    """What an anonymous contact is called: by its time, there being nothing else to call it by."""
    return dates.put(gettext("Anonymous contact, %(time)s"), time=short_time(at))


def neutral_alias(at: datetime) -> str:
    """A name to stand in until they choose one."""
    return dates.put(gettext("No name yet, %(day)s"), day=dates.short(at))
