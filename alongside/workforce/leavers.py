"""What a colleague whose account was closed leaves open: shifts they had, and people they were to cover for."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from django.db.models import DateTimeField, Exists, Func, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.actor import Actor
from alongside.access.given import Waits
from alongside.access.roles import Can, Role
from alongside.access.written import later
from alongside.ui.cards import Card, Place, Row, Verb
from alongside.ui.dates import put
from alongside.workforce import may_be
from alongside.workforce.cover_words import span
from alongside.workforce.line import day_and_hours, fills
from alongside.workforce.models import Cover, LeftShift
from alongside.workforce.rules import Gap

FEW = 3


def _shifts() -> QuerySet[LeftShift]:
    """Not over, and nobody was put there since."""
    now = Func(function="access.now", output_field=DateTimeField())
    put_there = may_be.answered().filter(place=OuterRef("place"), during__overlap=OuterRef("during"))
    rows = LeftShift.objects.filter(~Exists(put_there), during__endswith__gt=now)
    return rows.select_related("left").order_by("during", "place")


def _covers() -> QuerySet[Cover]:
    """Of time off that is planned or holds, while the person has the case manager who is away."""
    now = Func(function="access.now", output_field=DateTimeField())
    rows = Cover.objects.filter(
        staff__id__is_active=False, off__taken_back_at=None, off__during__endswith__gt=now
    )
    return rows.select_related("participant", "staff", "off__staff").order_by("off__during", "id")


def waits(actor: Actor) -> Iterator[Waits]:
    """Shifts to whoever sets who is on call; to a supervisor, whom somebody was to cover for as well."""
    if Role.SUPERVISOR in actor.roles:
        yield Waits(_brings, later(_shifts), later(_covers))
    elif actor.may(Can.SET_ON_CALL):
        yield Waits(_brings, later(_shifts))


def _brings(
    _people: Sequence[Any], shifts: Sequence[LeftShift], covers: Sequence[Cover] = ()
) -> Iterator[Card]:
    """One short row for each, until somebody else is there."""
    if shifts or covers:
        yield Card(
            "left-over",
            Place.NOBODY_THERE,
            _("A colleague left"),
            partial(_all, shifts, covers),
            fold=len(shifts) + len(covers) > FEW,
        )


def _all(shifts: Sequence[LeftShift], covers: Sequence[Cover]) -> list[Row]:
    return [*map(_cover, covers), *map(_shift, shifts)]


def _cover(row: Cover) -> Row:
    address = reverse("workforce:cover_plan", args=[row.off_id])
    told = {"name": row.staff.name, "whose": row.off.staff.name, "days": span(row.off)}
    why = put(_("%(name)s, who was to cover for %(whose)s %(days)s, left."), **told)
    alias = row.participant.alias or ""
    return Row(alias, address, why=why, hue="", verbs=(Verb(_("Choose somebody"), address, about=alias),))


def _shift(row: LeftShift) -> Row:
    begins, ends = row.during.lower, row.during.upper
    thing = f"{day_and_hours(begins, ends)} · {row.get_place_display()}"
    puts = Verb(_("Put somebody on call"), fills(Gap(begins, ends, row.place)), about=thing)
    return Row(thing, why=put(_("%(name)s, who was on call then, left."), name=row.left.name), verbs=(puts,))
