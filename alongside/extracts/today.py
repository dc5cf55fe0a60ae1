"""What this room brings to Today: files that wait for a second person."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.actor import Actor
from alongside.access.given import Waits
from alongside.access.roles import Can
from alongside.extracts import queries
from alongside.ui.cards import Card, Place, Row, Verb


def waits(actor: Actor) -> Iterator[Waits]:
    """To whoever can be the second person."""
    if actor.may(Can.APPROVE_EXTRACT):
        yield Waits(partial(_asked, actor), queries.extracts())


def _asked(actor: Actor, _people: Sequence[Any], rows: list[queries.Extract]) -> Iterator[Card]:
    """What another asked for."""
    asked = [each for each in rows if each.by_id != actor.id and queries.stands(each) == "asked"]
    if asked:
        yield Card(
            "asked", Place.SECOND_PERSON, _("Second approvals"), lambda: [_row(each) for each in asked]
        )


def _row(row: queries.Extract) -> Row:
    verb = Verb(_("Decide"), reverse("extracts:extract", args=[row.pk]), about=row.by.name)
    why = _("%(who)s asks.") % {"who": row.by.name}
    thing = _("A file for %(whom)s") % {"whom": row.agency.name}
    return Row(thing, verb.address, row.by.name, row.at, why=why, verbs=(verb,))
