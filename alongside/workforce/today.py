"""What this room brings to Today: who is on call, hours without anybody, people whose colleague left."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.actor import Actor
from alongside.access.roles import Can, Role
from alongside.agency.today import get_started
from alongside.participants.choices import Part
from alongside.ui.cards import Card, Place, Reason, Row, Verb
from alongside.workforce import queries
from alongside.workforce.line import gaps_soon, now_of

if TYPE_CHECKING:
    from alongside.workforce.queries import StandInRead


def brings(actor: Actor, people: Sequence[Any]) -> Iterator[Card | Reason]:
    """Each with what can be done next."""
    on_call = Verb(_("Who is on call"), reverse("workforce:on_call"))
    second = None
    if actor.may(Can.SET_ON_CALL):
        shifts = queries.shifts_in_sight()
        second = now_of(shifts)["second"]
        if gaps := gaps_soon(shifts):
            rows = [Row(gap) for gap in gaps]
            puts = Verb(_("Put somebody on call"), on_call.address)
            yield Card("gaps", Place.NOBODY_THERE, _("Nobody on call"), lambda: rows, end=(puts,))
        if actor.may(Can.SET_UP_AGENCY) and not shifts and not queries.was_anybody_on_call():
            thing, put = _("Who is on call"), _("Put somebody on call")
            yield get_started([Row(thing, on_call.address, verbs=(Verb(put, on_call.address),))])
    elif actor.may(Can.LOG_CALL):
        now = queries.on_call_now()
        second = {"staff": now.second.staff} if now.second else None
    if actor.may(Can.SET_ON_CALL) or actor.may(Can.LOG_CALL):
        why = _("Nobody is set as second on call.")
        if second:
            number = queries.phones().get(second["staff"].pk, "")
            who = f"{second['staff'].name}, \u2068{number}\u2069" if number else second["staff"].name
            why = _("Second on call, if you need somebody: %(who)s.") % {"who": who}
        if actor.roles & {Role.ON_CALL, Role.DROP_IN}:
            yield Card("door", Place.DOOR, why=why, end=(on_call,))
    if Role.SUPERVISOR in actor.roles and (left := queries.standing_in()):
        title = _("Their case manager or backup left")
        yield Card("standing-in", Place.NOBODY_THERE, title, partial(list, map(_standing_in, left)))


def _standing_in(row: "StandInRead") -> Row:
    """Somebody whose case manager or backup left: who walks with them for now, or nobody, until it is said how it
    goes on."""
    person = row.participant
    another = _("Choose a backup") if row.part == Part.BACKUP else _("Choose a case manager")
    stays = Verb(_("It stays so"), reverse("workforce:settle", args=[row.pk]), posts=True, about=person.alias)
    chooses = Verb(
        another,
        reverse("participants:team", args=[person.pk]),
        soft=not person.case_manager_id,
        about=person.alias,
    )
    return Row(
        person.alias,
        reverse("desk:participant", args=[person.pk]),
        why=_who_left(row),
        hue="",
        verbs=(stays, chooses) if person.case_manager_id else (chooses,),
    )


def _who_left(row: "StandInRead") -> str:
    """Who left, and how it goes on for now."""
    who = row.left.name
    if row.part == Part.BACKUP:
        return _("%(who)s, their backup, left. Nobody backs them up until you choose somebody.") % {
            "who": who
        }
    if row.staff is None:
        return _("%(who)s left. They have no case manager until you choose one.") % {"who": who}
    said = _("%(who)s left. %(backup)s, the backup, is their case manager for now.")
    found = said % {"who": who, "backup": row.staff.name}
    return found if row.backup else " ".join((found, _("Nobody backs them up.")))
