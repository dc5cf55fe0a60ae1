"""The people of the demo: years of walking together, written through the same acts as real work."""

import random
import uuid
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from alongside import clock, trail
from alongside.access.actor import Actor, as_actor
from alongside.agency.actions import choose_features, reword
from alongside.agency.modules import modules
from alongside.connection.actions import log_contact
from alongside.connection.choices import NoteKind
from alongside.connection.models import ServiceKind
from alongside.goals.actions import save_goal_sheet
from alongside.goals.rules import WrittenGoal, WrittenSheet, WrittenStep
from alongside.journey.actions import talk_about_welcome
from alongside.journey.words import LAW
from alongside.participants.actions import (
    assign,
    change_state,
    open_case,
    save_alias,
    set_under_18,
    write_details,
)
from alongside.participants.choices import Part, State
from alongside.participants.reaching import save_contact_point
from alongside.project.demo import words
from alongside.project.demo.cast import ADMIN, CM1, CM2, CM3, SUPERVISOR, ZONE, Member, known_id


@dataclass(frozen=True)
class Person:
    """Somebody of the demo: who walks with them, since when, and what has been."""

    alias: str
    case_manager: Member | None
    backup: Member | None
    since: date
    every: int  # days between notes, about
    details: dict[str, Any] = field(default_factory=dict)
    reach: dict[str, Any] = field(default_factory=dict)
    states: tuple[tuple[date, State, str], ...] = ()
    under_18: str = ""
    goals: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = ()

    @property
    def id(self) -> UUID:
        """The same reference in every demo."""
        return known_id(self.alias)


def day(year: int, month: int, number: int) -> date:
    """A date, briefly."""
    return date(year, month, number)


PEOPLE = (
    Person(
        "Maple",
        CM1,
        CM2,
        day(2025, 9, 3),
        9,
        {"pronouns": "she", "languages": "English", "helps": "a plan on paper", "does_not_help": "surprises"},
        {"channel": "phone", "address": "555-0144", "may_call": "yes", "may_leave_message": "no", "say": "Riverbend"},
        (),
        "",
        (
            ("speak for myself at the deposition", "now", (("read my statement aloud", "together"), ("ride home", "cm"))),
            ("a job that pays on Fridays", "soon", (("write down what I can do", "me"),)),
        ),
    ),
    Person(
        "Linden",
        CM1,
        CM2,
        day(2024, 3, 12),
        17,
        {"pronouns": "he", "languages": "Tagalog, English", "interpreter": "not needed", "if_quiet": "call my cousin, she knows"},
        {"channel": "text", "address": "555-0171", "may_text": "yes", "may_call": "no", "until_time": "18:00"},
        ((day(2025, 1, 15), State.PAUSED, "I want to try alone for a while"), (day(2025, 6, 2), State.ACTIVE, "I am back")),
        "",
        (("my papers back", "now", (("ask the lawyer what to write", "together"),)),),
    ),
    Person(
        "Juniper",
        CM1,
        CM3,
        day(2026, 2, 4),
        11,
        {"pronouns": "she", "languages": "Spanish, some English", "interpreter": "by phone", "helps": "short messages"},
        {"channel": "app", "address": "the green one", "may_text": "yes", "say": "the community center"},
        (),
        "",
        (("know when the court date is", "now", (("ask the coordinator on Friday", "cm"),)), ("a school for my boy", "soon", ())),
    ),
    Person("Pebble", CM1, CM2, day(2026, 10, 7), 6, {"languages": "English"}, {}, (), "yes", (("stay in the same school", "now", ()),)),
    Person(
        "Harbor",
        CM1,
        CM2,
        day(2023, 2, 20),
        26,
        {"languages": "English", "if_quiet": "one text, then wait two weeks", "helps": "no hurry"},
        {"channel": "text", "address": "555-0119", "may_text": "yes", "may_call": "ask"},
        (
            (day(2023, 11, 1), State.CLOSED, "I have what I came for"),
            (day(2025, 5, 5), State.ACTIVE, "it is Harbor again"),
        ),
        "",
        (("somewhere quiet", "someday", ()),),
    ),
    Person("Wren", CM1, CM3, day(2026, 5, 11), 12, {"languages": "العربية", "interpreter": "امرأة، بالهاتف"}, {}, (), "", (("غرفة هادئة", "now", ()),)),
    Person("Sparrow", CM2, CM1, day(2025, 11, 17), 10, {"languages": "español", "pronouns": "ella"}, {"channel": "phone", "address": "555-0162", "may_call": "yes"}, (), "", (("un cuarto para mí y mi hija", "now", (("visitar el cuarto", "together"),)),)),
    Person("Birch", CM2, CM1, day(2024, 8, 26), 21, {"pronouns": "they", "languages": "English"}, {}, ((day(2026, 8, 3), State.PAUSED, "summer work, back in fall"),), "", ()),
    Person("Ember", CM2, CM3, day(2026, 6, 22), 13, {"languages": "ትግርኛ", "interpreter": "by phone, not from here"}, {}, (), "", (("ናይ ባዕለይ ክፍሊ", "now", ()),)),
    Person("Clover", CM3, CM1, day(2026, 7, 6), 9, {"languages": "English, Twi"}, {"channel": "phone", "address": "555-0190", "may_call": "yes", "may_leave_message": "yes"}, (), "", (("cook my own food", "now", (("find a shelf in the kitchen", "me"),)),)),
    Person("Anchor", CM3, None, day(2026, 11, 9), 8, {"languages": "English"}, {}, (), "", ()),
    # Written down a second time, with the number that Clover has: it stands on the supervisor's Today.
    Person("Clover T.", CM3, CM1, day(2026, 12, 2), 12, {"languages": "English"}, {"channel": "text", "address": "555 0190"}, (), "", ()),
    Person("Fern", None, None, day(2026, 12, 14), 30, {}, {}, (), "", ()),
)  # fmt: skip


