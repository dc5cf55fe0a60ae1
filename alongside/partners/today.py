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
from alongside.ui.cards import Card, Place, Reason, Row, Verb

if TYPE_CHECKING:
    from alongside.partners.models import PartnerAgreement

SHOWN = 3


def brings(actor: Actor, people: Sequence[Any]) -> Iterator[Card | Reason]:
    """To a director alone."""
    if Role.DIRECTOR in actor.roles and (found := queries.agreements_to_review(clock.today())):
        title = _("Agreements to review")
        yield Card("agreements-title", Place.HOUSE, title, partial(list, map(_agreement, found)))
    if Role.DIRECTOR in actor.roles and (gaps := queries.gaps()[:SHOWN]):
        rows = [_gap(sought) for sought in gaps]
        yield Card("gaps-told", Place.HOUSE, _("Looked for and not found"), lambda: rows)


def _gap(sought: str) -> Row:
    """A service that nobody had; how often is said where it leads."""
    address = reverse("partners:gaps")
    return Row(sought, address, verbs=(Verb(_("Open"), address, about=sought),))


def _agreement(row: "PartnerAgreement") -> Row:
    ended = "" if row.review_on else _("It has ended.")
    address = reverse("partners:agreement", args=[row.pk])
    verb = Verb(_("Review"), address, about=row.agency.name)
    on = row.review_on or row.ends_on
    return Row(f"{row.get_kind_display()}: {row.agency.name}", address, on=on, why=ended, verbs=(verb,))
