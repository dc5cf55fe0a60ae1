"""What this room brings to Today: agreements with partners to look at again."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.roles import Role
from alongside.partners import queries
from alongside.ui.cards import Card, Place, Reason, Row
from alongside.ui.templatetags.ui import say_when

if TYPE_CHECKING:
    from alongside.partners.models import PartnerAgreement


def brings(actor: Actor, people: Sequence[Any]) -> Iterator[Card | Reason]:
    """To a director alone."""
    if Role.DIRECTOR in actor.roles and (found := queries.agreements_to_review(clock.today())):
        title = _("Agreements to look at again")
        yield Card("agreements-title", Place.HOUSE, title, partial(list, map(_agreement, found)))


def _agreement(row: "PartnerAgreement") -> Row:
    if row.review_on:
        since = _("to be looked at since %(day)s") % {"day": say_when(row.review_on)}
    else:
        since = _("agreement ended %(day)s") % {"day": say_when(row.ends_on) if row.ends_on else ""}
    address = reverse("partners:agreement", args=[row.pk])
    return Row(row.agency.name, address, why=f"{row.get_kind_display()} · {since}")
