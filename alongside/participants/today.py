"""People on Today: who may need me and why, who asks for another case manager, and whom nobody walks with yet."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models.expressions import Combinable
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.roles import Can, Role
from alongside.access.room import rooms
from alongside.participants import critical, queries, safely
from alongside.participants.choices import Part, State
from alongside.participants.of_today import SOON, of_today
from alongside.participants.queries import Need, Participant
from alongside.ui import dates
from alongside.ui.addresses import url
from alongside.ui.cards import Card, Empty, Line, Place, Reason, Row, Verb
from alongside.ui.dates import put

SHOWN = 10
FEW = 3
PROPOSED = timedelta(days=5)  # before its first day a critical period that is proposed comes up
NEW_WITH_ME = 20  # the rank of whom one does not know yet
HUES = {
    State.CONTACT: "s-new",
    State.WAITING: "s-new",
    State.ACTIVE: "s-steady",
    State.PAUSED: "s-quiet",
    State.CLOSED: "s-distant",
}
BEGINNING = (State.CONTACT, State.WAITING)


def everybody(actor: Actor) -> list[Participant]:
    """People who may be on Today, with what each room needs to know of them, in one query."""
    return of_today(actor, _beside, assigns=SHOWN + 1 if actor.may(Can.ASSIGN) else 0)


def beside(me: UUID, today: date) -> dict[str, Combinable]:
    """Critical periods that are not over, and the hard dates around which others are proposed."""
    return critical.live_beside(today) | critical.dates_beside(to_come=True)


def _beside(me: UUID, today: date) -> dict[str, Combinable]:
    return {name: each for room in rooms() if room.beside for name, each in room.beside(me, today).items()}


def brings(actor: Actor, people: Sequence[Any]) -> Iterator[Card | Reason]:
    """Who is new with me; and to whoever assigns, who asks for another, and two records that may be of one person."""
    yield from (_new_with_me(person) for person in people if _is_new(person))
    yield from (_critical(person, live) for person in people if (live := critical.live_of(person)))
    yield from _proposals(people)
    if coming := _coming(actor, people):
        title = _("Critical periods, now and in the next two weeks")
        rows = lambda: [_comes(person, live) for person, live in coming]  # noqa: E731
        yield Card("critical", Place.SECOND_PERSON, title, rows, fold=len(coming) > FEW)
    if asking := [person for person in people if vars(person).get("asks")]:
        title = _("Past their case manager, to supervision")
        yield Card("asking", Place.NOBODY_WALKS, title, lambda: [_asks(person) for person in asking])
    if opened := [person for person in people if vars(person).get("brief_opened")]:
        title = _("On-call briefs that were opened")
        yield Card("openings", Place.NOBODY_WALKS, title, lambda: [_opening(person) for person in opened])
    if pairs := _pairs(people):
        everything = Verb(_("All possible duplicates"), url("participants:pairs"), soft=False)
        title = _("Possible duplicates")
        rows = lambda: [_same(pair, person) for pair, person in pairs.items()]  # noqa: E731
        yield Card("twice", Place.NOBODY_WALKS, title, rows, end=(everything,))


def people_cards(actor: Actor, people: Sequence[Participant], reasons: Iterable[Reason]) -> Iterator[Card]:
    """Whom nobody walks with yet, and people who may need me, with what every room says why."""
    of: dict[UUID, list[Reason]] = {}
    paused = {person.pk for person in people if person.state == State.PAUSED}
    for reason in sorted(reasons, key=lambda each: each.rank):
        if reason.reach and reason.person in paused:
            continue  # a pause stops every reminder to reach out
        if not any(each.rank == reason.rank for each in of.setdefault(reason.person, [])):
            of[reason.person].append(reason)
    alone = [person for person in people if person.case_manager_id is None and person.state != State.CLOSED]
    near = [
        person
        for person in people
        if person.case_manager_id and person.my_part and any(each.by_itself for each in of.get(person.pk, ()))
    ]
    told = [person.pk for person in (*alone, *near)]
    needs = queries.needs(told) if told else {}
    reach = queries.reach_of(told) if told else {}
    if alone:
        yield _waiting(alone, needs)
    near.sort(key=lambda person: _when(of[person.pk], person))
    rows = lambda: [  # noqa: E731
        _needed(person, of[person.pk], needs.get(person.pk, []), safely.in_a_line(reach.get(person.pk)))
        for person in near
    ]
    if near or Role.CASE_MANAGER in actor.roles:
        walks = any(person.my_part for person in people)
        yield Card("needed", Place.PEOPLE, _("People who may need me"), rows, empty=_nobody(actor, walks))


def _when(reasons: list[Reason], person: Participant) -> tuple[bool, Any, UUID]:
    """Who has an hour comes first, in the order of hours."""
    at = next((each.at for each in reasons if each.at), None)
    return at is None, at or clock.now(), person.pk


def _nobody(actor: Actor, walks: bool) -> Empty:
    if walks:
        return Empty(_("Nobody is waiting for a word from you just now."))
    how = _("People appear here when a supervisor chooses you as their case manager.")
    new = Verb(_("Add a person"), url("participants:new")) if actor.may(Can.START_CASE) else None
    return Empty(_("You are nobody's case manager yet."), how, new)


def _waiting(alone: list[Participant], needs: Mapping[UUID, list[Need]]) -> Card:
    alone.sort(key=lambda person: person.first_contact_at)
    more = Verb(_("Everyone without a case manager"), url("desk:people"), soft=False)
    return Card(
        "waiting",
        Place.NOBODY_WALKS,
        _("No case manager yet"),
        lambda: [_waits(person, needs.get(person.pk, [])) for person in alone[:SHOWN]],
        end=(more,) if len(alone) > SHOWN else (),
        once=True,
    )


def _row(person: Participant, verb: Verb, why: str, **more: Any) -> Row:
    address = url("desk:participant", person.pk)
    verb = replace(verb, about=person.alias)
    return Row(person.alias, address, why=why, hue=HUES[State(person.state)], verbs=(verb,), **more)


def _quoted(needs: Iterable[Need]) -> str:
    return ", ".join(f"“{need.words.strip()}”" for need in list(needs)[:3])


def _needed(person: Participant, reasons: list[Reason], needs: list[Need], reach: str) -> Row:
    leads = reasons[0]
    lines = tuple(
        Line(each.thing, each.words, each.on, "" if each is leads else each.verb.address)
        for each in reasons
        if each.thing or each.words
    )
    contact = leads.reach
    # What they need is said of whom one does not know yet, else where no other line is.
    quotes = contact and (not lines or (leads.rank == NEW_WITH_ME and not any(each.words for each in lines)))
    return _row(
        person,
        leads.verb,
        f"{reach}." if contact and reach else "",
        chip=leads.chip,
        lines=lines,
        words=_quoted(needs) if quotes else "",
    )


def _waits(person: Participant, needs: list[Need]) -> Row:
    since = timezone.localtime(person.first_contact_at).date()
    verb = Verb(_("Choose a case manager"), url("participants:team", person.pk))
    row = _row(person, verb, safely.how_long(since, clock.today()), words=_quoted(needs))
    return replace(row, chip=State(person.state).label, hue="s-new")


def _is_new(person: Participant) -> bool:
    if person.my_part != Part.CASE_MANAGER:
        return False
    return person.state in BEGINNING or bool(person.handed_by)


def _new_with_me(person: Participant) -> Reason:
    """That they walk with me from now on, and who walked with them before."""
    before = person.handed_by
    why = [_("Case manager before you: %(name)s.") % {"name": before}] if before else []
    if person.state == State.PAUSED:
        why.append(_("They asked for a pause."))
    else:
        why.append(_("A first hello, in the way they said is safe."))
    opens = Verb(_("Open"), url("desk:participant", person.pk))
    since = person.mine_since
    return Reason(
        person.pk,
        NEW_WITH_ME,
        _("new with you"),
        opens,
        " ".join(why),
        on=since,
        reach=person.state != State.PAUSED,
    )


def _critical(person: Participant, live: critical.Live) -> Reason:
    """More support these days, for the case manager and the backup alike."""
    opens = Verb(_("Open"), url("desk:participant", person.pk))
    said = _("Through %(day)s: %(kinds)s")
    thing = put(said, day=dates.day(live.ends_on), kinds=live.kinds)
    return Reason(person.pk, 30, _("critical period"), opens, thing)


def _proposals(people: Sequence[Any]) -> Iterator[Reason]:
    """More support around a day that comes, to their case manager, until it was answered."""
    soon = clock.today() + PROPOSED
    for person in people:
        if person.my_part == Part.CASE_MANAGER and (found := critical.to_come(person, soon)):
            first = found[0]
            days = {
                "kind": first.called,
                "begins": dates.day(first.begins_on),
                "ends": dates.day(first.ends_on),
            }
            thing = put(_("Proposed: %(kind)s, %(begins)s to %(ends)s"), **days)
            opens = Verb(_("Answer"), url("participants:periods", person.pk))
            yield Reason(person.pk, 46, _("critical period"), opens, thing)


def _coming(actor: Actor, people: Sequence[Any]) -> list[tuple[Participant, critical.Live]]:
    """The team's: of whom one walks with oneself, the reasons tell."""
    if not actor.may(Can.ASSIGN):
        return []
    soon = clock.today() + SOON
    found = [
        (person, next_one)
        for person in people
        if person.case_manager_id and not person.my_part and (next_one := critical.next_of(person, soon))
    ]
    return sorted(found, key=lambda each: (each[1].begins_on, each[1].ends_on, each[0].pk))