def at(on: date, hour: int, minute: int = 0) -> datetime:
    """A moment at the demo's place."""
    return datetime.combine(on, time(hour, minute), tzinfo=ZONE)


def load(until: datetime) -> None:
    """Write everybody's years, up to a moment."""
    _set_up()
    with transaction.atomic(), as_actor(CM1.actor):
        kinds = dict(ServiceKind.objects.values_list("key", "pk"))
    for person in PEOPLE:
        if at(person.since, 10) < until:
            with transaction.atomic():
                _begin(person)
                if person.case_manager is not None:
                    _walk(person, until, kinds)
                    with as_actor(_case_manager(person)):
                        trail.flush()


def _set_up() -> None:
    """What the demo says of law: it has none, and claims none; and parts that begin off are off."""
    with transaction.atomic(), as_actor(ADMIN.actor):
        for language, text in words.OWN_LAW.items():
            for key in LAW:
                reword(by=ADMIN.actor, key=f"journey.{key}", language=language, text=text)
            reword(by=ADMIN.actor, key="aloud.complain", language=language, text=words.COMPLAIN[language])
        choose_features(by=ADMIN.actor, off=[key for key, each in modules().items() if each.begins_off])
        trail.flush()


def _begin(person: Person) -> None:
    start = at(person.since, 10)
    with clock.stopped_at(start), as_actor(SUPERVISOR.actor):
        needs = words.NEEDS.get(person.alias, [])
        save_alias(by=SUPERVISOR.actor, participant=person.id, alias=person.alias, needs=needs)
        for worker, part in ((person.case_manager, Part.CASE_MANAGER), (person.backup, Part.BACKUP)):
            if worker is not None:
                why = "" if worker.trained else words.WHY_THEM
                assign(by=SUPERVISOR.actor, participant=person.id, staff=worker.id, part=part, why=why)
        trail.flush()


def _walk(person: Person, until: datetime, kinds: dict[str, UUID]) -> None:
    by = _case_manager(person)
    with clock.stopped_at(at(person.since, 10, 30)), as_actor(by):
        open_case(by=by, participant=person.id, need="")
        talk_about_welcome(by=by, participant=person.id, welcomed=uuid.uuid4(), wording="demo", language="en")
        if person.details:
            write_details(by=by, participant=person.id, **person.details)
        if person.reach:
            save_contact_point(
                by=by, participant=person.id, point=uuid.uuid4(), preferred=True, **person.reach
            )
        if person.under_18:
            set_under_18(by=by, participant=person.id, under_18=person.under_18)
    for when, state, said in person.states:
        if at(when, 11) < until:
            with clock.stopped_at(at(when, 11)), as_actor(by):
                change_state(by=by, participant=person.id, state=state, words=said)
    _set_goals(person)
    _write_notes(person, until, kinds)


def _case_manager(person: Person) -> Actor:
    if person.case_manager is None:
        raise ValueError(f"nobody walks with {person.alias} yet")
    return person.case_manager.actor


def _set_goals(person: Person) -> None:
    if not person.goals or person.case_manager is None:
        return
    goals, steps = [], []
    for said, horizon, under in person.goals:
        goal = WrittenGoal(uuid.uuid4(), words=said, horizon=horizon)
        goals.append(goal)
        steps += [WrittenStep(uuid.uuid4(), goal=goal.row, words=step, who=who) for step, who in under]
    by = person.case_manager.actor
    with clock.stopped_at(at(person.since + timedelta(days=14), 11)), as_actor(by):
        sheet = WrittenSheet(goals=tuple(goals), steps=tuple(steps))
        save_goal_sheet(by=by, participant=person.id, written=sheet)


def _write_notes(person: Person, until: datetime, kinds: dict[str, UUID]) -> None:
    dice = random.Random(person.alias)  # noqa: S311  (the same demo every time, nothing secret)
    by = _case_manager(person)
    away = [(when, state) for when, state, _said in person.states]
    when = person.since + timedelta(days=3)
    while at(when, 17) < until:
        gone = [state for since, state in away if since <= when]
        if when.weekday() < 5 and not (gone and gone[-1] in (State.CLOSED, State.PAUSED)):
            with clock.stopped_at(at(when, dice.randint(9, 16), dice.choice((0, 10, 20, 40)))), as_actor(by):
                _note(person, by, dice, kinds)
        when += timedelta(days=max(2, person.every + dice.randint(-4, 6)))


def _note(person: Person, by: Actor, dice: random.Random, kinds: dict[str, UUID]) -> None:
    chance = dice.random()
    service, minutes = dice.choice(words.KINDS)
    if chance < 0.15:
        given = {"responded": dice.choice(words.ATTEMPTS), "kind": NoteKind.NO_ANSWER, "minutes": 5}
    elif chance < 0.3:
        given = {
            "responded": dice.choice(words.WITHOUT),
            "kind": NoteKind.WITHOUT_CONTACT,
            "minutes": minutes,
        }
    else:
        given = {
            "happened": dice.choice(words.HAPPENED),
            "responded": dice.choice(words.RESPONDED),
            "minutes": minutes,
            "services": [kinds[service]],
        }
    log_contact(by=by, participant=person.id, note=uuid.uuid4(), **given)  # type: ignore[arg-type]
