"""What this room brings to Today: what others answered to a referral, and whom to ask again about now."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models.expressions import Combinable
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from alongside.access.actor import Actor
from alongside.access.given import Waits
from alongside.access.roles import Can, Role
from alongside.referrals import queries
from alongside.ui.cards import Card, Place, Reason, Row, Verb

SHOWN = 3


def beside(_me: UUID, _today: date) -> dict[str, Combinable]:
    """Referrals that hold."""
    return queries.held_beside()


def waits(actor: Actor) -> Iterator[Waits]:
    """Referrals that somebody answered or that are to be asked about."""
    if actor.may(Can.OPEN_RECORD):
        yield Waits(_ways, queries.said_today(actor), queries.asks_today(actor))


def _ways(
    _people: Sequence[Any], said: list[queries.ForToday], asks: list[queries.ForToday]
) -> Iterator[Card]:
    """Each with what can be done next."""
    if found := said + asks:
        title = _("Waiting on others")
        yield Card("ways-title", Place.ANSWERS, title, partial(list, map(_way, found)))


def brings(actor: Actor, people: Sequence[Any]) -> Iterator[Card | Reason]:
    """To a director, what is stuck."""
    if (
        Role.DIRECTOR in actor.roles
        and actor.may(Can.SEE_BARRIERS)
        and (stuck := queries.barriers_told()[:SHOWN])
    ):
        rows = [_barrier(f"{system}: {what}") for system, what in stuck]
        yield Card("barriers", Place.HOUSE, _("System barriers"), lambda: rows)


def _barrier(thing: str) -> Row:
    """What is stuck in a system; how often is said where it leads."""
    address = reverse("referrals:report")
    return Row(thing, address, verbs=(Verb(_("Open"), address, about=thing),))


def _way(each: queries.ForToday) -> Row:
    row = each.referral
    told, about = {"who": row.to}, [row.participant_id, row.pk]
    address, alias = reverse("referrals:referral", args=about), row.participant.alias
    label = pgettext("how things stand", "We asked")
    spoken = _("We asked, for %(who)s") % {"who": alias}
    on: datetime | date | None
    if each.answer:
        thing, on, why = f"{row.to}: {each.answer.get_answer_display()}", each.answer.at, ""
        verb = Verb(_("Open"), address, about=alias)
    elif each.place:
        thing, on = _("Check the waitlist at %(who)s") % told, each.place.next_on
        why = " ".join((_("Meanwhile:"), each.place.interim)) if each.place.interim else ""
        verb = Verb(label, reverse("referrals:waiting", args=about), spoken=spoken)
    else:
        thing, on, why = _("Ask %(who)s again") % told, row.follow_up_on, ""
        verb = Verb(label, reverse("referrals:warm", args=about), spoken=spoken)
    return Row(thing, address, alias, on=on, why=why, verbs=(verb,))