def _comes(person: Participant, live: critical.Live) -> Row:
    """One of the team's critical periods, and who is there."""
    first, last = dates.day(live.begins_on), dates.day(live.ends_on)
    said = put(_("%(kinds)s: %(first)s to %(last)s"), kinds=live.kinds, first=first, last=last)
    here = [person.case_manager.name] if person.case_manager else []
    told = " · ".join((said, ", ".join([*here, person.backup] if person.backup else here)))
    return Row(person.alias, url("participants:periods", person.pk), person=told)


def _asks(person: Participant) -> Row:
    """A wish for another case manager, or how it feels, before the supervisor it goes to."""
    verb = Verb(_("Read it"), url("participants:asked", vars(person)["asks"]))
    return _row(person, verb, _("Their case manager is not shown this."))


def _opening(person: Participant) -> Row:
    """Who opened somebody's brief on call, until a supervisor looked at it."""
    told = vars(person)["brief_opened"]
    looked = url("participants:reviewed", told["id"])
    verb = Verb(_("I looked at it"), looked, posts=True, about=person.alias)
    address = url("participants:brief", person.pk)
    when = timezone.localtime(datetime.fromisoformat(told["at"]))
    said = put(_("%(name)s, %(when)s"), name=told["by"], when=dates.exactly(when))
    return Row(person.alias, address, why=said, hue="", verbs=(verb,))


def _pairs(people: Iterable[Participant]) -> dict[UUID, Participant]:
    """Two records that may be of one person, each pair once; of the other one's nothing is said here."""
    first: dict[UUID, Participant] = {}
    for person in people:
        if pair := vars(person).get("same"):
            first.setdefault(pair, person)
    return first


def _same(pair: UUID, person: Participant) -> Row:
    verb = Verb(_("Look at both"), url("participants:same", pair))
    return _row(person, verb, _("There may be another record of them. Only supervision is shown this."))
