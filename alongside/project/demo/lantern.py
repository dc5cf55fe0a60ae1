"""Lantern, from the first call to six weeks of quiet: where the demo stands."""

import uuid
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from django.db import transaction

from alongside import clock, trail
from alongside.access.actor import Actor, as_actor
from alongside.connection.actions import (
    add_change_over_time,
    add_engagement_shift,
    agree_together,
    log_contact,
    plan_presence,
    set_season,
)
from alongside.connection.choices import NoteKind
from alongside.frontdoor.actions import link_contact, log_call, log_visit, save_alias_for
from alongside.goals.actions import (
    add_life_area_description,
    answer_option,
    change_goal_state,
    offer_option,
    save_goal_sheet,
    set_revisit_day,
    set_support,
)
from alongside.goals.models import Goal
from alongside.goals.rules import WrittenGoal, WrittenSheet, WrittenSign, WrittenStep, fingerprint
from alongside.journey.actions import talk_about_welcome
from alongside.meetings.actions import keep_interpreting, mark_met, schedule_meeting
from alongside.participants.actions import assign, go_gently, open_case, write_details
from alongside.participants.choices import Part
from alongside.participants.choosing import save_choice
from alongside.participants.reaching import save_contact_point
from alongside.practice.actions import ask_colleagues, ask_for_debrief, choose_revisit_day, reply_to_consult
from alongside.project.demo.cast import CM1, CM2, CM3, DROP_IN, ON_CALL, SUPERVISOR, ZONE, Member, known_id
from alongside.project.demo.people import at
from alongside.safety.actions import Written, write_safety_plan
from alongside.workforce.actions import put_on_call

LANTERN = known_id("Lantern")
CALL, VISIT, SECOND_VISIT = known_id("Lantern's call"), known_id("Lantern's visit"), known_id("second visit")
STANDS_AT = datetime(2027, 2, 22, 9, 0, tzinfo=ZONE)


def _do(member: Member, when: datetime, act: Any, **given: Any) -> Any:
    by: Actor = member.actor
    with transaction.atomic(), clock.stopped_at(when), as_actor(by):
        result = act(by=by, **given)
        trail.flush()
    return result


def load() -> None:
    """From the call of 6 January to the quiet of February."""
    _first_contact()
    _welcome()
    _strand()
    _plan()
    _silence()
    _among_colleagues()
    _today()


def _first_contact() -> None:
    words = "Whispering. Works in a house. Asked what happens if they come in."
    _do(ON_CALL, at(date(2027, 1, 6), 2, 7), log_call, contact=CALL, words=words, do_not_call_back=True)
    _do(
        DROP_IN,
        at(date(2027, 1, 8), 15),
        log_visit,
        contact=VISIT,
        words="Hygiene kit, a meal, a transit card.",
    )
    january = at(date(2027, 1, 15), 11)
    _do(DROP_IN, january, log_visit, contact=SECOND_VISIT, words="Stayed an hour. Asked what we are.")
    _do(
        DROP_IN,
        january,
        save_alias_for,
        contact=SECOND_VISIT,
        participant=LANTERN,
        alias="Lantern",
        needs=["a room with a lock", "my tooth"],
    )
    for contact in (CALL, VISIT):
        _do(DROP_IN, january, link_contact, contact=contact, participant=LANTERN)
    supervisor = partial(_do, SUPERVISOR, at(date(2027, 1, 15), 14), assign, participant=LANTERN)
    supervisor(staff=CM1.id, part=Part.CASE_MANAGER)
    supervisor(staff=CM2.id, part=Part.BACKUP)
    _do(
        CM1,
        at(date(2027, 1, 15), 15),
        schedule_meeting,
        participant=LANTERN,
        meeting=known_id("welcome"),
        at=at(date(2027, 1, 20), 10),
        minutes=90,
        place="Room 2",
        purpose="welcome",
        interpreter="a woman, by phone, not from here",
        cover_words="I am from Riverbend Community Services.",
    )


