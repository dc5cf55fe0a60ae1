"""What this room brings to Today: of what few are left, folded, to whoever keeps stock at the drop-in; and what of help
with money waits for a decision, or was answered."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.access.actor import Actor
from alongside.access.given import Waits
from alongside.access.roles import Can, Role
from alongside.provisions import assistance_queries as assistance
from alongside.provisions import stock_queries as queries
from alongside.provisions.stock_words import few_left
from alongside.ui.cards import Card, Place, Reason, Row, Verb
from alongside.ui.money import said


def brings(actor: Actor, people: Sequence[Any]) -> Iterator[Card | Reason]:
    """One row for all of it, opened by whoever wants to see."""
    if Role.DROP_IN not in actor.roles or not actor.may(Can.KEEP_STOCK):
        return
    if few := queries.low(actor):
        title = ngettext("Few left: %(count)s thing", "Few left: %(count)s things", len(few)) % {
            "count": len(few)
        }
        rows = [
            Row(few_left(each), reverse("stock:came", args=[each.site_id]) + _which(each)) for each in few
        ]
        yield Card("stock", Place.HOUSE, title, lambda: rows, fold=True)


def _which(line: queries.StockLine) -> str:
    return f"?what={line.thing_id}|{line.size}"


def waits(actor: Actor) -> Iterator[Waits]:
    """What of help with money waits for my decision, and what I was answered."""
    if actor.may(Can.ASK_MONEY) or actor.may(Can.DECIDE_MONEY):
        yield Waits(partial(_money, actor), assistance.waiting(actor))


def _money(_actor: Actor, people: Sequence[Any], found: list[assistance.Waits]) -> Iterator[Card]:
    """Folded: how many wait for me, without anybody's name; and what was answered, with whom it is for."""
    if asks := [each for each in found if each.kind == "decide"]:
        count = len(asks)
        title = ngettext(
            "Help with money: %(count)s to decide", "Help with money: %(count)s to decide", count
        )
        yield Card("money", Place.HOUSE, title % {"count": count}, lambda: list(map(_asks, asks)), fold=True)
    if told := [each for each in found if each.kind != "decide"]:
        count = len(told)
        title = ngettext("Help with money: %(count)s answer", "Help with money: %(count)s answers", count)
        names = {each.pk: each for each in people}

        def rows() -> list[Row]:
            return [_told(each, names.get(each.ref)) for each in told]

        yield Card("money-told", Place.ANSWERS, title % {"count": count}, rows, fold=True)


def _asks(row: assistance.Waits) -> Row:
    address = reverse("assistance:decide", args=[row.ref])
    thing = said(row.amount)
    return Row(thing, address, on=row.on, verbs=(Verb(_("Decide"), address, about=thing),))


def _told(row: assistance.Waits, person: Any) -> Row:
    address = reverse("assistance:money", args=[row.ref])
    if row.kind == "agreed":
        thing, verb = _("%(amount)s agreed, to hand over"), _("Hand over")
    else:
        thing, verb = _("%(amount)s: not this time"), _("Read")
    thing = thing % {"amount": said(row.amount)}
    alias = person.alias if person is not None else ""
    return Row(thing, address, person=alias, on=row.on, verbs=(Verb(verb, address, about=thing),))
