"""What this room brings to Today: who is on call, hours without anybody, people whose colleague left."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.actor import Actor
from alongside.access.roles import Can, Role
from alongside.agency.today import get_started
from alongside.participants import night
from alongside.participants.choices import Part
from alongside.ui import dates
from alongside.ui.cards import Card, Place, Reason, Row, Verb
from alongside.ui.dates import put
from alongside.workforce import queries
from alongside.workforce.line import gaps_soon, now_of

if TYPE_CHECKING:
    from alongside.agency.models import Staff
    from alongside.workforce.queries import StandInRead


def brings(actor: Actor, people: Sequence[Any]) -> Iterator[Card | Reason]:
    """Each with what can be done next."""
    on_call = Verb(_("Who is on call"), reverse("workforce:on_call"))
    now: dict[str, Staff] = {}
    if actor.may(Can.SET_ON_CALL):
        shifts = queries.shifts_in_sight()
        now = {place: told["staff"] for place, told in now_of(shifts).items() if told}
        if gaps := gaps_soon(shifts):
            rows = [Row(gap) for gap in gaps]
            puts = Verb(_("Put somebody on call"), on_call.address)
            yield Card("gaps", Place.NOBODY_THERE, _("Nobody on call"), lambda: rows, end=(puts,))
        if actor.may(Can.SET_UP_AGENCY) and not shifts and not queries.was_anybody_on_call():
            thing, put = _("Who is on call"), _("Put somebody on call")
            yield get_started([Row(thing, on_call.address, verbs=(Verb(put, on_call.address),))])
    elif actor.may(Can.LOG_CALL):
        now = queries.staff_on_call_now()
    if actor.may(Can.SET_ON_CALL) or actor.may(Can.LOG_CALL):
        yield from _at_the_door(actor, now, on_call)
    if Role.SUPERVISOR in actor.roles and (left := queries.standing_in()):
        title = _("Their case manager or backup left")
        yield Card("standing-in", Place.NOBODY_THERE, title, partial(list, map(_standing_in, left)))


def _at_the_door(actor: Actor, now: "dict[str, Staff]", on_call: Verb) -> Iterator[Card]:
    """Who else is there; and to whoever is on call at this minute, the briefs of this night."""
    mine = actor.may(Can.LOG_CALL) and any(each.pk == actor.id for each in now.values())
    if mine and (tonight := queries.briefs_tonight()):
        rows = [_brief(each, tonight) for each in night.briefs(tonight)]
        yield Card("door", Place.DOOR, rows=lambda: rows)
    if not actor.roles & {Role.ON_CALL, Role.DROP_IN}:
        return
    why = _("Nobody is set as second on call.")
    if second := now.get("second"):
        number = queries.phones().get(second.pk, "")
        who = f"{second.name}, \u2068{number}\u2069" if number else second.name
        why = _("Second on call, if you need somebody: %(who)s.") % {"who": who}
    finds = Verb(_("A name and a code word"), reverse("workforce:find_brief"), soft=False)
    yield Card("door", Place.DOOR, why=why, end=(finds, on_call) if mine else (on_call,))


def _brief(brief: night.CallBrief, tonight: dict[UUID, date]) -> Row:
    """Somebody with a critical period who left lines for the one on call; their page has the press that opens them."""
    address = reverse("workforce:brief", args=[brief.pk])
    verb = Verb(_("On-call brief"), address, about=brief.called)
    through = put(_("Critical period through %(day)s"), day=dates.day(tonight[brief.pk]))
    return Row(brief.called, address, why=through, hue="", verbs=(verb,))


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