def _welcome() -> None:
    when = at(date(2027, 1, 20), 10, 30)
    act = partial(_do, CM1, when)
    act(mark_met, participant=LANTERN, meeting=known_id("welcome"), outcome="met")
    act(open_case, participant=LANTERN, need="")
    act(talk_about_welcome, participant=LANTERN, welcomed=known_id("welcomed"), wording="demo", language="en")
    act(
        write_details,
        participant=LANTERN,
        pronouns="she",
        languages="አማርኛ, some English",
        interpreter="a woman, by phone, not from here",
        helps="ሻይ, sitting near a door",
        does_not_help="being touched",
        if_quiet="one text, then wait two weeks",
    )
    act(go_gently, participant=LANTERN, topic="health", stance="not_now", words="not now")
    act(
        save_contact_point,
        participant=LANTERN,
        point=known_id("text"),
        channel="text",
        address="555-0127",
        may_text="yes",
        may_call="no",
        may_leave_message="no",
        until_time="18:00",
        code_word="porcelain",
        say="Riverbend",
        who_else_sees="the family she works for",
        preferred=True,
    )
    act(
        keep_interpreting,
        participant=LANTERN,
        interpreting=known_id("who interpreted"),
        who="Marta of Valley Language Line, Amharic",
        day=when.date(),
        way="phone",
        again="yes",
        words="She did not hurry me",
    )
    _goal_sheet(act)
    with transaction.atomic(), clock.stopped_at(when), as_actor(CM1.actor):
        holding = Goal.objects.filter(participant_id=LANTERN, place=3).values_list("pk", flat=True)[0]
    act(change_goal_state, participant=LANTERN, goal=holding, state="holding")
    act(set_revisit_day, participant=LANTERN, kind="goal", row=holding, on=STANDS_AT.date())


def _goal_sheet(act: Any) -> None:
    room, tooth, stay = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
    act(
        save_goal_sheet,
        participant=LANTERN,
        written=WrittenSheet(
            fits_around="no Sundays; I send money home",
            fits_was=fingerprint([""]),
            goals=(
                WrittenGoal(
                    room,
                    words="a room with a lock",
                    horizon="now",
                    barriers="they ask for papers",
                    tried="church shelter, full",
                ),
                WrittenGoal(tooth, words="fix my tooth", horizon="soon"),
                WrittenGoal(stay, words="know if I am allowed to stay", horizon="soon"),
            ),
            steps=(
                WrittenStep(uuid.uuid4(), goal=room, words="visit the guesthouse", who="together"),
                WrittenStep(uuid.uuid4(), goal=room, words="keep the deposit letter safe", who="me"),
                WrittenStep(uuid.uuid4(), goal=tooth, words="ask the dental clinic who interprets", who="cm"),
            ),
            signs=(WrittenSign(uuid.uuid4(), words="I sleep through"),),
        ),
    )
    offered = act(offer_option, participant=LANTERN, option=uuid.uuid4(), words="English class")
    act(answer_option, participant=LANTERN, option=offered.pk, answer="not_now", once=uuid.uuid4())


def _strand() -> None:
    """What was agreed, what they chose, and how things have moved."""
    act = partial(_do, CM1, at(date(2027, 1, 20), 11))
    act(
        agree_together,
        participant=LANTERN,
        agreement=known_id("Lantern's agreement"),
        our_words="Monday to Friday, nine to five. Text is fine. If one of us is hurt, we say so, and try again.",
        their_words="never after six",
    )
    act(
        save_choice, participant=LANTERN, choice=uuid.uuid4(), about="law", answer="deciding", words="not yet"
    )
    act(save_choice, participant=LANTERN, choice=uuid.uuid4(), about="touch", words="outside, by the river")
    act(set_support, participant=LANTERN, change=uuid.uuid4(), level="close", asked_by="together")
    act(
        add_life_area_description,
        participant=LANTERN,
        description=uuid.uuid4(),
        area="home",
        words="scared of doors",
    )
    act(set_season, participant=LANTERN, change=uuid.uuid4(), season="new")
    february = partial(_do, CM1, at(date(2027, 2, 19), 10, 30))
    february(set_season, participant=LANTERN, change=uuid.uuid4(), season="quiet")
    february(plan_presence, participant=LANTERN, plan=uuid.uuid4(), how="a sun, by text", every_days=21)
    february(
        add_change_over_time,
        participant=LANTERN,
        movement=uuid.uuid4(),
        lane="engagement",
        words="She came in twice a week. Since the family noticed the letter she has been quiet.",
    )
    _do(
        CM1,
        at(date(2027, 2, 5), 10),
        add_engagement_shift,
        participant=LANTERN,
        shift=known_id("Lantern's quiet"),
        kind="communication",
    )


