"""What this room brings to Today: who is on call, hours without anybody, people whose colleague left."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.access.actor import Actor
from alongside.access.given import Waits
from alongside.access.roles import Can, Role
from alongside.agency.modules import where
from alongside.agency.today import get_started
from alongside.participants import night
from alongside.participants.choices import Part
from alongside.ui import dates
from alongside.ui.cards import Card, Place, Row, Verb, short
from alongside.ui.dates import put
from alongside.workforce import cover_today, leavers, queries, rota_queries
from alongside.workforce.line import fills, gap_lasts, gap_line, gaps_soon, now_of, swap_line, swap_returns

if TYPE_CHECKING:
    from alongside.agency.models import Staff
    from alongside.workforce.models import HandOver, ShiftSwap
    from alongside.workforce.queries import StandInRead
    from alongside.workforce.rules import Gap


def waits(actor: Actor) -> Iterator[Waits]:
    """Each with what can be done next."""
    rota = rota_queries.rota_for(actor.id)
    yield from leavers.waits(actor)
    yield Waits(partial(_sheets, actor), rota)
    yield from cover_today.waits(actor)
    yield Waits(partial(_on_call, actor), rota)
    if Role.SUPERVISOR in actor.roles:
        yield Waits(_left, queries.standing_in())


def _on_now(rota: rota_queries.Rota) -> "dict[str, Staff]":
    return {place: told["staff"] for place, told in now_of(rota.shifts).items() if told}


def _sheets(actor: Actor, _people: Sequence[Any], rota: rota_queries.Rota) -> Iterator[Card]:
    """What was handed over to whoever is on call now."""
    mine = any(each.pk == actor.id for each in _on_now(rota).values())
    if mine and (sheets := rota_queries.handed_to(actor.id)):
        yield Card("door", Place.DOOR, rows=partial(_handed_over, sheets))


def _on_call(actor: Actor, _people: Sequence[Any], rota: rota_queries.Rota) -> Iterator[Card]:
    """Hours without anybody, who else is there, and what colleagues ask."""
    on_call = Verb(_("Who is on call"), reverse("workforce:on_call"))
    if actor.may(Can.SET_ON_CALL):
        if gaps := gaps_soon(rota):
            yield Card("gaps", Place.NOBODY_THERE, _("Nobody on call"), partial(_first_of, gaps))
        if actor.may(Can.SET_UP_AGENCY) and not rota.was_any:
            thing, put = _("Who is on call"), _("Put somebody on call")
            yield get_started([Row(thing, on_call.address, verbs=(Verb(put, on_call.address),))])
    if actor.may(Can.SET_ON_CALL) or actor.may(Can.BE_ON_CALL):
        yield from _at_the_door(actor, _on_now(rota), on_call)
    if rota.is_asked and (asked := rota_queries.my_swaps(actor.id).asked_of_me):
        yield Card("swaps", Place.COLLEAGUES, _("On call"), partial(_swaps, asked))


def _left(_people: Sequence[Any], left: "list[StandInRead]") -> Iterator[Card]:
    """To a supervisor."""
    if left:
        title = _("Their case manager or backup left")
        yield Card("standing-in", Place.NOBODY_THERE, title, partial(list, map(_standing_in, left)))


def _first_of(gaps: "list[Gap]") -> list[Row]:
    """The gap that comes first, with its hours already in the form; and that there are more, where there are."""
    more = len(gaps) - 1
    others = ngettext("One more in the next two days.", "%(count)s more in the next two days.", more)
    why = " · ".join(each for each in (gap_lasts(gaps[0]), others % {"count": more} if more else "") if each)
    return [Row(gap_line(gaps[0]), why=why, verbs=(Verb(_("Put somebody on call"), fills(gaps[0])),))]


def _handed_over(sheets: "list[HandOver]") -> list[Row]:
    """What was handed over last, in its words, and that there is more."""
    newest, more = sheets[0], len(sheets) - 1
    thing = _("Hand-over from %(name)s") % {"name": newest.by.name}
    others = ngettext("One more", "%(count)s more", more) % {"count": more} if more else ""
    address = reverse("workforce:hand_overs")
    return [Row(thing, address, on=newest.at, ours=short(newest.words or ""), why=others)]


def _swaps(asked: "list[ShiftSwap]") -> list[Row]:
    """A colleague asks for a swap: yes or no. Of several, the list has them."""
    if len(asked) > 1:
        count = {"count": len(asked)}
        said = (
            ngettext("%(count)s colleague asks to swap", "%(count)s colleagues ask to swap", len(asked))
            % count
        )
        return [Row(said, verbs=(Verb(_("Look at them"), f"{reverse('workforce:on_call')}#swaps"),))]
    (swap,) = asked
    verbs = (
        Verb(_("Yes"), reverse("workforce:swap_yes", args=[swap.pk]), posts=True, about=swap_line(swap)),
        Verb(
            _("No"),
            reverse("workforce:swap_no", args=[swap.pk]),
            posts=True,
            soft=False,
            about=swap_line(swap),
        ),
    )
    return [Row(swap_line(swap), why=swap_returns(swap), verbs=verbs)]


def _at_the_door(actor: Actor, now: "dict[str, Staff]", on_call: Verb) -> Iterator[Card]:
    """Who else is there; and to whoever is on call at this minute, the briefs of this night."""
    mine = actor.may(Can.BE_ON_CALL) and any(each.pk == actor.id for each in now.values())
    if mine and (tonight := queries.briefs_tonight()):
        rows = [_brief(each, tonight[each.pk]) for each in night.briefs(tonight)]
        yield Card("door", Place.DOOR, rows=lambda: rows)
    if not actor.roles & {Role.ON_CALL, Role.DROP_IN}:
        return
    why = _("Nobody is set as second on call.") if "second" not in now else ""
    if (second := now.get("second")) and second.pk != actor.id:
        number = queries.phones().get(second.pk, "")
        who = f"{second.name}, \u2068{number}\u2069" if number else second.name
        why = _("Second on call, if you need somebody: %(who)s.") % {"who": who}
    finds = Verb(_("A name and a code word"), where("break_glass:find"), soft=False)
    yield Card("door", Place.DOOR, why=why, end=(finds, on_call) if mine else (on_call,))


def _brief(brief: night.CallBrief, through: date | None) -> Row:
    """Somebody with a critical period who left lines for the one on call; their page has the press that opens them."""
    address = reverse("workforce:brief", args=[brief.pk])
    verb = Verb(_("On-call brief"), address, about=brief.called)
    said = put(_("Critical period through %(day)s"), day=dates.day(through)) if through else ""
    return Row(
        brief.called,
        address,
        why=said or _("They gave their alias and code word tonight."),
        hue="",
        verbs=(verb,),
    )


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
