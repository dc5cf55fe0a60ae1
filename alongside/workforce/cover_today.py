"""What cover brings to Today: what came in for a colleague, for whom one covers, and time off that waits for a yes."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.actor import Actor
from alongside.access.given import Waits
from alongside.access.roles import Can, Role
from alongside.ui.cards import Card, Line, Place, Row, Verb
from alongside.ui.dates import put
from alongside.workforce import cover_queries, left_queries
from alongside.workforce.cover_words import span, until

if TYPE_CHECKING:
    from alongside.workforce.models import Cover, LeftWord, TimeOff

FEW = 3


def waits(actor: Actor) -> Iterator[Waits]:
    """Nothing of it where there is nothing."""
    yield Waits(partial(_came_in, actor), left_queries.left_words())
    if actor.may(Can.OPEN_RECORD):
        yield Waits(_covers, cover_queries.i_cover(actor))
    if Role.SUPERVISOR in actor.roles:
        yield Waits(_asked, cover_queries.to_confirm())


def _came_in(actor: Actor, _people: Sequence[Any], left: "list[LeftWord]") -> Iterator[Card]:
    if left:
        yield Card("left", Place.DOOR, _("Came in"), partial(_all_left, actor, left), fold=len(left) > FEW)


def _covers(people: Sequence[Any], mine: "list[Cover]") -> Iterator[Card]:
    if mine and any(each.covers for each in people):
        fold = len(mine) > FEW
        yield Card("covering", Place.COLLEAGUES, _("You cover"), partial(_all_covered, mine), fold=fold)


def _asked(_people: Sequence[Any], asked: "list[TimeOff]") -> Iterator[Card]:
    if asked:
        title = _("Second approvals")
        yield Card("asked", Place.SECOND_PERSON, title, partial(list, map(_to_confirm, asked)))


def _all_left(actor: Actor, rows: "list[LeftWord]") -> list[Row]:
    return [_left(actor, each) for each in rows]


def _all_covered(rows: "list[Cover]") -> list[Row]:
    return [_covering(off, list(some)) for off, some in groupby(rows, key=lambda row: row.off)]


def _left(actor: Actor, row: "LeftWord") -> Row:
    address = reverse("workforce:left", args=[row.pk])
    how = row.get_way_display()
    thing = how if row.staff_id == actor.id else put(_("%(how)s for %(name)s"), how=how, name=row.staff.name)
    why = put(_("%(name)s has it."), name=row.taken_by.name) if row.taken_by else ""
    verb = Verb(_("Read"), address, about=row.alias or "")
    return Row(thing, address, row.alias or "", row.at, why=why, verbs=(verb,))


def _covering(off: "TimeOff", rows: "list[Cover]") -> Row:
    lines = [
        Line(row.participant.alias or "", address=reverse("desk:participant", args=[row.participant_id]))
        for row in rows
    ]
    thing = put(_("For %(name)s, %(until)s"), name=off.staff.name, until=until(off.during.upper))
    return Row(thing, lines=tuple(lines))


def _to_confirm(off: "TimeOff") -> Row:
    address = reverse("workforce:cover_plan", args=[off.pk])
    verb = Verb(_("Look at it"), address, about=off.staff.name)
    return Row(_("Time off"), address, why=f"{off.staff.name}, {span(off)}", verbs=(verb,))
