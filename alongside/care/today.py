"""What this room brings to Today: what a colleague asks of me, that I was answered, the way to the care page, and what
follows from the organisation review."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.given import Waits
from alongside.access.roles import Can, Role
from alongside.agency.modules import is_off
from alongside.care import queries, queries_review
from alongside.ui.cards import Card, Place, Row, Verb, short

if TYPE_CHECKING:
    from alongside.care.models import ReviewAction

A_YEAR = timedelta(days=365)


def waits(actor: Actor) -> Iterator[Waits]:
    """What colleagues ask, answer and thank for."""
    if actor.may(Can.REFLECT) or Role.ADVISER in actor.roles:
        yield Waits(partial(_support, actor), queries.waiting(actor))


def _support(actor: Actor, _people: Sequence[Any], found: list[queries.Waits]) -> Iterator[Card]:
    """Who asks is named; for what is read where the row leads."""
    yield from _review(actor, found)
    if said := [_said(each) for each in found if each.kind == "said"]:
        yield Card("feels", Place.COLLEAGUES, _("How it feels to work with us"), lambda: said)
    if not actor.may(Can.REFLECT):
        return
    if asks := [_asks(each) for each in found if each.kind == "asks"]:
        yield Card("support", Place.COLLEAGUES, _("Support for staff"), lambda: asks)
    told = [_TOLD[each.kind](each) for each in found if each.kind in _TOLD]
    # Where practice is there, its row of what is for oneself leads here as well.
    leads = (Verb(_("Support"), reverse("care:care"), soft=False),) if is_off("practice:practice") else ()
    if told or leads:
        yield Card("for-me", Place.ME, rows=lambda: told, end=leads)
    if Role.DIRECTOR in actor.roles and not queries.anything_offered():
        sets = Verb(_("Set it up"), reverse("care:new_offer"))
        nothing = [Row(_("No staff support is set up yet"), sets.address, verbs=(sets,))]
        yield Card("support-none", Place.HOUSE, _("Support for staff"), lambda: nothing)


def _review(actor: Actor, found: list[queries.Waits]) -> Iterator[Card]:
    """What is to be done after a review, folded; else that one is open to me, or that a year has gone by."""
    title, address = _("Organisation review"), reverse("care:reviews")
    if agreed := [each.ref for each in found if each.kind == "agreed"]:
        rows = partial(lambda of: [_agreed(actor, each) for each in queries_review.open_actions(of)], agreed)
        yield Card("review", Place.HOUSE, title, rows, fold=True)
        return
    reviews = [each for each in found if each.kind in ("reviewed", "reviewing")]
    says = ""
    if actor.may(Can.REVIEW_ORGANISATION):
        if reviews and max(each.on for each in reviews) < clock.now() - A_YEAR:
            says = _("The organisation review comes once a year")
    elif now := [each for each in reviews if each.kind == "reviewing"]:
        says = _("You are invited to the organisation review %(year)s") % {"year": now[-1].who}
    if says:
        row = Row(says, address, verbs=(Verb(_("Open"), address, about=says),))
        yield Card("review", Place.HOUSE, title, lambda: [row])


def _agreed(actor: Actor, row: "ReviewAction") -> Row:
    address = reverse("care:review_action", args=[row.pk])
    words = short(row.words)
    who = "" if row.owner_id == actor.id else row.owner.name
    return Row(words, address, on=row.due_on, why=who, verbs=(Verb(_("Open"), address, about=words),))


def _said(row: queries.Waits) -> Row:
    """Somebody said it for me to read; who, and what, where the row leads."""
    address = reverse("care:check", args=[row.ref])
    thing = _("Somebody asked you to read this")
    return Row(thing, address, on=row.on, verbs=(Verb(_("Read"), address, about=thing),))


def _asks(row: queries.Waits) -> Row:
    address = reverse("care:wish", args=[row.ref])
    thing = _("%(name)s asks you for support") % {"name": row.who}
    return Row(
        thing, address, on=row.on, hue="", mark=row.who, verbs=(Verb(_("Open"), address, about=thing),)
    )


def _thanks(row: queries.Waits) -> Row:
    seen = Verb(_("I have seen it"), reverse("care:thanks_seen", args=[row.ref]), posts=True)
    return Row(_("%(name)s thanks you") % {"name": row.who}, reverse("care:care"), on=row.on, verbs=(seen,))


def _answered(row: queries.Waits) -> Row:
    address = reverse("care:wish", args=[row.ref])
    thing = _("%(name)s answered you") % {"name": row.who}
    return Row(thing, address, on=row.on, verbs=(Verb(_("Read"), address, about=thing),))


_TOLD = {"answered": _answered, "thanks": _thanks}