def _plan() -> None:
    """What she wants with her while she still lives in that house."""
    said = {
        "signs": "When the car is back early. When they ask for my phone.",
        "coping": "ሻይ in the yard. Counting the buses.",
        "people": "The woman at the vegetable stand, mornings.",
        "numbers": "555-0127, 555-0100",
        "places": "The library by the river. It is open until eight.",
        "documents": "Copies are with you. The letter stays with you too.",
        "code_words": "porcelain: then you say you are Riverbend, and I call back when I can.",
        "phone": "They look at it at night. I delete your texts.",
        "still_there": "I sleep by the kitchen door. I keep the bus card in my shoe.",
        "if_i_leave": "Mornings, on the number 9, with nothing but my bag.",
    }
    written = Written(
        said, there="Only she and I, with the interpreter by phone", on_day="2027-02-05", copy="card"
    )
    given = {"participant": LANTERN, "version": known_id("Lantern's safety plan"), "written": written}
    _do(CM1, at(date(2027, 2, 5), 9), write_safety_plan, **given)


def _silence() -> None:
    _do(
        CM1,
        at(date(2027, 1, 25), 14),
        log_contact,
        participant=LANTERN,
        note=uuid.uuid4(),
        happened="Called the clinic together. “she was kind”, Lantern said after.",
        responded="I dialled, she listened in with the interpreter. We stopped when she nodded.",
        kind=NoteKind.MET,
        minutes=50,
    )
    for day_of in (date(2027, 2, 5), date(2027, 2, 19)):
        _do(
            CM1,
            at(day_of, 10),
            log_contact,
            participant=LANTERN,
            note=uuid.uuid4(),
            responded="We didn't meet today. I texted once, as agreed.",
            kind=NoteKind.NO_ANSWER,
            minutes=5,
        )
    _do(
        CM1,
        at(date(2027, 2, 19), 11),
        schedule_meeting,
        participant=LANTERN,
        meeting=uuid.uuid4(),
        at=at(date(2027, 3, 5), 10),
        purpose="a short hello, if she likes",
        cover_words="I am from Riverbend Community Services.",
    )


def _today() -> None:
    """What is planned for the day the demo stands at."""
    planned = (
        (
            "Linden",
            CM1,
            10,
            30,
            "Read the lawyer's letter together",
            "I am from Riverbend Community Services.",
        ),
        ("Maple", CM1, 14, 60, "Prepare for the deposition, on paper", "Riverbend, about your appointment."),
        ("Sparrow", CM2, 11, 45, "See the room with her daughter", "I am from Riverbend."),
    )
    for alias, worker, hour, minutes, purpose, cover in planned:
        _do(
            worker,
            at(date(2027, 2, 19), 16),
            schedule_meeting,
            participant=known_id(alias),
            meeting=uuid.uuid4(),
            at=at(STANDS_AT.date(), hour),
            minutes=minutes,
            purpose=purpose,
            cover_words=cover,
        )
    _do(
        ON_CALL, at(STANDS_AT.date(), 3, 40), log_call, contact=uuid.uuid4(), words="Breathing, then hung up."
    )
    asked = "A teacher asked what we do. Gave our number to pass on."
    _do(ON_CALL, at(STANDS_AT.date(), 6, 5), log_call, contact=uuid.uuid4(), words=asked, asked_by_other=True)


def _among_colleagues() -> None:
    """A question about nobody with an answer, a debrief asked for at night, a day to look again."""
    asked = "Answers come at night only. How do you keep your evening and the door open?"
    consult = known_id("a question to colleagues")
    _do(CM2, at(date(2027, 2, 18), 16), ask_colleagues, consult=consult, question=asked)
    said = "I say which hour in the morning I read them, and I keep to it. It took a while to be believed."
    _do(CM3, at(date(2027, 2, 19), 9), reply_to_consult, consult=consult, reply=uuid.uuid4(), words=said)
    _do(ON_CALL, at(STANDS_AT.date(), 3, 55), ask_for_debrief)
    _do(CM1, at(date(2027, 2, 19), 11), choose_revisit_day, participant=LANTERN, on_day=STANDS_AT.date())


def rota(around: datetime) -> None:
    """First and second on call, night and day, for two weeks around a moment."""
    first_day = around.astimezone(ZONE).date() - timedelta(days=1)
    for number in range(14):
        begins = at(first_day + timedelta(days=number), 8)
        for worker, place in ((ON_CALL, "first"), (SUPERVISOR, "second")):
            _do(
                SUPERVISOR,
                around,
                put_on_call,
                shift=uuid.uuid4(),
                staff=worker.id,
                place=place,
                begins=begins,
                ends=begins + timedelta(days=1),
            )
